// The controls: a slider, a choice, a group of shares; each says what it is set to and what is written.

/** Controls of one case. `moved(id, value, dragging)` is called with a value, or undefined for as written. */
class Controls {
  constructor(told, place, moved) {
    this.place = place;
    this.moved = moved;
    const texts = new Map(told.ledger.map((row) => [row.slider, row.text]));
    this.all = new Map(told.sliders.map((slider) => [slider.id, { ...slider, median: texts.get(slider.id) }]));
    this.parts = new Map();
    this.count = 0;
  }

  /** Shows these controls, in their order; of a share of a whole all shares. */
  show(ids) {
    for (const id of ids) this.add(id);
  }

  add(id) {
    const slider = this.all.get(id);
    if (!slider) return null;
    if (this.parts.has(id)) return this.parts.get(id);
    if (!slider.group) {
      const part = this.part(slider);
      this.place.append(part.element);
      return part;
    }
    const together = [...this.all.values()].filter((other) => other.group === slider.group && other.kind === "mix");
    const parts = together.map((other) => this.part(other));
    this.place.append(make("fieldset", { class: "whole-mix" }, make("legend", {}, slider.group), ...parts.map((part) => part.element)));
    return this.parts.get(id);
  }

  part(slider) {
    this.count += 1;
    const part = slider.kind === "choice" ? new Choice(slider, this.count, this.moved) : new Slider(slider, this.count, this.moved);
    this.parts.set(slider.id, part);
    return part;
  }

  /** Shows what is set; `told` are the words of the core for it, where they are known. */
  mark(set, told = []) {
    for (const [id, part] of this.parts) {
      part.mark(set[id], told.find((one) => one.id === id));
    }
  }
}

class Choice {
  constructor(slider, count, moved) {
    this.written = slider.choices.find((choice) => choice.written)?.value;
    this.select = make("select", { id: `live-${count}` }, ...slider.choices.map((choice) =>
      make("option", { value: choice.value }, choice.label)));
    this.select.value = this.written;
    this.select.addEventListener("change", () => {
      const { value } = this.select;
      moved(slider.id, value === this.written ? undefined : value, false);
    });
    this.element = make("div", { class: "control choice" }, make("label", { for: `live-${count}` }, slider.label), this.select);
  }

  mark(value) {
    this.select.value = value ?? this.written;
    this.element.classList.toggle("set", value !== undefined);
  }

  wrong(message) {
    this.select.setCustomValidity(message ?? "");
  }
}

class Slider {
  constructor(slider, count, moved) {
    this.slider = slider;
    this.moved = moved;
    const id = `live-${count}`;
    const last = Math.max(slider.stops.length - 1, 1);
    const at = Math.round(Math.min(Math.max(slider.at, 0), last));
    this.range = make("input", { type: "range", id, min: 0, max: last, step: 1, value: at, "aria-describedby": `${id}-written` });
    this.range.value = at;
    this.start = at;
    const part = (stop) => String(Math.min(Math.max(stop, 0), last) / last);
    const band = make("span", { class: "believed" });
    band.style.setProperty("--from", part(slider.band[0]));
    band.style.setProperty("--to", part(slider.band[1]));
    this.field = make("input", { type: "text", class: "field", inputmode: "text", autocomplete: "off", spellcheck: "false",
      "aria-label": say("field-label", { name: slider.label }), title: slider.bounds });
    this.again = make("button", { type: "button", class: "again", disabled: true,
      "aria-label": say("again-label", { name: slider.label }) }, slider.p1 === slider.p99 ? say("again-fixed") : say("again"));
    this.state = make("span", { class: "state", id: `${id}-written` });
    this.error = make("p", { class: "wrong", role: "alert", hidden: true });
    this.element = make("div", { class: "control" },
      make("div", { class: "head" }, make("label", { for: id, title: slider.meaning }, slider.label), this.field),
      make("div", { class: "track" }, band, this.range),
      make("div", { class: "under" }, this.state, this.again),
      this.error);
    this.listen();
    this.mark(undefined);
  }

