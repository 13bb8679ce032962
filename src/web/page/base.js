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

/** Keeps the room that an element once took, so that what stands below does not move during a drag. */
function settle(element) {
  element.style.minHeight = `${Math.max(parseFloat(element.style.minHeight) || 0, element.offsetHeight)}px`;
}

let language = "en";
let currency = "EUR";

/** A value of a slider as its track shows it; results come from the core in words. */
function shown(slider, value) {
  if (typeof value === "string") return value;
  const number = (x, more) => new Intl.NumberFormat(language, { maximumSignificantDigits: 6, ...more }).format(x);
  switch (slider.as) {
    case "share":
      return number(value, { style: "percent" });
    case "money":
      return number(value, { style: "currency", currency, notation: Math.abs(value) >= 1e5 ? "compact" : "standard",
        minimumFractionDigits: 0, maximumSignificantDigits: 4 });
    case "rank":
      return `P${Math.round(100 * value)}`;
    default:
      return number(value) + (slider.unit_text && !slider.unit_text.includes("/") ? ` ${slider.unit_text}` : "");
  }
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
