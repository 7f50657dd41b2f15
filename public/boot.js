// What a page does before, or without, its WebAssembly: keeps its dates honest, then wakes what is alive on it.
// Kept this small because it comes before everything else; it makes no word, and of elements only one style sheet.
const root = document.documentElement;
const main = document.querySelector("main");

// A list's number on a host that cannot rewrite addresses: this is the 404 page, and `/k/` reads it from the fragment.
const number = main.dataset.page === "not-found" && /^\/k\/(.+)$/.exec(location.pathname);
if (number) location.replace(`/k/#${number[1].replace(/%..|\D/g, "")}`);

// Before the day its content was checked it cannot be: a phone without a battery wakes up in 2015.
const { made = "" } = main.dataset;
const look = () => {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  const clock = parts.join("-");
  return (root.dataset.today = clock > made ? clock : made);
};
const today = look();
// A page may stay open overnight.
document.addEventListener("visibilitychange", look);

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
const back = document.querySelector("main:is([data-page=document], [data-page=basis], [data-page=asked]) ~ .bar [data-control=back]");
if (back && document.referrer.startsWith(location.origin + "/") && history.length > 1) {
  back.addEventListener("click", (event) => {
    event.preventDefault();
    history.back();
  });
}

// What only shows with script has its own sheet; without it the page stays as it is, which is complete.
const styled = () =>
  new Promise((resolve, reject) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = "/alive.css";
    sheet.onload = resolve;
    sheet.onerror = reject;
    document.head.append(sheet);
  });

// Ready means: answers to touch, and shows what was kept. A page on which nothing is alive is ready as it stands.
const wake = async () => {
  if (main.dataset.alive === undefined) return true;
  const [citizen] = await Promise.all([
    import("/citizen.js").then(async (citizen) => {
      await citizen.default({ module_or_path: "/citizen_bg.wasm" });
      return citizen;
    }),
    styled(),
  ]);
  const store = await citizen.wake();
  if (store) root.dataset.store = store;
  return store !== undefined;
};
try {
  if (await wake()) {
    root.dataset.ready = "";
    performance.mark("ready");
  }
} finally {
  // Notices and the worker matter also, and most of all, on a page that could not wake.
  await import("/phone.js");
}
