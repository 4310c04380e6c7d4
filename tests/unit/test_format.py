"""Dates and lists in words are never more exact than the notice."""

from __future__ import annotations

import doctest
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.core.dates import in_words
from microsite.core.dates.fuzzy import FuzzyDate
from microsite.core.dates.phrases import correct, parse
from microsite.model import phones
from strategies import TIMES, WINDOW

ENGLISH_MONTHS = "January February March April May June July August September October November December".split()


def days_said(words: str) -> set[tuple[int, int]]:
    """Month and day of every single day that some words state."""
    chinese = re.findall(r"(\d+)月(\d+)日", words)
    until = [(month, day) for month, day in re.findall(r"(\d+)月\d+日至(\d+)日", words)]
    listed = re.findall(rf"(?<![:\d])((?:\d{{1,2}}(?:, | to | and ))*\d{{1,2}}) ({'|'.join(ENGLISH_MONTHS)})", words)
    english = [(day, month) for days, month in listed for day in re.findall(r"\d+", days)]
    return {(int(month), int(day)) for month, day in chinese + until} | {
        (ENGLISH_MONTHS.index(month) + 1, int(day)) for day, month in english
    }


def days_known(time: FuzzyDate) -> set[tuple[int, int]]:
    points = [point for point in (time.start, time.end) if point and point.unit == "day"]
    return {(point.earliest.month, point.earliest.day) for point in points}


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(in_words).failed == 0


@given(TIMES, st.sampled_from(["zh", "en"]))
def test_no_day_is_said_that_the_notice_does_not_give(time: FuzzyDate, language: str) -> None:
    assert days_said(in_words.when(time, language)) <= days_known(time)  # type: ignore[arg-type]


@given(TIMES, st.sampled_from(["zh", "en"]))
def test_every_day_that_the_notice_gives_is_said(time: FuzzyDate, language: str) -> None:
    said = days_said(in_words.when(time, language))  # type: ignore[arg-type]
    assert days_known(time) <= said


@given(TIMES)
def test_no_year_is_said_that_the_time_does_not_touch(time: FuzzyDate) -> None:
    touched = {day.year for day in (time.earliest, time.start_latest, time.latest) if day}
    points = {point.year for point in (time.start, time.end) if point}
    for language in ("zh", "en"):
        said = {int(year) for year in re.findall(r"\d{4}", in_words.when(time, language))}  # type: ignore[arg-type]
        assert said <= touched | points


@given(TIMES)
def test_a_tentative_time_is_never_said_as_if_it_were_sure(time: FuzzyDate) -> None:
    assert in_words.when(time, "en").endswith(" (planned)") == time.tentative
    assert ("暂定" in in_words.when(time, "zh")) == time.tentative


