// How somebody wants to see the pages: size of letters, contrast, helping somebody else; and whether lists are kept here
// (phone.js notes it). Runs before anything is painted; what is chosen on `/cach-xem/` is kept on this phone. Where nothing
// can be kept, it holds for the open page.
{
  const root = document.documentElement;
  const names = ["size", "contrast", "helper"];
  const show = (name, value) => {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  };
  try {
    for (const name of [...names, "lists"]) show(name, localStorage.getItem(name));
  } catch {}
  if (matchMedia("(prefers-contrast: more)").matches) show("contrast", "high");
  addEventListener("change", ({ target: { name, value } }) => {
    if (!names.includes(name)) return;
    show(name, value);
    try {
      localStorage.setItem(name, value);
    } catch {}
  });
  addEventListener("pageshow", () => {
    const ways = document.querySelector("[data-look]");
    if (!ways) return;
    for (const input of ways.querySelectorAll("input")) input.checked = (root.dataset[input.name] ?? "") === input.value;
    document.querySelector("[data-plain]").hidden = true;
    ways.hidden = false;
  });
}
