// One open case on the page: controls, results, variants, files, link.

class App {
  /** `place` is filled; `options` are what the runner needs. */
  constructor(place, options) {
    this.place = place;
    this.options = options;
    this.set = {};
    this.lastTold = [];
    this.isDragging = false;
    this.runner = new Runner({
      ...options,
      opened: (told) => this.opened(told),
      view: (wish, stage, last) => this.view(wish, stage, last),
      begins: (started, wish) => this.begins(started, wish),
      shows: (look, wish, last) => this.shows(look, wish, last),
      done: (wish, against) => this.done(wish, against),
      refused: (error, wish) => this.refused(error, wish),
      trapped: (reason) => this.notice(say("trap", { reason })),
      lost: (reason) => this.notice(say("lost", { reason })),
    });
  }

  async open() {
    await this.runner.open();
    const { set, wrong } = await this.linked();
    this.wrongLink = wrong;
    this.runner.wish({ set, written: Object.keys(set).length === 0 });
    this.set = set;
    this.controls.show(Object.keys(set));
    this.controls.mark(set);
    addEventListener("hashchange", () => this.followLink());
    this.watchWidth();
  }

  opened(told) {
    if (this.told) return;
    this.told = told;
    currency = told.currency;
    language = told.lang;
    this.build();
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
    part("sliders");
    part("moves");
    part("side");
    this.results = new Results(told, { values: this.values, answer: this.answer, figures: this.figures, progress: this.progress,
      save: (name) => this.saveFigure(name) });
    this.controls = new Controls(told, this.sliders, (id, value, dragging) => this.moved(id, value, dragging));
    this.controls.show([...(told.numbers ?? []), ...told.first]);
    this.search = new Search(told, this.controls);
    this.variants = new Variants(this.side, (variant) => this.load(variant.wish), (name) => this.forget(name));
    this.resetAll = make("button", { type: "button", disabled: true, onclick: () => this.load({}) }, say("reset"));
    this.keepButton = make("button", { type: "button", disabled: true, onclick: () => this.keep() }, say("keep"));
    const files = [["download-changes", () => this.saveFile()], ["download-findings", () => this.saveFindings()]];
    if (told.preset) files.unshift(["download-scenario", () => this.saveScenario()]);
    this.files = make("div", { class: "live-files" }, make("h3", {}, say("take-along")), make("p", { class: "note" }, say("take-note")),
      ...files.map(([key, save]) => make("button", { type: "button", onclick: save }, say(key))));
    const controls = make("div", { class: "live-controls" }, make("h3", {}, say("controls")), make("p", { class: "note" }, say("controls-note")),
      this.moves, this.sliders, this.search.element, make("div", { class: "row" }, this.resetAll, this.keepButton));
    const results = make("div", { class: "live-results" }, this.answer, this.figures, this.progress);
    this.place.replaceChildren(this.warning, this.values, make("div", { class: "live-grid" }, controls, results),
      make("div", { class: "live-variants" }, make("h3", {}, say("variants")), make("p", { class: "note" }, say("variants-note")), this.side),
      this.files, this.status);
    this.place.hidden = false;
    if (told.kind === "chain") this.showMoves(told.moves);
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
    if (JSON.stringify(set) === JSON.stringify(this.set) && !dragging) return this.controls.mark(this.set, this.lastTold);
    this.load(set);
  }

  load(set) {
    this.set = { ...set };
    this.controls.show(Object.keys(set));
    this.controls.mark(this.set);
    this.resetAll.disabled = Object.keys(this.set).length === 0;
    this.began = performance.now();
    this.runner.wish({ set: this.set });
  }

  begins(started, wish) {
    if (wish.written) return;
    this.started = started;
    this.accepted = wish.set;
    this.lastTold = started.set;
    if (wish.set === this.set) this.controls.mark(this.set, started.set);
    this.warning.hidden = true;
    this.writeLink(started);
  }

  shows(look, wish, last) {
    if (wish.written && last) this.results.keepGhosts(look);
    const isSame = wish.written || Object.keys(wish.set).length === 0;
    this.results.show(look, this.runner.written?.look, isSame);
    this.look = look;
    if (this.began && look.trials === STAGES[0]) {
      this.place.dataset.latency = (performance.now() - this.began).toFixed(1);
      this.began = 0;
    }
  }

