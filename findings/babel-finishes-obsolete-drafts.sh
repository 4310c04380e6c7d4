#!/usr/bin/env bash
# Babel 2.19.0 and Translate Toolkit 3.20.4 (Python): an unfinished translation (fuzzy) whose text is gone for one update is a finished
# one when the text comes back. Babel reads and holds the mark of an obsolete entry and does not write it; pot2po, like msgmerge, takes
# obsolete entries up again, as finished as they are written. Where the mark of the obsolete entry is there, it keeps it.
# Guess before: Babel writes what it read, and pot2po marks as fuzzy whatever comes back from obsolete entries.
# Seen: fuzzy in Babel's catalogue, '#~ msgctxt' without '#, fuzzy' in its file, and a plain 'Contest of last year' after pot2po.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check babel==2.19.0 translate-toolkit==3.20.4 2>/dev/null
cat > run.py <<'PY'
import io, pathlib, subprocess
from babel.messages.pofile import read_po, write_po
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
DRAFT = '#, fuzzy\nmsgctxt "b/title"\nmsgid "数字技能竞赛"\nmsgstr "Contest of last year"\n'
WITH_IT = 'msgctxt "b/title"\nmsgid "数字技能竞赛"\nmsgstr ""\n'
WITHOUT_IT = 'msgctxt "c/title"\nmsgid "别的"\nmsgstr ""\n'
def read(text):
    return read_po(io.BytesIO((HEADER + text).encode()))
def brought_back(catalogue):
    pathlib.Path("old.po").write_text(catalogue, encoding="utf-8")
    pathlib.Path("new.pot").write_text(HEADER + WITH_IT, encoding="utf-8")
    subprocess.run(["venv/bin/pot2po", "--progress=none", "-t", "old.po", "new.pot", "new.po"], check=True, capture_output=True)
    return pathlib.Path("new.po").read_text(encoding="utf-8").strip().rpartition("\n\n")[2].splitlines()
catalogue = read(DRAFT)
catalogue.update(read(WITHOUT_IT))
held = [message.fuzzy for message in catalogue.obsolete.values()]
written = io.BytesIO()
write_po(written, catalogue)
by_babel = written.getvalue().decode()
after_babel = brought_back(by_babel)
after_msgmerge = brought_back(HEADER + "#, fuzzy\n" + "".join(f"#~ {line}\n" for line in DRAFT.splitlines()[1:]))
print(held, "fuzzy" in by_babel, after_babel, after_msgmerge)
assert held == [True], held
assert "#~ msgctxt" in by_babel and "fuzzy" not in by_babel.partition("\n\n")[2], by_babel
assert after_babel == DRAFT.splitlines()[1:], after_babel
assert after_msgmerge == DRAFT.splitlines(), after_msgmerge
PY
venv/bin/python run.py
echo 'as found'
