// The manual's pages: search through Material's engine, a button that copies an example, and the list of pages
// open where there is room beside the text. Without this script everything can be read.
(() => {
  "use strict";

  // --- search ---------------------------------------------------------------------------------

  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the messages of Material's search worker
  const WAIT = 150; // milliseconds after the last key
  const SHOWN = 20;

  const form = document.querySelector(".manual-search");

  // Markup of the index as plain text, without the marks that jieba puts between Chinese words.
  const parser = new DOMParser();
  const plain = (html) => parser.parseFromString(html || "", "text/html").body.textContent.replace(/\u200b/g, "");

  // Start the engine with the manual's entries in this page's language. Gives the worker when it is ready, and the
  // entries by address: what the engine answers is cut and marked up.
  async function start(settings) {
    const answer = await fetch(settings.index);
    if (!answer.ok) throw new Error(`${answer.status} ${settings.index}`);
    const { config, docs } = await answer.json();
    const own = docs.filter((doc) => doc.location.startsWith(settings.within));
    const worker = new Worker(settings.engine);
    const entries = new Map(own.map((doc) => [doc.location, { ...doc, title: plain(doc.title), text: plain(doc.text) }]));
    return new Promise((resolve, reject) => {
      worker.onerror = reject;
      worker.onmessage = ({ data }) => data.type === READY && resolve({ worker, entries });
      worker.postMessage({ type: SETUP, data: { config: { ...config, lang: [settings.language] }, docs: own, options: {} } });
    });
  }

  const ask = ({ worker, entries }, query) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => {
      if (data.type !== RESULT) return;
      resolve(data.data.items.flat().filter((hit) => hit.score > 0).map((hit) => entries.get(hit.location)));
    };
    worker.postMessage({ type: QUERY, data: query });
  });

  // The words around the first find, with the found word in a <mark>.
  function extract(text, words) {
    const line = document.createElement("p");
    const lower = text.toLowerCase();
    const found = words.map((word) => [lower.indexOf(word), word.length]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0];
    const [at, length] = found || [0, 0];
    const from = Math.max(0, at - 30);
    const mark = document.createElement("mark");
    mark.textContent = text.slice(at, at + length);
    line.append(from ? "…" : "", text.slice(from, at), mark, text.slice(at + length, at + length + 70));
    if (at + length + 70 < text.length) line.append("…");
    return line;
  }

  function entry(hit, root, words) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${root}/${hit.location}`;
    link.textContent = hit.title;
    item.append(link, extract(hit.text, words));
    return item;
  }

  // The engine cuts Chinese into words: it misses 手机 in 智能手机 and takes parts for as good as the whole. So
  // what holds the reader's words as typed is the answer, in the engine's order, then what it missed; only
  // where nothing does, the answer is whatever the engine thinks near.
  function best(hits, entries, words) {
    const holds = (doc) => words.every((word) => `${doc.title} ${doc.text}`.toLowerCase().includes(word));
    const exact = [...new Set([...hits, ...entries.values()])].filter(holds);
    return exact.length ? exact : hits;
  }

  function search(settings) {
    const input = form.querySelector("input");
    const count = form.querySelector("[role=status]");
    const list = form.querySelector("ol");
    let engine = null, timer = 0, last = "", turn = Promise.resolve();

    const show = (hits, words) => {
      list.replaceChildren(...hits.slice(0, SHOWN).map((hit) => entry(hit, settings.root, words)));
      list.hidden = !hits.length;
      const said = [settings.none, settings.one][hits.length] || settings.many.replace("#", hits.length);
      count.textContent = words.length ? said : "";
    };
    const run = async () => {
      const query = input.value.trim().toLowerCase();
      if (query === last) return;
      last = query;
      const words = query.split(/\s+/).filter(Boolean);
      try {
        engine = engine || start(settings);
        const ready = await engine;
        turn = turn.then(() => ask(ready, query)); // answers carry no question: one at a time
        const hits = await turn;
        if (query === last) show(words.length ? best(hits, ready.entries, words) : [], words);
      } catch (failure) {
        engine = null;
        last = "";
        count.textContent = settings.failed;
      }
    };
    const later = () => { clearTimeout(timer); timer = setTimeout(run, WAIT); };

    input.addEventListener("focus", () => { engine = engine || start(settings); engine.catch(() => { engine = null; }); });
    input.addEventListener("input", later);
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); run(); });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      input.value = "";
      input.focus();
      run();
    });
    form.hidden = false;
  }

  // --- copying an example ---------------------------------------------------------------------

  function copying(block, words) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "manual-copy";
    button.textContent = words.copy;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("code").textContent);
      button.textContent = words.copied; // the button has the focus, so its new name is read out
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    block.classList.add("manual-example");
    block.prepend(button);
  }

  // --- the list of pages ----------------------------------------------------------------------

  const menu = document.querySelector(".manual__menu");
  const wide = matchMedia("(min-width: 60em)"); // as in manual.css
  const unfold = () => { menu.open = wide.matches; };

  // --- tables and examples that scroll --------------------------------------------------------

  // The keyboard stops only at those that have something out of sight.
  const scrollers = document.querySelectorAll(".manual-scroll, .md-typeset pre");
  const reach = () => scrollers.forEach((box) => { box.tabIndex = box.scrollWidth > box.clientWidth ? 0 : -1; });

  addEventListener("load", reach);
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true); // what was folded had no width; toggle does not bubble

  if (menu) {
    unfold();
    wide.addEventListener("change", unfold);
  }
  if (form && window.Worker) search(form.dataset);
  if (navigator.clipboard) { // not there on plain http
    document.querySelectorAll(".md-typeset .highlight").forEach((block) => copying(block, document.body.dataset));
  }
})();
