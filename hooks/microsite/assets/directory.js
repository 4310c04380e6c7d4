// The contact directory: finds bodies by name, activity or number. Without this script all are there.
(() => {
  "use strict";

  const form = document.querySelector("form[data-directory]");
  if (!form) return;
  const count = document.querySelector("[data-count]");

  // A number is typed with a hyphen, a dash, a space or nothing after the area code.
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/(\d)[ ‐-―-](?=\d|$)/g, "$1");

  // Numbers also as they are dialled, with the country code.
  const dialled = (element) => [...element.querySelectorAll("a[href^='tel:']")].map((line) => line.getAttribute("href"));
  const entries = [...document.querySelectorAll("[data-entry]")].map((element) => ({
    element,
    text: plain([element.textContent, ...dialled(element)].join("\n")),
  }));

  function show() {
    const terms = plain(form.elements.q.value.trim()).split(/\s+/).filter(Boolean);
    let hits = 0;
    for (const { element, text } of entries) {
      element.hidden = !terms.every((term) => text.includes(term));
      hits += element.hidden ? 0 : 1;
    }
    for (const group of document.querySelectorAll("[data-group]")) {
      group.hidden = !group.querySelector("[data-entry]:not([hidden])");
    }
    const { none, one, many } = form.dataset;
    count.textContent = terms.length ? [none, one][hits] || many.replace(/\d+/, hits) : "";
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // the results are on this page
    show();
  });
  form.hidden = false;
  show(); // the browser may have kept what was typed
})();
