// For whoever sits beside somebody and asks aloud: to each question why it is asked, how to make sure of the answer, and
// what each answer changes; to each line of the list its place in the law. The words stand on the clerk's page of the
// procedure and on the page of settings, what answers change follows from the page itself. Nothing is kept of whom one
// helps unless one asks for it (wake/procedure/remember.rs). phone.js imports this when helper's mode is on.
const main = document.querySelector("main");

const page = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page.documentElement.dataset.view !== document.documentElement.dataset.view) throw new Error("another release");
  return page;
};

// The lines that hang on an answer, by their names; the words of a reason are under the id of the answer.
const namesFor = (question, option) => {
  const reason = `.q.${question}.o.${option}.because`;
  const cards = [...main.querySelectorAll(".item")].filter((card) => card.querySelector(`[data-string$="${reason}"]`));
  return cards.map((card) => card.querySelector(".item__name").textContent.trim());
};

const help = async () => {
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = "/help.css";
  document.head.append(sheet);
  const [from, parts] = await Promise.all([page("can-cu/"), page("/cach-xem/")]);
  const part = (name) => document.adoptNode(parts.querySelector(`[data-help=${name}]`).cloneNode(true));
  main.prepend(part("on"));
  for (const place of [".list", ".facts > .ticket"]) main.querySelector(place).append(part("keep"), part("done"));
  main.querySelector("[data-action=leave-helper]").addEventListener("click", () => {
    try {
      localStorage.removeItem("helper");
    } catch {}
    location.reload();
  });
  for (const help of from.querySelectorAll("[data-helps]")) {
    const id = help.dataset.helps;
    const section = main.querySelector(`[data-question="${id}"]`);
    if (!section) continue;
    help.querySelector("b").remove();
    const aside = document.createElement("details");
    const title = document.createElement("summary");
    aside.className = "help";
    title.append(part("title"));
    aside.append(title, ...help.children);
    for (const option of section.querySelectorAll("[data-option]")) {
      const names = namesFor(id, option.dataset.option);
      if (!names.length) continue;
      const line = document.createElement("p");
      const words = document.createElement("b");
      words.textContent = option.querySelector("b").textContent;
      line.append(words, `: ${names.join("; ")}`);
      aside.append(line);
    }
    section.querySelector(".question__words").after(aside);
  }
  for (const line of from.querySelectorAll(".card__line")) {
    const card = main.querySelector(`.item[data-requirement="${line.dataset.requirement}"]`);
    const law = line.querySelector("cite");
    if (card && law) card.querySelector(".item__more").append(law);
  }
};
await help();
