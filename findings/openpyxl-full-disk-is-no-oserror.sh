#!/usr/bin/env bash
# openpyxl 3.1.5 (Python): where lxml 6.1.3 is installed, too, saving a workbook while the disk of the temporary folder is full raises
# lxml.etree.SerialisationError, which is no OSError, and prints a second traceback ("Exception ignored in …") when the writer
# is cleared away; without lxml it is an OSError. So `except OSError` around save() is right or wrong by what else is installed.
# A limit of the size of files (setrlimit) stands in for the disk: the target is in memory, the sheets are written to files first.
# Guess before: OSError in both cases, as of every write to a file.
# Seen: with lxml SerialisationError 'IO_EFBIG' (not an OSError), without it OSError errno 27.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 et-xmlfile==2.0.0 lxml==6.1.3 2>/dev/null
cat > "$work/full.py" <<'PY'
import io, resource, signal
import openpyxl
book = openpyxl.Workbook()
for number in range(500):
    book.active.append([f"row {number}"] * 5)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))
try:
    book.save(io.BytesIO())
except Exception as error:
    print(type(error).__name__, isinstance(error, OSError))
PY
with=$(OPENPYXL_LXML=True "$work/venv/bin/python" "$work/full.py" 2>"$work/said")
without=$(OPENPYXL_LXML=False "$work/venv/bin/python" "$work/full.py" 2>/dev/null)
echo "with lxml: $with; without: $without"
grep -q '^Exception ignored in' "$work/said"
[ "$with" = 'SerialisationError False' ]
[ "$without" = 'OSError True' ]
echo 'as found'
