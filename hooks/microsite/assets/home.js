// The search over all editions on the home page. What was typed is in the address, so that a search can be sent to
// somebody. Without this script each edition has its doors and its own list.
// It begins when the page knows which editions are on (site.js).
document.addEventListener("DOMContentLoaded", () => {
  "use strict";

  const form = document.querySelector("form[data-home]");
  if (!form) return;
  const { plain, meanings, says, nearest, read } = window.search;
  const [count, list] = ["count", "hits"].map((name) => document.querySelector(`[data-${name}]`));
  const words = form.dataset;
  const input = form.elements.q;
  const MOST = 30; // more than anybody reads; another word makes it fewer

  // What is on, or may be, stands first; then what is next, and last what is over.
  const cards = document.querySelector(".ms-editions");
  const rank = (card) => ["over", "started", undefined, "coming", "maybe", "now"].indexOf(card.querySelector("[data-state]").dataset.value);
  const begins = (card) => rank(card) === 3 ? card.querySelector("[data-state]").dataset.startFirst : "";
  cards.append(...[...cards.children].sort((one, other) => rank(other) - rank(one) || begins(one).localeCompare(begins(other))));

  // On or over, as the pages say it.
  function stateOf({ bounds = "", dates, open }) {
    const [startFirst, startLast, endFirst, endLast] = bounds.split(",");
    const given = Object.entries({ startFirst, startLast, endFirst, endLast, dates, open }).filter(([, value]) => value);
    const element = Object.assign(document.createElement("span"), { className: "ms-state", hidden: true });
    Object.assign(element.dataset, Object.fromEntries(given));
    window.site.tell(element);
    return element;
  }

  // In the order of the page. An edition that cannot be read is left out until somebody types again.
  const inside = (selector) => [...document.querySelectorAll(`${selector} [data-edition]`)].map((element) =>
    ({ ...element.dataset, address: element.querySelector("a").href, activities: null }));
  const [newest, older] = [inside(".ms-editions"), inside(".ms-years")];
  const editions = [...newest, ...older];
  const load = (from) => from.loading = from.loading || read(from.edition).then((texts) => {
    from.activities = [...texts].map(([id, { text, title, told }]) => ({
      text: `${text} ${plain(from.name)}`, title, told, isLast: "closed" in told || stateOf(told).dataset.value === "over", isOpen: !told.bounds && !told.dates, edition: from.name, address: from.address.replace(/(index\.html)?$/, `${id}/$1`),
    }));
  }, () => Object.assign(from, { loading: null, activities: [] })).then(show);

  // The newest at once; the older ones one after another, when those are there.
  const loadAll = () => older.reduce((before, each) => before.then(() => load(each)), Promise.all(newest.map(load)));

  function show() {
    const typed = input.value.trim();
    const all = editions.flatMap(({ activities }) => activities || []);
    const terms = meanings(typed);
    const found = typed ? all.filter(({ text }) => says(text, terms)) : [];
    // What is over or closed to the public stands last, before it what has no day; of each first what says most of the words in its title.
    const order = ({ isLast, isOpen, title }) => (isLast ? 2 : isOpen ? 1 : 0) * (terms.length + 1) + terms.filter((term) => !says(plain(title), [term])).length;
    const hits = found.sort((one, other) => order(one) - order(other));
    const isRead = editions.every(({ activities }) => activities);
    const near = hits.length || !isRead ? [] : nearest(all, all, typed);
    list.replaceChildren(...[...hits.slice(0, MOST), ...near].map(row));
    count.textContent = !typed || (!hits.length && !isRead) ? "" : said(hits.length, near.length);
  }

  function said(hits, near) {
    if (hits) return hits === 1 ? words.one : words.many.replace(/\d+/, hits) + (hits > MOST ? words.first : "");
    return near ? words.near : words.none;
  }

  function row({ title, address, edition, told }) {
    const [item, link, name, where, when] = ["li", "a", "span", "span", "span"].map((kind) => document.createElement(kind));
    Object.assign(link, { className: "ms-hits__link", href: address });
    Object.assign(name, { className: "ms-hits__name", textContent: title });
    Object.assign(where, { className: "ms-hits__edition", textContent: edition });
    Object.assign(when, { className: "ms-hits__edition", textContent: [told.when, told.closed].filter(Boolean).join(" · ") });
    when.append(" ", stateOf(told));
    link.append(name, " ", where, " ", when);
    item.append(link);
    return item;
  }

  function change() {
    loadAll();
    show();
    const query = new URLSearchParams(input.value.trim() ? { q: input.value.trim() } : {}).toString();
    history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  }

  // An input method shows what is typed before a word is chosen.
  input.addEventListener("input", (event) => { if (!event.isComposing) change(); });
  input.addEventListener("compositionend", change);
  input.addEventListener("focus", () => newest.forEach(load));
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // the results are on this page
    change();
    count.focus();
  });

  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) change();
  form.hidden = false;
});
