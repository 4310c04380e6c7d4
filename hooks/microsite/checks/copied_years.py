"""Times that were copied from last year's plan: they name a year before the campaign's own.

Only the fields that say when this campaign takes place are asked (``period``, ``when``, ``due``). A document
may well name earlier days, and so may an editor who says why in ``note``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..core.problems import Problem
from ..model.choices import is_year
from ..yamlfile.tree import Location, path, scalar
from ..yamlfile.yaml_parser import Mapping, Node, Scalar, Sequence

_TIMES = frozenset({"period", "when", "due"})
_YEAR = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2})(?=\s*年|[-/.．][0-9])")


def last_years_dates(node: Node) -> Iterator[Problem]:
    """Every time of a campaign whose latest printed year is before that of the campaign."""
    typed = scalar(node, "year")
    if typed is None or not is_year(typed.text):
        return
    for location, time in _times(node, ()):
        years = [int(year) for year in _YEAR.findall(time.text)]
        if years and max(years) < int(typed.text):
            yield _problem(location, time, typed.text)


def _times(node: Node, location: Location) -> Iterator[tuple[Location, Scalar]]:
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _times(item, (*location, index))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            below = (*location, key.text)
            if key.text in _TIMES:
                yield from _meant(value, below)
            else:
                yield from _times(value, below)


def _meant(node: Node, location: Location) -> Iterator[tuple[Location, Scalar]]:
    """What a time says, unless a note with it says why it is so."""
    if isinstance(node, Scalar):
        yield location, node
    elif scalar(node, "note") is None:
        means, text = scalar(node, "means"), scalar(node, "text")
        found = means or text
        if found is not None:
            yield (*location, "means" if means else "text"), found


def _problem(location: Location, time: Scalar, year: str) -> Problem:
    return Problem(
        time.mark,
        path(location),
        "last-years-date",
        f"“{time.text[:60]}”早于本方案的 {year} 年；请改成今年的时间，确实如此的请用 note 写明原因",
        f"“{time.text[:60]}” is before {year}, the year of this campaign; write this year’s time,"
        " or say why in a note if it is really so",
    )
