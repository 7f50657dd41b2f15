// What a page of the clerk's desk does before its WebAssembly: finds out the day, then wakes what is alive on it.
const root = document.documentElement;
const main = document.querySelector("main");

// As in boot.js: before the day its content was checked it cannot be.
const { made = "" } = main.dataset;
const look = () => {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  const clock = parts.join("-");
  const today = clock > made ? clock : made;
  if (root.dataset.today === today) return;
  root.dataset.today = today;
  root.dispatchEvent(new Event("day"));
};
look();
document.addEventListener("visibilitychange", look);
// A desk's page stays open and in sight for days.
setInterval(look, 60_000);

// Ready means: answers to touch, and shows what was kept.
const wake = async () => {
  if (main.dataset.alive === undefined) return true;
  const desk = await import("/desk.js");
  await desk.default({ module_or_path: "/desk_bg.wasm" });
  const store = await desk.wake();
  if (store) root.dataset.store = store;
  return store !== undefined;
};
// Before it wakes: what the eye reads is looked at there.
if (main.dataset.eye !== undefined) await import("/desk-scan.js");
if (await wake()) {
  root.dataset.ready = "";
  performance.mark("ready");
}
