// On every page: display settings, what is on today, a language link that stays on the spot.
// Without this script everything can be read.
(() => {
  "use strict";

  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // A browser may refuse storage (private windows, file://): a setting then holds for this page only.
  const stored = (name, otherwise = "") => {
    try { return localStorage.getItem(`ms-${name}`) ?? otherwise; } catch { return otherwise; }
  };
  const store = (name, value) => {
    try { localStorage.setItem(`ms-${name}`, value); } catch { /* as above */ }
  };
  const apply = (name, value) => {
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
  };

  // Here, in the head, before anything is painted: a dark page must not flash white.
  for (const name of ["theme", "size"]) apply(name, stored(name));
  apply("contrast", stored("contrast", matchMedia("(prefers-contrast: more)").matches ? "high" : ""));

  // “Larger” in the header goes through the sizes of the menu; it is called what the next one is called.
  function settings(panel) {
    document.querySelector(".ms-menu__panel").append(panel);
    const larger = document.querySelector("[data-larger]");
    const buttons = all("[data-set]", panel);
    const sizes = buttons.filter((each) => each.dataset.set === "size");
    const isOn = ({ dataset }) => (root.dataset[dataset.set] || "") === dataset.value;
    const next = () => sizes[(sizes.findIndex(isOn) + 1) % sizes.length];
    const show = () => {
      for (const each of buttons) each.setAttribute("aria-pressed", String(isOn(each)));
      larger.textContent = next().textContent;
    };
    for (const button of buttons) {
      button.addEventListener("click", () => {
        const { set, value } = button.dataset;
        apply(set, value);
        store(set, value);
        show();
      });
    }
    larger.addEventListener("click", () => next().click());
    show();
    panel.hidden = larger.hidden = false;
  }

  function menu(details) {
    const summary = details.querySelector("summary");
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      summary.focus();
    });
    // An open panel must not hide what is focused behind it.
    details.addEventListener("focusout", ({ relatedTarget: next }) => {
      if (next && !details.contains(next)) details.open = false;
    });
    document.addEventListener("click", ({ target }) => {
      if (!details.contains(target)) details.open = false;
    });
  }

  // The minute where the campaigns are, wherever the reader is: China has one time, UTC+8, all year.
  const thisMinute = () => new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 16);

  // Bounds are days, or minutes where hours are printed: a day ends with its last minute, an hour when it strikes.
  const isBefore = (now, bound) => now.slice(0, bound.length) < bound;
  const isAfter = (now, bound) => bound.length > 10 ? now >= bound : now.slice(0, 10) > bound;

  // Only between its last possible beginning and its first possible end is something certainly on.
  function state({ startFirst, startLast, endFirst, endLast, open, dates }, now) {
    if (dates) {
      const found = ofSeveral(dates.split(" "), now);
      // Its last session is over, and its time is not: there may be more that nobody has entered.
      const isLast = !endLast || endLast.slice(0, 10) <= dates.split(",").pop().slice(0, 10);
      return found !== "over" || isLast || isAfter(now, endLast) ? found : "maybe";
    }
    if (!startFirst && !startLast && !endFirst && endLast) return isAfter(now, endLast) ? "closed" : ""; // a deadline
    if (!startFirst || !startLast) return "";
    if (isBefore(now, startFirst)) return "coming";
    if (open !== undefined) return isBefore(now, startLast) ? "maybe" : "started"; // nobody says until when
    if (!endFirst || !endLast) return "";
    if (isAfter(now, endLast)) return "over";
    return isBefore(now, startLast) || isAfter(now, endFirst) ? "maybe" : "now";
  }

  // Of several times: that which is on; between two of them there is more to come.
  function ofSeveral(dates, now) {
    const found = dates.map((each) => {
      const [startFirst, startLast, endFirst, endLast] = each.split(",");
      return state({ startFirst, startLast, endFirst, endLast }, now);
    });
    const on = ["now", "maybe"].find((each) => found.includes(each));
    return on || (found.includes("over") && found.includes("coming") ? "between" : found[0]);
  }

  function tell(element, minute, words) {
    const value = state(element.dataset, minute);
    const said = value && words[`state${value[0].toUpperCase()}${value.slice(1)}`];
    if (!said) return;
    element.textContent = said;
    element.dataset.value = value;
    element.hidden = false;
  }

  // Where booking has closed or all is over, nobody is sent there; number and mailbox stay, for questions.
  function close(way) {
    const label = way.querySelector("[data-asked]");
    if (label) label.textContent = label.dataset.asked;
    else way.hidden = true;
  }
  function closed(line) {
    const needed = line.previousElementSibling;
    if (needed && needed.matches("[data-way]")) close(needed);
    for (let way = line.nextElementSibling; way && way.matches("[data-way]"); way = way.nextElementSibling) close(way);
  }

  // Also of sessions that are past (sessions.js), and of what is found (home.js).
  window.site = { close, tell: (element) => tell(element, thisMinute(), document.body.dataset) };

  // What is on for certain, what may be on and what goes on another day are lists of their own; of many the names only.
  function now(section) {
    const list = section.querySelector("ul");
    const cards = all(".ms-card").filter((each) => each.querySelector(`[data-value=${section.dataset.now}]`));
    const isBrief = section.dataset.now === "between" || cards.length > 6;
    list.classList.toggle("ms-now__list--brief", isBrief);
    for (const card of cards) {
      const item = document.createElement("li");
      const when = isBrief ? null : card.querySelector(".ms-time");
      item.append(card.querySelector(".ms-card__title a").cloneNode(true), " ", when ? when.cloneNode(true) : "");
      list.append(item);
    }
    section.hidden = !list.children.length;
  }

  // A card to take away invites to nothing that is over; once the campaign is, it is a record that nobody takes away.
  function takeaway(card) {
    const over = all(".ms-takeaway__list > li", card).filter((each) => each.querySelector("[data-value=over]"));
    const isRecord = document.querySelector(".ms-title > p > [data-value=over]");
    for (const each of isRecord ? all(".ms-takeaway__how", card) : over) each.hidden = true;
  }

  // A line for today through the strips of the drawn timeline, while it lies on them.
  function today(drawing, minute) {
    const [first, end, now] = [drawing.dataset.first, drawing.dataset.end, minute.slice(0, 10)].map(Date.parse);
    if (now < first || now >= end) return;
    const x = `${(now - first) / (end - first) * 100}%`;
    for (const strip of all(".ms-strip", drawing)) {
      const line = document.createElementNS(strip.namespaceURI, "line");
      for (const [name, value] of Object.entries({ class: "ms-strip__today", x1: x, x2: x, y1: 0, y2: "100%" })) line.setAttribute(name, value);
      strip.append(line);
    }
    drawing.querySelector("[data-today]").hidden = false;
  }

  // In the row of links that scrolls: this page's, with a bit of the next one. The page itself must not move.
  function inSight(link) {
    const row = link.closest("ul");
    row.scrollLeft = link.offsetLeft + link.offsetWidth + 48 - row.clientWidth;
  }

  // Headings and buttons end their lines between words, where the browser knows the words of Chinese.
  function words() {
    if (!root.lang.startsWith("zh") || !window.Intl || !Intl.Segmenter) return;
    const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
    for (const each of all("h1, h2, h3, .ms-button, .ms-tag, .ms-door, .ms-audience__name, .ms-takeaway__title")) {
      if (each.querySelector("wbr")) continue;
      const texts = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        for (const { segment, index } of [...segmenter.segment(text.data)].reverse()) {
          // One character (的, 周, 《) belongs to what stands before it, and words to the mark or the 无 and 各 that stand before them.
          if (!index || segment.length < 2 || /[\p{Ps}\p{Pi}无非不未各每第]$/u.test(text.data.slice(0, index))) continue;
          text.splitText(index).before(document.createElement("wbr"));
        }
      }
      each.classList.add("ms-words");
    }
  }

  // What an address points at may lie in something folded; old browsers do not open it.
  function unfold() {
    const aim = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = aim && aim.closest("details:not([open])");
    if (fold) { fold.open = true; aim.scrollIntoView(); }
  }

  // At the last moment, as the finder keeps changing the address.
  function language(link) {
    const follow = () => { link.search = location.search; link.hash = location.hash; };
    for (const event of ["click", "auxclick", "contextmenu"]) link.addEventListener(event, follow);
  }

  document.addEventListener("DOMContentLoaded", () => {
    const minute = thisMinute();
    all("[data-settings]").forEach(settings);
    all("[data-menu]").forEach(menu);
    unfold();
    words();
    all(".ms-bar [aria-current]").forEach(inSight);
    for (const each of all("[data-state]")) tell(each, minute, document.body.dataset);
    for (const each of all("[data-until]")) each.textContent = isAfter(minute, each.dataset.until) ? each.dataset.over : "";
    for (const each of all("p > [data-value=closed]")) closed(each.parentElement);
    const over = document.querySelector(".ms-facts #when [data-value=over]");
    if (over) {
      all(".ms-facts [data-way]").forEach(close);
      const said = over.cloneNode(true);
      delete said.dataset.state; // it is told already
      for (const name of all(".ms-facts #join")) name.append(" ", said);
    }
    all(".ms-takeaway").forEach(takeaway);
    all("[data-now]").forEach(now);
    for (const each of all(".ms-drawing")) today(each, minute);
    all("a[data-language]").forEach(language);
  });
})();
