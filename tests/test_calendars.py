"""Every calendar of the built site as calendar programs read it."""

from __future__ import annotations

from pathlib import Path

import pytest

import building
import calendars

ENTRY = "BEGIN:VEVENT\r\nUID:x\r\nDTSTART;VALUE=DATE:{start}\r\nDTEND;VALUE=DATE:20250702\r\nEND:VEVENT\r\n"


def test_calendar_programs_read_the_same_in_every_calendar_of_the_site(site: Path) -> None:
    read = calendars.by_javascript(site)
    assert read == calendars.by_python(building.contents(site))
    assert {"jiangxi-2022/calendar.ics", "en/jiangxi-2022/calendar.ics"} <= set(read)
    assert all(each["count"] for each in read.values())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n", "invalid ical body. component began but did not end"),
        ("BEGIN:VCALENDAR\r\nno colon\r\nEND:VCALENDAR\r\n", 'invalid line (no token ";" or ":") "no colon"'),
        ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "a calendar has to hold something"),
        ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n" * 2, "this is not one calendar"),
        (f"BEGIN:VCALENDAR\r\n{ENTRY.format(start='20250631')}END:VCALENDAR\r\n", "dtstart 2025-06-31 is no day"),
    ],
)
def test_a_calendar_that_cannot_be_read_is_told_by_its_name(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "calendar.ics").write_bytes(content.encode())
    assert calendars.refused_by_javascript(tmp_path) == f"calendar.ics: {said}\n"
