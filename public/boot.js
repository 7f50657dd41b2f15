// What a page does before, or without, its WebAssembly: keeps its dates honest, then wakes what is alive on it.
// Kept this small because it comes before everything else; it makes no element and writes no word.
const root = document.documentElement;
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

// A list past its day says so, whatever release the phone still has.
for (const until of document.querySelectorAll("[data-valid-until]")) {
  const old = until.dataset.validUntil < today;
  until.hidden = old;
  const expired = until.parentElement.querySelector("[data-expired]");
  if (expired) expired.hidden = !old;
  if (old) root.dataset.expired = "";
}
// Facts that carry days take over from each other on those days.
for (const fact of document.querySelectorAll("[data-from], [data-until]")) {
  const { from = "", until = "9999" } = fact.dataset;
  if (today < from || today > until) fact.hidden = true;
}

// Back goes where one came from, when that was a page of this site; without script it is a plain link.
const back = document.querySelector("main:is([data-page=document], [data-page=basis]) ~ .bar [data-control=back]");
if (back && document.referrer.startsWith(location.origin + "/") && history.length > 1) {
  back.addEventListener("click", (event) => {
    event.preventDefault();
    history.back();
  });
}

// Ready means: answers to touch. A page on which nothing is alive is ready as it stands.
const ready = () => {
  root.dataset.ready = "";
  performance.mark("ready");
};
if (document.querySelector("main[data-rules]")) {
  const citizen = await import("/citizen.js");
  await citizen.default({ module_or_path: "/citizen_bg.wasm" });
  if (citizen.wake()) {
    root.dataset.store = "memory";
    ready();
  }
} else {
  ready();
}