  listen() {
    const { slider, range, field } = this;
    range.addEventListener("input", () => this.moved(slider.id, slider.stops[Number(range.value)], true));
    range.addEventListener("change", () => this.moved(slider.id, slider.stops[Number(range.value)], false));
    range.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("change", () => this.typed());
    field.addEventListener("keydown", (event) => event.key === "Enter" && this.typed());
    this.again.addEventListener("click", () => {
      this.moved(slider.id, undefined, false);
      range.focus();
    });
  }

  /** Page keys move ten stops in every browser. */
  key(event) {
    const ten = { PageUp: 10, PageDown: -10 }[event.key];
    if (!ten) return;
    event.preventDefault();
    this.range.value = Number(this.range.value) + ten;
    this.moved(this.slider.id, this.slider.stops[Number(this.range.value)], false);
  }

  typed() {
    const text = this.field.value.trim();
    if (text === this.shown) return;
    if (text === "") return this.moved(this.slider.id, undefined, false);
    // A number alone goes as a number, so that the file shows it plainly; all else is read by the core.
    const plain = /^[-+]?\d+(\.\d+)?$/.test(text);
    this.moved(this.slider.id, plain && this.slider.kind === "number" ? Number(text) : text, false);
  }

  mark(value, told) {
    const { slider, range, field } = this;
    this.wrong(null);
    const isSet = value !== undefined;
    const words = told?.to ?? (isSet ? shown(slider, value) : "");
    if (typeof value === "number") range.value = nearest(slider.stops, value);
    else if (!isSet) range.value = this.start;
    this.shown = isSet ? words : slider.median ?? shown(slider, slider.p50);
    if (document.activeElement !== field || !isSet) field.value = this.shown;
    this.again.disabled = !isSet;
    this.element.classList.toggle("set", isSet);
    const written = slider.written || shown(slider, slider.p50);
    this.state.textContent = isSet ? say("known", { written }) : say(slider.p1 === slider.p99 ? "fixed" : "uncertain", { written });
    const unit = slider.as === "plain" && slider.unit_text && !words.includes(slider.unit_text) ? ` ${slider.unit_text}` : "";
    range.setAttribute("aria-valuetext", `${this.shown}${unit}. ${slider.meaning}`);
  }

  wrong(message) {
    this.error.textContent = message ?? "";
    this.error.hidden = !message;
    if (message) this.field.setAttribute("aria-invalid", "true");
    else this.field.removeAttribute("aria-invalid");
  }
}

/** The search over the ledger, which adds a control for any input. */
class Search {
  constructor(told, controls) {
    this.rows = told.ledger.filter((row) => row.slider);
    this.controls = controls;
    this.field = make("input", { type: "search", id: "live-search", autocomplete: "off", "aria-controls": "live-found" });
    this.found = make("ul", { id: "live-found", class: "found" });
    this.element = make("div", { class: "search" },
      make("label", { for: "live-search" }, say("search")), this.field, this.found);
    this.field.addEventListener("input", () => this.look());
  }

  look() {
    const words = this.field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (row) => words.every((word) => `${row.label} ${row.path} ${row.meaning}`.toLowerCase().includes(word));
    const hits = words.length ? this.rows.filter(has) : [];
    const most = 8;
    this.found.replaceChildren(...hits.slice(0, most).map((row) => make("li", {}, this.button(row))));
    if (words.length && !hits.length) this.found.append(make("li", { class: "none" }, say("search-none")));
    if (hits.length > most) this.found.append(make("li", { class: "none" }, say("search-more", { count: hits.length - most })));
  }

  button(row) {
    return make("button", { type: "button", onclick: () => this.choose(row) },
      make("span", {}, row.label), make("small", {}, `${row.path} · ${row.text}`));
  }

  choose(row) {
    const part = this.controls.add(row.slider);
    this.field.value = "";
    this.found.replaceChildren();
    part?.element.scrollIntoView({ block: "nearest" });
    (part?.range ?? part?.select)?.focus();
  }
}
