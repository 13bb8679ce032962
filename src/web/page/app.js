// One open case on the page: controls, results, variants, files, link.

class App {
  /**
   * `place` is filled; `options` are what the runner needs, `links`, whether the address has what is set, and `restored`, what
   * the same case had in another language: `set`, `variants`, `moves`.
   */
  constructor(place, options) {
    this.place = place;
    this.options = options;
    this.restored = options.restored ?? {};
    this.set = this.restored.set ?? {};
    this.accepted = {};
    this.finished = null;
    this.lastTold = [];
    this.lastShares = {};
    this.runner = new Runner({
      ...options,
      variants: new Map(this.restored.variants),
      opened: (told) => this.opened(told),
      view: (wish, stage, last) => this.view(wish, stage, last),
      begins: (started, wish) => this.begins(started, wish),
      shows: (look, wish, last, asked) => this.shows(look, wish, last, asked),
      done: (wish, against) => this.done(wish, against),
      hasKept: (variant) => this.variants.keep(variant),
      refused: (error, wish) => this.refused(error, wish),
      trapped: (reason) => this.notice(say("trap", { reason })),
      lost: (reason) => this.notice(say("lost", { reason })),
    });
  }

  async open() {
    await this.runner.open();
    const { set, wrong } = this.restored.set ? { set: this.restored.set, wrong: [] } : await this.linked();
    this.tellLink(wrong);
    this.set = set;
    this.controls.show(Object.keys(set));
    this.runner.wish({ set, written: Object.keys(set).length === 0 });
    if (this.options.links && location.hash.startsWith("#case=")) byId("live").scrollIntoView();
    if (this.options.links) addEventListener("hashchange", () => this.followLink());
    this.watchWidth();
  }

  /** What another page of the same case, in another language, begins with. */
  kept() {
    return { set: this.set, variants: this.runner.variants, moves: this.pays ? this.pays.found : this.restored.moves };
  }

  opened(told) {
    if (this.told) return;
    this.told = told;
    currency = told.currency;
    language = told.lang;
    this.build();
  }

  /** Another case comes in its place. */
  end() {
    this.pays?.interrupt();
    this.runner.engine.end();
    this.watch?.disconnect();
  }

  build() {
    const { told } = this;
    const part = (name, tag = "div", more = {}) => (this[name] = make(tag, { class: `live-${name}`, ...more }));
    part("values", "dl");
    this.values.classList.add("cards");
    part("answer");
    part("figures");
    part("progress", "p");
    part("status", "p", { role: "status" });
    this.status.classList.add("quiet");
    part("warning", "div", { role: "alert", hidden: true });
    part("unused", "div", { role: "alert", hidden: true });
    part("changed", "div");
    part("sliders");
    part("moves");
    part("side");
    this.results = new Results(told, { values: this.values, answer: this.answer, figures: this.figures, progress: this.progress,
      save: (name) => this.saveFigure(name) });
    this.controls = new Controls(told, this.sliders, (id, value, dragging) => this.moved(id, value, dragging));
    this.controls.show([...(told.numbers ?? []), ...told.first]);
    this.search = new Search(told, this.controls);
    this.variants = new Variants(this.side, (variant) => this.load(variant.wish), (name) => this.runner.forget(name));
    this.pays = new Moves(this.moves, { ...this.options, found: this.restored.moves, given: told.moves, isChain: told.kind === "chain" },
      (set) => this.load(set));
    this.resetAll = make("button", { type: "button", disabled: true, onclick: () => this.load({}) }, say("reset"));
    this.keepButton = make("button", { type: "button", disabled: true, onclick: () => this.keep() }, say("keep"));
    const files = [["download-changes", () => this.saveFile()], ["download-findings", () => this.saveFindings()]];
    if (told.preset) files.unshift(["download-scenario", () => this.saveScenario()]);
    this.files = make("div", { class: "live-files" }, make("h3", {}, say("take-along")), make("p", { class: "note" }, say("take-note")),
      ...files.map(([key, save]) => make("button", { type: "button", onclick: save }, say(key))));
    const controls = make("div", { class: "live-controls" }, make("h3", {}, say("controls")), make("p", { class: "note" }, say("controls-note")),
      this.sliders, this.search.element, make("div", { class: "row" }, this.resetAll, this.keepButton));
    const results = make("div", { class: "live-results" }, this.answer, this.figures, this.progress);
    this.place.replaceChildren(this.unused, this.warning, this.values, this.changed, this.moves,
      make("div", { class: "live-grid" }, controls, results),
      make("div", { class: "live-variants" }, make("h3", {}, say("variants")), make("p", { class: "note" }, say("variants-note")), this.side),
      this.files, this.status);
    this.place.hidden = false;
  }

