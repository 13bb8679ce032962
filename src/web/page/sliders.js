// The controls: a slider, a choice, a group of shares; each says what it is set to and what is written.

/** Controls of one case. `moved(id, value, dragging)` is called with a value, or undefined for as written. */
class Controls {
  constructor(told, place, moved) {
    this.place = place;
    this.moved = moved;
    this.all = new Map(told.sliders.map((slider) => [slider.id, slider]));
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

  /**
   * Shows what is set; `told` is what the core says of it, where that is known, and `shares` are those in force of wholes of
   * which something is set.
   */
  mark(set, told = [], shares = {}) {
    for (const [id, part] of this.parts) {
      part.mark(set[id], told.find((one) => one.id === id), shares[id]);
    }
  }

  /** Nothing that was refused is said any more. */
  forgive() {
    for (const part of this.parts.values()) part.wrong(null);
  }

  /** Of these ids those that a refusal is about, by the keys that it names; all of them where it names none. */
  blamed(ids, keys) {
    const named = ids.filter((id) => keys.includes(id) || this.all.get(id)?.paths.some((path) => keys.includes(path)));
    return named.length ? named : ids;
  }
}

/** Says beside a control what was wrong with what was set there. */
function tellWrong(part, field, message) {
  part.isWrong = Boolean(message);
  part.error.textContent = cut(message ?? "", 400);
  part.error.hidden = !message;
  if (message) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

class Choice {
  constructor(slider, count, moved) {
    this.written = slider.choices.find((choice) => choice.written)?.value;
    this.select = make("select", { id: `live-${count}`, "aria-describedby": `live-${count}-wrong` }, ...slider.choices.map((choice) =>
      make("option", { value: choice.value }, choice.label)));
    this.select.value = this.written;
    this.select.addEventListener("change", () => {
      const { value } = this.select;
      this.wrong(null);
      moved(slider.id, value === this.written ? undefined : value, false);
    });
    this.error = make("p", { class: "wrong", role: "alert", hidden: true, id: `live-${count}-wrong` });
    this.element = make("div", { class: "control choice" }, make("label", { for: `live-${count}` }, slider.label), this.select, this.error);
  }

  mark(value) {
    this.select.value = value ?? this.written;
    this.element.classList.toggle("set", value !== undefined);
  }

  wrong(message) {
    tellWrong(this, this.select, message);
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
    this.unit = unitOf(slider);
    this.isFixed = slider.p1 === slider.p99;
    this.field = make("input", { type: "text", class: "field", inputmode: "text", autocomplete: "off", spellcheck: "false",
      "aria-label": [say("field-label", { name: slider.label }), this.unit].filter(Boolean).join(", "), title: slider.bounds,
      "aria-describedby": `${id}-wrong` });
    this.again = make("button", { type: "button", class: "again", disabled: true,
      "aria-label": say("again-label", { name: slider.label }) }, this.isFixed ? say("again-fixed") : say("again"));
    this.state = make("span", { class: "state", id: `${id}-written` });
    this.error = make("p", { class: "wrong", role: "alert", hidden: true, id: `${id}-wrong` });
    this.element = make("div", { class: "control" },
      make("div", { class: "head" }, make("label", { for: id, title: slider.meaning }, slider.label),
        this.unit && make("span", { class: "unit", "aria-hidden": "true" }, this.unit), this.field),
      make("div", { class: "track" }, band, this.range),
      make("div", { class: "under" }, this.state, this.again),
      this.error);
    this.listen();
    this.mark(undefined);
  }

  listen() {
    const { slider, range, field } = this;
    const drag = (isDragging) => this.set(slider.stops[Number(range.value)], isDragging);
    range.addEventListener("input", () => drag(true));
    range.addEventListener("change", () => drag(false));
    range.addEventListener("keydown", (event) => this.key(event));
    field.addEventListener("input", () => {
      this.isTyping = true;
      this.asked = null;
    });
    field.addEventListener("change", () => this.typed());
    field.addEventListener("keydown", (event) => event.key === "Enter" && this.typed());
    field.addEventListener("blur", () => this.left());
    this.again.addEventListener("click", () => {
      this.set(undefined, false);
      range.focus();
    });
  }

  set(value, isDragging) {
    this.isTyping = false;
    this.wrong(null);
    this.moved(this.slider.id, value, isDragging);
  }

  /** Page keys move ten stops in every browser. */
  key(event) {
    const ten = { PageUp: 10, PageDown: -10 }[event.key];
    if (!ten) return;
    event.preventDefault();
    this.range.value = Number(this.range.value) + ten;
    this.set(this.slider.stops[Number(this.range.value)], false);
  }

  /** What is typed goes to the core as it is, which reads it by the rules of scenario files or says why not. */
  typed() {
    const text = this.field.value.trim();
    if (text === this.shown || text === this.asked) return;
    this.asked = text;
    const isShare = this.slider.kind === "rank" || this.slider.kind === "mix";
    this.set(text === "" ? undefined : isShare ? rankOf(text) : text, false);
  }

  /** Who leaves a field finds in it what holds; what was refused is kept for whoever was already gone when that was said. */
  left() {
    if (!this.isWrong) return;
    this.isTyping = false;
    this.asked = null;
    this.wrong(null);
    this.field.value = this.shown;
  }

  mark(value, told, share) {
    const { slider, range, field } = this;
    const isSet = value !== undefined;
    const inForce = isSet ? value : share;
    const number = typeof inForce === "number" ? inForce : typeof told?.value === "number" ? told.value : null;
    if (number !== null) range.value = nearest(slider.stops, number);
    else if (!isSet) range.value = this.start;
    this.shown = inForce === undefined ? shown(slider, slider.p50, 4) : shown(slider, inForce);
    if (!this.isWrong && !(this.isTyping && document.activeElement === field)) field.value = this.shown;
    this.again.disabled = !isSet;
    this.element.classList.toggle("set", isSet);
    const written = slider.kind === "rank" ? say("uncertain-rank") : slider.written_text || shown(slider, slider.p50, 4);
    this.state.textContent = slider.kind === "rank" && !isSet ? written : say(this.stateOf(value, share), { written });
    const words = told?.to && isSet ? told.to : this.shown;
    const unit = this.unit && !words.includes(this.unit) ? ` ${this.unit}` : "";
    range.setAttribute("aria-valuetext", `${words}${unit}. ${slider.meaning}`);
  }

  /** What a control says of itself: the key of a text. */
  stateOf(value, share) {
    if (value === undefined) return share !== undefined ? "room" : this.isFixed ? "fixed" : "uncertain";
    return typeof value === "string" && !isOne(value) ? "believed" : "known";
  }

  wrong(message) {
    tellWrong(this, this.field, message);
  }
}

/** The search over the ledger, which adds a control for any input. */
class Search {
  constructor(told, controls) {
    this.rows = told.ledger.filter((row) => row.slider);
    this.controls = controls;
    this.field = make("input", { type: "search", id: "live-search", autocomplete: "off", "aria-controls": "live-found" });
    this.found = make("ul", { id: "live-found", class: "found" });
    this.status = make("p", { class: "quiet", role: "status" });
    this.element = make("div", { class: "search" },
      make("label", { for: "live-search" }, say("search")), this.field, this.found, this.status);
    this.field.addEventListener("input", () => this.look());
    this.field.addEventListener("keydown", (event) => this.key(event));
  }

  /** Enter takes the first; Escape closes the list. */
  key(event) {
    if (event.key === "Escape") {
      this.field.value = "";
      this.look();
    } else if (event.key === "Enter") {
      event.preventDefault();
      const [first] = this.hits();
      if (first) this.choose(first);
    }
  }

  hits() {
    const words = this.field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const has = (row) => words.every((word) => `${row.label} ${row.path} ${row.meaning}`.toLowerCase().includes(word));
    return words.length ? this.rows.filter(has) : [];
  }

  look() {
    const hits = this.hits();
    const isAsked = this.field.value.trim() !== "";
    const most = 8;
    this.found.replaceChildren(...hits.slice(0, most).map((row) => make("li", {}, this.button(row))));
    if (isAsked && !hits.length) this.found.append(make("li", { class: "none" }, say("search-none")));
    if (hits.length > most) this.found.append(make("li", { class: "none" }, say("search-more", { count: hits.length - most })));
    this.status.textContent = !isAsked ? "" : hits.length ? say("search-found", { count: hits.length, first: hits[0].label }) : say("search-none");
    if (isAsked) this.element.scrollIntoView({ block: "nearest" });
  }

  button(row) {
    return make("button", { type: "button", onclick: () => this.choose(row) },
      make("span", {}, row.label), make("small", {}, `${row.path} · ${row.text}`));
  }

  choose(row) {
    const part = this.controls.add(row.slider);
    this.field.value = "";
    this.look();
    part?.element.scrollIntoView({ block: "nearest" });
    (part?.range ?? part?.select)?.focus();
  }
}
