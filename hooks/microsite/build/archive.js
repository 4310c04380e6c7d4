// Only in an archive that is opened without a server. Nothing can be fetched there, so that the scripts that follow
// this one hold what is searched, each by its name.
const answers = {};
window.fetch = async (address) => {
  const { pathname } = new URL(address, location);
  return new Response(JSON.stringify(answers[Object.keys(answers).find((name) => pathname.endsWith(name))]));
};

// Some browsers keep what is stored for one file alone: the display settings go along in the addresses of links.
(() => {
  "use strict";

  const NAMES = ["theme", "size", "contrast"];
  const root = document.documentElement;
  const given = new URLSearchParams(location.search).get("look");
  try {
    if (given !== null) given.split(",").forEach((value, at) => localStorage.setItem(`ms-${NAMES[at]}`, value));
  } catch { /* without storage a setting holds for one page */ }

  document.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href]");
    const look = NAMES.map((name) => root.dataset[name] || "").join();
    const isChosen = given !== null || look !== ",,";
    if (!link || link.protocol !== "file:" || link.getAttribute("href").startsWith("#") || !isChosen) return;
    const address = new URL(link.href);
    address.searchParams.set("look", look);
    link.href = address;
  }, true);
})();
