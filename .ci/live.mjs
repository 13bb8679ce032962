// The live part in a browser: it opens from a file, gives the digests of `delight run`, asks no network, and survives a trap;
// and the page without a case: a sector, its numbers, the scenario to take along, a file that is wrong.
// Usage: node .ci/live.mjs [scenario.toml …]; without arguments the hotel. Needs node and Chromium, and a built program
// (DELIGHT, else target/release/delight, else target/debug/delight). With SHOTS=folder it leaves pictures there.
import { spawn, execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync, rmSync, cpSync, mkdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";

const delight = resolve(process.env.DELIGHT ?? ["target/release/delight", "target/debug/delight"].find((file) => existsSync(file)));
const scenarios = process.argv.slice(2).length ? process.argv.slice(2) : ["scenarios/hotel.toml"];
const shots = process.env.SHOTS;
const profile = mkdtempSync(join(tmpdir(), "delight-live-"));

/** A browser that is spoken to over its pipe. */
class Browser {
  constructor() {
    const flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--remote-debugging-pipe", `--user-data-dir=${profile}`];
    this.process = spawn(process.env.CHROMIUM ?? "chromium", flags, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.waiting = new Map();
    this.listeners = [];
    this.next = 1;
    let rest = "";
    this.process.stdio[4].on("data", (bytes) => {
      const parts = (rest + bytes).split("\0");
      rest = parts.pop();
      for (const part of parts) this.heard(JSON.parse(part));
    });
  }

  heard(message) {
    const waiting = this.waiting.get(message.id);
    if (!waiting) return this.listeners.forEach((listener) => listener(message));
    this.waiting.delete(message.id);
    if (message.error) waiting.reject(new Error(message.error.message));
    else waiting.resolve(message.result);
  }

  ask(method, params = {}, sessionId) {
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    });
  }

  async page() {
    const { targetId } = await this.ask("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.ask("Target.attachToTarget", { targetId, flatten: true });
    return new Page(this, sessionId, targetId);
  }
}

class Page {
  constructor(browser, session, target) {
    Object.assign(this, { browser, session, target, requests: [], faults: [], workers: [] });
    browser.listeners.push((message) => this.heard(message));
  }

  heard({ method, params, sessionId }) {
    if (sessionId !== this.session && !this.workers.includes(sessionId)) return;
    if (method === "Network.requestWillBeSent") this.requests.push(params.request.url);
    if (method === "Runtime.exceptionThrown") this.faults.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
    if (method === "Runtime.consoleAPICalled" && ["error", "warning"].includes(params.type)) this.faults.push(JSON.stringify(params.args));
    if (method === "Log.entryAdded" && params.entry.level === "error") this.faults.push(params.entry.text);
    if (method === "Target.attachedToTarget") {
      this.workers.push(params.sessionId);
      this.browser.ask("Network.enable", {}, params.sessionId).catch(() => {});
      this.browser.ask("Runtime.enable", {}, params.sessionId).catch(() => {});
    }
  }

  ask(method, params) {
    return this.browser.ask(method, params, this.session);
  }

  async open(address, { width = 1280, height = 1000, dark = false, script = true } = {}) {
    for (const domain of ["Page", "Network", "Runtime", "Log"]) await this.ask(`${domain}.enable`);
    await this.ask("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
    await this.ask("Emulation.setScriptExecutionDisabled", { value: !script });
    await this.size(width, height);
    await this.ask("Emulation.setEmulatedMedia", { features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }] });
    await this.ask("Page.navigate", { url: address });
  }

  size(width, height) {
    return this.ask("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
  }

  async run(expression) {
    const { result, exceptionDetails } = await this.ask("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Waits until an expression is true. */
  async until(expression, seconds = 60) {
    for (const end = Date.now() + 1000 * seconds; Date.now() < end; ) {
      if (await this.run(expression).catch(() => false)) return;
      await new Promise((done) => setTimeout(done, 25));
    }
    const said = await this.run(`document.getElementById("live-why")?.textContent + " | " + document.querySelector(".live-warning")?.textContent`);
    throw new Error(`never: ${expression}; the page says: ${said}; ${this.faults.join("\n")}`);
  }

  async finished(count) {
    await this.until(`Number(document.querySelector("#live-app, .live-case > div")?.dataset.finished ?? document.querySelector("[data-finished]")?.dataset.finished ?? 0) >= ${count} && !window.live?.runner.busy`, 120);
  }

  digest() {
    return this.run(`document.querySelector(".live-progress").dataset.digest`);
  }

  async key(key, code = key) {
    await this.ask("Input.dispatchKeyEvent", { type: "keyDown", key, code, windowsVirtualKeyCode: { ArrowRight: 39, ArrowLeft: 37, PageUp: 33, Home: 36, End: 35 }[key] });
    await this.ask("Input.dispatchKeyEvent", { type: "keyUp", key, code });
  }

  async picture(file, whole = true) {
    const { cssContentSize } = await this.ask("Page.getLayoutMetrics");
    const clip = whole ? { x: 0, y: 0, width: cssContentSize.width, height: Math.min(cssContentSize.height, Number(process.env.TALL ?? 4200)), scale: 1 } : undefined;
    const { data } = await this.ask("Page.captureScreenshot", { format: "png", clip, captureBeyondViewport: whole });
    writeFileSync(file, Buffer.from(data, "base64"));
  }

  close() {
    return this.browser.ask("Target.closeTarget", { targetId: this.target });
  }
}

function holds(what, truth) {
  console.log(`${truth ? "ok   " : "FAILS"} ${what}`);
  if (!truth) process.exitCode = 1;
}

const summary = (folder) => JSON.parse(readFileSync(join(folder, "summary.json")));
const digestOf = (found) => found.digest ?? found.provenance?.digest;

async function check(browser, scenario) {
  const name = basename(scenario, ".toml");
  const place = mkdtempSync(join(tmpdir(), "delight-case-"));
  cpSync(dirname(scenario), place, { recursive: true });
  const run = (...args) => execFileSync(delight, args, { cwd: place, encoding: "utf8" });
  run("run", `${name}.toml`, "--quiet", "--lang", "en", "--out", "out");
  const address = pathToFileURL(join(place, "out/report.html")).href;
  const page = await browser.page();
  await page.open(address);
  const began = Date.now();
  await page.until(`document.querySelector("[data-figure] svg")`);
  console.log(`${name}: first picture ${Date.now() - began} ms after the page was asked for`);
  await page.finished(1);
  holds(`${name}: the digest of the case as written`, (await page.digest()) === digestOf(summary(join(place, "out"))));

  // What makes it pay is looked for by itself, in a row of buttons.
  await page.until(`document.querySelector("[data-move], .live-moves:empty") || live.pays.found`, 120);
  holds(`${name}: the report says what makes it pay`, await page.run(`live.told.kind !== "chain" || Boolean(live.pays.found) && document.querySelectorAll("[data-move]").length === live.pays.found.moves.length`));

  // A drag by keys: the last move ends at the digest of a run on the changes.
  const before = Number(await page.run(`document.querySelector("[data-finished]").dataset.finished`));
  await page.run(`[...document.querySelectorAll(".live input[type=range]")].slice(0, 2).at(-1).focus()`);
  const waits = [];
  for (let i = 0; i < 12; i += 1) {
    await page.run(`delete document.querySelector("[data-finished]").dataset.latency`);
    await page.key("ArrowRight");
    await page.until(`document.querySelector("[data-finished]").dataset.latency`);
    waits.push(Number(await page.run(`document.querySelector("[data-finished]").dataset.latency`)));
  }
  waits.sort((a, b) => a - b);
  console.log(`${name}: slider to picture at 512 trials: median ${waits[6]} ms, worst ${waits[11]} ms`);
  await page.finished(before + 1);
  const moved = await page.digest();
  const { text } = await page.run(`live.runner.engine.ask("file")`);
  writeFileSync(join(place, "changes.toml"), text);
  run("run", "changes.toml", "--quiet", "--lang", "en", "--out", "changed", "--static");
  holds(`${name}: the digest of the changes`, moved === digestOf(summary(join(place, "changed"))));

  // The link restores it.
  const link = await page.run("location.href");
  holds(`${name}: the address has the changes`, link.includes("#case="));
  const other = await browser.page();
  await other.open(link);
  await other.finished(2);
  holds(`${name}: the link restores them`, (await other.digest()) === moved);
  await other.close();

  // A trap: a question longer than the memory that there is.
  const worker = page.workers[0];
  const { result } = await browser.ask("Runtime.evaluate", { expression: `const whole = ask; ask = () => { ask = whole; instance.exports.live_ask(0xffff0000, 0xffff); }; "broken"` }, worker);
  holds(`${name}: the engine is broken once`, result.value === "broken");
  await page.key("ArrowLeft");
  await page.until(`!document.querySelector(".live-warning").hidden`);
  await page.key("ArrowRight");
  await page.until(`!window.live.runner.busy && document.querySelector(".live-progress").dataset.done === "true"`);
  holds(`${name}: after a trap the next move gives its digest`, (await page.digest()) === moved);

  const asked = page.requests.concat(other.requests).filter((url) => !url.startsWith("file:") && !url.startsWith("blob:") && !url.startsWith("data:") && url !== "about:blank");
  holds(`${name}: nothing is asked of a network ${asked.join(" ")}`, asked.length === 0);
  const faults = page.faults.concat(other.faults);
  holds(`${name}: no error in the console ${faults.join(" ")}`, faults.length === 0);
  await page.close();
  rmSync(place, { recursive: true });
}

/** A page on which fields are typed in. */
const HANDS = `
  window.part = (id) => live.controls.parts.get(id) ?? live.controls.add(id);
  window.type = (id, text) => { const { field } = part(id); field.focus(); field.value = text; field.dispatchEvent(new Event("input")); field.dispatchEvent(new Event("change")); };
  window.idle = async () => { do await new Promise((done) => setTimeout(done, 60)); while (live.runner.busy || live.runner.waiting); };
  window.digest = () => document.querySelector(".live-progress").dataset.digest;
  window.npv = () => document.querySelector('[data-key="npv"] .value').textContent;`;

/** What hands do: typing, refusals, sizes at which a figure does not exist, links that are partly wrong, other widths. */
async function hands(browser) {
  const place = mkdtempSync(join(tmpdir(), "delight-hands-"));
  execFileSync(delight, ["explore", "scenarios/hotel.toml", "--lang", "en", "--no-open", "--out", join(place, "hotel.html")]);
  const address = pathToFileURL(join(place, "hotel.html")).href;
  const page = await browser.page();
  await page.open(address);
  await page.finished(1);
  await page.run(HANDS);
  const does = (script) => page.run(`(async () => { ${script} })()`);
  const written = await page.digest();

  const refused = await does(`type("customers.count", "150.000"); await idle(); const one = part("customers.count");
    return { set: live.set, wrong: !one.error.hidden && one.field.getAttribute("aria-invalid"), text: one.field.value, digest: digest(), state: one.state.textContent, at: one.range.value === String(one.start) };`);
  holds(`what can be read in two ways is refused, and what holds is shown ${JSON.stringify(refused)}`,
    !("customers.count" in refused.set) && refused.wrong === "true" && refused.text === "150.000" && refused.digest === written && refused.at);
  const beside = await does(`const one = part("customers.count"); one.field.blur(); const restored = one.field.value;
    type("customers.count", "nonsense"); live.moved("effects.causal_share", 0.3, false); await idle();
    return { restored, set: live.set, wrong: !one.error.hidden, digest: digest() };`);
  holds(`a refusal leaves what else is set ${JSON.stringify(beside)}`, beside.restored !== "150.000" && beside.wrong
    && beside.set["effects.causal_share"] === 0.3 && !("customers.count" in beside.set) && beside.digest !== written);
  const typed = await does(`type("customers.count", "150 000"); await idle(); const plain = live.set["customers.count"];
    type("effects.causal_share", "20% to 30%"); await idle(); const range = part("effects.causal_share");
    return { plain, state: range.state.textContent, at: range.slider.stops[range.range.value], told: live.lastTold.find((one) => one.id === "effects.causal_share").value };`);
  holds(`a range is as it is believed ${JSON.stringify(typed)}`, typed.plain === "150 000" && typed.state.startsWith("as you believe")
    && (typeof typed.told !== "number" || (typed.at >= 0.2 && typed.at <= 0.3)));
  const ranks = await does(`const id = [...live.controls.all.values()].find((one) => one.kind === "rank").id; const got = [];
    for (const text of ["P80", "80%", "0.8"]) { live.load({}); type(id, text); await idle(); got.push(live.set[id]); } return got;`);
  holds(`a rank is P80, 80% or 0.8 ${ranks}`, ranks.every((rank) => rank === 0.8));
  const none = await does(`live.load({ "programme.intensity": 2 }); await idle(); live.load({ "programme.intensity": 0 }); await idle();
    return { roi: document.querySelector('[data-key="roi"] .value').textContent, figure: Boolean(document.querySelector('[data-figure="roi"] svg')), all: live.look.values.map((one) => one.key), drawn: Object.keys(live.look.figures) };`);
  holds(`what does not exist is empty ${JSON.stringify(none)}`, (none.all.includes("roi") || none.roi === "–") && none.figure === none.drawn.includes("roi"));
  const former = await does(`const row = document.querySelector(".all-moves"); const is = () => row.classList.contains("former");
    live.load({}); await idle(); const first = is(); live.load({ "effects.causal_share": 0.3 }); await idle(); const moved = is();
    live.load({}); const move = document.querySelector("[data-move]"); const pressed = () => move.getAttribute("aria-pressed"); move.click(); await idle();
    const taken = [is(), pressed()]; move.click(); await idle(); return [first, moved, ...taken, pressed(), Object.keys(live.set).length];`);
  holds(`moves are marked where they were found for something else ${former}`, String(former) === "false,true,false,true,false,0");
  const again = await does(`if (!(await live.runner.engine.ask("moves", { trials: 512, set: {} }).then(() => true, () => false))) return "not known here";
    live.load({ "effects.causal_share": 0.3 }); await idle(); document.querySelector(".look").click(); while (live.pays.search) await idle(); return document.querySelector(".all-moves").classList.contains("former") || live.pays.failed;`);
  holds(`they are looked for again with what is set ${again}`, !again || again === "not known here");
  const between = await does(`for (const share of [0.3, 0.4, 0.5]) { live.load({ "effects.causal_share": share }); await idle(); await live.keep(); }
    return [...document.querySelectorAll(".variants tbody th")].filter((head) => / worth more than [B-E]$/.test(head.textContent)).length;`);
  holds(`three variants are held against one another ${between}`, between === 3);
  const added = await does(`const field = document.querySelector("#live-search"); field.focus(); field.value = "churn"; field.dispatchEvent(new Event("input"));
    const said = document.querySelector(".search [role=status]").textContent; field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
    return [said, document.activeElement.type, document.activeElement.closest(".control")?.textContent];`);
  holds(`the search says what it found, and Enter adds it ${added}`, /^\d+ found/.test(added[0]) && added[1] === "range" && /churn/i.test(added[2]));

  // Another width draws all again; nobody sees the case as written in place of what is set.
  await does(`live.load({ "effects.causal_share": 0.3 }); await idle(); window.seen = []; window.old = live.runner.written.look.values[0].text;
    new MutationObserver(() => seen.push(npv())).observe(document.querySelector('[data-key="npv"] .value'), { childList: true, characterData: true, subtree: true });`);
  await page.size(390, 900);
  await new Promise((done) => setTimeout(done, 200));
  const seen = await does(`await idle(); return [seen.includes(old), digest() !== "${written}", document.querySelectorAll(".variants tbody th").length];`);
  holds(`another width keeps what is set ${seen}`, !seen[0] && seen[1] && seen[2] > 3);
  const wide = await page.run(`document.documentElement.scrollWidth`);
  holds(`nothing is wider than a telephone (${wide})`, wide <= 390);

  const link = await page.run("location.href");
  const other = await browser.page();
  await other.open(`${link}&no_such=1`);
  await other.finished(2);
  const told = await other.run(`[document.querySelector(".live-unused").hidden, document.querySelector(".live-unused").textContent, live.set["effects.causal_share"]]`);
  holds(`what of a link is not used stays said ${told}`, !told[0] && told[1].includes("no_such") && told[2] === 0.3);
  holds(`hands: no error in the console ${page.faults.concat(other.faults).join(" ")}`, page.faults.concat(other.faults).length === 0);
  await other.close();
  await page.close();

  const still = await browser.page();
  await still.open(address, { script: false });
  await new Promise((done) => setTimeout(done, 500));
  await still.ask("Emulation.setScriptExecutionDisabled", { value: false });
  const silent = await still.run(`[...document.querySelectorAll(".promise")].every((one) => getComputedStyle(one).display === "none") && document.querySelector(".live-why").textContent.length > 40`);
  holds("without script nothing is promised that is not there", silent);
  await still.close();
  rmSync(place, { recursive: true });
}

/** The page without a case: a sector, its numbers, the scenario that is taken along; a file that is wrong; the other language. */
async function tool(browser) {
  const place = mkdtempSync(join(tmpdir(), "delight-tool-"));
  execFileSync(delight, ["explore", "--lang", "en", "--no-open", "--out", "delight.html"], { cwd: place });
  const page = await browser.page();
  await page.open(pathToFileURL(join(place, "delight.html")).href);
  await page.until(`document.querySelector("#live-sector")?.options.length > 10`);
  await page.run(`{ const sector = document.querySelector("#live-sector"); sector.value = "retail-bank"; sector.dispatchEvent(new Event("change")); }`);
  await page.finished(1);
  holds("a sector asks for about a dozen numbers", (await page.run(`live.told.numbers.length`)) >= 10);
  holds("a sector says what makes it pay", await page.run(`(async () => { for (let i = 0; i < 3600 && !document.querySelector("[data-move]"); i += 1) await new Promise((done) => setTimeout(done, 50)); return Boolean(document.querySelector("[data-move]")); })()`));
  const before = Number(await page.run(`document.querySelector("[data-finished]").dataset.finished`));
  await page.run(`document.querySelector(".live-sliders input[type=range]").focus()`);
  await page.key("PageUp");
  await page.finished(before + 1);
  const { name, text } = await page.run(`live.runner.engine.ask("scenario")`);
  writeFileSync(join(place, name), text);
  execFileSync(delight, ["run", name, "--quiet", "--static", "--out", "out"], { cwd: place });
  holds("the scenario of a sector that is taken along gives its digest", (await page.digest()) === digestOf(summary(join(place, "out"))));
  await page.run(HANDS);
  const does = (script) => page.run(`(async () => { ${script} })()`);
  const stands = await page.digest();
  await page.run(`window.drop = (...files) => { const held = new DataTransfer(); for (const [name, content] of files) held.items.add(new File([content], name));
    dispatchEvent(new DragEvent("drop", { dataTransfer: held, cancelable: true })); }`);
  const mine = '[case]\nname = "Mine"\npreset = "hotel"\n[customers]\ncount = -3\n';
  await page.run(`drop(["mine.toml", ${JSON.stringify(mine)}])`);
  await page.until(`document.querySelector(".live-errors li")`);
  const wrong = await page.run(`document.querySelector(".live-errors").textContent`);
  holds("a dropped file that is wrong is answered by file, line and key", wrong.includes("mine.toml:5") && wrong.includes("customers.count") && wrong.includes("-3"));
  holds("a dropped file that is wrong leaves the open case", (await page.digest()) === stands && (await page.run(`document.querySelector("#live-sector").value`)) === "retail-bank");
  await page.run(`document.querySelector("button[lang=nl]").click()`);
  await page.until(`document.documentElement.lang === "nl" && document.querySelector(".live-answer")?.textContent.includes("maanden") && !live.runner.busy && document.querySelector(".live-progress").dataset.done === "true"`);
  await does("await idle()");
  const dutch = await page.run(`[document.activeElement.lang, Object.keys(live.set).length, document.querySelector(".live-errors").textContent]`);
  holds(`the page goes over to Dutch with all that is set and said ${dutch}`, (await page.digest()) === stands && dutch[0] === "nl" && dutch[1] === 1
    && dutch[2].includes("mine.toml:5") && dutch[2] !== wrong);
  await page.run(`drop(["strange.toml", new Uint8Array([91, 0, 255, 93])])`);
  await page.until(`document.querySelector(".live-errors").textContent.includes("strange.toml")`);
  const fine = (name, file) => [file, `[case]\nname = "${name}"\npreset = "hotel"\n`];
  await page.run(`drop(...${JSON.stringify([fine("One", "ONE.TOML"), fine("Two", "two.toml")])})`);
  await page.until(`document.querySelector(".live-case h2")?.textContent === "One" && document.querySelector("#live-sector").value === ""`);
  holds("of two cases it is said which was opened", await page.run(`document.querySelector("#live-app > [role=status]").textContent.includes("two.toml")`));
  await does(`for (const one of ["hotel", "retail-bank", "municipality"]) { const sector = document.querySelector("#live-sector"); sector.value = one; sector.dispatchEvent(new Event("change")); await new Promise((done) => setTimeout(done, 120)); }`);
  await page.until(`live.options.case.preset === "municipality" && document.querySelector(".live-progress").dataset.done === "true" && document.querySelector(".live-case h2").textContent === live.told.name`);
  holds("sectors may be changed quickly", (await page.run(`document.querySelectorAll(".live-case h2").length`)) === 1);
  holds(`the page without a case: nothing is asked of a network, no error in the console ${page.faults.join(" ")}`,
    page.faults.length === 0 && page.requests.every((url) => /^(file|blob|data):|^about:blank$/.test(url)));
  await page.close();
  rmSync(place, { recursive: true });
}

/** Pictures of a scenario at rest and moved: widths, themes, languages. */
async function pictures(browser, scenario) {
  mkdirSync(shots, { recursive: true });
  const name = basename(scenario, ".toml");
  for (const lang of ["en", "nl"]) {
    const file = resolve(join(shots, `${name}-${lang}.html`));
    execFileSync(delight, ["explore", scenario, "--lang", lang, "--no-open", "--out", file]);
    for (const dark of [false, true]) {
      for (const width of [390, 900, 1600]) {
        const page = await browser.page();
        await page.open(pathToFileURL(file).href, { width, dark });
        await page.finished(1);
        const shot = (state) => page.picture(join(shots, `${name}-${lang}-${dark ? "dark" : "light"}-${width}-${state}.png`));
        await shot("rest");
        await page.run(`[...document.querySelectorAll(".live input[type=range]")].slice(0, 2).at(-1).focus()`);
        for (let i = 0; i < 3; i += 1) await page.key("PageUp");
        await page.until(`!window.live.runner.busy && document.querySelector(".live-progress").dataset.done === "true"`);
        await shot("moved");
        if (page.faults.length) console.log(page.faults.join("\n"));
        await page.close();
      }
    }
  }
}

const browser = new Browser();
try {
  for (const scenario of scenarios) await (shots ? pictures(browser, scenario) : check(browser, scenario));
  if (!shots) await hands(browser);
  if (!shots) await tool(browser);
} finally {
  browser.ask("Browser.close").catch(() => {});
  await new Promise((done) => setTimeout(done, 500));
  browser.process.kill();
  rmSync(profile, { recursive: true, force: true });
}
