"""What mkdocs.yml may say about the public site."""

from __future__ import annotations

import doctest
from datetime import UTC, date, datetime
from typing import Any

import pytest

from microsite.core import settings
from microsite.core.problems import InvalidData
from microsite.core.settings import Settings, expiry_day, read_settings

BASE = Settings(site_name="提升月", site_url="https://www.example.gov.cn/ztzl/2025/", as_of=date(2025, 6, 1))


def told(extra: dict[Any, Any]) -> list[str]:
    found, problems = read_settings(extra, BASE)
    assert problems == [] or found is BASE
    return [f"{problem.code} {problem}" for problem in problems]


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(settings).failed == 0


def test_without_a_word_the_site_is_an_example() -> None:
    assert read_settings({}, BASE) == (BASE, [])
    assert not BASE.official


def test_settings_are_put_on_top_of_what_mkdocs_knows() -> None:
    found, problems = read_settings({"official": True, "organiser": "省委网信办", "report_url": "mailto:a@b.cn"}, BASE)
    assert problems == []
    assert (found.official, found.organiser, found.report_url) == (True, "省委网信办", "mailto:a@b.cn")
    assert (found.site_name, found.site_url, found.as_of) == (BASE.site_name, BASE.site_url, BASE.as_of)


@pytest.mark.parametrize(
    ("extra", "line"),
    [
        (
            {"offical": True},
            "unknown-key offical: 没有“offical”这一项，是否为“official”？ / there is no key “offical”; did you mean “official”?",
        ),
        ({"as_of": "2020-01-01"}, "unknown-key as_of: 没有“as_of”这一项；请删去 / there is no key “as_of”; delete it"),
        ({False: 1}, "unknown-key False: 没有“False”这一项；请删去 / there is no key “False”; delete it"),
        ({"official": "yes"}, "wrong-setting official: “yes”只能写 true 或 false / “yes” must be true or false"),
        ({"organiser": None}, "wrong-setting organiser: “”应是一句文字 / “” must be text"),
        (
            {"report_url": "javascript:x"},
            ("wrong-setting report_url: “javascript:x”应是完整的网址或 mailto: 邮箱，没有用户名、空格和中文标点，"
            "如 https://www.example.gov.cn/jc/ / "
            "“javascript:x” must be a full address without a user name, spaces or Chinese punctuation, "
            "such as https://www.example.gov.cn/jc/, or mailto: and an email address"),
        ),
        (
            {"report_url": "https:evil"},
            ("wrong-setting report_url: “https:evil”应是完整的网址或 mailto: 邮箱，没有用户名、空格和中文标点，"
            "如 https://www.example.gov.cn/jc/ / "
            "“https:evil” must be a full address without a user name, spaces or Chinese punctuation, "
            "such as https://www.example.gov.cn/jc/, or mailto: and an email address"),
        ),
    ],
)
def test_a_wrong_setting_is_told_with_its_place(extra: dict[Any, Any], line: str) -> None:
    code, _, rest = line.partition(" ")
    assert told(extra) == [f"{code} mkdocs.yml:1:1: extra.microsite.{rest}"]


def test_all_wrong_settings_are_told_at_once() -> None:
    wrong = {"offical": True, "official": "yes", "site_name_en": 5, "report_url": "x"}
    assert [line.split(" ")[0] for line in told(wrong)] == ["unknown-key", "wrong-setting", "wrong-setting", "wrong-setting"]


@pytest.mark.parametrize(
    ("site_url", "base", "page"),
    [
        ("", "/", "/about/"),
        ("https://www.example.gov.cn", "/", "https://www.example.gov.cn/about/"),
        ("https://www.example.gov.cn/", "/", "https://www.example.gov.cn/about/"),
        ("https://www.example.gov.cn/ztzl/2025/", "/ztzl/2025/", "https://www.example.gov.cn/ztzl/2025/about/"),
        ("https://www.example.gov.cn/ztzl", "/ztzl/", "https://www.example.gov.cn/ztzl/about/"),
    ],
)
def test_full_addresses_carry_the_folder_of_the_site(site_url: str, base: str, page: str) -> None:
    found = Settings(site_url=site_url)
    assert (found.base_path, found.absolute("about/")) == (base, page)


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("", date(2025, 6, 1)),
        ("0", date(2025, 6, 1)),
        ("1735689600", date(2025, 6, 1)),  # 2025-01-01: an old epoch brings nothing back
        ("1767225600", date(2026, 1, 1)),
        ("1767196800", date(2026, 1, 1)),  # midnight in Shanghai, still the evening before in London
        ("1767196799", date(2025, 12, 31)),
        (" 1767225600\n", date(2026, 1, 1)),
        ("4294967295", date(2106, 2, 7)),
    ],
)
def test_names_expire_by_the_later_of_today_and_the_epoch(epoch: str, day: date) -> None:
    now = datetime(2025, 5, 31, 16, tzinfo=UTC)  # in Shanghai the next day has begun
    assert expiry_day(now, {"SOURCE_DATE_EPOCH": epoch}) == day


@pytest.mark.parametrize("epoch", ["soon", "²", "1735689600000", "4294967296", "-1", "1.5", "0x10"])
def test_an_epoch_that_is_none_is_refused(epoch: str) -> None:
    with pytest.raises(InvalidData) as refused:
        expiry_day(datetime(2025, 5, 31, 16, tzinfo=UTC), {"SOURCE_DATE_EPOCH": epoch})
    assert [f"{problem} [{problem.code}]" for problem in refused.value.problems] == [
        (f"SOURCE_DATE_EPOCH:1:1: “{epoch}”应是从 1970 年算起的秒数，如 1735689600（不是毫秒）；不需要就不要设置 / "
        f"“{epoch}” must be seconds since 1970 such as 1735689600 (not milliseconds); leave it unset if not needed [wrong-setting]")
    ]


def test_what_is_invented_says_so_even_where_it_is_called_official() -> None:
    said = {given: read_settings(dict.fromkeys(given, True), BASE)[0].banner for given in ((), ("official",))}
    assert said == {(): "example", ("official",): ""}
    assert read_settings({"official": True, "invented": True}, BASE)[0].banner == "invented"
