"""English wordings that say what another one says: a time is put as ``english`` reads it before it is taken apart.

Lower case, one kind of dash, hours of the day by 24, the day before its month, no weekday in front of a date. The order matters:
each line of ``_SAME`` works on what those above it made.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from .in_words import HALVES
from .names import MONTHS, ORDINALS, WEEKDAYS

MONTH_NUMBERS: Final = {name.lower()[:length]: n for n, name in enumerate(MONTHS, 1) for length in (3, 4, len(name))}
MONTH_NAME: Final = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
IN_CHINESE: Final = {name.lower()[:length]: "一二三四五六日"[n] for n, name in enumerate(WEEKDAYS) for length in (3, 4, 5, len(name))}
"""Days of the week."""
WEEKDAY: Final = rf"(?:{'|'.join(sorted(IN_CHINESE, key=len, reverse=True))})"
NTH: Final = {en: zh for zh, en in ORDINALS.values()}
HALF: Final = {words: half for half, words in HALVES.items()}
CLOCK: Final = r"[0-9]{1,2}:[0-9]{2}"
HOURS: Final = rf"(?:{CLOCK}(?: to {CLOCK}(?: the next day)?)?|{'|'.join(HALF)})"
AND: Final = "(?:, (?:and )?| and )"
SEVERAL_DAYS: Final = rf"{WEEKDAY}s?(?:(?: to |{AND}){WEEKDAY}s?)*"
SEVERAL_NTH: Final = rf"(?:{'|'.join(NTH)})(?:{AND}(?:{'|'.join(NTH)}))*"

_TH: Final = "(?:st|nd|rd|th)"
_NUMBERS: Final = dict(zip("two three four five six seven eight nine ten eleven twelve".split(), map(str, range(2, 13)), strict=True))
_BY_12: Final = r"[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m"
_A_TIME: Final = r"(?=[^0-9]*[0-9])"
_ENTRY: Final = "(?:applications?|bookings?|registrations?|entries|submissions|sales|tickets|enrolment|sign-up)"
_DAILY: Final = "(?:daily|each day|every day)"
_REPEATS: Final = rf"(?:on )?(?:every\b|each\b|{WEEKDAY}s\b|{WEEKDAY}(?:,| and| to) {WEEKDAY}\b)"
_DATED: Final = rf"(?=.*\b(?:{MONTH_NAME})\b)(?:{MONTH_NAME}|[0-9])"
_DAY_OF: Final = rf"(?=[0-9]{{1,2}}(?: |, [0-9]|, {WEEKDAY}))"
_RANGE: Final = rf"(?=[^,]*\b(?:{MONTH_NAME})\b)[^,]* to [^,]*"
_LATE: Final = ",? (?:until|till|to) late$"
_SAYS_WHEN: Final = "closed|except|not|planned|every|only|term time|week|month|holidays|morning|afternoon|evening|to be |daily|alternate"

def _same_half(found: re.Match[str]) -> str:
    """9.30 to 11.30am, 11 to 1pm: the first hour is of the same half of the day, unless it comes after the second."""
    hour, minute, to, half = found.groups()
    later = re.split("[:.]", to)[0]
    first = half if int(hour) % 12 <= int(later) % 12 else "a"
    return f"{hour}{f':{minute}' if minute else ''}{first}m to {to}{half}m"


def _by_24(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3] == "p" else 0)
    return f"{hour}:{found[2] or '00'}" if 0 < int(found[1]) <= 12 else found[0]


_Put = str | Callable[[re.Match[str]], str]


def _same(pattern: str, put: _Put, where: str = "") -> tuple[str, _Put, str]:
    """What stands for what; ``where`` is how the words have to begin."""
    return pattern, put, where


def _so_many_weeks(found: re.Match[str]) -> str:
    """Tuesdays 10am, 6 weeks from 3 October; 6 weeks, Tuesdays from 3 October, 10am."""
    days, hours, weeks, start = found.groups()[:4] if found[1] else (found[6], found[8], found[5], found[7])
    return f"every {days}, {hours}, {start}, for {weeks}"


def _each_by_12(found: re.Match[str]) -> str:
    """7, 8 and 9pm: each of them in the evening."""
    hours = [*found[1].removesuffix(", ").split(", "), found[2]]
    return ", " + "".join(f"{hour}{found[4]}m, " for hour in hours if hour) + f"and {found[3]}"


_SAME: Final = (
    _same(r"\s+", " "),
    _same(" & ", " and "),
    _same("bank holidays", "public holidays"),
    _same(rf"\b({WEEKDAY}s?): (?=[0-9])", r"\1, "),  # Monday to Friday: 9am
    _same(rf"^(?:{_ENTRY} )?(?:will )?opens?(?: on| from| at)?:? {_A_TIME}", "from ", where=".*(?:at|on|from|s|:) .*[0-9]"),
    _same("^(?:running|open) from now until ", "until "),
    _same(rf"^{WEEKDAY} \(([^()]+)\)", r"\1"),  # Saturday (October 7), 10am
    _same("^weekend of (?=[^,]+(?: to | and |[&/–-]))", ""),
    _same(f"(?<=[0-9])({_TH}?)/(?=[0-9]{{1,2}}{_TH}?(?:/[0-9]|[ ]))", r"\1 and "),
    _same(rf"^({WEEKDAY}s?),? (.+?), ([0-9]+ weeks) (from .+)$|^([0-9]+ weeks), ({WEEKDAY}s?) (from [^,]+), (.+)$", _so_many_weeks),
    _same(rf"^({SEVERAL_NTH}) ({WEEKDAY}s?),", r"on the \1 \2 of every month,"),
    _same(rf"^(?:closing date|deadline|last day)(?: for [a-z ]+)?:? (?:(?:by|at|on) )?{_A_TIME}", "by "),
    _same(rf"^(?:apply|book|register|enter|sign up|{_ENTRY} (?:closes?|deadline|due|ends?)):? (?:(?:by|at|on) )?{_A_TIME}", "by "),
    _same(  # Exhibition: 3 May
        "^[a-z' -]{3,30}: (?=.*[0-9])", "", where=rf"(?![^:]*(?:closed|except|no |every|each|\b(?:{WEEKDAY}|{MONTH_NAME})\b))"
    ),
    _same("^half[- ]term(?: week)?,? (?=[0-9])", ""),
    _same(rf"^bank holiday (?={WEEKDAY})|,? \(?inclusive\)?$", ""),
    _same(rf"\b({WEEKDAY}s?) ?- ?(?={WEEKDAY})", r"\1 to "),
    _same(r"\b(?:kick[- ]off|ko|starts?|start time)(?: at)? (?=[0-9])", ""),
    _same(r"(?<=[a-z]), ((?:[0-9]{1,2}, )*)([0-9]{1,2}) and ([0-9]{1,2} ?([ap])\.?m\.?)$", _each_by_12),  # 5 October, 7, 8 and 9pm
    _same(rf"^from ({WEEKDAY}) ([^,]+?), ([^,]*[0-9][^,]*), (for [0-9a-z]+ weeks)$", r"every \1, \3, from \2, \4"),
    _same(rf"^({WEEKDAY})s from ([^,]+?),? (for [0-9a-z]+ weeks), ([^,]+)$", r"every \1, \4, from \2, \3"),
    _same(r",? \(?(?:(?:during|in) )?term[- ]?time(?: only)?\)?(,? .+)?$", r"\1, during term time"),
    _same(rf"^by ([^,]*{_BY_12}\.?), (?=.*[a-z])", r"by \1 on "),
    _same(_LATE, ""),
    _same("(?:(?<=to )|(?<=until )|(?<=till )|(?<=[–—-])|(?<=[–—-] ))midnight", "24:00"),
    _same(rf"(?<=[0-9m]) (?:until|till) (?={CLOCK}|{_BY_12})", " to "),  # 7pm until 9pm
    _same(rf"^every ((?!second){SEVERAL_NTH}) ({WEEKDAY})\b(?! of)", r"on the \1 \2 of every month"),
    _same(",? (?:starting|beginning)(?: on)? (?=[0-9a-z ]+ for )", ", from "),
    _same("(?<=[0-9a-z]) (?=for [0-9]+ weeks$)", ", "),
    _same(",? (?<!the )(morning|afternoon|evening)$", r" in the \1"),
    _same(rf"\b({WEEKDAY}) (morning|afternoon|evening)s\b", r"every \1 in the \2"),
    _same(  # 12 September (Saturday), 2pm
        rf"(?<=[0-9a-z]),? \(?{WEEKDAY}\)?(?=,? [0-9]|$)(?<! to)",
        "",
        where=rf"[0-9]{{1,2}}{_TH}? (?:{MONTH_NAME})\b(?:,? [0-9]{{4}})?,? \(?{WEEKDAY}\b",
    ),
    _same("^(?:every (?:fortnight|(?:2|two) weeks)(?: on)?|fortnightly(?: on)?|alternate|every second) ", "every other "),
    _same("^every (?:morning|afternoon|evening)(?=,)", "every day"),
    _same("^weekly(?: on)? ", "every "),
    _same("^now (?:to|[–—-]) ", "until "),
    _same(rf"^(from .+?) until (?=[0-9]|(?:{MONTH_NAME}|{WEEKDAY})\b)", r"\1 to "),
    _same("^at | start$", ""),
    _same(r" \(provisional\)", " (planned)"),
    _same("^([0-9]{1,2})/([0-9]{1,2}) (?=[a-z])", r"\1 and \2 "),
    _same(rf"^by ([0-9]{{1,2}}[:.][0-9]{{2}}|{_BY_12}) (?!on )(?=.*[0-9])", r"by \1 on "),
    _same(r",? \(?no sessions?(?: on)? ", " except "),
    _same(  # (Halloween), (90 minutes): it says nothing of the days
        rf" \((?![^()]*(?:{_SAYS_WHEN}|{WEEKDAY}))"
        r"(?:[^()0-9]+|[0-9]+ (?:minutes|sessions)|(?:registration|doors|last entry|last admission)[^()]*)\)",
        "",
    ),
    _same(r"\b(?:excluding|apart from)\b", "except"),
    _same(rf"\b(?:{'|'.join(_NUMBERS)})(?= (?:weeks|days|months|sessions|{WEEKDAY}s)\b)", lambda found: _NUMBERS[found[0]]),
    _same("(?<=, )(for [0-9]+ weeks) (from .+)", r"\2, \1"),
    _same(r"(?<!except )\b(?:every )?weekends?\b", "every saturday and sunday"),
    _same("12 ?(?:noon|midday)|midday", "noon"),
    _same(r"\bnoon\b(?<!around noon)", "12:00"),
    _same(r"\bweds(?= [0-9])", "wed"),
    _same(  # October 9 - 10.30am, 9 October: 2pm
        rf"((?:(?<![0-9] )(?<![0-9]{_TH} )\b(?:{MONTH_NAME})\.? [0-9]{{1,2}}{_TH}?|[0-9]{_TH}? (?:{MONTH_NAME})\.?)(?:,? [0-9]{{4}})?)"
        r" ?[-–—:] ?(?=[0-9]{1,2}(?:[:.][0-9]{2}|(?: ?[-–—] ?[0-9]{1,2})? ?[ap]\.?m\b))",
        r"\1, ",
    ),
    _same(r"\s*[–—]\s*| - |(?<=[0-9mhdt])\s*-\s*(?=[0-9])", " to "),
    _same(r"\b([0-9]{1,2})(?:[:.]([0-9]{2}))? to ([0-9]{1,2}(?:[:.][0-9]{2})?) ?([ap])\.?m\b\.?", _same_half),
    _same(r"\b([0-9]{1,2})(?:[:.]([0-9]{2}))? ?([ap])\.?m\b\.?", _by_24),
    _same(r"(?<![0-9.])([0-9]{1,2})\.([0-5][0-9])(?![0-9.])", r"\1:\2"),
    _same(  # 1st and 3rd Monday
        rf"\b([1-5]){_TH}\b(?! [0-9])", lambda found: ORDINALS[int(found[1])][1], where=rf".*\b[1-5]{_TH} {WEEKDAY}"
    ),
    _same(rf"\b(?:the )?([0-9]{{1,2}}){_TH}\b(?: of)?", r"\1"),
    _same(rf"\b({MONTH_NAME})\.? ([0-9]{{1,2}})(?![0-9:])", r"\2 \1"),
    _same(
        rf"\b(from |except |(?:{'|'.join(MONTH_NUMBERS)}) to ){WEEKDAY}\b(?!, [0-9]{{1,2}}(?: [a-z]+)? to ),? {_DAY_OF}",
        r"\1",
        where=_REPEATS,
    ),
    _same(rf"\b{WEEKDAY}\b(?!, [0-9]{{1,2}}(?: [a-z]+)? to ),? {_DAY_OF}", "", where=rf"(?!{_REPEATS})"),
    _same(rf",? ({HOURS}),? {_DAILY}$", r", every day, \1", where=_DATED),  # 12 to 14 september, 9:00 daily
    _same(rf"(?<! to),? {_DAILY}$", "", where=_DATED),
    _same(rf"(?<! to),? {_DAILY},? (?:at |from )?(?=[0-9])", ", every day, ", where=_DATED),
    _same(rf" in the (?:morning|afternoon|evening)(?=,? (?:at |from )?{CLOCK})", ""),
    _same(rf"^([^,]*[a-z][^,]*), ({CLOCK}) to (?!{CLOCK})([^,]*[a-z][^,]*), ({CLOCK})$", r"\2 on \1 to \4 on \3"),
    _same(rf"^(.+?),? (except .+), ({HOURS})$", r"\1, \3 \2", where=rf"(?:(?!except|{CLOCK}).)*except"),
    _same(",? (?:starts?|starting)(?: at)? (?=[0-9]{1,2}:)", ", "),
    _same(rf", doors(?: open)?(?: at)? {CLOCK}(?=,|$)", ""),
    _same(rf"\bbetween ({CLOCK}) and ({CLOCK})", r"\1 to \2"),
    _same(  # 5 June to 10 July, every Wednesday; October, Tuesdays 10am; 1 June to 31 August Sundays 2pm
        rf"^(?:from )?((?=[^,]*\b(?:{MONTH_NAME})\b)[^,:]*? to [^,:]*?|(?:{MONTH_NAME})(?: [0-9]{{4}})?)"
        rf"(?:, ((?:on )?(?:every |each )?{WEEKDAY}s?\b.+)| ({WEEKDAY}s\b.+))$",
        lambda found: f"{found[2] or found[3]}, {found[1]}",
    ),
    _same(rf"^({_RANGE}), ({HOURS}), ({SEVERAL_DAYS})$", r"every \3, \2, \1"),  # 4 to 29 september, 9:00 to 17:00, monday to friday
    _same(  # 4 to 29 september, 9:00 to 17:00 (10:00 to 16:00 on sundays)
        rf"^({_RANGE}), ({HOURS})(?:,? \(({HOURS}),? (?:on )?({SEVERAL_DAYS})\)|, ({SEVERAL_DAYS}),? ({HOURS}))$",
        lambda found: f"every day, {found[2]}, {found[4] or found[5]}, {found[3] or found[6]}, {found[1]}",
    ),
    _same("^(?:starting|beginning)(?: from| on)? |^(?!from )(?=.+ onwards?$)", "from "),
    _same("^on | onwards?$", ""),
)


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], _Put, re.Pattern[str]], ...]:
    """Only plans in English need them, and they take a twentieth of a second."""
    return tuple((re.compile(pattern), put, re.compile(where)) for pattern, put, where in _SAME)


def plain(text: str) -> str:
    """A time in the wording that the rules read.

    >>> plain("Sat 12th September, 9.30-11am"), plain("Applications close: noon, 16 October")
    ('12 september, 9:30 to 11:00', 'by 12:00, 16 october')
    """
    words = text.strip().rstrip(".").lower()
    for pattern, put, where in _compiled():
        if where.match(words):
            words = pattern.sub(put, words)
    return words
