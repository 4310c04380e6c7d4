"""What days, months and their order are called in English, for all that read and write times."""

from __future__ import annotations

from typing import Final

WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS: Final = "January February March April May June July August September October November December".split()
ORDINALS: Final = {
    1: ("第一", "first"),
    2: ("第二", "second"),
    3: ("第三", "third"),
    4: ("第四", "fourth"),
    5: ("第五", "fifth"),
    -1: ("最后一", "last"),
}


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
