"""What a website still lacks before it may be published as an office's own.

A note while previewing, an error with ``make site PROFILE=production``: the tags and the footer
that 国办发〔2017〕47号 and the inspections of 国办秘函〔2019〕19号 ask for. A date of publication is typed in
the data; one that was made up by a build would be a false one (the inspections' first veto).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..core import government
from ..core.problems import Mark, Note, Problem
from ..core.settings import Settings
from ..model.campaign import Plan

_PUBLISHED = "document.published"
_OFFICIAL = "extra.microsite.official"
_OURS = "extra.microsite"
_IN_WORDS = {
    "site_name": ("网站名称", "the name of the site"),
    "site_url": ("网站地址", "the address of the site"),
    f"{_OURS}.organiser": ("主办单位", "the organiser"),
    f"{_OURS}.report_url": ("“我为政府网站找错”的地址", "where an error can be reported"),
    **{f"{government.PATH}.{name}": words for name, words in government.OWED.items()},
    _OFFICIAL: ("official: true（正式发布的网站）", "official: true, for a site that is published"),
    _PUBLISHED: (
        "发布时间（年月日和时分，如 2024-05-28 09:30）",
        "the time of publication (day, hour and minute, such as 2024-05-28 09:30)",
    ),
}
"""What is owed, by the path of the setting or the field, in Chinese and English."""

_SETTINGS = Mark("mkdocs.yml")
_ORGANISERS = ("organiser", "organiser_en")
_EXAMPLE = re.compile(r"示例|\bexample\b", re.IGNORECASE)
# A page may show examples of anything; only a sentence that calls the whole site one is wrong.
_EXAMPLE_SITE = re.compile(r"本(?:网)?站[^。！？\n]{0,20}示例|\bthis (?:web)?site is (?:only |just )?an example\b", re.IGNORECASE)


def still_an_example(settings: Settings, texts: Mapping[str, str]) -> Iterator[Problem]:
    """Where a site that is official still calls itself an example: its organiser, a page written by hand.

    ``texts`` are the pages of docs/ for the public, by their files. Nothing for a site that is none.
    """
    if not settings.official:
        return
    for name in _ORGANISERS:
        if _EXAMPLE.search(typed := getattr(settings, name)):
            yield _example(_SETTINGS, f"extra.microsite.{name}", typed)
    for page, text in texts.items():
        for found in _EXAMPLE_SITE.finditer(text):
            yield _example(Mark(page, text.count("\n", 0, found.start()) + 1), "", found[0])


def _example(mark: Mark, path: str, typed: str) -> Problem:
    return Problem(
        mark,
        path,
        "still-an-example",
        f"网站已设为正式（official: true），这里还写着“{typed}”；请改写或删去（见手册“发布”的“正式使用前：换掉示例”）",
        f"the site is official (official: true), but “{typed}” is still written here; rewrite or delete it "
        "(see “Before you publish: remove the examples” in the manual)",
    )


def in_words(path: str) -> tuple[str, str]:
    """What a missing setting or field is, in Chinese and English.

    >>> in_words("extra.microsite.official")[1]
    'official: true, for a site that is published'
    """
    return _IN_WORDS[path]


def owed(settings: Settings, plan: Plan) -> tuple[Problem, ...]:
    """Everything that is missing, site first, then plan by plan."""
    return (*of_site(settings), *of_plans(plan))


def of_site(settings: Settings) -> Iterator[Problem]:
    """What the settings lack."""
    for path in _IN_WORDS:
        *_, holder, name = f".{path}".split(".")
        if path not in (_OFFICIAL, _PUBLISHED) and not getattr(settings.government if holder == "government" else settings, name):
            yield _missing(_SETTINGS, path)
    if not settings.official:
        zh, en = "正式发布的网站应写 true", "must be true for a site that is published"
        yield Problem(_SETTINGS, _OFFICIAL, "missing-for-production", zh, en)


def of_plans(plan: Plan) -> Iterator[Problem]:
    """What the plans lack."""
    for campaign in plan.campaigns:
        document = campaign.document
        if document.published is None or not document.published.time:
            yield _missing(document.mark, _PUBLISHED)


def _missing(mark: Mark, path: str) -> Problem:
    zh, en = _IN_WORDS[path]
    return Problem(mark, path, "missing-for-production", f"缺少{zh}", f"missing: {en}")


def notes(settings: Settings, plan: Plan) -> tuple[Note, ...]:
    """The same as notes; nothing for a site that has no government settings and is an example."""
    return as_notes(settings, owed(settings, plan))


def as_notes(settings: Settings, missing: Iterable[Problem]) -> tuple[Note, ...]:
    if not settings.official and not settings.government.is_given:
        return ()
    return tuple(Note(p.mark, p.code, f"{p.path}：{p.zh}", f"{p.path}: {p.en}") for p in missing)
