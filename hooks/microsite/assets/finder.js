// The activity finder. Its state is in the address, so that a search can be sent to somebody.
// Without this script all activities are there.
(() => {
  "use strict";

  const form = document.querySelector("form[data-finder]");
  if (!form) return;
  const { plain, meanings, says, nearest, read } = window.search;
  const FILTERS = ["audience", "on", "form", "body", "phase"];
  const [count, given, heading, list, otherwise] =
    ["count", "given", "results", "cards", "otherwise"].map((name) => document.querySelector(`[data-${name}]`));
  const total = count.textContent;
  const words = form.dataset;
  const fields = [...form.elements].filter((field) => field.name);
  const isGiven = (field) => field.type === "checkbox" ? field.checked : Boolean(field.value.trim());
  const chosen = (name) => fields.filter((field) => field.name === name && isGiven(field)).map(({ value }) => value);

  let cards = [];
  const collect = () => [...list.querySelectorAll(".ms-card")].map((element) => {
    const codes = Object.fromEntries(FILTERS.map((name) => [name, (element.dataset[name] || "").split(/\s+/)]));
    codes.on = [element.querySelector("[data-state]")?.dataset.value]; // site.js has told it
    return { element, id: element.dataset.activity, codes, text: plain(element.querySelector(".ms-card__title").textContent) };
  });

  // What every activity says, read once, when somebody searches. Until then, and where the network
  // fails, titles are searched.
  let loading = null, isRead = false;
  const load = () => {
    loading = loading || read(words.finder).then((texts) => {
      for (const card of cards) card.text += ` ${texts.get(card.id)?.text || ""}`;
    }, () => { loading = null; }).then(() => {
      isRead = true;
      if (chosen("q").length) show();
    });
  };

  const isFor = (card, audiences) => !audiences.length || audiences.some((code) => card.codes.audience.includes(code));
  // What is open to everybody is for every audience.
  const fits = (card) => FILTERS.every((name) => {
    const codes = chosen(name);
    return name === "audience" ? isFor(card, codes) || isFor(card, ["everyone"])
      : !codes.length || codes.some((code) => card.codes[name].includes(code));
  });

  const mark = Object.assign(document.createElement("span"), { className: "ms-card__open", textContent: words.mark });

  function show() {
    const [typed = ""] = chosen("q");
    const audiences = chosen("audience");
    const fitting = cards.filter(fits);
    const hits = fitting.filter((card) => says(card.text, meanings(typed)));
    if (typed && !hits.length && !isRead) return; // more than titles will be searched in a moment
    const near = hits.length ? [] : nearest(fitting, cards, typed);
    const open = hits.filter((card) => !isFor(card, audiences));
    const order = [...hits.filter((card) => !open.includes(card)), ...open, ...near];
    for (const card of cards) {
      card.element.hidden = !order.includes(card);
      card.element.querySelector(".ms-card__open")?.remove();
    }
    for (const { element } of open) element.querySelector(".ms-card__title").after(mark.cloneNode(true));
    list.append(...order.map(({ element }) => element), ...cards.filter((card) => !order.includes(card)).map(({ element }) => element));
    count.textContent = said(hits.length, open.length, near.length);
    given.replaceChildren(...fields.filter(isGiven).map(off));
    if (otherwise) otherwise.hidden = hits.length > 0;
  }

  function said(hits, open, near) {
    if (!hits) return near ? words.near : words.none;
    if (!fields.some(isGiven)) return total;
    return (hits === 1 ? words.one : words.many.replace(/\d+/, hits)) + (open ? words.open.replace("0", open) : "");
  }

  // A condition that can be taken away.
  function off(field) {
    const button = document.createElement("button");
    const label = field.type === "checkbox" ? field.parentElement.textContent : field.selectedOptions?.[0].textContent || field.value;
    Object.assign(button, { type: "button", className: "ms-off", textContent: label });
    button.setAttribute("aria-label", words.off + label);
    button.addEventListener("click", () => {
      clear(field);
      change();
      heading.focus();
    });
    return button;
  }

  function clear(field) {
    if (field.type === "checkbox") field.checked = false;
    else field.value = "";
  }

  function remember() {
    const query = new URLSearchParams(fields.filter(isGiven).map(({ name, value }) => [name, value])).toString();
    history.replaceState(history.state, "", `${location.pathname}${query && `?${query}`}${location.hash}`);
  }

  // A choice that this page does not offer (an old link) leaves its list at “any”.
  function recall() {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      if (field.type === "checkbox") field.checked = query.getAll(field.name).includes(field.value);
      else field.value = query.get(field.name) || "";
      if (field.selectedIndex < 0) field.selectedIndex = 0;
    }
    if (chosen("q").length) load();
    show();
  }

  function change() {
    if (chosen("q").length) load();
    show();
    remember();
  }

  // Only states that some activity is in today; one alone is no choice.
  function offer() {
    const states = new Set(cards.flatMap(({ codes }) => codes.on));
    const chips = fields.filter(({ name }) => name === "on");
    for (const chip of chips) chip.parentElement.hidden = !states.has(chip.value);
    const group = chips[0].closest("fieldset");
    group.hidden = chips.filter((chip) => !chip.parentElement.hidden).length < 2;
  }

  function more({ currentTarget: button }) {
    button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") === "false"));
  }

  form.addEventListener("focusin", ({ target }) => { if (target.name === "q") load(); });
  // An input method shows what is typed before a word is chosen.
  form.addEventListener("input", (event) => { if (!event.isComposing) change(); });
  form.addEventListener("compositionend", change);
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // the results are on this page
    change();
    heading.focus();
  });
  form.querySelector("[aria-expanded]").addEventListener("click", more);
  addEventListener("popstate", recall);

  document.addEventListener("DOMContentLoaded", () => {
    cards = collect();
    offer();
    recall();
    form.hidden = false;
  });
})();
