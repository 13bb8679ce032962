// What makes it pay: a row of buttons that set the sliders. Finding them takes seconds, so that a second instance looks for them
// while nobody waits.

/** How long nothing is moved before it is looked for, ms. */
const PAUSE = 800;

/** A question to an instance of its own: its `answer`, and `end`, which leaves it without one. */
function aside({ module, case: opened }, name, more) {
  const engine = new Engine(module);
  const ask = async () => {
    await engine.ready;
    await engine.ask("open", opened);
    return engine.ask(name, more);
  };
  return { answer: ask().finally(() => engine.end()), end: () => engine.end() };
}

class Moves {
  /** `options`: `module`, `case`; `given`, moves of the case as written, or null; `found`, what was found in another language. */
  constructor(place, options, chosen) {
    this.place = place;
    this.options = options;
    this.chosen = chosen;
    this.set = {};
    this.found = options.given ? { moves: options.given, set: {}, lang: language } : options.found ?? null;
    if (options.isChain) this.build();
    this.show();
  }

  /** The inputs are set so now. */
  of(set) {
    this.set = set;
    this.show();
  }

  /** Whoever moves something waits for nothing else. */
  interrupt() {
    clearTimeout(this.timer);
    this.search?.end();
    this.search = null;
  }

  /** Looks as soon as nothing moved for a while, where nothing is known in this language. */
  lookSoon(isIdle) {
    clearTimeout(this.timer);
    if (!this.options.isChain || this.failed || this.search || this.found?.lang === language) return;
    this.timer = setTimeout(() => isIdle() && this.look(this.found?.set ?? this.set), PAUSE);
  }

  async look(set) {
    this.interrupt();
    this.failed = "";
    const more = Object.keys(set).length ? { set } : {};
    const search = aside(this.options, "moves", { trials: 2048, ...more });
    this.search = search;
    this.show();
    try {
      const { moves } = await search.answer;
      if (this.search !== search) return;
      this.found = { moves, set: { ...set }, lang: language };
    } catch (error) {
      if (this.search !== search) return;
      this.failed = error.message;
    }
    this.search = null;
    this.show();
  }

  isIn(move) {
    return Object.entries(move.set).every(([id, value]) => this.set[id] === value);
  }

  /** A move that is in force is taken back. */
  choose(move) {
    const set = { ...this.set, ...move.set };
    if (this.isIn(move)) {
      for (const id of Object.keys(move.set)) {
        delete set[id];
        if (id in this.found.set) set[id] = this.found.set[id];
      }
    }
    this.chosen(set);
  }

  /** What is set besides what these moves set: they hold for what they were found for, and one on top of another. */
  besides(set) {
    const isOfMove = ([id, value]) => this.found.moves.some((move) => move.set[id] === value);
    const ids = new Set(this.found.moves.flatMap((move) => Object.keys(move.set)));
    const own = Object.entries(set).filter((one) => !isOfMove(one));
    const former = Object.entries(this.found.set).filter(([id]) => ids.has(id) && isOfMove([id, set[id]]));
    return Object.fromEntries([...former, ...own]);
  }

  holds() {
    return isSame(this.besides(this.set), this.besides(this.found.set));
  }

  build() {
    this.note = make("span", { role: "status" });
    this.again = make("button", { type: "button", class: "look", hidden: true, onclick: () => this.look(this.set) }, say("moves-again"));
    this.row = make("div", { class: "all-moves" });
    this.place.replaceChildren(make("h3", {}, say("moves")), make("p", { class: "note" }, this.note, " ", this.again), this.row);
  }

  show() {
    if (!this.options.isChain) return;
    const { found } = this;
    if (this.shown !== found) {
      this.shown = found;
      this.row.replaceChildren(...(found?.moves ?? []).map((move) => this.button(move)));
      if (found && found.lang !== language) this.row.lang = found.lang;
      else this.row.removeAttribute("lang");
    }
    const [note, isFormer] = this.says();
    if (this.note.textContent !== note) this.note.textContent = note;
    this.again.hidden = !isFormer;
    this.row.classList.toggle("former", isFormer);
    this.row.hidden = found?.moves.length === 0;
    for (const move of found?.moves ?? []) {
      this.row.querySelector(`[data-move="${move.key}"]`)?.setAttribute("aria-pressed", String(this.isIn(move)));
    }
  }

  /** What stands above the buttons, and whether to offer to look again. */
  says() {
    if (this.search) return [say("moves-wait"), false];
    if (this.failed) return [cut(this.failed, 300), true];
    if (!this.found) return [say("moves-later"), false];
    if (!this.holds()) return [say("moves-former"), true];
    return [say(this.found.moves.length ? "moves-note" : "moves-none"), false];
  }

  button(move) {
    return make("button", { type: "button", "data-move": move.key, title: move.text, onclick: () => this.choose(move) },
      make("span", {}, move.label), make("b", {}, [move.gain_text, move.error_text].filter(Boolean).join(" ")), make("small", {}, move.text));
  }
}
