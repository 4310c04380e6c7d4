#!/usr/bin/env bash
# sanitize-html 2.17.5 (Node) and justhtml 3.16.0 (Python), which clean the HTML of others, as they are without settings: s is kept, and of
# del, which HTML has for what was taken out of a document, the tags are taken away and the words kept. So a day that was moved stands
# before the new one, as good as it: 截止6月5日6月8日. nh3 0.3.8, feedparser 6.0.14 (Python) and xss 1.0.17 (Node) keep both.
# Guess before: each of the five keeps del and s, or neither.
# Seen: 截止6月5日6月8日 for del by the two, 截止<s>6月5日</s>6月8日 for s by all five.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check justhtml==3.16.0 nh3==0.3.8 feedparser==6.0.14 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" sanitize-html@2.17.5 xss@1.0.17 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import sanitize from "sanitize-html";
import xss from "xss";
const day = (tag) => `截止<${tag}>6月5日</${tag}>6月8日`;
const found = [sanitize, xss].map((clean) => ["del", "s"].map((tag) => clean(day(tag))));
console.log(found);
assert.deepEqual(found, [["截止6月5日6月8日", day("s")], [day("del"), day("s")]]);
JS
node run.mjs
cat > run.py <<'PY'
from html import escape
import feedparser, justhtml, nh3
def by_feed(text):
    about = "<title>a</title><id>a</id><updated>2024-06-01T00:00:00Z</updated>"
    entry = f'<entry>{about}<content type="html">{escape(text)}</content></entry>'
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{about}{entry}</feed>'
    return feedparser.parse(feed).entries[0].content[0].value
READERS = {"justhtml": lambda text: justhtml.JustHTML(text, fragment=True).to_html(pretty=False), "nh3": nh3.clean, "feedparser": by_feed}
def day(tag):
    return f"截止<{tag}>6月5日</{tag}>6月8日"
found = {name: [clean(day(tag)) for tag in ("del", "s")] for name, clean in READERS.items()}
print(found)
both = [day("del"), day("s")]
assert found == {"justhtml": ["截止6月5日6月8日", day("s")], "nh3": both, "feedparser": both}, found
PY
venv/bin/python run.py
echo 'as found'
