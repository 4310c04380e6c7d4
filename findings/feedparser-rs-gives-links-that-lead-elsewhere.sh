#!/usr/bin/env bash
# feedparser-rs 0.7.1 (Python), which is to stand in for feedparser: the link of an Atom entry with & in its address is given as it stands in
# the file, https://example.org/?p=1&amp;q=2, so a program that opens it asks for a page with amp;q; the id of the same entry and the link
# of an RSS item are right. A title of plain text has its signs escaped, A &amp; B, as if it were HTML. From the text del is taken away and
# its words are kept, a deleted day before the new one; time is taken away, too. With sanitize_html=False words are right, the link is not.
# fastfeedparser 0.6.5 (Python) has no title where that is XHTML, and gives XHTML with the element of the feed around it.
# feedparser 6.0.12 (Python) has link and words right.
# Guess before: the same words, links and days in all three; perhaps relative links stay so.
# Seen: 'https://example.org/?p=1&amp;q=2', '培训 A &amp; B'; '' for the title of fastfeedparser.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check feedparser==6.0.12 feedparser-rs==0.7.1 fastfeedparser==0.6.5 2>/dev/null
cat > run.py <<'PY'
import functools
import fastfeedparser, feedparser, feedparser_rs
XHTML = '<div xmlns="http://www.w3.org/1999/xhtml">{}</div>'
def entry(title, link):
    return (
        f'<entry>{title}<id>{link}</id><link href="{link}"/><updated>2024-06-03T09:00:00+08:00</updated>'
        f'<content type="xhtml">{XHTML.format("截止<del>6月5日</del><time>6月8日</time>")}</content></entry>'
    )
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><id>https://example.org/f</id><updated>2024-06-03T01:00:00Z</updated>'
    + entry("<title>培训 A &amp; B</title>", "https://example.org/?p=1&amp;q=2")
    + entry(f'<title type="xhtml">{XHTML.format("评选<b>结果</b>")}</title>', "https://example.org/b") + "</feed>"
)
RSS = (
    '<rss version="2.0"><channel><title>A</title><link>https://example.org/</link><description>A</description>'
    "<item><title>培训</title><link>https://example.org/?p=1&amp;q=2</link></item></channel></rss>"
)
READERS = {
    "feedparser": feedparser.parse, "feedparser-rs": feedparser_rs.parse, "fastfeedparser": fastfeedparser.parse,
    "as it is": functools.partial(feedparser_rs.parse, sanitize_html=False),
}
found = {}
for name, parse in READERS.items():
    first, second = parse(ATOM).entries
    found[name] = first.title, second.title, first.link, first.id, parse(RSS).entries[0].link, first.content[0]["value"]
    print(name, found[name])
RIGHT, ESCAPED = "https://example.org/?p=1&q=2", "https://example.org/?p=1&amp;q=2"
assert found["feedparser"] == ("培训 A & B", "评选<b>结果</b>", RIGHT, RIGHT, RIGHT, "截止<del>6月5日</del><time>6月8日</time>")
assert found["feedparser-rs"] == ("培训 A &amp; B", "评选<b>结果</b>", ESCAPED, RIGHT, RIGHT, "截止6月5日6月8日")
assert found["as it is"] == ("培训 A & B", "评选<b>结果</b>", ESCAPED, RIGHT, RIGHT, "截止<del>6月5日</del><time>6月8日</time>")
assert found["fastfeedparser"][:5] == ("培训 A & B", "", RIGHT, RIGHT, RIGHT), found["fastfeedparser"]
assert found["fastfeedparser"][5].startswith('<content xmlns="http://www.w3.org/2005/Atom" type="xhtml"><div'), found["fastfeedparser"]
PY
venv/bin/python -W ignore run.py
echo 'as found'
