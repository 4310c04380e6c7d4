// Sessions by day: today and tomorrow are marked, what is past is folded, and a list can be narrowed down. Of a long
// one the first fifteen rows are shown until all are asked for; paper has all.
// Without this script every session is there, in the order of time.
(() => {
  "use strict";

  const list = document.querySelector("[data-sessions]");
  if (!list) return;
  const days = [...list.querySelectorAll(".ms-day")];
  const form = document.querySelector("[data-choose]");
  const count = document.querySelector("[data-count]");
  const nothing = document.querySelector("[data-nothing]");
  const every = document.querySelector("[data-every]");
  let room = every ? 15 : Infinity;

  // The day where the campaigns are, as 2026-06-15; n days from now.
  const day = (n) => new Date(Date.now() + (n * 24 + 8) * 3600000).toISOString().slice(0, 10);
  const today = day(0);
  const weekend = () => {
    const weekday = new Date(`${today}T00:00:00Z`).getUTCDay() || 7; // Monday is 1
    return weekday === 7 ? [today] : [day(6 - weekday), day(7 - weekday)];
  };

  const near = { [today]: list.dataset.today, [day(1)]: list.dataset.tomorrow };
  const over = document.body.dataset.stateOver;
  const say = (mark, word) => { if (mark && word) { mark.textContent = word; mark.hidden = false; } };
  for (const each of days) say(each.querySelector("[data-near]"), near[each.dataset.day] || (each.dataset.day < today && over));

  // The days of a session: of one that repeats all of them, of one whose day is not known none.
  const daysOf = (session) => {
    const own = session.dataset.days || session.closest(".ms-day").dataset.day;
    return own ? own.split(" ") : [];
  };
  const named = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : "zh-CN", { month: "long", day: "numeric", weekday: "short", timeZone: "UTC" });
  for (const session of list.querySelectorAll("[data-days]")) {
    const next = daysOf(session).find((each) => each >= today);
    // A series that is called off has no mark.
    say(session.querySelector("[data-when]"), next ? near[next] || list.dataset.next + named.format(new Date(next)) : over);
  }

  // The next ones of a long list that is folded.
  const next = document.querySelector("[data-next-sessions]");
  const isPast = (session) => daysOf(session).length > 0 && daysOf(session).every((each) => each < today);
  const sessions = [...list.querySelectorAll(".ms-session")];
  const isOff = (session) => session.matches(".ms-session--cancelled, .ms-session--postponed");
  const coming = days.filter((each) => each.dataset.day >= today);
  coming.unshift(...days.filter((each) => each.querySelector("[data-days]") && ![...each.querySelectorAll("[data-days]")].every(isPast)));
  if (next) {
    next.className = "ms-days";
    let room = 3;
    for (const each of coming) {
      const copy = each.cloneNode(true);
      for (const own of copy.querySelectorAll(".ms-session")) {
        if (isPast(own) || room <= 0) own.remove();
        else if (!isOff(own)) room -= 1; // what is called off is told, and takes no place
      }
      if (!copy.querySelector(".ms-session")) continue;
      for (const own of copy.querySelectorAll("[id]")) own.removeAttribute("id");
      next.append(copy);
    }
  }

  // --- what is past ---------------------------------------------------------------------------

  const dated = sessions.filter((each) => daysOf(each).length);
  let showsPast = dated.every(isPast); // all over: a record
  const ended = document.querySelectorAll(".ms-session__how [data-way]");
  for (const way of ended) if (way.closest(".ms-session") ? isPast(way.closest(".ms-session")) : showsPast) window.site.close(way);
  if (dated.length && dated.length === sessions.length && showsPast) {
    (list.closest("details") || list).before(Object.assign(document.createElement("p"), { textContent: list.dataset.over }));
  }
  if (dated.some(isPast) && !showsPast) {
    const [line, label, box, word] = ["p", "label", "input", "span"].map((name) => document.createElement(name));
    line.className = "ms-days__past";
    label.className = "ms-chip";
    box.type = "checkbox";
    word.textContent = list.dataset.past;
    label.append(box, word);
    line.append(label);
    list.before(line);
    box.addEventListener("change", () => { showsPast = box.checked; show(); });
  }

  const folds = days.filter((each) => each.matches("details"));

  // --- narrowing down -------------------------------------------------------------------------

  const holds = (value, given) => !given || (value || "").split(" ").includes(given);

  function wanted() {
    const data = form ? new FormData(form) : new FormData();
    const when = data.get("date") ? [data.get("date")]
      : { today: [today], tomorrow: [day(1)], weekend: weekend() }[data.get("day")];
    return { when, data };
  }

  function fits(session, { data }) {
    const { activity, area, audience, access, free } = session.dataset;
    const open = holds(audience, "everyone") && data.get("audience");
    return holds(activity, data.get("activity")) && holds(area, data.get("area"))
      && (open || holds(audience, data.get("audience")))
      && (!data.get("free") || free !== undefined) && data.getAll("access").every((code) => holds(access, code));
  }

  function show() {
    const asked = wanted();
    let shown = 0;
    let rows = 0;
    for (const session of sessions) {
      const own = daysOf(session);
      const on = own.filter((each) => (asked.when ? asked.when.includes(each) : showsPast || each >= today));
      const fitting = fits(session, asked) && (on.length || !(own.length || asked.when));
      const isFolded = folds.some((each) => each.contains(session)); // takes no room
      shown += fitting ? on.length || 1 : 0;
      rows += fitting && !isFolded ? 1 : 0;
      session.hidden = !fitting || (!isFolded && rows > room);
    }
    for (const each of folds) each.open = room === Infinity || Boolean(asked.when || asked.data.get("activity"));
    if (every) every.hidden = rows <= room;
    for (const each of days) each.hidden = !each.querySelector(".ms-session:not([hidden])");
    if (!form) return;
    count.textContent = shown === 1 ? form.dataset.one : form.dataset.many.replace("2", shown);
    nothing.hidden = shown > 0;
  }

  // The choices stand in the address, so that they can be sent on.
  function remember() {
    const given = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    history.replaceState(null, "", `${location.pathname}${given.size ? `?${given}` : ""}${location.hash}`);
  }

  if (form) {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const field = [...form.elements].find((each) => each.name === name && (each.type === "radio" || each.type === "checkbox" ? each.value === value : true));
      if (field && (field.type === "radio" || field.type === "checkbox")) field.checked = true;
      else if (field) field.value = value;
    }
    const more = form.querySelector("details");
    if (more) more.open = [...more.querySelectorAll("select, input")].some((field) => field.type === "checkbox" ? field.checked : field.value);
    form.hidden = false;
    form.addEventListener("change", (event) => {
      if (event.target.name === "day") form.elements.date.value = "";
      if (event.target.name === "date") form.querySelector("[name=day][value='']").checked = true;
      show();
      remember();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }
  const all = () => { room = Infinity; show(); };
  if (every) every.addEventListener("click", all);
  if (every) window.addEventListener("beforeprint", all);
  show();
  if (location.hash.startsWith("#session-")) { // a session that was linked to is always there
    const own = document.getElementById(location.hash.slice(1));
    if (own) { own.hidden = false; own.closest(".ms-day").hidden = false; own.scrollIntoView(); }
  }
})();
