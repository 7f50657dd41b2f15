// The worker: keeps one whole release of the site on the phone, and answers from it, with or without network.
// `sitegen release` writes what that release is between the two marks, so that worker and list never disagree. Nothing a
// person made is in its caches: lists live in IndexedDB.
const RELEASE = /* release */ { id: "", room: 0, headers: {}, types: {}, parts: [], procedures: [] } /* end */;

const CACHE = `app-${RELEASE.id}`;
const NOTICES = "/notices.json";
// Address and hash of every file. `parts` are [pack or "", whether in the first tier, files].
const FILES = new Map(RELEASE.parts.flatMap(([, , files]) => files));

let room = true; // whether the last attempt to keep something found room for it
let filling; // the one attempt to bring the second tier that is under way
let handedOver = 0; // how often a navigation was left to the release that waits

const NO_ROOM = "no room";
const open = () => caches.open(CACHE);
// A store that refuses, as in some private windows, is an empty one.
const kept = (address) => caches.match(address, { cacheName: CACHE }).catch(() => undefined);
const windows = () => clients.matchAll({ type: "window", includeUncontrolled: true });

// The first 36 bits of SHA-256. They tell a body of this release from any that comes by mistake; who could forge one to
// match could change this script as well. All 256 would make the script, which each release brings anew, twice as long.
const hash = async (body) => {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", body), 0, 6);
  return btoa(String.fromCharCode(...bytes)).slice(0, 6);
};

// Headers are this release's own, wherever a body comes from: a network that adds some, a pack that has none, an older
// release that had others.
const answer = (address, body, status = 200) => {
  const kind = address.endsWith("/") ? "html" : address.slice(address.lastIndexOf(".") + 1);
  return new Response(body, { status, headers: { ...RELEASE.headers, "Content-Type": RELEASE.types[kind] } });
};

// The only way into the cache: whoever sent a body, a server or the log-in page of some free Wi-Fi, what is not in the
// list stays out.
const keep = async (cache, address, body) => {
  if ((await hash(body)) !== FILES.get(address)) return false;
  try {
    await cache.put(address, answer(address, body));
  } catch (error) {
    throw error.name === "QuotaExceededError" ? Error(NO_ROOM) : error;
  }
  return true;
};

const lacking = async () => {
  const have = new Set((await (await open()).keys()).map(({ url }) => new URL(url).pathname));
  return [...FILES.keys()].filter((address) => !have.has(address));
};

// Twelve at a time; the first failure ends it.
const inTurns = (work, things) => {
  const left = [...things];
  const turn = async () => {
    while (left.length) await work(left.shift());
  };
  return Promise.all(Array.from({ length: 12 }, turn)).finally(() => (left.length = 0));
};

// Asks the server even where the browser's own cache believes to know: a stale body there would stop every attempt.
const download = (address) => fetch(address, { cache: "no-cache" });

// A pack is texts in a row, each behind its address. Whatever else comes, say a log-in page, brings nothing; then the
// files are asked for one by one.
const unpack = async (cache, pack) => {
  const packed = (await (await download(pack)).text()).split("\0");
  const texts = new Map(packed.map((text) => text.split(/\n(.*)/s, 2)));
  for (const address of await lacking()) {
    if (texts.has(address)) await keep(cache, address, new TextEncoder().encode(texts.get(address)));
  }
};

// A pack is worth it when it brings much that is missing. Of one changed procedure, all pages together are smaller
// packed than single (measured: 14.8 KB, not 22.0), while a whole event is several times that.
const packsFor = (wanted) => {
  const isWorthIt = ([pack, , files]) => {
    // A page weighs about as much as six drawings.
    const weigh = (all) => all.reduce((sum, [address]) => sum + (address.endsWith("/") ? 6 : 1), 0);
    const missing = files.filter(([address]) => wanted.has(address));
    return pack && missing.length > 1 && weigh(missing) * 2 >= weigh(files);
  };
  const parts = RELEASE.parts.filter(isWorthIt);
  const coming = new Set(parts.flatMap(([, , files]) => files.map(([address]) => address)));
  const procedures = RELEASE.procedures.filter((slug) => {
    const page = `/${slug}/`;
    if (!wanted.has(page) || coming.has(page)) return false;
    return [...wanted].some((address) => address !== page && address.startsWith(page));
  });
  return [...parts.map(([pack]) => pack), ...procedures.map((slug) => `/packs/procedure/${slug}.txt`)];
};

