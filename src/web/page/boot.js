// The beginning: what the page carries, and what it says where it cannot run.

async function begin() {
  const carried = fromPage("live-case");
  const words = fromPage("live-words");
  const all = Object.keys(words);
  language = carried.lang ?? (all.find((one) => navigator.language?.startsWith(one)) || all[0]);
  texts = words[language];
  const why = byId("live-why");
  const place = byId("live-app");
  const lack = lacking();
  const unkept = () => document.querySelectorAll(".promise").forEach((sentence) => (sentence.hidden = true));
  if (lack) {
    unkept();
    return (why.textContent = say(lack));
  }
  why.textContent = say("starting");
  try {
    const module = await unpacked(byId("live-engine").textContent);
    const common = { module, contract: carried.contract, version: carried.version };
    if (carried.files) {
      const app = new App(place, { ...common, links: true, settings: carried.settings,
        case: { files: carried.files, main: carried.main, lang: language, given: carried.given } });
      window.live = app;
      await app.open();
    } else {
      await new Chooser(place, common, words).begin();
    }
    why.hidden = true;
  } catch (error) {
    unkept();
    why.hidden = false;
    why.textContent = say(error.message === "version" ? "other-version" : "blocked", { reason: error.message });
  }
}

begin();
