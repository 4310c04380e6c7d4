#!/usr/bin/env bash
# Translate Toolkit 3.20.4 (Python), po2xliff and back with xliff2po: contexts are lost. Of two entries with the same text each gets its
# reference as msgctxt instead of its own; of an entry whose text is there once nothing is left to tell which it was. An obsolete entry
# comes back as one in use. Comments and the mark fuzzy come back. So such a file fits no catalogue that goes by msgctxt.
# Guess before: msgctxt, fuzzy and comments come back the same.
# Seen: msgctxt "data/a.yml:1" for "a/title"; none for "c/title"; msgid "旧" without '#~'.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check translate-toolkit==3.20.4 polib==1.2.0 2>/dev/null
cat > a.po <<'PO'
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Language: en\n"

# A note
#: data/a.yml:1
msgctxt "a/title"
msgid "标题"
msgstr "Heading"

#: data/b.yml:1
#, fuzzy
msgctxt "b/title"
msgid "标题"
msgstr "Title"

#: data/c.yml:1
msgctxt "c/title"
msgid "词"
msgstr "Word"

#~ msgctxt "z/title"
#~ msgid "旧"
#~ msgstr "Old"
PO
venv/bin/po2xliff --progress=none a.po a.xlf
venv/bin/xliff2po --progress=none a.xlf b.po
venv/bin/python - <<'PY'
import polib
def entries(path):
    return [(entry.msgctxt, entry.msgid, entry.fuzzy, entry.tcomment, bool(entry.obsolete)) for entry in polib.pofile(path)]
before, after = entries("a.po"), entries("b.po")
print(before, after, sep="\n")
assert before == [
    ("a/title", "标题", False, "A note", False), ("b/title", "标题", True, "", False),
    ("c/title", "词", False, "", False), ("z/title", "旧", False, "", True),
], before
assert after == [
    ("data/a.yml:1", "标题", False, "A note", False), ("data/b.yml:1", "标题", True, "", False),
    (None, "词", False, "", False), (None, "旧", False, "", False),
], after
PY
echo 'as found'
