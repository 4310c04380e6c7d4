#!/usr/bin/env bash
# Babel 2.19.0 (Python): a catalogue with the same entry twice is read without a word, even with abort_invalid=True;
# the first translation wins, but the comments of the second are added to it, and its mark "fuzzy" makes the first one fuzzy.
# msgfmt refuses such a file (duplicate message definition).
# Guess before: abort_invalid raises, or the last one wins, as with keys of a dictionary.
# Seen: string 'First', fuzzy True, user comments of both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import io
from babel.messages.pofile import read_po
text = '''msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# one
msgctxt "a/title"
msgid "标题"
msgstr "First"

# two
#, fuzzy
msgctxt "a/title"
msgid "标题"
msgstr "Second"
'''
catalog = read_po(io.BytesIO(text.encode()), abort_invalid=True)
found = [(m.string, m.fuzzy, list(m.user_comments)) for m in catalog if m.id]
print(found)
assert found == [("First", True, ["one", "two"])], found
PY
echo 'as found'