@pytest.mark.parametrize(
    ("phrase", "zh", "en"),
    [
        ("8月中旬", "2025年8月中旬", "mid-August 2025"),
        ("8月上旬", "2025年8月上旬", "early August 2025"),
        ("8月下旬", "2025年8月下旬", "late August 2025"),
        ("8月", "2025年8月", "August 2025"),
        ("6月11日", "2025年6月11日", "11 June 2025"),
        ("7月至9月", "2025年7月至9月", "July to September 2025"),
        ("6月11日至20日", "2025年6月11日至20日", "11 to 20 June 2025"),
        ("6月中旬至7月中旬", "2025年6月中旬至7月中旬", "mid-June to mid-July 2025"),
        ("2024年12月至2025年1月", "2024年12月至2025年1月", "December 2024 to January 2025"),
        ("8月起", "2025年8月起", "from August 2025"),
        ("7月底前", "2025年7月底前", "by the end of July 2025"),
        ("7月前", "2025年7月底前", "by the end of July 2025"),
        ("7月5日前", "2025年7月5日前", "by 5 July 2025"),
        ("6月20日前后", "2025年6月20日前后", "around 20 June 2025"),
        ("拟6月中旬", "暂定2025年6月中旬", "mid-June 2025 (planned)"),
        ("自6月中旬启动，为期1个月", "2025年6月中旬起，为期1个月", "from mid-June 2025, for 1 month"),
        ("自6月1日启动，为期10天", "2025年6月1日起，为期10天", "from 1 June 2025, for 10 days"),
        ("2025年春季", "2025年春季", "spring 2025"),
        ("2025年第三季度", "2025年第三季度", "the third quarter of 2025"),
        ("2025年上半年", "2025年上半年", "the first half of 2025"),
        ("2025年", "2025年", "2025"),
        ("活动期间", "活动期间", "during the campaign"),
        ("科技周、科普日等活动节点", "科技周、科普日等活动节点", "科技周、科普日等活动节点"),
        ("另行通知", "另行通知", "to be announced"),
    ],
)
def test_a_time_is_said_as_vaguely_as_it_is_printed(phrase: str, zh: str, en: str) -> None:
    time = parse(phrase, year=2025, window=WINDOW)
    assert (in_words.when(time, "zh"), in_words.when(time, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("phrase", "zh", "en"),
    [
        ("每周三10:00-12:00，6月5日至7月10日", "2025年6月5日至7月10日，每周三10:00至12:00",
         "every Wednesday, 10:00 to 12:00, 5 June to 10 July 2025"),
        ("每周二、周四14:00-16:00", "每周二、周四14:00至16:00", "every Tuesday and Thursday, 14:00 to 16:00"),
        ("每周一至周五8:30-11:30、14:30-17:00，9月1日起", "2025年9月1日起，每周一至周五8:30至11:30、14:30至17:00",
         "every Monday to Friday, 8:30 to 11:30 and 14:30 to 17:00, from 1 September 2025"),
        ("每两周周六9:00", "每两周周六9:00", "every other Saturday, 9:00"),
        ("每天9:00-17:00（周一闭馆）", "每周二至周日9:00至17:00", "every Tuesday to Sunday, 9:00 to 17:00"),
        ("每天9:00-17:00，7月1日至8月31日（7月10日、8月3日除外）", "2025年7月1日至8月31日，每天9:00至17:00（7月10日、8月3日除外）",
         "every day, 9:00 to 17:00, 1 July to 31 August 2025 (except 10 July and 3 August)"),
        ("每月15日，6月至8月", "2025年6月至8月，每月15日", "on the 15th of every month, June to August 2025"),
        ("每月1日、22日上午，2025年3月至5月", "2025年3月至5月，每月1日、22日上午",
         "on the 1st and 22nd of every month in the morning, March to May 2025"),
        ("每月第二个周六14:00", "每月第二个周六14:00", "on the second Saturday of every month, 14:00"),
        ("每月最后一个周五、周六晚", "每月最后一个周五、周六晚上", "on the last Friday and Saturday of every month in the evening"),
        ("工作日9:00-11:30，5月6日至30日", "2025年5月6日至30日，每个工作日9:00至11:30",
         "every working day, 9:00 to 11:30, 6 to 30 May 2025"),
        ("每周日及法定节假日10:00", "每周日及法定节假日10:00", "every Sunday and public holiday, 10:00"),
        ("每天20:00-次日1:00，7月1日至3日", "2025年7月1日至3日，每天20:00至次日1:00",
         "every day, 20:00 to 1:00 the next day, 1 to 3 July 2025"),
        ("每周末下午，10月", "2025年10月，每周六、周日下午", "every Saturday and Sunday in the afternoon, October 2025"),
        ("每天9:00-17:00（法定节假日除外，8月15日除外）", "每天9:00至17:00（法定节假日、8月15日除外）",
         "every day, 9:00 to 17:00 (except public holidays and 15 August)"),
        ("每月第二、四个周三14:00（节假日顺延）", "每月第二、第四个周三14:00（节假日顺延）",
         "on the second and fourth Wednesday of every month, 14:00 (except public holidays)"),
        ("每周一至周四9:00-17:00，周五9:00-16:00，周六10:00-12:00", "每周一至周四9:00至17:00，周五9:00至16:00，周六10:00至12:00",
         "every Monday to Thursday, 9:00 to 17:00, every Friday, 9:00 to 16:00, and every Saturday, 10:00 to 12:00"),
        ("6月11日9:00、14:00", "2025年6月11日9:00、14:00", "11 June 2025, 9:00 and 14:00"),
        ("6月11日14:00左右", "2025年6月11日14:00左右", "11 June 2025, around 14:00"),
        ("6月11日9:00、12日10:00", "2025年6月11日9:00、12日10:00", "11 June, 9:00; 12 June 2025, 10:00"),
        ("6月11日9:00-11:00、14:00-16:00", "2025年6月11日9:00至11:00、14:00至16:00", "11 June 2025, 9:00 to 11:00 and 14:00 to 16:00"),
        ("6月11日、18日14:00-16:00", "2025年6月11日、18日14:00至16:00", "11 and 18 June 2025, 14:00 to 16:00"),
        ("6月11日9:00-11:00、12日14:00-16:00", "2025年6月11日9:00至11:00、12日14:00至16:00",
         "11 June, 9:00 to 11:00; 12 June 2025, 14:00 to 16:00"),
        ("6月11日20:00-次日1:00", "2025年6月11日20:00至12日1:00", "20:00 on 11 June to 1:00 on 12 June 2025"),
        ("2025年12月30日、2026年1月6日上午", "2025年12月30日、2026年1月6日上午", "30 December 2025 and 6 January 2026 in the morning"),
        ("暂定每周三下午，6月5日至7月10日", "暂定2025年6月5日至7月10日，每周三下午",
         "every Wednesday in the afternoon, 5 June to 10 July 2025 (planned)"),
        ("每周六9:00，6月7日至28日，额满为止", "2025年6月7日至28日，每周六9:00，额满为止",
         "every Saturday, 9:00, 7 to 28 June 2025, until full"),
    ],
)  # fmt: skip
def test_repeats_and_hours_are_said_in_both_languages(phrase: str, zh: str, en: str) -> None:
    time = parse(phrase, year=2025)
    assert (in_words.when(time, "zh"), in_words.when(time, "en")) == (zh, en)


def test_a_misprinted_time_is_said_as_it_is_meant() -> None:
    time = correct(parse("7月至9月", year=2022), "7月9月", "7月至9月", "")
    assert (in_words.when(time, "zh"), in_words.when(time, "en")) == ("2022年7月至9月", "July to September 2022")


def test_a_misprint_without_bounds_is_said_as_it_is_meant() -> None:
    time = correct(parse("另行通知", year=2022), "另行通之", "另行通知", "错字")
    assert (in_words.when(time, "zh"), in_words.when(time, "en")) == ("另行通知", "to be announced")


def test_a_day_has_no_leading_zeros() -> None:
    assert in_words.day(date(2025, 6, 1), "zh") == "2025年6月1日"
    assert in_words.day(date(2025, 6, 1), "en") == "1 June 2025"


@pytest.mark.parametrize(
    ("names", "is_open", "zh", "en"),
    [
        ([], False, "", ""),
        (["甲"], False, "甲", "甲"),
        (["甲", "乙"], False, "甲、乙", "甲 and 乙"),
        (["甲", "乙", "丙"], False, "甲、乙、丙", "甲, 乙 and 丙"),
        (["甲"], True, "甲等", "甲 and others"),
        (["甲", "乙"], True, "甲、乙等", "甲, 乙 and others"),
        ([], True, "等", ""),
    ],
)
def test_a_list_reads_like_one_and_says_whether_it_is_open(names: list[str], is_open: bool, zh: str, en: str) -> None:
    assert (in_words.listed(names, "zh", is_open), in_words.listed(names, "en", is_open)) == (zh, en)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("0791—88912762", "0791-88912762"),
        ("0791——88912762", "0791-88912762"),
        ("（0791） 8891  2762", "（0791） 8891 2762"),
        ("12345", "12345"),
    ],
)
def test_a_telephone_number_is_shown_with_one_hyphen(printed: str, shown: str) -> None:
    assert phones.shown(printed) == shown


def test_months_of_dates_and_of_words_are_the_same_twelve() -> None:
    spoken = [in_words.when(parse(f"{month}月", year=2025), "en") for month in range(1, 13)]
    assert spoken == [f"{name} 2025" for name in ENGLISH_MONTHS]