  view(wish, stage, last) {
    const figures = last || !this.runner.written ? this.results.names : this.results.inView();
    return { until: stage, figures, width: this.results.width(), hold: this.runner.written?.hold ?? null };
  }

  /** A control was moved: undefined is as written. */
  moved(id, value, dragging) {
    const set = { ...this.set };
    if (value === undefined) delete set[id];
    else set[id] = value;
    if (isSame(set, this.set) && !dragging) return this.mark();
    this.takes(set);
  }

  /** Sets all at once: a variant, a move, a link, nothing. */
  load(set) {
    this.controls.forgive();
    this.takes(set);
  }

  takes(set) {
    this.set = { ...set };
    this.controls.show(Object.keys(set));
    this.mark();
    this.began = performance.now();
    this.pays.interrupt();
    this.runner.wish({ set: this.set });
  }

  /** The controls as they are set; the words of the core for a value hold as long as that value. */
  mark() {
    const told = this.lastTold.filter((one) => this.set[one.id] === this.accepted[one.id]);
    this.controls.mark(this.set, told, isSame(this.set, this.accepted) ? this.lastShares : {});
    this.resetAll.disabled = Object.keys(this.set).length === 0;
    this.pays.of(this.set);
  }

  begins(started, wish) {
    if (wish.written) return;
    this.started = started;
    this.accepted = wish.set;
    this.lastTold = started.set;
    this.lastShares = started.mix ?? {};
    if (wish.set === this.set) this.mark();
    this.warning.hidden = true;
    this.listChanges(started.set);
    this.writeLink(started);
  }

  /** What is set, for paper: there are no sliders on it. */
  listChanges(set) {
    const line = ({ label, from, to, unit }) => make("li", {}, `${label}: ${from || NONE} → ${[to, unit].filter(Boolean).join(" ")}`);
    this.changed.replaceChildren(...(set.length ? [make("h3", {}, say("changed")), make("ul", {}, ...set.map(line))] : []));
  }

  /** What is set stands on the page, and never the case as written in its place, but for the first picture. */
  shows(look, wish, last, asked) {
    if (wish.written && last) this.results.keepGhosts(look);
    if (wish.written && this.look && Object.keys(this.set).length) return;
    const isWritten = wish.written || Object.keys(wish.set).length === 0;
    this.results.show(look, this.runner.written?.look, isWritten, asked);
    this.look = look;
    if (this.began && look.trials === STAGES[0]) {
      this.place.dataset.latency = (performance.now() - this.began).toFixed(1);
      this.began = 0;
    }
  }

  /** The finest answer stands. */
  done(wish, against) {
    const isWritten = Object.keys(wish.set).length === 0;
    const stands = isSame(wish.set, this.set);
    if (stands) this.stands(wish, against?.against ?? [], isWritten);
    this.place.dataset.finished = Number(this.place.dataset.finished ?? 0) + 1;
    if (!wish.written) return;
    this.started ??= this.runner.written.started;
    this.variants.show(this.runner.written);
  }

  stands(wish, against, isWritten) {
    this.finished = wish.set;
    this.keepButton.disabled = isWritten;
    const better = against.find((one) => one.name === "A");
    const told = better && !isWritten ? say("status-better", { share: better.better_text }) : "";
    this.status.textContent = `${this.look.answer[0]} ${told}`.trim();
    if (isWritten) this.started = this.runner.written?.started ?? this.started;
    const isIdle = () => !this.runner.busy && isSame(this.finished, this.set);
    this.findShares().then(() => this.pays.lookSoon(isIdle));
  }

