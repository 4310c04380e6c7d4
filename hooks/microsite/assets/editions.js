// On a campaign's pages: is there a newer edition than this page, perhaps an old copy, knows of?
// Without this script, or without the list, the page says what was true when it was made.
document.addEventListener("DOMContentLoaded", () => {
  "use strict";

  const notice = document.querySelector("[data-edition]");
  if (!notice || !location.protocol.startsWith("http")) return;
  const { edition, root, region, year, activity, comma } = notice.dataset;
  const english = document.documentElement.lang === "en";

  // Names that have no English yet are Chinese, and say so to a screen reader.
  function fill(link, names, path) {
    link.textContent = english ? names.en : names.zh;
    link.href = root + (english ? "en/" : "") + path;
    if (english && names.en === names.zh) link.lang = "zh-CN";
    else link.removeAttribute("lang");
    return link;
  }

  function show({ regions, activities }) {
    const newest = (regions[region] || [])[0];
    if (!newest || newest.year <= Number(year)) return;
    fill(notice.querySelector("[data-edition-newest]"), newest.name, newest.path);
    const { latest } = activities[activity] || { latest: [] };
    if (latest.length) {
      const place = notice.querySelector("[data-edition-continued]");
      const links = latest.map((each) => fill(document.createElement("a"), each.title, each.path));
      place.replaceChildren(...links.flatMap((link, index) => (index ? [comma, link] : [link])));
      place.parentElement.hidden = false;
    }
    notice.hidden = false;
  }

  fetch(edition)
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.status))))
    .then(show)
    .catch(() => { /* the text in the page stands */ });
});
