#!/usr/bin/env bash
# Babel 2.19.0 (Python), write_po(include_previous=True), as of pybabel update --previous: a former text longer than a line is laid out
# as the words of a comment are. The quotes of its pieces stand side by side and lines break within them, so the file is no PO file
# any more. Babel itself reads it without a word, for it takes former texts for comments of translators; polib 1.2.0 refuses it.
# A former text that fits on a line is written rightly, so titles pass and the first long sentence breaks the file.
# Guess before: the pieces come on lines of their own, each in its quotes, as those of msgid do.
# Seen: '#| msgid "" "The opening of the reading month of all workers of the province,' and no quote at its end; polib's syntax error.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check babel==2.19.0 polib==1.2.0 2>/dev/null
cat > run.py <<'PY'
import io
import polib
from babel.messages.pofile import read_po, write_po
HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
def read(text, translation):
    return read_po(io.BytesIO(f'{HEADER}msgctxt "a"\nmsgid "{text}"\nmsgstr "{translation}"\n'.encode()), abort_invalid=True)
def updated(before, after):
    catalogue = read(before, "Translated")
    catalogue.update(read(after, ""))
    written = io.BytesIO()
    write_po(written, catalogue, include_previous=True)
    return written.getvalue()
def former(file):
    return [line for line in file.decode().splitlines() if line.startswith("#|")]
LONG = "The opening of the reading month of all workers of the province, with the reading contest of the year"
SHORT = "全省职工读书月启动仪式 暨 主题阅读活动"
long, short = updated(LONG, LONG + " online"), updated(SHORT, SHORT + "（线上）")
print("\n".join(former(long) + former(short)))
assert former(long) == [
    '#| msgid "" "The opening of the reading month of all workers of the province,',
    '#| with the" " reading contest of the year"',
], former(long)
again = read_po(io.BytesIO(long), abort_invalid=True)
assert [(message.string, message.previous_id) for message in again if message.id] == [("Translated", [])]
try:
    polib.pofile(long.decode())
except OSError as error:
    print(error)
    assert "unknown keyword with" in str(error), error
else:
    raise SystemExit("polib reads it")
assert former(short) == [f'#| msgid "{SHORT}"'], former(short)
assert polib.pofile(short.decode())[0].previous_msgid == SHORT
PY
venv/bin/python run.py
echo 'as found'