  /** The finest answer stands. */
  done(wish, against) {
    this.against = against?.against ?? [];
    this.wish = wish;
    this.keepButton.disabled = Boolean(wish.written) || Object.keys(wish.set).length === 0;
    this.place.dataset.finished = Number(this.place.dataset.finished ?? 0) + 1;
    const better = this.against.find((one) => one.name === "A");
    this.status.textContent = [this.look.answer[0], better && !this.keepButton.disabled ? say("status-better", { share: better.better_text }) : ""].join(" ").trim();
    if (!wish.written) return;
    this.started = this.runner.written.started;
    this.variants.show(this.runner.written);
    for (const sentence of this.wrongLink ?? []) this.notice(sentence);
    this.wrongLink = [];
    this.findShares();
  }

  refused(error, wish) {
    const place = (one) => `${one.file}:${one.line}:${one.column}: `;
    const said = error.diagnostics?.length ? error.diagnostics.map((one) => one.message.replace(place(one), "")).join("\n") : error.message;
    const [id] = Object.keys(wish.set).filter((key) => wish.set[key] !== this.accepted?.[key]);
    const part = id && this.controls.parts.get(id);
    if (wish.set === this.set) this.set = { ...this.accepted };
    if (part) part.wrong(said);
    else this.notice(said);
  }

  notice(text) {
    this.warning.textContent = text;
    this.warning.hidden = false;
  }

  showMoves(moves) {
    const button = (move) => make("button", { type: "button", "data-move": move.key, title: move.text, onclick: () => this.load({ ...this.set, ...move.set }) },
      make("span", {}, move.label, " ", make("b", {}, move.gain_text)), make("small", {}, move.text));
    const content = moves === null
      ? [make("p", { class: "note" }, say("moves-ask")), make("button", { type: "button", onclick: () => this.findMoves() }, say("moves-look"))]
      : [make("p", { class: "note" }, moves.length ? say("moves-note") : say("moves-none")), ...moves.map(button)];
    this.moves.replaceChildren(make("h4", {}, say("moves")), ...content);
  }

  /** What makes it pay takes seconds: a second instance looks for it, so that no slider waits. */
  async findMoves() {
    this.moves.replaceChildren(make("h4", {}, say("moves")), make("p", { class: "note", role: "status" }, say("moves-wait")));
    await this.aside("moves", { trials: 1024 }, ({ moves }) => this.showMoves(moves));
  }

  /** What explains the spread, where nobody found it beforehand: its sliders. */
  async findShares() {
    if (this.options.case.given || this.shared) return;
    this.shared = true;
    await this.aside("shares", { trials: 1024 }, ({ first }) => this.controls.show(first));
  }

  async aside(name, more, then) {
    const engine = new Engine(this.options.module);
    try {
      await engine.ready;
      await engine.ask("open", this.options.case);
      then(await engine.ask(name, more));
    } catch (error) {
      this.notice(error.message);
    }
    engine.end();
  }

  async keep() {
    await this.runner.whenIdle();
    const name = this.variants.free();
    if (!name) return this.notice(say("variants-full"));
    const kept = await this.runner.engine.ask("keep", { name });
    this.variants.keep({ name, values: this.look.values, set: this.started.set, wish: this.wish.set, against: kept.against });
  }

  async forget(name) {
    await this.runner.later("drop", { name });
  }

  async linked() {
    const fragment = location.hash.slice(1);
    if (!fragment.startsWith("case=")) return { set: {}, wrong: [] };
    return this.runner.engine.ask("link", { fragment });
  }

  async followLink() {
    if (!location.hash.startsWith("#case=") || location.hash.slice(1) === this.fragment) return;
    const { set, wrong } = await this.runner.later("link", { fragment: location.hash.slice(1) });
    this.load(set);
    for (const sentence of wrong) this.notice(sentence);
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
    new ResizeObserver(() => {
      if (this.figures.clientWidth === room) return;
      room = this.figures.clientWidth;
      this.results.unsettle();
      if (this.results.width() === width) return;
      width = this.results.width();
      this.runner.written = null;
      this.runner.wish({ set: this.set, written: Object.keys(this.set).length === 0 });
    }).observe(this.figures);
  }
}
