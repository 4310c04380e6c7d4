#!/usr/bin/env bash
# citeproc-py 0.11.1 (Python): its BibTeX reader passes over the fields url and date, of @misc and of @online.
# The same reference as CSL-JSON is rendered with its address and its whole day; from BibTeX the address is lost
# and only year and month are left, with a UserWarning and no error.
# Guess before: url is read, since nearly every entry of a Web page has nothing else to find it by.
# Seen: 'Title 2022/8' from BibTeX, 'Title 2022/8/1 https://example.org/' from CSL-JSON.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check citeproc-py==0.11.1 2>/dev/null
cat > "$work/all.csl" <<'CSL'
<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info><title>All</title><id>all</id><updated>2026-11-28T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><group delimiter=" "><text variable="title"/>
    <date variable="issued"><date-part name="year"/><date-part name="month" form="numeric" prefix="/"/><date-part name="day" prefix="/"/></date>
    <text variable="URL"/></group></layout></bibliography>
</style>
CSL
printf '@misc{a, title = {Title}, year = {2022}, month = {8}, date = {2022-08-01}, url = {https://example.org/}}\n' > "$work/a.bib"
"$work/venv/bin/python" - "$work" <<'PY'
import sys, warnings
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.bibtex import BibTeX
from citeproc.source.json import CiteProcJSON
work = sys.argv[1]
def rendered(source):
    bibliography = CitationStylesBibliography(CitationStylesStyle(f"{work}/all.csl", validate=False), source, formatter.plain)
    bibliography.register(Citation([CitationItem("a")]))
    return str(bibliography.bibliography()[0])
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    from_bibtex = rendered(BibTeX(f"{work}/a.bib", encoding="utf-8"))
item = {"id": "a", "type": "webpage", "title": "Title", "issued": {"date-parts": [[2022, 8, 1]]}, "URL": "https://example.org/"}
from_json = rendered(CiteProcJSON([item]))
print(from_bibtex, "|", from_json, "|", sorted(str(each.message) for each in told))
assert from_bibtex == "Title 2022/8", from_bibtex
assert from_json == "Title 2022/8/1 https://example.org/", from_json
assert {"Unsupported BibTeX field 'url'", "Unsupported BibTeX field 'date'"} <= {str(each.message) for each in told}
PY
echo 'as found'
