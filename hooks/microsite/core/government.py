"""What a government website has to say about itself, as its settings give it.

From the tags of 国办发〔2017〕47号 (annex, 网页标签规范) and the seven things that inspections look for at
the foot of a page: organiser, contact, site code, ICP number, public-security number, the organ's
mark, and a way to report an error. All under ``extra.microsite.government`` in ``mkdocs.yml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from . import web_addresses
from .problems import Mark, Problem, unknown_key

PATH = "extra.microsite.government"


def _setting(zh: str = "", en: str = "", *, form: str = "", wrong: tuple[str, str] = ("", "")) -> Any:
    """A setting, which may be empty: what it is called where a site that is published lacks it, and its form, with what to say
    where that is broken."""
    return field(default="", metadata={"words": (zh, en), "form": form, "wrong": wrong})


@dataclass(frozen=True, slots=True)
class Government:
    """Settings of a government website; every one may be empty.

    ``site_id_code`` is 网站标识码, ``organ_mark`` a picture of the site itself (the register's own
    script would be a third party's), ``organ_mark_url`` the page of the register that it leads to.
    """

    site_id_code: str = _setting(
        "网站标识码", "the site's code", form=r"bm\d{8}|\d{10}",
        wrong=("应是十位数字，或 bm 加八位数字", "must be ten digits, or bm and eight digits"),
    )
    site_domain: str = _setting(
        "网站域名", "the site's domain", form=r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}",
        wrong=("应只写域名，如 www.example.gov.cn", "must be only the domain, such as www.example.gov.cn"),
    )
    column_name: str = _setting("栏目名称", "the name of the column")
    column_description: str = _setting("栏目介绍", "the description of the column")
    column_keywords: str = _setting("栏目关键词", "the keywords of the column")
    column_type: str = _setting("栏目类别", "the type of the column")
    icp: str = _setting(
        "ICP 备案号", "the ICP number", form=r"[\u4e00-\u9fff]ICP[备证]\d{6,10}号(-\d{1,4})?",
        wrong=("应照备案写全，如 京ICP备12345678号-1", "must be written as it was filed, such as 京ICP备12345678号-1"),
    )
    public_security: str = _setting(
        "公安机关备案号", "the public-security number", form=r"[\u4e00-\u9fff]公网安备 ?\d{14}号",
        wrong=("应照备案写全，如 京公网安备 11010102001234号", "must be written as it was filed, such as 京公网安备 11010102001234号"),
    )
    contact: str = _setting("联系方式", "how to reach the organiser")
    organ_mark: str = _setting(
        "党政机关网站标识", "the mark of party and government websites",
        form=r"(?![a-z]+:|/)(?!.*\.\.)[A-Za-z0-9._/-]+\.(png|jpg|jpeg|gif|svg)",
        wrong=("应是 docs/ 里的图片，如 assets/organ-mark.png", "must be a picture in docs/, such as assets/organ-mark.png"),
    )
    organ_mark_url: str = _setting(
        form=web_addresses.WEB,
        wrong=(
            "应是完整的网址，以 https:// 开头，没有用户名、空格和中文标点",
            "must be a full address that begins with https://, without a user name, spaces or Chinese punctuation",
        ),
    )

    @property
    def is_given(self) -> bool:
        return self is not NOTHING and any(getattr(self, each.name) for each in fields(self))

    @property
    def police_code(self) -> str:
        """The digits of the public-security number, by which its register finds the site."""
        return "".join(re.findall(r"\d", self.public_security))


NOTHING = Government()
"""A site that is no government website."""


_DECLARED = {each.name: each.metadata for each in fields(Government)}
OWED: dict[str, tuple[str, str]] = {name: said["words"] for name, said in _DECLARED.items() if said["words"][0]}
"""What a site that is published has to say, by its name, in Chinese and English."""


def read(given: object, file: str) -> tuple[Government, list[Problem]]:
    """The settings, or everything that is wrong with them."""
    if not isinstance(given, Mapping):
        return NOTHING, [_wrong(PATH, "这里应有若干项设置", "must hold settings", file)]
    unknown = (unknown_key(file, f"{PATH}.{key}", str(key), _DECLARED) for key in given if key not in _DECLARED)
    problems = [*unknown, *_malformed(given, file)]
    if problems:
        return NOTHING, problems
    return Government(**{name: str(given[name]).strip() for name in _DECLARED if given.get(name)}), []


def _malformed(given: Mapping[Any, Any], file: str) -> Iterator[Problem]:
    """Values that are no text (an unquoted code of ten digits is a number in YAML), or not of their form."""
    for name, declared in _DECLARED.items():
        value = given.get(name)
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            zh, en = f"“{value}”请加引号", f"“{value}” needs quotes around it"
            yield _wrong(f"{PATH}.{name}", zh, en, file)
        elif declared["form"] and not re.fullmatch(declared["form"], value.strip()):
            shown, (zh, en) = web_addresses.without_password(value), declared["wrong"]
            yield _wrong(f"{PATH}.{name}", f"“{shown}”{zh}", f"“{shown}” {en}", file)


def _wrong(path: str, zh: str, en: str, file: str) -> Problem:
    return Problem(Mark(file), path, "wrong-setting", zh, en)
