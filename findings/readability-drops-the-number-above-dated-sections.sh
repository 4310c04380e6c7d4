#!/usr/bin/env bash
# Readability 0.6.0 of Mozilla (what Firefox's reader view runs) with jsdom 26.1.0: a programme below <details> whose days are
# <section> elements pushes the head of its own article out. A section is scored as a paragraph is: all of its text counts, once
# more, for the list around it, so the list outruns the article, and the <header> with the telephone and the time, which stands
# beside it, is dropped. The same words with a <div> for each day keep both.
# Guess before: <section> and <div> are containers alike, and what stands within one <article> stays together.
# Seen: with sections "0571-85550123" and "9 June to 20 July" are gone, from one day to sixteen; with divs both are there.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @mozilla/readability@0.6.0 jsdom@26.1.0
cat > run.cjs <<'JS'
const assert = require("node:assert");
const { Readability } = require("@mozilla/readability");
const { JSDOM } = require("jsdom");
const row = (day, hour) => `<li><p><strong>${hour}:00 to ${hour + 1}:30</strong></p>
  <p>How to tell a false call from a real one, reading room of the library of town ${day}, 12 Riverside Road</p>
  <p>Free, no booking, at most 30 people, with somebody who interprets into sign language</p></li>`;
const page = (days, tag) => `<!doctype html><html lang="en"><head><title>Calls that are none</title></head><body><main>
<article>
  <h1>Calls that are none</h1>
  <header><section><h2>Call</h2><p><a href="tel:057185550123">0571-85550123</a></p></section>
    <section><h2>When</h2><p>9 June to 20 July</p></section></header>
  <section><h2>Sessions</h2><details><summary>All sessions</summary><div>${Array.from({ length: days }, (_, day) =>
    `<${tag}><h3>${day + 1} July</h3><ul>${row(day, 9)}${row(day, 14)}</ul></${tag}>`).join("\n")}</div></details></section>
</article></main></body></html>`;
const read = (days, tag) => {
  const text = new Readability(new JSDOM(page(days, tag)).window.document).parse().textContent;
  return ["0571-85550123", "9 June to 20 July"].map(each => text.includes(each));
};
for (const days of [1, 2, 4, 8, 16]) console.log(days, "days", "section:", read(days, "section"), "div:", read(days, "div"));
for (const days of [1, 16]) {
  assert.deepStrictEqual(read(days, "section"), [false, false]);
  assert.deepStrictEqual(read(days, "div"), [true, true]);
}
JS
node run.cjs
echo 'as found'
