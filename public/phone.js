// What a phone can do beside showing the page: urgent notices, pages kept for the way without network, a place on the
// home screen, the way out of the browser inside a chat. No page needs any of it: each part stands alone, and where a
// browser lacks what a part is made of, nothing of it is shown. boot.js imports this when the page is ready.
const root = document.documentElement;
const main = document.querySelector("main");
const board = document.querySelector("[data-notices]");
const aside = document.querySelector(".phone");
const button = (action) => aside.querySelector(`[data-action=${action}]`);

// Silence is the answer to everything that fails here: the page is complete without it.
const quietly = (part) => Promise.resolve().then(part).catch(() => {});

// The sheet for what only shows with script; pages that wake have it already. One that does not come holds up nothing.
const styled = new Promise((resolve) => {
  if (document.querySelector("link[rel=stylesheet][href='/alive.css']")) return resolve();
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = "/alive.css";
  sheet.onload = sheet.onerror = resolve;
  setTimeout(resolve, 3000);
  document.head.append(sheet);
});

// Shows or hides parts of the aside, by the names of their hooks.
const shown = new Map();
const show = async (name, is) => {
  shown.set(`data-${name}`, is);
  await styled;
  for (const part of aside.children) part.hidden = ![...shown].some(([hook, is]) => is && part.hasAttribute(hook));
  aside.hidden = [...aside.children].every((part) => part.hidden);
};

// Urgent notices, in the form that sitegen's notices.rs writes.
const askFirst = board.querySelector("b");
let told = "[]";
const card = ({ id, stop, words }) => {
  const card = document.createElement("p");
  const picture = document.createElement("img");
  const says = document.createElement("span");
  card.dataset.notice = id;
  card.toggleAttribute("data-stop", stop);
  picture.className = "pic";
  picture.alt = "";
  picture.src = `/pictograms/${stop ? "warning" : "info"}.svg`;
  says.dataset.string = `notice.${id}`;
  says.textContent = words;
  card.append(picture, says);
  return card;
};
const tell = async (answer) => {
  const { v, notices } = await answer.json();
  if (v !== 1) return;
  const { today } = root.dataset;
  const mine = notices.filter(
    ({ procedures, from, until }) =>
      from <= today && today <= until && (!procedures.length || procedures.includes(main.dataset.procedure)),
  );
  await styled;
  if (JSON.stringify(mine) === told) return;
  told = JSON.stringify(mine);
  const stops = mine.filter(({ stop }) => stop);
  const others = mine.filter(({ stop }) => !stop);
  board.replaceChildren(...stops.map(card), askFirst, ...others.map(card));
  askFirst.hidden = !stops.length;
  board.hidden = !mine.length;
  root.toggleAttribute("data-stopped", stops.length > 0 && main.dataset.page === "procedure");
};
const notices = async () => {
  const file = "/notices.json";
  // What the worker kept is there at once; what the network says may take its time, or never come.
  await quietly(async () => tell(await caches.match(file)));
  const answer = await fetch(file);
  if (answer.ok) await tell(answer);
};

// Inside Zalo, Facebook or Messenger lists live in that program's own storage, and there is no home screen.
const inApp = () => {
  if (!/Zalo|FBAN|FBAV|FB_IAB/.test(navigator.userAgent)) return;
  show("in-app", true);
  if (!/Android/.test(navigator.userAgent)) return;
  const link = button("open-in-browser");
  // What is stored stays behind; a list that is begun goes with the address, as its number, ticks included.
  const begun = "[data-alive]:not([data-step=page]), [data-state=have], [data-action=resume]:not([hidden])";
  const point = () => {
    const isBegun = document.querySelector(begun);
    const numbers = [...document.querySelectorAll("[data-list-number]")].map((it) => isBegun && it.dataset.digits);
    const digits = [...numbers, main.dataset.page === "check" && location.hash.slice(1)].find((it) => /^\d+$/.test(it));
    const path = digits ? `/k/${digits}` : location.pathname;
    const scheme = location.protocol.slice(0, -1);
    const instead = encodeURIComponent(location.origin + path);
    link.href = `intent://${location.host}${path}#Intent;scheme=${scheme};package=com.android.chrome;S.browser_fallback_url=${instead};end`;
  };
  point();
  link.hidden = false;
  addEventListener("hashchange", point);
  new MutationObserver(point).observe(main, { subtree: true, attributeFilter: ["data-digits", "data-step", "hidden"] });
};

