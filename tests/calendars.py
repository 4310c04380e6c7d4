"""Calendars by two readers that are not ours: the ``icalendar`` package, and ical.js as calendar programs use it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from icalendar import Calendar

READER = Path(__file__).parent / "js" / "read-calendars.mjs"

Report = dict[str, dict[str, Any]]
"""Per file: its name, the number of its entries, and each with UID, title, days and status."""


def by_javascript(folder: Path) -> Report:
    """What ical.js reads; a file that it cannot read fails the test, and so does a machine without node."""
    done = _run(folder)
    assert done.returncode == 0, done.stderr
    read: Report = json.loads(done.stdout)
    return read


def refused_by_javascript(folder: Path) -> str:
    """What ical.js says of a file that it does not read."""
    done = _run(folder)
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr


def _run(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["node", READER, folder], capture_output=True, text=True, encoding="utf-8", check=False)


def by_python(files: Mapping[str, bytes]) -> Report:
    """The same by the icalendar package."""
    return {path: _read(content) for path, content in sorted(files.items()) if path.endswith(".ics")}


def _read(content: bytes) -> dict[str, Any]:
    calendar = Calendar.from_ical(content)
    events = [_entry(event) for event in calendar.walk("VEVENT")]
    return {"name": str(calendar["X-WR-CALNAME"]), "count": len(events), "events": events}


def _entry(event: Any) -> dict[str, Any]:
    start = event["DTSTART"].dt
    end = event["DTEND"].dt if "DTEND" in event else start
    return {
        "uid": str(event["UID"]),
        "summary": str(event["SUMMARY"]),
        "start": start.isoformat(),
        "end": end.isoformat(),
        "allDay": all(isinstance(each, date) and not isinstance(each, datetime) for each in (start, end)),
        "status": str(event["STATUS"]) if "STATUS" in event else None,
    }
