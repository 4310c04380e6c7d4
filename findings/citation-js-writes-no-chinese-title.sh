#!/usr/bin/env bash
# citation-js 0.7.22 (Node), format("bibtex"): a Chinese reference loses its title and the names of people; what is not ASCII is left
# out, and title = {} is written without a word. The name of an office is kept, as it stands in braces, and of a number like
# 〔2024〕12号 in the note the digits are left, 202412. RIS has all of it. With asciiOnly set to false in the
# settings of its plugin it is there, too.
# Guess before: the office comes back from BibTeX as a family name, day and address are kept; RIS and
# the list of references keep the Chinese title.
# Seen: author = {{某省教育厅} and , }, note = {202412}, title = {}; the rest as guessed.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" citation-js@0.7.22 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import Cite from "citation-js";
const reference = {
  id: "a", type: "webpage", title: "活动通知", author: [{ literal: "某省教育厅" }, { family: "甲", given: "乙" }],
  issued: { "date-parts": [[2024, 6, 11]] }, URL: "https://example.org/a", note: "教字〔2024〕12号",
};
const written = new Cite(reference).format("bibtex");
const { author, issued, URL } = new Cite(written).data[0];
const ris = new Cite(reference).format("ris");
Cite.plugins.config.get("@bibtex").format.asciiOnly = false;
const asked = new Cite(reference).format("bibtex");
console.log(written, author[0], issued["date-parts"], URL, ris, asked);
assert.match(written, /title = \{\},/);
assert.match(written, /author = \{\{某省教育厅\} and , \}/);
assert.match(written, /note = \{202412\}/);
assert.deepEqual([author[0], issued["date-parts"], URL], [{ family: "某省教育厅" }, [[2024, 6, 11]], "https://example.org/a"]);
assert.match(ris, /TI {2}- 活动通知/);
assert.match(asked, /title = \{活动通知\}/);
JS
node run.mjs
echo 'as found'
