// Buttons that copy a page's address, citations and facts. Without this script the texts are there to select.
(() => {
  "use strict";

  const section = document.querySelector("[data-share]");
  if (!section) return;
  const status = section.querySelector("[role=status]");
  const { copyWord, copied, byHand } = section.dataset;

  function select(element) {
    const range = document.createRange();
    range.selectNodeContents(element);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  // The day of citing, which only the reader's clock knows: 2026-11-28, in English 28 November 2026.
  function fillIn(element) {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    for (const gap of element.querySelectorAll("[data-today]")) {
      gap.textContent =
        gap.dataset.today === "zh"
          ? `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
          : now.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    }
  }

  // Older browsers, and pages that were not fetched over https, have no clipboard of their own.
  async function copy(element) {
    try {
      await navigator.clipboard.writeText(element.textContent);
      return true;
    } catch {
      select(element);
      return document.execCommand("copy");
    }
  }

  for (const text of section.querySelectorAll("[data-copy]")) {
    const { address, path, name } = text.dataset;
    if (address.startsWith("/")) {
      // The site was made without knowing its address; the browser knows where it is.
      const here = new URL(path, location.href).href;
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.split(address).join(here);
    }
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ms-button ms-button--quiet ms-quote__button";
    button.textContent = copyWord;
    button.setAttribute("aria-label", `${copyWord} ${name}`);
    button.addEventListener("click", async () => {
      status.textContent = "";
      fillIn(text);
      status.textContent = (await copy(text)) ? `${copied} ${name}` : byHand;
    });
    text.after(button);
  }
})();
