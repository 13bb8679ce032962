// What a run shows: the answer, the values, the figures, each with "as written" beside it.

const CARDS = ["npv", "loss", "roi", "connected", "payback", "funding"];
const ORDER = ["npv", "roi", "cash", "chain", "bridge", "acceptability", "acceptability-score"];
const NARROW = 480;
/** Letters from which a value is set small, on lines of its own. */
const LONG = 12;
/** What stands where there is no value. */
const NONE = "–";

class Results {
  constructor(told, places) {
    this.told = told;
    Object.assign(this, places);
    this.names = ORDER.filter((name) => told.figures.includes(name));
    this.cards = new Map();
    this.frames = new Map();
    this.values.replaceChildren();
    this.figures.replaceChildren(...this.names.map((name) => this.frame(name)));
    this.sentences = make("div");
    this.before = make("p", { class: "before note" });
    this.answer.replaceChildren(this.sentences, this.before);
    this.ghosts = {};
  }

  frame(name) {
    const frame = {
      title: make("p", { class: "finding" }),
      how: make("p", { class: "how", hidden: true }),
      picture: make("div", { class: "live-picture", role: "img" }),
      ghost: make("div", { class: "ghost", "aria-hidden": "true" }),
      drawing: make("div", { class: "drawing", "aria-hidden": "true" }),
    };
    frame.picture.append(frame.drawing, frame.ghost);
    frame.save = make("button", { type: "button", class: "save", onclick: () => this.save(name) }, say("download-figure"));
    frame.element = make("figure", { "data-figure": name }, frame.title, frame.how, frame.picture, frame.save);
    if (name === "chain") {
      frame.table = make("div", { class: "live-chain scroll", tabindex: 0, role: "region", "aria-label": say("chain-table") });
      frame.element.append(make("details", {}, make("summary", {}, say("chain-table")), frame.table));
    }
    this.frames.set(name, frame);
    return frame.element;
  }

  width() {
    return this.figures.clientWidth <= NARROW ? 400 : 640;
  }

