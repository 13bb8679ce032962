// The page without a case: a sector, or a scenario file dropped on it; in either language.

/** Most letters of a line of a file that is shown. */
const LINE = 160;

class Chooser {
  constructor(place, common, words) {
    this.place = place;
    this.common = common;
    this.words = words;
    this.turn = 0;
  }

  async begin() {
    this.asker = new Engine(this.common.module);
    await this.asker.ready;
    this.head = make("div");
    this.wrong = make("div", { class: "live-errors", role: "alert" });
    this.status = make("p", { class: "note", role: "status" });
    this.case = make("div", { class: "live-case" });
    this.place.replaceChildren(this.head, this.wrong, this.status, this.case);
    // The title that stands there for whoever runs no script.
    for (const still of document.querySelectorAll("#live > header, #live > .note")) still.remove();
    this.place.hidden = false;
    this.listen();
    await this.show();
  }

  /** What stands above the case, in the language of the reader. */
  async show() {
    texts = this.words[language];
    document.documentElement.lang = language;
    document.title = say("title");
    const { presets } = await this.asker.ask("presets", { lang: language });
    this.sectors = make("select", { id: "live-sector" }, make("option", { value: "" }, say("choose")),
      ...presets.map(({ preset, label }) => make("option", { value: preset }, label)));
    this.sectors.value = this.last?.preset ?? "";
    this.sectors.addEventListener("change", () => this.sectors.value && this.open({ preset: this.sectors.value, given: null }));
    this.file = make("input", { type: "file", id: "live-file", multiple: true, accept: ".toml,.csv" });
    this.file.addEventListener("change", () => this.dropped(this.file.files));
    this.head.replaceChildren(
      make("header", {}, make("p", { class: "kicker" }, "delight"), make("h1", {}, say("title")), make("p", {}, say("lead")), this.languages()),
      make("div", { class: "live-chooser" },
        make("div", {}, make("label", { for: "live-sector" }, say("sector")), this.sectors),
        make("div", { class: "drop" }, make("label", { for: "live-file" }, say("drop-file")), this.file)));
  }

  languages() {
    const names = { en: "English", nl: "Nederlands" };
    const button = (code) => make("button", { type: "button", lang: code, "aria-pressed": String(code === language),
      onclick: () => this.speak(code) }, names[code]);
    return make("div", { class: "row", role: "group", "aria-label": say("language") }, ...Object.keys(this.words).map(button));
  }

  /** The other language: what is open stays, with all that is set, and so does what is wrong. */
  async speak(code) {
    if (code === language) return;
    language = code;
    await this.show();
    this.head.querySelector(`button[lang=${code}]`)?.focus();
    const { says } = this;
    if (this.last) await this.open(this.last, this.app?.kept());
    if (says) await this.tell(says);
  }

  /** A file may be dropped anywhere. */
  listen() {
    addEventListener("dragover", (event) => event.preventDefault());
    addEventListener("drop", (event) => {
      event.preventDefault();
      this.dropped(event.dataTransfer.files);
    });
  }

  async dropped(list) {
    const turn = (this.turn += 1);
    this.status.textContent = say("reading");
    const read = await Promise.all([...list].map(textOf));
    this.file.value = "";
    if (turn !== this.turn) return;
    this.status.textContent = "";
    const strange = read.filter(({ text }) => text === null).map(({ name }) => name);
    if (strange.length) return this.tell(() => [make("p", {}, say("drop-no-text", { files: strange.join(", ") }))]);
    const files = Object.fromEntries(read.map(({ name, text }) => [name, text]));
    const cases = Object.keys(files).filter((name) => /\.toml$/i.test(name));
    if (!cases.length) return this.tell(() => [make("p", {}, say("drop-none"))]);
    // The case is the one that no other is built on.
    const isBase = (name) => cases.some((other) => other !== name && (files[other].includes(`"${name}"`) || files[other].includes(`'${name}'`)));
    const [main = cases[0], ...others] = cases.filter((name) => !isBase(name));
    if (await this.open({ files, main, given: null }) && others.length) {
      this.also = () => say("drop-taken", { main, others: others.join(", ") });
      this.status.textContent = this.also();
    }
  }

  /** Opens a case; one that is wrong leaves the case before it as it is. True where it is open. */
  async open(open, restored) {
    const turn = (this.turn += 1);
    const asked = { ...open, lang: language };
    const isOther = !restored;
    this.status.textContent = say("reading");
    try {
      await this.asker.ask("open", asked);
    } catch (error) {
      if (turn !== this.turn) return false;
      this.status.textContent = "";
      this.sectors.value = this.last?.preset ?? "";
      await this.tell(() => this.wrongOf(open, error));
      return false;
    }
    if (turn !== this.turn) return false;
    this.last = open;
    if (isOther) this.also = null;
    this.status.textContent = this.also?.() ?? "";
    this.sectors.value = open.preset ?? "";
    this.says = null;
    this.wrong.replaceChildren();
    await this.put(asked, restored, turn);
    return turn === this.turn;
  }

  async put(asked, restored, turn) {
    this.app?.end();
    const place = make("div");
    const name = make("h2");
    this.case.replaceChildren(name, place);
    const app = new App(place, { ...this.common, links: false, settings: { seed: null, trials: null, lens: null }, case: asked, restored });
    this.app = app;
    window.live = app;
    try {
      await app.open();
    } catch (error) {
      if (turn === this.turn) this.status.textContent = say("blocked", { reason: error.message });
      return;
    }
    if (turn === this.turn) name.textContent = app.told.name;
  }

  /** Says what is wrong, and says it again in the other language. */
  async tell(says) {
    this.says = says;
    const said = await says();
    this.wrong.replaceChildren(...said);
    if (said.length) this.wrong.scrollIntoView({ block: "nearest" });
  }

  /** What is wrong with a file: line, key, what stands there, the rule, what to write. */
  async wrongOf(open, known) {
    // In the language of now.
    const error = await this.asker.ask("open", { ...open, lang: language }).then(() => known, (again) => again);
    const all = error.error?.diagnostics ?? [];
    const line = ({ line_text: text, line, column }) => text && make("pre", {}, make("code", {}, `${line} | ${cut(text, LINE, column)}`));
    const one = (wrong) => make("li", {}, make("p", {}, cut(wrong.message, 400)), line(wrong));
    const said = [make("h2", {}, say("wrong-file")), all.length ? make("ul", {}, ...all.map(one)) : make("p", {}, cut(error.message, 400))];
    if (error.error?.more) said.push(make("p", { class: "note" }, say("wrong-more", { count: error.error.more })));
    if (this.last) said.push(make("p", { class: "note" }, say("wrong-kept")));
    return said;
  }
}

/** The text of a file; none where it holds something else, or cannot be read. */
async function textOf(file) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return { name: file.name, text: text.includes("\0") ? null : text };
  } catch {
    return { name: file.name, text: null };
  }
}
