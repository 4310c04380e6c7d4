// On the page of a former address: take the place inside the page along, which a plain redirect loses.
(() => {
  "use strict";
  const link = document.querySelector("[data-moved]");
  if (link && location.hash) location.replace(link.href + location.hash);
})();
