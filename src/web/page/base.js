// Small tools: elements, texts, numbers while a drag waits for its words.
"use strict";

const byId = (id) => document.getElementById(id);
const fromPage = (id) => JSON.parse(byId(id)?.textContent || "null");

let texts = {};

/** A text of the page with something put into it. */
function say(key, given = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{\s*\$(\w+)\s*\}/g, (_, name) => given[name] ?? "");
}

/** An element with its attributes and content; texts are text, never markup. */
function make(name, attributes = {}, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...content.filter((part) => part != null && part !== ""));
  return element;
}

/**
 * Keeps the room that elements once took, so that what stands below does not move during a drag. All are measured before any is
 * changed: a page is laid out anew for each measure after a change.
 */
function settle(...elements) {
  const heights = elements.map((element) => element.offsetHeight);
  elements.forEach((element, i) => {
    if (heights[i] > (parseFloat(element.style.minHeight) || 0)) element.style.minHeight = `${heights[i]}px`;
  });
}

let language = "en";
let currency = "EUR";

/** Digits in groups, as the reader's language sets its decimal mark; a file reads it as it stands. */
function written(value, digits = 6) {
  const text = new Intl.NumberFormat(language, { maximumSignificantDigits: digits, useGrouping: false }).format(value);
  const [whole, ...rest] = text.split(/([.,])/);
  return (whole.replace("-", "").length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole) + rest.join("");
}

/** A value of a slider as its field has it, without its unit; what was typed stays as it was typed. */
function shown(slider, value, digits = 6) {
  if (typeof value === "string") return value;
  if (slider.as === "share") return `${written(100 * value, digits)}%`;
  if (slider.as === "rank") return `P${Math.round(100 * value)}`;
  return written(value, digits);
}

/** The unit of what stands in the field of a slider; empty where the field has it, or where it is more than a word or two. */
function unitOf(slider) {
  if (slider.as === "share" || slider.as === "rank") return "";
  if (slider.as === "money") {
    const parts = new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).formatToParts(0);
    return parts.find((part) => part.type === "currency")?.value ?? currency;
  }
  const unit = slider.unit_text ?? "";
  const isSaid = slider.label.toLowerCase().includes(unit.toLowerCase());
  return isSaid || unit.length > 16 || unit.includes("/") ? "" : unit;
}

/** Whether a text is one number, with its marks: all else is a range or a distribution. */
function isOne(text) {
  return /^[^\d(]*\d[\d\s.,'_]*\D{0,12}$/u.test(text) && !text.includes("(");
}

/** A rank or a share as it is typed, as a number: P80, 80%; another text stays one, and the core says what is wrong with it. */
function rankOf(text) {
  const found = /^\s*(P?)\s*(\d+(?:[.,]\d+)?)\s*(%?)\s*$/i.exec(text);
  if (!found || (language === "en" && found[2].includes(","))) return text;
  const number = Number(found[2].replace(",", "."));
  return found[1] || found[3] ? Number((number / 100).toFixed(6)) : number;
}

/** The place of the stop that is nearest to a value. */
function nearest(stops, value) {
  let best = 0;
  for (let i = 1; i < stops.length; i += 1) {
    if (Math.abs(stops[i] - value) < Math.abs(stops[best] - value)) best = i;
  }
  return best;
}

function download(name, text, kind) {
  const address = URL.createObjectURL(new Blob([text], { type: kind }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

/** A text of at most so many letters, the place `at` among them. */
function cut(text, most, at = 0) {
  if (text.length <= most) return text;
  const from = Math.max(0, Math.min(at - most / 2, text.length - most));
  return `${from ? "…" : ""}${text.slice(from, from + most)}${from + most < text.length ? "…" : ""}`;
}

/** Whether two sets say the same. */
function isSame(one, other) {
  const sorted = (set) => JSON.stringify(Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1)));
  return Boolean(one && other) && sorted(one) === sorted(other);
}
