// Reads the screen aloud with the phone's own Vietnamese voice, one thing after another, and marks the one it names.
// Many phones have no such voice, and browsers inside chats have no voices at all: the loudspeaker then stays struck
// through, and says whom to ask. Recordings will take the voice's place where there are some: every text has its id.
const root = document.documentElement;
const main = document.querySelector("main");
const control = document.querySelector("[data-control=listen]");
// What is named in one breath; the outermost of them counts.
const things = "h1, h2, h3, p, li, legend, label, a, button, summary, .fact";

const voice = () => {
  const voices = window.speechSynthesis?.getVoices() ?? [];
  const own = voices.filter(({ lang }) => /^vi\b/i.test(lang.replace("_", "-")));
  // One that works without network, if there is a choice.
  return own.find(({ localService }) => localService) ?? own[0];
};
const look = () => root.toggleAttribute("data-voice", Boolean(voice()));

let left = [];
let current;
const mark = (thing) => {
  document.querySelector("[data-named]")?.removeAttribute("data-named");
  thing?.setAttribute("data-named", "");
};
const stop = () => {
  left = [];
  current = undefined;
  mark();
  root.removeAttribute("data-speaking");
  window.speechSynthesis?.cancel();
};
const next = () => {
  const thing = left.shift();
  if (!thing) return stop();
  const says = (current = new SpeechSynthesisUtterance(thing.innerText));
  says.voice = voice();
  says.lang = says.voice?.lang ?? "vi";
  says.rate = 0.9;
  // Stopping ends the present one as well: only the one that is still being read goes on to the next.
  says.onend = says.onerror = () => says === current && next();
  mark(thing);
  thing.scrollIntoView({ block: "nearest" });
  window.speechSynthesis.speak(says);
};
const start = () => {
  stop();
  left = [...main.querySelectorAll(things)].filter(
    (thing) => thing.innerText.trim() && thing.getClientRects().length && !thing.parentElement.closest(things),
  );
  root.setAttribute("data-speaking", "");
  next();
};

look();
root.dataset.listens = "yes";
window.speechSynthesis?.addEventListener?.("voiceschanged", look);
control.querySelector("summary").addEventListener("click", (event) => {
  if (!voice()) return;
  event.preventDefault();
  if (root.hasAttribute("data-speaking")) stop();
  else start();
});
// Whoever leaves the screen hears no more of it.
addEventListener("pagehide", stop);
document.addEventListener("visibilitychange", stop);
new MutationObserver(stop).observe(main, { subtree: true, attributeFilter: ["data-step", "hidden"] });
