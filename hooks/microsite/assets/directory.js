// The contact directory: finds matters and bodies by what they are about, by name or number. Without this script
// all are there.
(() => {
  "use strict";

  const form = document.querySelector("form[data-directory]");
  if (!form) return;
  const { plain, meanings, says, read } = window.search;
  const count = document.querySelector("[data-count]");
  const input = form.elements.q;

  // A number is typed with a hyphen, a dash, a space or nothing after the area code.
  const joined = (text) => text.replace(/(\d)[ ‐-―-](?=\d|$)/g, "$1");

  // Numbers also as they are dialled, with the country code.
  const dialled = (element) => [...element.querySelectorAll("a[href^='tel:']")].map((line) => line.getAttribute("href"));
  const said = (element) => joined(plain([element.textContent, ...dialled(element)].join("\n")));
  const all = (selector) => [...document.querySelectorAll(selector)];

  // A body is also found by the titles of what one asks it about.
  const matters = all("[data-matter]").map((element) => ({ element, id: element.dataset.matter, own: said(element), text: said(element) }));
  const titles = new Map(all("[data-matter] h3").map((title) => [title.parentElement.dataset.matter, plain(title.textContent)]));
  const bodies = all("[data-asked]").map((element) => ({
    element,
    text: [said(element), ...element.dataset.asked.split(" ").map((id) => titles.get(id) || "")].join("\n"),
  }));
  const entries = [...matters, ...bodies];

  // What every activity says, read once, when somebody searches; where the network fails, what is on the page is searched.
  let loading = null;
  const load = () => {
    loading = loading || read(form.dataset.directory).then((texts) => {
      for (const matter of matters) matter.text += `\n${texts.get(matter.id)?.text || ""}`;
      if (input.value) show();
    }, () => { loading = null; });
  };

  function show() {
    const terms = meanings(joined(input.value));
    if (terms.length) load();
    // What says a word itself stands before what only its activity says.
    const rank = ({ own }) => terms.length && !says(own, terms) ? 1 : 0;
    if (matters.length) matters[0].element.parentElement.append(...[...matters].sort((one, other) => rank(one) - rank(other)).map(({ element }) => element));
    let hits = 0;
    for (const { element, text } of entries) {
      element.hidden = !says(text, terms);
      hits += element.hidden ? 0 : 1;
    }
    for (const group of all("[data-group]")) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    const { none, one, many } = form.dataset;
    count.textContent = terms.length ? [none, one][hits] || many.replace(/\d+/, hits) : "";
  }

  // An input method shows what is typed before a word is chosen.
  const change = (event) => { if (!event.isComposing) show(); };

  input.addEventListener("focus", load);
  for (const event of ["input", "compositionend"]) input.addEventListener(event, change);
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // the results are on this page
    show();
  });
  form.hidden = false;
  show(); // the browser may have kept what was typed
})();