// Brings files that are not there yet. What has come stays, whatever happens next: the following attempt goes on from
// there. No network ends an attempt; a wrong body does not, but makes it fail when all others have come.
const bring = async (addresses) => {
  const cache = await open();
  const missing = async () => (await lacking()).filter((address) => addresses.has(address));
  for (const pack of packsFor(new Set(await missing()))) await unpack(cache, pack);
  const wrong = [];
  const single = async (address) => {
    const response = await download(address);
    if (!(await keep(cache, address, await response.arrayBuffer()))) wrong.push(address);
  };
  await inTurns(single, await missing());
  if (wrong.length) throw Error(`not what release ${RELEASE.id} lists: ${wrong.join(" ")}`);
};

// A browser that does not say how much room there is may have enough.
const findRoom = async () => {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  const needed = (RELEASE.room * (await lacking()).length) / FILES.size;
  room = !(quota - usage < needed);
  if (!room) throw Error(NO_ROOM);
};

// The first visit: what is open now, the pages one comes back by, the code. It may fail at any file and be tried again.
const begin = async () => {
  const opened = (await windows()).map(({ url }) => listed(new URL(url).pathname)).filter((it) => FILES.has(it));
  const first = RELEASE.parts.filter(([, isFirst]) => isFirst).flatMap(([, , files]) => files.map(([it]) => it));
  await bring(new Set([...first, ...opened]));
  const texts = await Promise.all(opened.map(async (address) => (await kept(address)).text()));
  const drawn = texts.flatMap((text) => [...text.matchAll(/ src="([^"]+)"/g)].map(([, address]) => address));
  await bring(new Set(drawn.filter((address) => FILES.has(address))));
};

// The next release comes whole or not at all: what has not changed from the cache of the one before, the rest from the
// server. Bodies are compared, not lists, so what is copied is known to be right.
const renew = async () => {
  const cache = await open();
  for (const name of await caches.keys()) {
    if (!name.startsWith("app-") || name === CACHE) continue;
    const older = await caches.open(name);
    const copy = async (address) => {
      const response = await older.match(address);
      if (response) await keep(cache, address, await response.arrayBuffer());
    };
    await inTurns(copy, await lacking());
  }
  await bring(new Set(FILES.keys()));
};

const fill = async () => {
  try {
    await findRoom();
    await bring(new Set(FILES.keys()));
  } catch (error) {
    if (error.message === NO_ROOM) room = false;
  }
  await tell();
};

// Looks into the cache each time: browsers may throw it away, and nobody should leave home on an old promise.
const state = async () => {
  const missing = await lacking().catch(() => [...FILES.keys()]);
  const have = FILES.size - missing.length;
  const pages = (await windows()).length;
  return { release: RELEASE.id, complete: !missing.length, room, pages, files: FILES.size, have };
};

const tell = async () => {
  const news = { told: "state", ...(await state()) };
  for (const client of await windows()) client.postMessage(news);
};

// The address in the list behind one that people type, tap or get in a message.
const listed = (path) => (/^\/k\/[^/]+\/?$/.test(path) ? "/k/" : path.replace(/\/index\.html$/, "/"));

// What the network says within some seconds; later counts as never.
const within = (seconds, answering) =>
  Promise.race([answering, new Promise((_, give) => setTimeout(give, seconds * 1000, Error("too slow")))]);

const file = async (event, address) => {
  const known = await kept(address);
  if (known) return known;
  const response = await fetch(event.request);
  // As long as the release is not whole, what a page loads anyway need not be brought a second time.
  const copy = response.clone();
  event.waitUntil(
    copy.arrayBuffer().then(async (body) => keep(await open(), address, body)).catch(() => {}),
  );
  return response;
};

// Whether the page that navigates is the only one of the site. No browser says which page a navigation replaces; the one
// that is seen while nobody else is there must be it, and behind a new tab the others are hidden. Where that is wrong,
// two windows side by side, the other one loads itself anew when the release changes under it.
const isAlone = async () => {
  const others = await windows();
  return !others.length || (others.length === 1 && others[0].visibilityState === "visible");
};

// The release that waits is whole, but cannot start before this answer has ended. So the answer is a page without words
// that lets it start and then loads itself again; if that fails three times, there is a page of this release after all.
const handOver = () => {
  handedOver += 1;
  const head = '<!doctype html><meta name="viewport" content="width=device-width"><title></title>';
  return answer("/", `${head}<progress></progress><script type="module" src="/take-over.js"></script>`);
};

const page = async (event, url) => {
  if (registration.waiting && handedOver < 3 && (await isAlone())) return handOver();
  const address = listed(url.pathname);
  const known = await kept(address);
  if (known) return known;
  if (FILES.has(`${address}/`)) return Response.redirect(`${address}/${url.search}`, 308);
  try {
    if (FILES.has(address)) return await file(event, address);
    // Not of this release. The server may have it by now; its own "not found" may be that of another release.
    const response = await within(10, fetch(event.request));
    if (response.status !== 404) return response;
  } catch {
    // Without network, or too slow: what follows.
  }
  const instead = (await kept("/404.html")) ?? (await kept("/"));
  if (!instead) return fetch(event.request);
  return answer("/", instead.body, FILES.has(address) ? 503 : 404);
};

// Urgent notices: from the network if it answers soon, else the last ones that came.
const notices = async (event) => {
  const cache = await caches.open("notices").catch(() => undefined);
  const asking = download(NOTICES).then(async (response) => {
    const text = await response.text();
    // A log-in page in between must not wipe out a notice.
    if (!Array.isArray(JSON.parse(text).notices)) throw Error(text);
    await cache?.put(NOTICES, answer(NOTICES, text)).catch(() => {});
    return answer(NOTICES, text);
  });
  event.waitUntil(asking.catch(() => {}));
  return within(3, asking).catch(async () => (await cache?.match(NOTICES)) ?? answer(NOTICES, '{"v":1,"notices":[]}'));
};

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || request.headers.has("range")) return;
  if (request.mode === "navigate") event.respondWith(page(event, url));
  else if (url.pathname === NOTICES) event.respondWith(notices(event));
  else if (FILES.has(url.pathname)) event.respondWith(file(event, url.pathname));
});

const install = async () => {
  try {
    await findRoom();
    await (registration.active ? renew() : begin());
  } catch (error) {
    if (error.message === NO_ROOM) {
      room = false;
      // The release that pages are of tells them; the first one is its own messenger.
      if (registration.active) registration.active.postMessage({ ask: "no-room" });
      else await tell();
    }
    throw error;
  }
};

const activate = async () => {
  // Every page belongs to this worker from here on, so nobody is left who could ask for an older release.
  for (const name of await caches.keys()) {
    if (name.startsWith("app-") && name !== CACHE) await caches.delete(name);
  }
  await clients.claim();
};

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));

const asked = {
  state: async ({ ports: [port] }) => port?.postMessage(await state()),
  fill: () => (filling ??= fill().finally(() => (filling = undefined))),
  // Not at once: while the worker before this one is still at its last answer, Chromium puts the change off, and looks
  // again only when that worker is needed next.
  "take-over": () => setTimeout(() => skipWaiting(), 300),
  "no-room": () => {
    room = false;
    return tell();
  },
};
addEventListener("message", (event) => event.waitUntil(asked[event.data?.ask]?.(event)));
