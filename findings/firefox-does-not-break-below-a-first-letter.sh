#!/usr/bin/env bash
# Firefox 153.8.0esr, driven by puppeteer-core 24.43.1 (npm): a ::first-letter rule on a block, even one that changes nothing, whose
# words are nested two elements deep and fit into its line, but not together with what a no-break space ties to the last of them.
# Without the rule the line breaks before the last word; with it the line does not break at all and runs out of the block.
# Guess before: ::first-letter has no say in where lines break.
# Seen: 0 px too wide without the rule, 30 px with it.
set -euo pipefail
firefox=$(command -v firefox-esr || command -v firefox)
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" puppeteer-core@24.43.1 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import puppeteer from "puppeteer-core";
const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.argv[2] });
const page = await browser.newPage();
const seen = [];
for (const rule of ["", "p::first-letter { color: inherit }"]) {
  await page.setContent(`<!doctype html><style>body { margin: 0 } p { width: 24ch; font: 10px/1.5 monospace } ${rule}
    b, i, u { font: inherit; text-decoration: none } i { white-space: nowrap }</style><p><b><u>12 June, 9:00 to 10:30</u></b>&nbsp;<i>is over</i></p>`);
  seen.push(await page.evaluate("(p => p.scrollWidth - p.clientWidth)(document.querySelector('p'))"));
}
console.log(await browser.version(), seen);
await browser.close();
assert.equal(seen[0], 0);
assert.equal(seen[1], 30);
JS
node run.mjs "$firefox"
echo 'as found'
