// The activity finder. Its state is in the address, so that a search can be sent to somebody.
// Without this script all activities are there.
(() => {
  "use strict";

  const form = document.querySelector("form[data-finder]");
  if (!form) return;
  const { plain, meanings, read } = window.search;
  const FILTERS = ["audience", "form", "body", "phase"];
  const count = document.querySelector("[data-count]");
  const heading = document.querySelector("[data-results]");
  const fields = [...form.elements].filter((field) => field.name);

  const cards = [...document.querySelectorAll("[data-cards] .ms-card")].map((element) => ({
    element,
    id: element.dataset.activity,
    codes: FILTERS.map((name) => (element.dataset[name] || "").split(/\s+/)),
    text: plain(element.querySelector(".ms-card__title").textContent),
  }));
  // What every activity says, read once, when somebody searches. Until then, and where the network
  // fails, titles are searched.
  let loading = null;
  const load = () => {
    loading = loading || read(form.dataset.finder).then((texts) => {
      for (const card of cards) card.text += ` ${texts.get(card.id) || ""}`;
      if (value("q")) show();
    }, () => { loading = null; });
  };

  const value = (name) => form.elements[name]?.value || "";

  function found() {
    const terms = meanings(value("q"));
    const chosen = FILTERS.map(value);
    return cards.filter(({ codes, text }) =>
      chosen.every((code, at) => !code || codes[at].includes(code)) &&
      terms.every((words) => words.some((word) => text.includes(word))));
  }

  function show() {
    const hits = new Set(found());
    for (const card of cards) card.element.hidden = !hits.has(card);
    const { none, one, many } = form.dataset;
    count.textContent = [none, one][hits.size] || many.replace(/\d+/, hits.size);
  }

  function remember() {
    const given = new URLSearchParams();
    for (const { name, value } of fields) if (value.trim()) given.set(name, value);
    const query = given.toString();
    history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  }

  // A choice that this page does not offer (an old link) leaves its list at “any”.
  function recall() {
    const given = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = given.get(field.name) || "";
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
    if (value("q")) load();
    if (fields.some((field) => field.value) || count.textContent) show();
  }

  function change() {
    if (value("q")) load();
    show();
    remember();
  }

  form.addEventListener("focusin", ({ target }) => { if (target.name === "q") load(); });
  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // the results are on this page
    change();
    heading?.focus();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault(); // the browser would bring back what it kept over a reload
    for (const field of fields) field.value = "";
    change();
    form.elements.q.focus();
  });
  addEventListener("popstate", recall);

  recall();
  form.hidden = false;
})();
