#!/usr/bin/env bash
# @extractus/feed-extractor 8.0.3 (Node), extractFromXml: an Atom entry that was corrected later is published on the day of the correction;
# published is passed over for updated. Content as XHTML gives an empty description, and a relative link, which xml:base completes, gives
# an empty link. No error. feedparser 6.0.12 (Python) gives day, words and whole address.
# Guess before: published is the day published, the description has the text in order, the link is that of the entry; feedparser the same,
# with the link made absolute.
# Seen: 2024-06-03 for an entry of 1 June, '' and ''; with escaped HTML and an absolute link those two are there, and the day is 3 June.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check feedparser==6.0.12 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" @extractus/feed-extractor@8.0.3 >/dev/null 2>&1
feed() { printf '%s\n' '<?xml version="1.0" encoding="utf-8"?>' \
  '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/zh/"><title>a</title><id>urn:example:a</id>' \
  '<link href="https://example.org/zh/"/><updated>2024-06-03T08:00:00+08:00</updated><entry><title>b</title><id>urn:example:b</id>' \
  "<link href=\"$1\"/><published>2024-06-01T08:00:00+08:00</published><updated>2024-06-03T08:00:00+08:00</updated>$2</entry></feed>"; }
feed b/ '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>截止6月5日</p></div></content>' > xhtml.xml
feed https://example.org/zh/b/ '<content type="html">&lt;p&gt;截止6月5日&lt;/p&gt;</content>' > html.xml
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import { extractFromXml } from "@extractus/feed-extractor";
const found = ["xhtml.xml", "html.xml"].map((path) => {
  const { published, link, description } = extractFromXml(fs.readFileSync(path, "utf8")).entries[0];
  return [published.slice(0, 10), link, description];
});
console.log(JSON.stringify(found));
assert.deepEqual(found, [["2024-06-03", "", ""], ["2024-06-03", "https://example.org/zh/b/", "截止6月5日"]]);
JS
node run.mjs
venv/bin/python - <<'PY'
import feedparser
for path in ("xhtml.xml", "html.xml"):
    entry = feedparser.parse(path).entries[0]
    print(entry.published, entry.link, entry.content[0].value)
    assert entry.published.startswith("2024-06-01"), entry
    assert (entry.link, entry.content[0].value) == ("https://example.org/zh/b/", "<p>截止6月5日</p>"), entry
PY
echo 'as found'
