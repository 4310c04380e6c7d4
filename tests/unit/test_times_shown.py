"""What a page says of a time: the words of the document, and never words that it does not print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import builders as b
import publishing

ACTIVITY = "yunling-2025/online-quiz/index.html"
SLIP = "{text: 7月9月, means: 7月至9月, note: 原文疑漏一个“至”字。}"


def pages(root: Path, **activity: str | None) -> dict[str, str]:
    text = b.a_campaign_yaml(activities=[b.an_activity_yaml(**activity)])
    return publishing.html(publishing.site(b.data(b.a_data_folder(root, campaigns__yunling_2025=text))))


def fact(page: str, name: str) -> str:
    """A fact of an activity's page as plain text."""
    found = re.search(rf'ms-fact--{name}".*?<dd[^>]*>(.*?)</dd>', page, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("", "2025年7月至9月 文件写法： 7月9月 原文疑漏一个“至”字。"),
        ("en/", "July to September 2025 As printed: 7月9月 原文疑漏一个“至”字。"),
    ],
)
def test_a_misprinted_time_stands_as_printed_with_what_is_meant_and_why(
    tmp_path: Path, language: str, said: str
) -> None:
    assert fact(pages(tmp_path, when=SLIP)[f"{language}{ACTIVITY}"], "when") == said


def test_a_misprinted_time_of_a_part_or_a_phase_stands_as_printed_too(tmp_path: Path) -> None:
    parts = f"[{{id: first, name: 第一场, when: {SLIP}}}]"
    activity = b.an_activity_yaml(parts=parts)
    text = b.a_campaign_yaml(("    when: 2025年6月中旬至7月中旬", f"    when: {SLIP}"), activities=[activity])
    data = b.data(b.a_data_folder(tmp_path, campaigns__yunling_2025=text))
    made = publishing.html(publishing.site(data))
    printed = '<p class="ms-quiet">文件写法：<span lang="zh-CN">7月9月</span></p>'
    assert [made[f"yunling-2025/{page}/index.html"].count(printed) for page in ("online-quiz", "plan")] == [1, 1]
