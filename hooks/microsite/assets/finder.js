// The activity finder. Its state is in the address, so that a search can be sent to somebody.
// Without this script all activities are there.
(() => {
  "use strict";

  const form = document.querySelector("form[data-finder]");
  if (!form) return;
  const FILTERS = ["audience", "form", "body", "phase"];
  const count = document.querySelector("[data-count]");
  const heading = document.querySelector("[data-results]");
  const fields = [...form.elements].filter((field) => field.name);

  // Full-width letters and digits are typed as often as plain ones.
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  const cards = [...document.querySelectorAll("[data-cards] .ms-card")].map((element) => ({
    element,
    id: element.dataset.activity,
    codes: FILTERS.map((name) => (element.dataset[name] || "").split(/\s+/)),
    text: plain(element.querySelector(".ms-card__title").textContent),
  }));
  let synonyms = [];

  // What every activity says, read once, when somebody searches. Until then, and where the network
  // fails, titles are searched.
  let loading = null;
  const load = () => {
    loading = loading || read().then(() => value("q") && show(), () => { loading = null; });
  };

  async function read() {
    const answer = await fetch(form.dataset.finder);
    if (!answer.ok) throw new Error(`${answer.status} ${form.dataset.finder}`);
    const index = await answer.json();
    const texts = new Map(index.activities);
    for (const card of cards) card.text += ` ${plain(texts.get(card.id) || "")}`;
    synonyms = index.synonyms.map((group) => group.map(plain));
  }

  // Chinese has no borders between words, so either may hold the other (听障人士, 听障); of letters
  // only a beginning counts (farm, farmers), or “her” would find teachers.
  const isLetters = (text) => /^[\x20-\x7e]+$/.test(text);
  function same(term, word) {
    if (term === word) return true;
    if (isLetters(term)) return term.length > 2 && (word.startsWith(term) || term.startsWith(word));
    return term.length > 1 && (word.includes(term) || term.includes(word));
  }

  const meanings = (term) => [term, ...synonyms.filter((group) => group.some((word) => same(term, word))).flat()];

  const value = (name) => form.elements[name]?.value || "";

  function found() {
    const terms = plain(value("q")).split(/\s+/).filter(Boolean).map(meanings);
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