// A place on the home screen is offered once, when the first list is finished. All that is remembered is that it was.
const install = () => {
  const once = "install-offered";
  let prompt;
  let isHere = false; // whether this page is the one that offers
  const isFirst = () => {
    try {
      if (localStorage.getItem(once)) return false;
      localStorage.setItem(once, "yes");
      return true;
    } catch {
      return false; // who cannot remember that it asked must not ask
    }
  };
  const offer = () => {
    const may = Boolean(prompt) && main.dataset.step === "end";
    isHere ||= may && isFirst();
    show("install", may && isHere);
  };
  const done = () => {
    prompt = undefined;
    offer();
  };
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    offer();
  });
  addEventListener("appinstalled", done);
  button("install").addEventListener("click", () => {
    quietly(prompt.prompt.bind(prompt));
    done();
  });
  new MutationObserver(offer).observe(main, { attributeFilter: ["data-step"] });
};

// The worker keeps the whole site on the phone; sw.js says how, and what these messages mean.
let registration;
const { serviceWorker } = navigator;
const ask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    registration.active.postMessage({ ask: "state" }, [port2]);
  });
// Where the list is in this page only, loading it anew would lose the list: such a page stays until it is left.
const forgets = () =>
  root.dataset.store === "memory" || main.dataset.sensitive !== undefined || root.dataset.helper === "yes";
const say = ({ complete, room, pages }) => {
  show("offline", complete);
  show("no-room", room === false);
  // A new version starts by itself at the next page, unless other pages of the site are open: then somebody decides.
  show("update", Boolean(registration.waiting) && pages > 1 && !forgets());
};
const watch = () => {
  registration.installing?.addEventListener("statechange", () => quietly(async () => say(await ask())));
};
const register = async () => {
  if (!serviceWorker) return;
  const known = registration;
  registration = await serviceWorker.register("/sw.js", { scope: "/", updateViaCache: "none" });
  if (registration !== known) {
    registration.addEventListener("updatefound", watch);
    watch();
  }
  await serviceWorker.ready;
  const state = await ask();
  say(state);
  if (!state.complete) registration.active.postMessage({ ask: "fill" });
};
const worker = async () => {
  let isControlled = Boolean(serviceWorker.controller);
  serviceWorker.addEventListener("controllerchange", () => {
    if (isControlled && !forgets()) location.reload();
    isControlled = true;
  });
  serviceWorker.addEventListener("message", ({ data }) => {
    if (data?.told === "state" && registration) say(data);
  });
  button("take-over").addEventListener("click", () => registration.waiting?.postMessage({ ask: "take-over" }));
  // The page first: nothing that is brought for later shares the network with it.
  if (document.readyState !== "complete") await new Promise((resolve) => addEventListener("load", resolve));
  await register();
};

// A page may stay open for days: who comes back to it after more than a minute gets the news, and so does who comes
// back into the network.
let looked = Date.now();
document.addEventListener("visibilitychange", () => {
  if (document.hidden || Math.abs(Date.now() - looked) < 60_000) return;
  looked = Date.now();
  quietly(notices);
  quietly(() => registration?.update());
});
addEventListener("online", () => {
  quietly(notices);
  quietly(register);
});

// That there are lists here, for the first page, which then leads to them before everything else. Nothing of what they say.
const lists = () => {
  if (main.dataset.page === "mine") return document.querySelector("[data-kept]") || localStorage.removeItem("lists");
  const saved = (marks) => marks.getEntriesByName("saved").length && quietly(() => localStorage.setItem("lists", "yes"));
  new PerformanceObserver(saved).observe({ type: "mark", buffered: true });
};

const listen = () => import("/listen.js");
const helper = () => root.dataset.helper === "yes" && main.dataset.page === "procedure" && import("/helper.js");

for (const part of [notices, helper, lists, listen, inApp, install, worker]) quietly(part);
