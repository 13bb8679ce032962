// The page without a case: a sector, or a scenario file dropped on it; in either language.

class Chooser {
  constructor(place, common, words) {
    this.place = place;
    this.common = common;
    this.words = words;
  }

  async begin() {
    this.asker = new Engine(this.common.module);
    await this.asker.ready;
    this.place.hidden = false;
    await this.show();
  }

  async show() {
    texts = this.words[language];
    document.documentElement.lang = language;
    const { presets } = await this.asker.ask("presets", { lang: language });
    const sectors = make("select", { id: "live-sector" }, make("option", { value: "" }, say("choose")),
      ...presets.map(({ preset, label }) => make("option", { value: preset }, label)));
    sectors.value = this.last?.preset ?? "";
    sectors.addEventListener("change", () => sectors.value && this.open({ preset: sectors.value, lang: language, given: null }));
    const file = make("input", { type: "file", id: "live-file", multiple: true, accept: ".toml,.csv" });
    file.addEventListener("change", () => this.dropped(file.files));
    this.wrong = make("div", { class: "live-errors", role: "alert" });
    this.case = make("div", { class: "live-case" });
    const head = make("header", {}, make("p", { class: "kicker" }, "delight"), make("h1", {}, say("title")), make("p", {}, say("lead")), this.languages());
    this.place.replaceChildren(head,
      make("div", { class: "live-chooser" },
        make("div", {}, make("label", { for: "live-sector" }, say("sector")), sectors),
        make("div", { class: "drop" }, make("label", { for: "live-file" }, say("drop-file")), file)),
      this.wrong, this.case);
    document.title = say("title");
    this.listen();
    if (this.last) await this.open({ ...this.last, lang: language });
  }

  languages() {
    const names = { en: "English", nl: "Nederlands" };
    const button = (code) => make("button", { type: "button", lang: code, "aria-pressed": String(code === language),
      onclick: () => { language = code; this.show(); } }, names[code]);
    return make("div", { class: "row", role: "group", "aria-label": say("language") }, ...Object.keys(this.words).map(button));
  }

  /** A file may be dropped anywhere. */
  listen() {
    if (this.listens) return;
    this.listens = true;
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
      event.preventDefault();
      this.dropped(event.dataTransfer.files);
    });
  }

  async dropped(list) {
    const files = Object.fromEntries(await Promise.all([...list].map(async (file) => [file.name, await file.text()])));
    const cases = Object.keys(files).filter((name) => name.endsWith(".toml"));
    // The case is the one that no other is built on.
    const isBase = (name) => cases.some((other) => other !== name && files[other].includes(`"${name}"`));
    const main = cases.find((name) => !isBase(name));
    if (!main) return this.wrong.replaceChildren(make("p", {}, say("drop-none")));
    await this.open({ files, main, lang: language, given: null });
  }

  async open(open) {
    this.wrong.replaceChildren();
    this.app?.runner.engine.end();
    this.app = null;
    this.case.replaceChildren();
    try {
      await this.asker.ask("open", open);
    } catch (error) {
      return this.tell(error);
    }
    this.last = open;
    const place = make("div");
    const name = make("h2");
    this.case.replaceChildren(name, place);
    this.app = new App(place, { ...this.common, links: false, settings: { seed: null, trials: null, lens: null }, case: open });
    window.live = this.app;
    await this.app.open();
    name.textContent = this.app.told.name;
  }

  /** What is wrong with a file: line, key, what stands there, the rule, what to write. */
  tell(error) {
    const all = error.error?.diagnostics ?? [];
    const one = (wrong) => make("li", {}, make("p", {}, wrong.message),
      wrong.line_text ? make("pre", {}, make("code", {}, `${wrong.line} | ${wrong.line_text}`)) : null);
    this.wrong.replaceChildren(make("h2", {}, say("wrong-file")), all.length ? make("ul", {}, ...all.map(one)) : make("p", {}, error.message));
    if (error.error?.more) this.wrong.append(make("p", { class: "note" }, say("wrong-more", { count: error.error.more })));
  }
}
