"""What ics reads in every calendar below a folder: ``python read_calendars.py SITE`` prints, for each file, its entries.

A program of its own, because with colorama beside it the library cannot read many lines
(findings/ics-wraps-the-output-with-every-line.sh), and MkDocs brings colorama.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.modules["colorama"] = None  # type: ignore[assignment]
import ics  # noqa: E402


def entries(path: Path) -> Iterator[dict[str, Any]]:
    """The entries of one file, in no order: its own is lost in the reading."""
    for event in ics.Calendar(path.read_bytes().decode()).events:
        form = "YYYY-MM-DD" if event.all_day else "YYYY-MM-DDTHH:mm"
        yield {
            "uid": event.uid,
            "summary": event.name,
            "start": event.begin.format(form),
            "end": event.end.format(form),
            "status": event.status,
        }


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    report = {path.relative_to(folder).as_posix(): list(entries(path)) for path in folder.rglob("*.ics")}
    print(json.dumps(report))
