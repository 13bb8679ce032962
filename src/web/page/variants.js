// Variants side by side: A as written, and what the reader keeps as B and C, with the inputs that differ.

const NAMES = ["B", "C", "D", "E"];
const ROWS = ["npv", "npv_mean", "loss", "roi", "payback", "funding"];

class Variants {
  constructor(place, load, forgotten) {
    this.place = place;
    this.load = load;
    this.forgotten = forgotten;
    this.kept = [];
  }

  free() {
    return NAMES.find((name) => this.kept.every((one) => one.name !== name));
  }

  keep(variant) {
    this.kept = this.kept.filter((one) => one.name !== variant.name).concat(variant);
    this.kept.sort((one, other) => (one.name < other.name ? -1 : 1));
    this.show();
  }

  drop(name) {
    this.kept = this.kept.filter((one) => one.name !== name);
    // Another may come to be called so.
    for (const one of this.kept) one.against = one.against.filter((other) => other.name !== name);
    this.forgotten(name);
    this.show();
  }

  show(written) {
    this.written = written ?? this.written;
    this.place.replaceChildren();
    if (!this.written || this.kept.length === 0) return;
    const columns = [{ name: "A", title: say("variant-a"), values: this.written.look.values, set: [] }, ...this.kept];
    const head = make("tr", {}, make("th", { scope: "col" }, ""), ...columns.map((column) => this.title(column)));
    const table = make("table", { class: "variants" }, make("caption", {}, say("variants-caption")), make("thead", {}, head),
      make("tbody", {}, ...this.results(columns), ...this.changes(columns)));
    this.place.append(make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": say("variants") }, table));
  }

  title(column) {
    if (column.name === "A") return make("th", { scope: "col", class: "number" }, `A ${column.title}`);
    const { name } = column;
    return make("th", { scope: "col", class: "number" }, name, " ",
      make("button", { type: "button", "aria-label": say("variant-show", { name }), onclick: () => this.load(column) }, say("show")), " ",
      make("button", { type: "button", "aria-label": say("variant-drop", { name }), onclick: () => this.drop(name) }, say("drop")));
  }

  results(columns) {
    const cell = (text) => make("td", { class: "number" }, text ?? "–");
    const label = (key) => columns[0].values.find((value) => value.key === key)?.label;
    const rows = ROWS.filter(label).map((key) => make("tr", {}, make("th", { scope: "row" }, label(key)),
      ...columns.map((column) => cell(column.values.find((value) => value.key === key)?.text))));
    const against = (key) => columns.map((column) => cell(column.against?.find((one) => one.name === "A")?.[key]));
    rows.push(make("tr", {}, make("th", { scope: "row" }, say("variant-median")), ...against("median_text")));
    rows.push(make("tr", { class: "sum" }, make("th", { scope: "row" }, say("variant-better")), ...against("better_text")));
    for (const { name, other, share } of this.between()) {
      const text = say("variant-between", { name, other });
      rows.push(make("tr", {}, make("th", { scope: "row" }, text), make("td", { class: "number", colspan: columns.length }, share)));
    }
    return rows;
  }

  /** Each kept one against those that were kept when it came. */
  between() {
    const known = (name) => this.kept.some((one) => one.name === name);
    return this.kept.flatMap(({ name, against }) => against.filter((one) => one.name !== name && known(one.name))
      .map((one) => ({ name, other: one.name, share: one.better_text })));
  }

  changes(columns) {
    const ids = new Map(columns.flatMap((column) => column.set).map((one) => [one.id, one]));
    return [...ids.values()].map((one) => make("tr", { class: "changed" }, make("th", { scope: "row" }, one.label),
      make("td", { class: "number" }, one.from ?? "–"),
      ...this.kept.map((column) => make("td", { class: "number" }, column.set.find((other) => other.id === one.id)?.to ?? say("same")))));
  }
}
