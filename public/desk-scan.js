// The eye of the clerk's desk: camera or photograph, read by the browser itself where it can, else by /scan.js, which is
// only then brought. What was read is put where it could have been typed; what it means is decided there.
const part = (name) => document.querySelector(`[data-${name}]`);
const video = part("video");
const typed = part("typed");

const say = (trouble) => {
  for (const line of document.querySelectorAll("[data-eye-trouble]")) line.hidden = line.dataset.eyeTrouble !== trouble;
};

const own = async () => {
  try {
    const formats = await globalThis.BarcodeDetector?.getSupportedFormats();
    if (!formats?.includes("qr_code")) return undefined;
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async (source) => (await detector.detect(source))[0]?.rawValue;
  } catch {
    return undefined;
  }
};

// Large enough for a square of a sheet, small enough for an old computer.
const SIDE = 800;
const brought = async () => {
  const scan = await import("/scan.js");
  await scan.default({ module_or_path: "/scan_bg.wasm" });
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (source, width, height) => {
    const scale = Math.min(1, SIDE / Math.max(width, height));
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return scan.decode(data, canvas.width, canvas.height);
  };
};
let reader;
const eye = () => (reader ??= own().then((read) => read ?? brought()));

const found = (text) => {
  typed.value = text;
  typed.dispatchEvent(new Event("change", { bubbles: true }));
};

let stream;
const close = () => {
  for (const track of stream?.getTracks() ?? []) track.stop();
  stream = undefined;
  video.hidden = true;
};
const look = async () => {
  say("");
  close();
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    // Refused, none there, or a page without TLS: the other ways are.
    return say("camera");
  }
  video.srcObject = stream;
  video.hidden = false;
  await video.play().catch(() => {});
  const read = await eye();
  while (stream) {
    const text = video.videoWidth && (await read(video, video.videoWidth, video.videoHeight));
    if (text) {
      close();
      return found(text);
    }
    await new Promise(requestAnimationFrame);
  }
};

part("camera").addEventListener("click", look);
// Nobody is filmed behind another page.
document.addEventListener("visibilitychange", () => document.hidden && close());
part("photo").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (!file) return;
  say("");
  try {
    const picture = await createImageBitmap(file);
    const text = await (await eye())(picture, picture.width, picture.height);
    picture.close();
    if (text) found(text);
    else say("photo");
  } catch {
    say("photo");
  }
  target.value = "";
});
