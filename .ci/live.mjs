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
  holds("a sector says what makes it pay", await page.run(`(async () => { for (let i = 0; i < 1200 && !document.querySelector(".live-moves button"); i += 1) await new Promise((done) => setTimeout(done, 50)); return Boolean(document.querySelector(".live-moves button")); })()`));
  const before = Number(await page.run(`document.querySelector("[data-finished]").dataset.finished`));
  await page.run(`document.querySelector(".live-sliders input[type=range]").focus()`);
  await page.key("PageUp");
  await page.finished(before + 1);
  const { name, text } = await page.run(`live.runner.engine.ask("scenario")`);
  writeFileSync(join(place, name), text);
  execFileSync(delight, ["run", name, "--quiet", "--static", "--out", "out"], { cwd: place });
  holds("the scenario of a sector that is taken along gives its digest", (await page.digest()) === digestOf(summary(join(place, "out"))));
  const mine = '[case]\nname = "Mine"\npreset = "hotel"\n[customers]\ncount = -3\n';
  await page.run(`{ const held = new DataTransfer(); held.items.add(new File([${JSON.stringify(mine)}], "mine.toml"));
    dispatchEvent(new DragEvent("drop", { dataTransfer: held, cancelable: true })); }`);
  await page.until(`document.querySelector(".live-errors li")`);
  const wrong = await page.run(`document.querySelector(".live-errors").textContent`);
  holds("a dropped file that is wrong is answered by file, line and key", wrong.includes("mine.toml:5") && wrong.includes("customers.count") && wrong.includes("-3"));
  await page.run(`document.querySelector("button[lang=nl]").click()`);
  await page.until(`document.documentElement.lang === "nl" && document.querySelector(".live-answer")?.textContent.includes("maanden")`);
  holds("the page goes over to Dutch", true);
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
  if (!shots) await tool(browser);
} finally {
  browser.ask("Browser.close").catch(() => {});
  await new Promise((done) => setTimeout(done, 500));
  browser.process.kill();
  rmSync(profile, { recursive: true, force: true });
}
