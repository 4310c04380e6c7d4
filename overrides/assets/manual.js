// The manual's pages: search, a button that copies an example, the list of pages open
// where there is room beside the text, and the way on from old addresses. Without this script everything can be read.
(() => {
  "use strict";

  // --- search ---------------------------------------------------------------------------------

  const WAIT = 150; // milliseconds after the last key
  const SHOWN = 20;

  const form = document.querySelector(".manual-search");

  // The sections of the manual in this page's language, in the order of its pages; the index has the whole pages, too.
  async function load(settings) {
    const answer = await fetch(settings.index);
    if (!answer.ok) throw new Error(`${answer.status} ${settings.index}`);
    const { docs } = await answer.json();
    const own = docs.filter((doc) => doc.location.startsWith(settings.within) && doc.location.includes("#")
      && !/#(format|problems)-/.test(doc.location)); // titles of pages and lists of contents: what they list is found itself
    return own.map((doc) => ({ ...doc, heading: doc.title.toLowerCase(), all: `${doc.title} ${doc.text}`.toLowerCase() }));
  }

  // Chinese has no spaces: 电话怎么写 is looked for as 电话, 话怎, 怎么 and 么写 where it stands nowhere as a whole.
  const pieces = (words) => words.flatMap((word) => (/\p{sc=Han}/u.test(word) && word.length > 2
    ? [...word].slice(1).map((_, at) => word.slice(at, at + 2)) : [word]));

  // What holds every word as it was typed, those with most words in the heading first; where nothing does, what holds at
  // least a third of the pieces, those with most first.
  function found(sections, words) {
    const exact = sections.filter((each) => words.every((word) => each.all.includes(word)));
    const inHeading = (each) => words.filter((word) => each.heading.includes(word)).length;
    if (exact.length) return exact.sort((a, b) => inHeading(b) - inHeading(a));
    const parts = pieces(words);
    const held = (text) => parts.filter((part) => text.includes(part)).length;
    const enough = sections.filter((each) => held(each.all) * 3 >= parts.length);
    return enough.map((each) => [held(each.all) + held(each.heading), each]).sort((a, b) => b[0] - a[0]).map(([, each]) => each);
  }

  // The words around the first find, with the found word in a <mark>.
  function extract(text, words) {
    const line = document.createElement("p");
    const lower = text.toLowerCase();
    const found = words.map((word) => [lower.indexOf(word), word.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0];
    const [at, length] = found || [0, 0];
    const from = Math.max(0, at - 30);
    const mark = document.createElement("mark");
    mark.textContent = text.slice(at, at + length);
    line.append(from ? "…" : "", text.slice(from, at), mark, text.slice(at + length, at + length + 70));
    if (at + length + 70 < text.length) line.append("…");
    return line;
  }

  function entry(hit, root, words) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${root}/${hit.location}`;
    link.textContent = hit.title;
    item.append(link, extract(hit.text, words));
    return item;
  }

  function search(settings) {
    const input = form.querySelector("input");
    const count = form.querySelector("[role=status]");
    const list = form.querySelector("ol");
    let sections = null, timer = 0, last = "";

    const show = (hits, words) => {
      list.replaceChildren(...hits.slice(0, SHOWN).map((hit) => entry(hit, settings.root, words)));
      list.hidden = !hits.length;
      const said = [settings.none, settings.one][hits.length] || settings.many.replace("#", hits.length);
      count.textContent = words.length ? said : "";
    };
    const run = async () => {
      const query = input.value.trim().toLowerCase();
      if (query === last) return;
      last = query;
      const words = query.split(/\s+/).filter(Boolean);
      try {
        sections = sections || load(settings);
        const all = await sections;
        if (query === last) show(words.length ? found(all, words) : [], words);
      } catch (failure) {
        sections = null;
        last = "";
        count.textContent = settings.failed;
      }
    };
    const later = (event) => {
      clearTimeout(timer);
      if (!event.isComposing) timer = setTimeout(run, WAIT); // a half-typed Pinyin is no question
    };

    input.addEventListener("focus", () => { sections = sections || load(settings); sections.catch(() => { sections = null; }); });
    input.addEventListener("input", later);
    input.addEventListener("compositionend", later);
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); run(); });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      input.value = "";
      input.focus();
      run();
    });
    form.hidden = false;
  }

  // --- copying an example ---------------------------------------------------------------------

  function copying(block, words) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "manual-copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("code").textContent);
      button.textContent = words.copied; // the button has the focus, so its new name is read out
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    block.classList.add("manual-example");
    block.prepend(button);
  }

  // --- the list of pages ----------------------------------------------------------------------

  const menu = document.querySelector(".manual__menu");
  const wide = matchMedia("(min-width: 60em)"); // as in manual.css
  const unfold = () => { menu.open = wide.matches; };

  // --- tables and examples that scroll --------------------------------------------------------

  // The keyboard stops only at those that have something out of sight.
  const scrollers = document.querySelectorAll(".manual-scroll, .md-typeset pre");
  const reach = () => scrollers.forEach((box) => { box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1; });

  addEventListener("load", reach);
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true); // what was folded had no width; toggle does not bubble

  // --- a section that has moved to a page of its own -------------------------------------------

  // Its old page keeps a link that has its id: who comes by an old address is led on.
  const leadOn = () => {
    const moved = document.getElementById(location.hash.slice(1));
    if (moved && moved.matches("a[href]")) location.replace(moved.href);
  };
  leadOn();
  addEventListener("hashchange", leadOn);

  if (menu) {
    unfold();
    wide.addEventListener("change", unfold);
  }
  if (form) search(form.dataset);
  if (navigator.clipboard) { // not there on plain http
    document.querySelectorAll(".md-typeset .highlight").forEach((block) => copying(block, document.body.dataset));
  }
})();
