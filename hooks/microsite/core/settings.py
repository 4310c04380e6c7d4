"""What ``mkdocs.yml`` may say about the public site, under ``extra: microsite:``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, timedelta, timezone
from typing import Any, Literal
from urllib.parse import urlsplit

from . import government, web_addresses
from .government import Government
from .language import Language
from .problems import InvalidData, Mark, Problem, unknown_key

SHANGHAI = timezone(timedelta(hours=8))
"""Days are counted where the campaigns are."""
Drafts = Literal["none", "finished", "all"]
"""Which drafts are shown; of an edition that still has empty places ``all`` makes problems, and ``finished`` nothing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one build.

    ``official``: the office owns the content; otherwise every page carries a banner and noindex. ``invented``: the
    plan itself is made up, and every page says so.
    ``site_url``: full address of the site, or empty. ``report_url``: where an error can be
    reported (https or mailto). ``as_of``: the day on which published details expire or not;
    never a clock inside the core. ``government``: what only government websites have. ``profile``: ``preview``, or
    ``production`` where everything such a site has to say must be there. ``drafts``: which drafts are
    shown; only ``make serve`` does, whatever the profile. ``keep``: names, with ``*`` and ``?``, of what
    others have in the published folder and publishing leaves there; no page depends on them. ``office_owned``: numbers
    and accounts in these settings that look personal and are the office's.
    """

    official: bool = False
    invented: bool = False
    site_name: str = ""
    site_name_en: str = ""
    site_url: str = ""
    organiser: str = ""
    organiser_en: str = ""
    report_url: str = ""
    as_of: date = date.max
    government: Government = government.NOTHING
    profile: str = "preview"
    drafts: Drafts = "none"
    keep: tuple[str, ...] = field(default=(), repr=False)
    office_owned: tuple[str, ...] = field(default=(), repr=False)

    @property
    def banner(self) -> str:
        """What every page says of itself: nothing where it is official, else ``example`` or ``invented``."""
        return "invented" if self.invented else "" if self.official else "example"

    def name(self, language: Language) -> str:
        """What the site is called in a language, as far as that is written."""
        return (self.site_name_en if language == "en" else "") or self.site_name

    def owner(self, language: Language) -> str:
        """The organiser of the site in a language, in the same way."""
        return (self.organiser_en if language == "en" else "") or self.organiser

    @property
    def base_path(self) -> str:
        """The path under which the site lives, with both slashes: ``/`` or ``/ztzl/2024/``."""
        return urlsplit(self.site_url).path.rstrip("/") + "/"

    def absolute(self, path: str) -> str:
        """A full address where the site knows its own, else one from the root of the host."""
        return f"{self.site_url.rstrip('/')}/{path}" if self.site_url else f"/{path}"


_YES_OR_NO = ("official", "invented")
_LISTS = ("keep", "office_owned")
_OURS = (*_YES_OR_NO, "site_name_en", "organiser", "organiser_en", "report_url", *_LISTS)
_APART = "government"
PROFILES = ("preview", "production")
_LAST_SECOND = 2**32 - 1
"""In February 2106: compressed files, which the host makes too, can hold no later day."""


_FILE = "mkdocs.yml"


def read_settings(extra: Mapping[str, Any], base: Settings) -> tuple[Settings, list[Problem]]:
    """Settings from the mapping under ``extra.microsite``, on top of what MkDocs itself knows."""
    known = (*_OURS, _APART)
    problems = [unknown_key(_FILE, f"extra.microsite.{key}", str(key), known) for key in extra if key not in known]
    problems += _profile(base.profile)
    for key, value in extra.items():
        if key in _OURS and not _is_of_its_kind(key, value):
            problems.append(_wrong_kind(key, value))
    address = extra.get("report_url") or ""
    if isinstance(address, str) and address and not re.fullmatch(f"{web_addresses.WEB}|{web_addresses.MAIL}", address):
        problems.append(_wrong_kind("report_url", address))
    given, found = government.read(extra.get(_APART) or {}, _FILE)
    problems += found
    if problems:
        return base, problems
    ours: dict[str, Any] = {key: extra[key] for key in _OURS if key in extra}
    ours |= {key: tuple(ours[key]) for key in _LISTS if key in ours}
    return replace(base, government=given, **ours), []


def _is_of_its_kind(key: str, value: object) -> bool:
    if key in _LISTS:
        return isinstance(value, list) and all(isinstance(name, str) and name for name in value)
    return isinstance(value, bool if key in _YES_OR_NO else str)


def _profile(profile: str) -> list[Problem]:
    if profile in PROFILES:
        return []
    zh, en = f"“{profile}”只能是 preview 或 production", f"“{profile}” must be preview or production"
    return [Problem(Mark("PROFILE"), "", "wrong-setting", zh, en)]


def expiry_day(now: datetime, environ: Mapping[str, str]) -> date:
    """The day that decides what has expired: the later of today and SOURCE_DATE_EPOCH (seconds, as text).

    An old epoch must never bring expired names back. Raises InvalidData where it is no such number.

    >>> expiry_day(datetime(2026, 1, 1, tzinfo=SHANGHAI), {"SOURCE_DATE_EPOCH": "0"})
    datetime.date(2026, 1, 1)
    """
    today, epoch = now.astimezone(SHANGHAI).date(), environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return today
    if not re.fullmatch("[0-9]{1,12}", epoch) or int(epoch) > _LAST_SECOND:
        zh = f"“{epoch[:40]}”应是从 1970 年算起的秒数，如 1735689600（不是毫秒）；不需要就不要设置"
        en = f"“{epoch[:40]}” must be seconds since 1970 such as 1735689600 (not milliseconds); leave it unset if not needed"
        raise InvalidData([Problem(Mark("SOURCE_DATE_EPOCH"), "", "wrong-setting", zh, en)])
    return max(today, datetime.fromtimestamp(int(epoch), SHANGHAI).date())


def _wrong_kind(key: str, value: object) -> Problem:
    if key in _YES_OR_NO:
        zh, en = "只能写 true 或 false", "must be true or false"
    elif key in _LISTS:
        such = "[.well-known, robots.txt]" if key == "keep" else "[bgs@example.com]"
        zh, en = f"应是一列名字，如 {such}", f"must be a list of names such as {such}"
    elif key == "report_url":
        zh = "应是完整的网址或 mailto: 邮箱，没有用户名、空格和中文标点，如 https://www.example.gov.cn/jc/"
        en = "must be a full address without a user name, spaces or Chinese punctuation, "
        en += "such as https://www.example.gov.cn/jc/, or mailto: and an email address"
    else:
        zh, en = "应是一句文字", "must be text"
    shown = "" if value is None else web_addresses.without_password(str(value))  # an empty key of YAML
    return Problem(Mark(_FILE), f"extra.microsite.{key}", "wrong-setting", f"“{shown}”{zh}", f"“{shown}” {en}")


assert set(_OURS) <= {field.name for field in fields(Settings)}
