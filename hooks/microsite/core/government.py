"""What a government website has to say about itself, as its settings give it.

From the tags of 国办发〔2017〕47号 (annex, 网页标签规范) and the seven things that inspections look for at
the foot of a page: organiser, contact, site code, ICP number, public-security number, the organ's
mark, and a way to report an error. All under ``extra.microsite.government`` in ``mkdocs.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from . import web_addresses
from .problems import Mark, Problem, unknown_key

PATH = "extra.microsite.government"


@dataclass(frozen=True, slots=True)
class Government:
    """Settings of a government website; every one may be empty.

    ``site_id_code`` is 网站标识码, ``organ_mark`` a picture of the site itself (the register's own
    script would be a third party's), ``organ_mark_url`` the page of the register that it leads to.
    """

    site_id_code: str = ""
    site_domain: str = ""
    column_name: str = ""
    column_description: str = ""
    column_keywords: str = ""
    column_type: str = ""
    icp: str = ""
    public_security: str = ""
    contact: str = ""
    organ_mark: str = ""
    organ_mark_url: str = ""

    @property
    def is_given(self) -> bool:
        return self is not NOTHING and any(getattr(self, each.name) for each in fields(self))

    @property
    def police_code(self) -> str:
        """The digits of the public-security number, by which its register finds the site."""
        return "".join(re.findall(r"\d", self.public_security))


NOTHING = Government()
"""A site that is no government website."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """The form of one setting, and what to say where it is broken."""

    pattern: str
    zh: str
    en: str


_RULES = {
    "site_id_code": _Rule(
        r"bm\d{8}|\d{10}",
        "应是十位数字，或 bm 加八位数字",
        "must be ten digits, or bm and eight digits",
    ),
    "site_domain": _Rule(
        r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}",
        "应只写域名，如 www.example.gov.cn",
        "must be the domain alone, such as www.example.gov.cn",
    ),
    "icp": _Rule(
        r"[\u4e00-\u9fff]ICP[备证]\d{6,10}号(-\d{1,4})?",
        "应照备案写全，如 京ICP备12345678号-1",
        "must be written as it was filed, such as 京ICP备12345678号-1",
    ),
    "public_security": _Rule(
        r"[\u4e00-\u9fff]公网安备 ?\d{14}号",
        "应照备案写全，如 京公网安备 11010102001234号",
        "must be written as it was filed, such as 京公网安备 11010102001234号",
    ),
    "organ_mark": _Rule(
        r"(?![a-z]+:|/)(?!.*\.\.)[A-Za-z0-9._/-]+\.(png|jpg|jpeg|gif|svg)",
        "应是 docs/ 里的图片，如 assets/organ-mark.png",
        "must be a picture in docs/, such as assets/organ-mark.png",
    ),
    "organ_mark_url": _Rule(
        web_addresses.WEB,
        "应是完整的网址，以 https:// 开头，没有用户名和空格",
        "must be a full address that begins with https://, without a user name or spaces",
    ),
}
_NAMES = tuple(each.name for each in fields(Government))


def read(given: object, file: str) -> tuple[Government, list[Problem]]:
    """The settings, or everything that is wrong with them."""
    if not isinstance(given, Mapping):
        return NOTHING, [_wrong(PATH, "这里应有若干项设置", "must hold settings", file)]
    unknown = (unknown_key(file, f"{PATH}.{key}", str(key), _NAMES) for key in given if key not in _NAMES)
    problems = [*unknown, *_malformed(given, file)]
    if problems:
        return NOTHING, problems
    return Government(**{name: str(given[name]).strip() for name in _NAMES if given.get(name)}), []


def _malformed(given: Mapping[Any, Any], file: str) -> Iterator[Problem]:
    """Values that are no text (an unquoted code of ten digits is a number in YAML), or not of their form."""
    for name in _NAMES:
        value = given.get(name)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            zh, en = f"“{value}”请加引号", f"“{value}” needs quotes around it"
            yield _wrong(f"{PATH}.{name}", zh, en, file)
        elif name in _RULES and not re.fullmatch(_RULES[name].pattern, value.strip()):
            rule = _RULES[name]
            zh, en = f"“{web_addresses.without_password(value)}”{rule.zh}", f"“{web_addresses.without_password(value)}” {rule.en}"
            yield _wrong(f"{PATH}.{name}", zh, en, file)


def _wrong(path: str, zh: str, en: str, file: str) -> Problem:
    return Problem(Mark(file), path, "wrong-setting", zh, en)