  /** The figures that the reader sees now; the others wait for the finest answer. */
  inView() {
    const seen = (name) => {
      const { top, bottom } = this.frames.get(name).element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    return this.names.filter(seen);
  }

  /** `asked` are the figures that were asked for: one that is not among those drawn does not exist. */
  show(look, written, isSame, asked) {
    this.answers(look.answer, isSame ? "" : written?.answer[0]);
    this.cardsOf(look.values, isSame ? null : written?.values);
    for (const name of asked) {
      if (look.figures[name]) this.draw(name, look.figures[name], look, { isSame, written });
      else this.empty(name);
    }
    const median = look.values.find((value) => value.key === "npv");
    const parts = [look.progress, median && `${median.label}: ${median.text} ${median.error_text}`];
    if (look.done) parts.push(say("seed", { seed: look.seed }), say("digest", { digest: look.digest }));
    this.progress.textContent = parts.filter(Boolean).join(" · ");
    this.progress.dataset.digest = look.digest;
    this.progress.dataset.trials = look.trials;
    this.progress.dataset.done = look.done;
    const titles = asked.map((name) => this.frames.get(name)?.title).filter(Boolean);
    settle(...this.sentences.children, this.before, ...titles);
  }

  answers(sentences, before) {
    const { children } = this.sentences;
    while (children.length < sentences.length) this.sentences.append(make("p"));
    [...children].forEach((line, i) => {
      line.textContent = unbroken(sentences[i] ?? "");
      line.hidden = sentences[i] === undefined;
    });
    // Its room is kept while it says nothing, so that the first move shifts no figure.
    this.before.textContent = say("before", { answer: unbroken(before || sentences[0] || "") });
    this.before.classList.toggle("unsaid", !before);
  }

  cardsOf(values, written) {
    const known = values.filter((one) => CARDS.includes(one.key));
    for (const value of known) if (!this.cards.has(value.key)) this.card(value);
    for (const [key, card] of this.cards) {
      const value = known.find((one) => one.key === key);
      const text = value?.text ?? NONE;
      card.now.textContent = text;
      card.now.classList.toggle("long", text.length > LONG);
      card.now.classList.toggle("loss", key === "npv" && value?.value < 0);
      const old = written ? written.find((one) => one.key === key)?.text ?? NONE : null;
      card.before.textContent = old === null ? "\u00a0" : say("as-written", { value: old });
      card.before.classList.toggle("moved", old !== null && old !== text);
    }
  }

  card(value) {
    const card = { now: make("dd", { class: "value" }), before: make("dd", { class: "note" }) };
    card.element = make("div", { class: "card", "data-key": value.key }, make("dt", {}, value.label), card.now, card.before);
    this.cards.set(value.key, card);
    // In their order, also where one comes to be later than another.
    const later = [...this.cards.keys()].filter((key) => CARDS.indexOf(key) > CARDS.indexOf(value.key));
    later.sort((one, other) => CARDS.indexOf(one) - CARDS.indexOf(other));
    this.values.insertBefore(card.element, later.length ? this.cards.get(later[0]).element : null);
  }

  /** What cannot be drawn of the case as it is set leaves its place empty, not filled with what was before. */
  empty(name) {
    const frame = this.frames.get(name);
    if (!frame) return;
    if (frame.drawing.firstElementChild) settle(frame.picture);
    frame.drawing.replaceChildren();
    frame.ghost.replaceChildren();
    frame.title.textContent = say("figure-none");
    frame.picture.setAttribute("aria-label", say("figure-none"));
    frame.how.hidden = true;
    frame.save.disabled = true;
    frame.table?.replaceChildren();
  }

  draw(name, drawn, look, { isSame, written }) {
    const frame = this.frames.get(name);
    if (!frame) return;
    frame.save.disabled = false;
    const title = unnamed(drawn.title, this.told.name);
    frame.picture.setAttribute("aria-label", [title, drawn.description].filter(Boolean).join(". "));
    frame.drawing.innerHTML = unnamed(drawn.svg, this.told.name);
    // On another axis than it was drawn on it would be false.
    frame.ghost.innerHTML = isSame || !drawn.held ? "" : this.ghosts[name] ?? "";
    frame.title.textContent = unbroken(title);
    frame.how.textContent = drawn.subtitle;
    frame.how.hidden = !drawn.subtitle;
    for (const svg of [frame.drawing.firstElementChild, frame.ghost.firstElementChild]) {
      for (const side of ["width", "height"]) svg?.removeAttribute(side);
    }
    if (frame.table) frame.table.replaceChildren(chainTable(look.chain, isSame ? null : written?.chain));
  }

  /** The figures of the case as written, to stand behind those of every other run. */
  keepGhosts(look) {
    this.ghosts = {};
    for (const name of ["npv", "roi", "cash"]) {
      if (look.figures[name]) this.ghosts[name] = outline(look.figures[name].svg);
    }
  }

  /** A new width begins anew: no room of the old one is kept. */
  unsettle() {
    const kept = [...this.sentences.children, this.before, ...this.figures.querySelectorAll(".finding, .live-picture")];
    for (const element of kept) element.style.minHeight = "";
  }
}

/** A sentence in which no minus is left behind by its number. */
function unbroken(text) {
  return text.replace(/−(?=\S)/g, "−\u2060");
}

/** A title, or a drawing with one, without the name of the case, which stands above all of it. */
function unnamed(text, name) {
  const safe = (plain) => plain.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  for (const before of [name, safe(name), say("layer")]) {
    for (const begin of ["", "\n", ">", '"']) {
      const at = begin ? text.indexOf(`${begin}${before}: `) : text.startsWith(`${before}: `) ? 0 : -1;
      if (at < 0) continue;
      const from = at + begin.length + before.length + 2;
      text = text.slice(0, at + begin.length) + text.charAt(from).toUpperCase() + text.slice(from + 1);
    }
  }
  return text;
}

/** Of a figure what stands behind another run: the outline of a histogram, the line of a curve. */
function outline(svg) {
  const whole = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  const points = (mark) => mark.getAttribute("points").trim().split(/\s+/).length;
  const lines = [...whole.querySelectorAll("polyline")].filter((line) => points(line) > 2);
  const areas = lines.length ? [] : [...whole.querySelectorAll("polygon")].filter((area) => points(area) > 8);
  whole.replaceChildren(...lines, ...areas);
  for (const name of ["role", "aria-label"]) whole.removeAttribute(name);
  return whole.outerHTML;
}

/** The chain as a table; with `written` also what it is as written. */
function chainTable(rows, written) {
  const heads = [say("chain-indicator"), say("chain-without"), say("chain-with"), say("chain-change")];
  if (written) heads.push(say("chain-written"));
  const told = (row, i) => [row.without, row.with, row.change, ...(written ? [written[i]?.with ?? ""] : [])];
  const cells = (row, i) => told(row, i).map((text) => make("td", { class: "number" }, text));
  return make("table", {},
    make("thead", {}, make("tr", {}, ...heads.map((head, i) => make("th", { scope: "col", class: i ? "number" : false }, head)))),
    make("tbody", {}, ...rows.map((row, i) => make("tr", { class: row.part ? "part" : false }, make("th", { scope: "row" }, row.label), ...cells(row, i)))));
}

/** A figure as a file of its own: colours in place of the variables of the page. */
function standalone(svg) {
  const style = getComputedStyle(document.documentElement);
  const plain = svg.replace(/var\((--[\w-]+)\)/g, (_, name) => style.getPropertyValue(name).trim() || "currentColor");
  return plain.includes("xmlns=") ? plain : plain.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
}
