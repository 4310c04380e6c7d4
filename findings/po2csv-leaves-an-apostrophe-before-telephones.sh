#!/usr/bin/env bash
# Translate Toolkit 3.20.4 (Python), po2csv and back with csv2po, nothing changed: a text that begins with +, - or = comes back with an
# apostrophe, msgstr "'+86 791 8676 5083", which po2csv sets before it so that a spreadsheet takes it for text, and csv2po does not take
# away. With the first catalogue as a template the apostrophe is in the translation alone, ready to be published; and of a text with a
# plural the singular is overwritten by the plural: msgstr[0] "%d items". Without it contexts, marks and plurals are lost as well, and
# an obsolete entry is one in use. No error.
# Guess before: the catalogue comes back the same, with its template, but for former texts (#|).
# Seen: msgstr "'+86 791 8676 5083" and msgstr[0] "%d items" with a template.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4 polib==1.2.0 2>/dev/null
cat > a.po <<'PO'
msgid ""
msgstr ""
"Language: en\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

#: data/a.yml:1
msgctxt "a/title"
msgid "标题"
msgstr "Title"

#: data/a.yml:2
#, fuzzy
msgctxt "b/title"
msgid "标题"
msgstr "Heading"

#: data/a.yml:3
msgid "+86 791 8676 5083"
msgstr "+86 791 8676 5083"

#: data/a.yml:4
msgid "%d 项"
msgid_plural "%d 项"
msgstr[0] "%d item"
msgstr[1] "%d items"

#~ msgid "去"
#~ msgstr "Gone"
PO
venv/bin/po2csv --progress=none a.po a.csv 2>/dev/null
venv/bin/csv2po --progress=none -t a.po a.csv with.po 2>/dev/null
venv/bin/csv2po --progress=none a.csv without.po 2>/dev/null
cat > run.py <<'PY'
import polib
def entries(name):
    return [(each.msgctxt, each.msgid, each.msgstr or each.msgstr_plural, each.fuzzy, each.obsolete) for each in polib.pofile(name)]
before, with_template, without = (entries(name) for name in ("a.po", "with.po", "without.po"))
changed = [after for old, after in zip(before, with_template, strict=True) if old != after]
print(changed, without, sep="\n")
assert changed == [
    (None, "+86 791 8676 5083", "'+86 791 8676 5083", False, False),
    (None, "%d 项", {0: "%d items", 1: "%d items"}, False, False),
], changed
assert without == [
    ("data/a.yml:1", "标题", "Title", False, False),
    ("data/a.yml:2", "标题", "Heading", False, False),
    (None, "'+86 791 8676 5083", "'+86 791 8676 5083", False, False),
    ("data/a.yml:4", "%d 项", "%d item", False, False),
    (None, "去", "Gone", False, False),
], without
PY
venv/bin/python run.py
echo 'as found'