  /**
   * A refusal is said beside what it is about; that falls back to what holds, and the rest stays. A newer wish has the same
   * in it, and is refused for it in its turn.
   */
  refused(error, wish) {
    if (wish.set !== this.set) return;
    const all = error.diagnostics ?? [];
    const place = (one) => `${one.file}:${one.line}:${one.column}: `;
    const said = all.length ? all.map((one) => one.message.replace(place(one), "")).join("\n") : error.message;
    const changed = [...new Set([...Object.keys(wish.set), ...Object.keys(this.accepted)])].filter((id) => wish.set[id] !== this.accepted[id]);
    const blamed = this.controls.blamed(changed, all.map((one) => one.key));
    this.set = { ...wish.set };
    for (const id of blamed) {
      if (id in this.accepted) this.set[id] = this.accepted[id];
      else delete this.set[id];
    }
    const parts = blamed.map((id) => this.controls.parts.get(id)).filter(Boolean);
    for (const part of parts) part.wrong(said);
    this.mark();
    if (!parts.length) this.notice(said);
    if (blamed.length && !isSame(this.finished, this.set)) this.runner.wish({ set: this.set });
  }

  notice(text) {
    this.warning.textContent = text;
    this.warning.hidden = false;
  }

  /** What explains the spread, where nobody found it beforehand: its sliders. */
  async findShares() {
    if (this.options.case.given || this.shared) return;
    this.shared = true;
    try {
      const { first } = await aside(this.options, "shares", { trials: 1024 }).answer;
      this.controls.show(first);
      this.mark();
    } catch (error) {
      this.notice(error.message);
    }
  }

  async keep() {
    await this.runner.whenIdle();
    const name = this.variants.free();
    if (!name) return this.notice(say("variants-full"));
    await this.runner.keep(name, { values: this.look.values, set: this.started.set, wish: this.finished });
  }

  async linked() {
    const fragment = location.hash.slice(1);
    if (!this.options.links || !fragment.startsWith("case=")) return { set: {}, wrong: [] };
    return this.runner.engine.ask("link", { fragment });
  }

  async followLink() {
    if (!location.hash.startsWith("#case=") || location.hash.slice(1) === this.fragment) return;
    const { set, wrong } = await this.runner.later("link", { fragment: location.hash.slice(1) });
    this.load(set);
    this.tellLink(wrong);
  }

  /** What of a link is not used stays said until the reader has done with it. */
  tellLink(wrong) {
    this.unused.hidden = wrong.length === 0;
    const close = make("button", { type: "button", onclick: () => (this.unused.hidden = true) }, say("close"));
    this.unused.replaceChildren(make("p", {}, say("link-unused")), ...wrong.map((sentence) => make("p", {}, cut(sentence, 400))), close);
  }

  writeLink(started) {
    if (!this.options.links) return;
    const before = location.hash.startsWith("#case=");
    if (started.as_written && !before) return;
    this.fragment = started.as_written ? "" : started.link;
    try {
      history.replaceState(null, "", this.fragment ? `#${this.fragment}` : location.pathname);
    } catch {
      // A page inside another may not change its address; the files say the same.
    }
  }

  async saveFile() {
    await this.runner.whenIdle();
    const { name, text } = await this.runner.engine.ask("file");
    download(name, text, "application/toml");
  }

  async saveScenario() {
    const { name, text } = await this.runner.later("scenario");
    download(name, text, "application/toml");
  }

  async saveFindings() {
    const { name, text } = await this.runner.later("findings");
    download(name, text, "application/json");
  }

  async saveFigure(name) {
    const { figures } = await this.runner.later("look", { figures: [name], width: 960, captioned: true });
    if (figures[name]) download(`${name}.svg`, standalone(figures[name].svg), "image/svg+xml");
  }

  /** Figures are drawn for a width; where that changes, the case as written is drawn again first, to stand behind. */
  watchWidth() {
    let [room, width] = [this.figures.clientWidth, this.results.width()];
    this.watch = new ResizeObserver(() => {
      if (this.figures.clientWidth === room) return;
      room = this.figures.clientWidth;
      this.results.unsettle();
      if (this.results.width() === width) return;
      width = this.results.width();
      this.runner.written = null;
      this.finished = null;
      this.runner.wish({ set: this.set, written: Object.keys(this.set).length === 0 });
    });
    this.watch.observe(this.figures);
  }
}
