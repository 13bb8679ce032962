// Runs: one under way and one waiting, the newest. 512 trials, then 4,096, then all of them, in steps between which a newer
// question ends the older.

const STEP = 512;
const STAGES = [512, 4096];

class Runner {
  /**
   * `options`: `module`; `open`, what the case is opened with; `run`, seed, trials and lens of the case as written; and what is
   * called: `shows(look, wish, last, asked)`, `begins(started)`, `done(wish, against)`, `refused(error, wish)`, `trapped(reason)`,
   * `opened(told)`, `hasKept(variant)`.
   */
  constructor(options) {
    Object.assign(this, options);
    this.engine = new Engine(this.module);
    this.waiting = null;
    this.busy = false;
    this.written = null;
    /** What is held against one another: what each has set, by its name. */
    this.variants ??= new Map();
    this.kept = new Set();
  }

  async open() {
    await this.engine.ready;
    const hello = await this.engine.ask("hello");
    if (hello.contract !== this.contract || hello.version !== this.version) throw new Error("version");
    this.told = await this.engine.ask("open", this.case);
    this.opened(this.told);
  }

  /** Asks for a run; one that waits is forgotten for it. */
  wish(wish) {
    this.waiting = wish;
    if (!this.busy) this.work();
  }

  async work() {
    this.busy = true;
    while (this.waiting) {
      const wish = this.waiting;
      this.waiting = null;
      try {
        const hasStrayed = !this.written && (await this.asWritten());
        if (!wish.written) await this.run(wish);
        else if (hasStrayed) await this.run({ set: {} });
      } catch (error) {
        await this.failed(error, wish);
      }
    }
    this.busy = false;
    const idle = this.onIdle;
    this.onIdle = null;
    idle?.();
  }

  /**
   * The case as written, drawn to its end whatever is asked meanwhile: all else is held against it. True where the last run
   * is another one.
   */
  async asWritten() {
    const wish = { written: true, set: {} };
    await this.run(wish, true);
    await this.engine.ask("keep", { name: "A" });
    this.kept.add("A");
    const lost = [...this.variants].filter(([name]) => !this.kept.has(name));
    for (const [name, set] of lost) await this.again(name, set);
    return lost.length > 0;
  }

  /** A variant that a new instance does not know is drawn once more. */
  async again(name, set) {
    const started = await this.engine.ask("start", { ...this.settings, set });
    for (let drawn = 0; drawn < started.trials; ) {
      drawn = Math.min(drawn + STEP, started.trials);
      await this.engine.ask("draw", { until: drawn });
    }
    const look = await this.engine.ask("look", { until: started.trials, figures: [], width: 640, hold: null });
    await this.keep(name, { values: look.values, set: started.set, wish: set });
  }

  async keep(name, variant) {
    const { against } = await this.engine.ask("keep", { name });
    this.kept.add(name);
    this.variants.set(name, variant.wish);
    this.hasKept({ ...variant, name, against });
  }

  async forget(name) {
    this.variants.delete(name);
    this.kept.delete(name);
    await this.later("drop", { name });
  }

  async run(wish, whole = false) {
    const started = await this.engine.ask("start", { ...this.settings, set: wish.set });
    this.begins(started, wish);
    const stages = [...STAGES.filter((stage) => stage < started.trials), started.trials];
    let drawn = 0;
    for (const stage of stages) {
      while (drawn < stage) {
        if (this.waiting && !whole) return;
        drawn = Math.min(drawn + STEP, stage);
        await this.engine.ask("draw", { until: drawn });
      }
      if (this.waiting && !whole && stage > STAGES[0]) return;
      const last = stage === started.trials;
      const view = this.view(wish, stage, last);
      let look = await this.engine.ask("look", view);
      if (whole && last) {
        const hold = roomier(look.hold);
        look = await this.engine.ask("look", { ...view, hold });
        this.written = { look, started, hold };
      }
      this.shows(look, wish, last, view.figures);
    }
    if (!whole) this.done(wish, await this.engine.ask("against"));
    else this.done(wish, null);
  }

  /** A refusal is said beside what was set; after a trap there is a new instance, and the case is opened again. */
  async failed(error, wish) {
    if (error instanceof Refused) return this.refused(error.error, wish);
    this.trapped(error.message);
    this.written = null;
    this.kept.clear();
    try {
      this.told = await this.engine.ask("open", this.case);
    } catch (again) {
      this.lost(again.message);
    }
  }

  /** Asks what needs the finished run; waits for it where one is under way. */
  async whenIdle() {
    if (this.busy) await new Promise((resolve) => (this.onIdle = chained(this.onIdle, resolve)));
  }

  async later(name, more) {
    await this.whenIdle();
    return this.engine.ask(name, more);
  }
}

/** Axes and bars of the case as written with room for what it may become, since they stay while sliders move. */
function roomier(hold) {
  const edges = hold?.edges ?? [];
  const width = (edges.at(-1) - edges[0]) / (edges.length - 1);
  const more = Math.ceil(0.15 * edges.length);
  const beside = (from, step) => Array.from({ length: more }, (_, i) => from + step * (i + 1));
  const wide = edges.length > 1 ? [...beside(edges[0], -width).reverse(), ...edges, ...beside(edges.at(-1), width)] : edges;
  const wider = ([low, high], below, above) => [low - below * (high - low), high + above * (high - low)];
  const axes = Object.entries(hold?.axes ?? {}).map(([name, axis]) => {
    const [below, above] = { npv: [0, 0.4], chain: [0, 0] }[name] ?? [0.15, 0.25];
    return [name, { ...axis, range: wider(axis.range, below, above) }];
  });
  return { ...hold, edges: wide, axes: Object.fromEntries(axes) };
}

function chained(first, second) {
  return () => {
    first?.();
    second();
  };
}
