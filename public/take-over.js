// The script of the almost empty page with which the worker answers while the next release takes over: it loads the page
// again once the new worker has it. Earlier, Chromium may find neither worker, ask the network and hang.
const { serviceWorker } = navigator;
const again = () => location.reload();
serviceWorker.addEventListener("controllerchange", again);
// Whatever holds the new release up, there is a page: the old one, if need be.
setTimeout(again, 2000);
const waiting = (await serviceWorker.getRegistration())?.waiting;
if (waiting) waiting.postMessage({ ask: "take-over" });
else again();
