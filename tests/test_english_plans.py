"""A plan in English: entered as it is printed, shown in both languages, its Chinese in translations/zh."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

import builders as b
import publishing
from microsite.cli import main
from microsite.core.dates import english, phrases
from microsite.core.dates.in_words import when
from microsite.core.dates.points import DateError

REGISTER = """\
region: lindale
name: Lindale
language: en
organisations:
  - {id: lindale-libraries, name: Lindale Public Libraries, short: Lindale Libraries, kind: library}
"""
PLAN = """\
id: lindale-2025
region: lindale
year: 2025
language: en
name: Get Online Week 2025
period: 13 to 19 October 2025
hosting:
  organise: [Lindale Libraries]
activities:
  - id: phone-help
    number: 1
    title: Help with phones
    summary: Bring your phone.
    description: Volunteers help, *one person* at a time.
    when: Tuesdays and Thursdays, 9.30am to noon, 13 to 19 October 2025
    lead: [Lindale Libraries]
    credit: led by the libraries
    cost: free
    places: [Central Library, 等]
"""
CONTACTS = """\
campaign: lindale-2025
people_until: 2025-12-31
source: leaflet
contacts:
  - body: Lindale Libraries
    person: Jane Roe
    phone: 0990-5550100
"""
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "activities/phone-help/title"
msgid "Help with phones"
msgstr "手机随到随问"
"""
ZH, EN = "lindale-2025/phone-help/index.html", "en/lindale-2025/phone-help/index.html"


def folder(root: Path) -> Path:
    b.write(root, "translations/zh/lindale-2025.po", PO)
    return b.a_data_folder(
        root, organisations__lindale=REGISTER, campaigns__lindale_2025=PLAN, contacts__lindale_2025=CONTACTS
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return publishing.html(publishing.site(b.data(folder(tmp_path_factory.mktemp("english")))))


def words_in(page: str, language: str) -> set[str]:
    """Texts of the main part of a page that say they are in a language, by the nearest element that names one."""
    found = html.fromstring(page).xpath("//main//text()[normalize-space()]")
    return {" ".join(text.split()) for text in found if text.getparent().xpath("ancestor-or-self::*[@lang][1]/@lang")[-1:] == [language]}


def test_a_chinese_page_has_the_translation_and_marks_what_is_still_english(pages: dict[str, str]) -> None:
    page = html.fromstring(pages[ZH])
    assert page.xpath("string(//h1)") == "手机随到随问"
    assert page.xpath("//p[@class='ms-notice']/text()") == ["部分内容暂无中文，以英文显示。"]
    assert {
        "Get Online Week 2025", "Bring your phone.", "Volunteers help,", "one person", "Lindale Libraries", "Central Library",
        "led by the libraries", "Tuesdays and Thursdays, 9.30am to noon, 13 to 19 October 2025", "Jane Roe", "Help with phones",
    } <= words_in(pages[ZH], "en")  # fmt: skip
    text = " ".join(page.xpath("string(//header[@class='ms-facts'])").split())
    assert "2025年10月13日至19日，每周二、周四9:30至12:00" in text
    assert "免费" in text


def test_an_english_page_is_the_original_and_marks_nothing_as_chinese(pages: dict[str, str]) -> None:
    page = html.fromstring(pages[EN])
    assert page.xpath("string(//h1)") == "Help with phones"
    assert page.xpath("//p[@class='ms-notice']") == []
    assert "Original title" not in pages[EN]
    facts = html.fromstring(pages[EN]).xpath("//header[@class='ms-facts']")[0]
    assert facts.xpath(".//*[@lang]/@lang") == ["en", "en"]  # the person and the time as printed
    assert "every Tuesday and Thursday, 9:30 to 12:00, 13 to 19 October 2025" in " ".join(facts.text_content().split())


def test_the_home_page_names_an_edition_whose_region_has_no_chinese(pages: dict[str, str]) -> None:
    page = html.fromstring(pages["index.html"])
    assert page.xpath("//*[@data-edition]/@data-name") == ["Lindale 2025", "云岭省 2025"]


def test_programs_get_the_original_and_its_chinese(tmp_path: Path) -> None:
    data = json.loads(publishing.formats(b.data(folder(tmp_path)))["api/v1/lindale-2025.json"])
    assert data["language"] == "en"
    assert data["region"] == {"id": "lindale", "name": {"zh": "Lindale", "en": "Lindale"}, "code": None}
    (activity,) = data["activities"]
    assert activity["title"] == {"zh": "手机随到随问", "en": "Help with phones"}
    assert activity["summary"] == {"zh": "Bring your phone.", "en": "Bring your phone."}
    assert activity["when"]["printed"] == "Tuesdays and Thursdays, 9.30am to noon, 13 to 19 October 2025"
    assert [each["starts_at"] for each in activity["when"]["dates"]] == ["2025-10-14T09:30:00+08:00", "2025-10-16T09:30:00+08:00"]


def test_translations_of_it_are_kept_in_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = folder(tmp_path)
    assert main.main(["--data", str(root), "translations", "update"]) == 0
    made = sorted(path.relative_to(root / "translations").as_posix() for path in (root / "translations").rglob("*.po"))
    assert made == ["en/yunling-2025.po", "en/yunling.po", "zh/lindale-2025.po", "zh/lindale.po"]
    text = (root / "translations/zh/lindale-2025.po").read_text("utf-8")
    assert 'msgid "Help with phones"\nmsgstr "手机随到随问"\n' in text
    assert '"Language: zh\\n"' in text
    assert "zh/lindale-2025.po: 6 / 5 待译 untranslated" in capsys.readouterr().out


def test_a_translation_into_the_language_of_the_plan_is_told(tmp_path: Path) -> None:
    root = folder(tmp_path)
    (root / "translations/en").mkdir()
    (root / "translations/zh/lindale-2025.po").rename(root / "translations/en/lindale-2025.po")
    (told,) = b.problems_in(root)
    assert str(told) == (
        "data/translations/en/lindale-2025.po:1:1: “lindale-2025”本来就是用这种语言写的，译文应在 translations/zh；请移过去或删去 / "
        "“lindale-2025” is itself written in this language, its translation belongs in translations/zh; move or delete the file"
    )


def test_a_language_that_the_site_does_not_have_is_told(tmp_path: Path) -> None:
    root = folder(tmp_path)
    path = root / "campaigns/lindale-2025.yml"
    path.write_text(b.edited(path.read_text("utf-8"), ("language: en", "language: English")), "utf-8")
    assert "not-offered" in {each.code for each in b.problems_in(root)}


# --- times ------------------------------------------------------------------------------------

TIMES = {
    "Tuesday 15 October 2024, 9.30am to noon": "2024年10月15日9:30至12:00",
    "Tuesday, 15th October 2024 at 6pm": "2024年10月15日18:00",
    "October 15, 2024, 9–11am": "2024年10月15日9:00至11:00",
    "from 11am to 1pm on 15 Oct": "10月15日11:00至13:00",
    "14–20 October": "10月14日至10月20日",
    "30 September to 4 October 2024": "2024年9月30日至2024年10月4日",
    "11, 18 and 25 June 2025, 14:00": "2025年6月11日、2025年6月18日、2025年6月25日14:00",
    "mid-June to late July 2024": "2024年6月中旬至2024年7月下旬",
    "October 2024": "2024年10月",
    "spring 2025": "2025年春季",
    "the second half of 2025": "2025年下半年",
    "the third week of September": "9月第三周",
    "from 8 June": "6月8日起",
    "by 5pm on 10 July 2024": "2024年7月10日17:00前",
    "until the end of July": "即日起至7月底",
    "every weekday, 9am to 5pm, June 2025": "2025年6月，每周一至周五9:00至17:00",
    "Every Wednesday 10:00-12:00, 5 June to 10 July (except 19 June)": "6月5日至7月10日，每周三10:00至12:00（6月19日除外）",
    "Mon, Wed and Fri, 2pm": "每周一、周三、周五14:00",
    "on the second Saturday of every month, 9am to 11am, June to August 2025": "2025年6月至2025年8月，每月第二个周六9:00至11:00",
    "the second and fourth Saturdays of each month": "每月第二、第四个周六",
    "last Sunday of every month, 1 June to 31 August": "6月1日至8月31日，每月最后一个周日",
    "every Wednesday, 9am to 11am and 2pm to 4pm, 5 June to 3 July": "6月5日至7月3日，每周三9:00至11:00、14:00至16:00",
    "every working day, 9am to 5pm": "每个工作日9:00至17:00",
    "every Saturday, Sunday and public holiday, 9:00 to 17:00": "每周六、周日及节假日9:00至17:00",
    "every Wednesday, 5 June to 3 July (except public holidays and 19 June)": "6月5日至7月3日，每周三（节假日、6月19日除外）",
    "every day, 9am to 5pm, 8 to 11 June (except Mondays)": "6月8日至6月11日，每天9:00至17:00（周一除外）",
    "every Saturday in October 2026": "2026年10月，每周六",
    "daily, 9am to 5pm, 1 to 3 June": "6月1日至6月3日，每天9:00至17:00",
    "weekdays, 9am to 5pm": "每周一至周五9:00至17:00",
    "the second Friday of November, 10am": "11月第二个周五10:00",
    "the last Monday in May 2026": "2026年5月最后一个周一",
    "end of June 2026": "2026年6月底",
    "1 June 2026 onwards": "2026年6月1日起",
    "starting 1 June 2026": "2026年6月1日起",
    "every other Friday, 2pm, from 5 June": "6月5日起，每两周周五14:00",
    "the 1st and 15th of each month, June to August": "6月至8月，每月1日、15日",
    "15 June 2025, 9am to 11am and 2pm to 4pm": "2025年6月15日9:00至11:00、14:00至16:00",
    "31 May, 8pm to 1am the next day": "5月31日20:00至次日1:00",
    "every Tuesday and Friday, from Tuesday 1 October to Friday 25 October 2024": "2024年10月1日至2024年10月25日，每周二、周五",
    "Monday 7 to Friday 11 October 2024": "2024年10月7日至2024年10月11日",
    "October 9 - 10.30am": "10月9日10:30",
    "October 10 - 1.45pm- 3.15pm": "10月10日13:45至15:15",
    "Saturday 9th November 2019: 2-4pm": "2019年11月9日14:00至16:00",
    "Mondays 10am-12noon, 7 to 28 October": "10月7日至10月28日，每周一10:00至12:00",
    "October 9 & 16, 2pm": "10月9日、16日14:00",
    "October 28 - 10.30-12.30": "10月28日10:30至12:30",
    "Monday 14th - Friday 18th October": "10月14日至10月18日",
    "to be announced": "待定",
    "week commencing 14 October": "10月14日起的一周",
    "w/c Monday 14 October 2024": "2024年10月14日起的一周",
    "the week of October 16": "10月16日当周",
    "every Wednesday from 5 June to 10 July, 10:00-12:00": "6月5日至7月10日，每周三10:00至12:00",
    "Wednesdays from 5 June to 10 July at 6pm": "6月5日至7月10日，每周三18:00",
    "Mondays and Thursdays, 3 to 27 March 2025, 9am-10am and 6pm-7.30pm": (
        "2025年3月3日至2025年3月27日，每周一、周四9:00至10:00、18:00至19:30"
    ),
    "10am – 4pm daily": "每天10:00至16:00",
    "1 March to 31 May, 10am to 5pm, closed Mondays": "3月1日至5月31日，每天10:00至17:00（周一除外）",
    "1 March to 31 May, 10am to 5pm, closed Mondays (except bank holidays)": "3月1日至5月31日，每天10:00至17:00（周一闭馆，节假日除外）",
    "daily 10am-4pm, 1 to 31 May (closed on 12 May)": "5月1日至5月31日，每天10:00至16:00（5月12日除外）",
    "2-3pm, 14 October": "10月14日14:00至15:00",
    "9:00 on 10 June to 17:00 on 20 June 2025": "2025年6月10日9:00至2025年6月20日17:00",
    "Saturday 5, 12, 19 October, 10am - noon": "10月5日、10月12日、10月19日10:00至12:00",
    "Monday 2, Thursday 5 and Friday 6 October, 10am - 12 noon": "10月2日、10月5日、10月6日10:00至12:00",
    "5 November (time to be confirmed)": "11月5日",
    "Saturday 6 July, 2pm, weather permitting": "7月6日14:00",
    "Weds 18 June at 7pm (approx 2 hours)": "6月18日19:00",
    "open daily 10am to 4pm": "每天10:00至16:00",
    "throughout October": "10月",
    "first Saturday of the month, 2pm": "每月第一个周六14:00",
    "by 10 June, or until full": "6月10日前，额满为止",
    "from 1 June until places are filled": "6月1日起，额满为止",
    "1 June until full": "6月1日至额满为止",
    "weeks 5 to 16": "第5至16周",
    "Week 5": "第5周",
    "until full": "额满为止",
    "the day before": "前1天",
    "ongoing": "长期",
    "by 5pm the day before each session": "每场前1天17:00前",
    "3 days before the event": "前3天",
    "once a week": "每周1次",
    "Saturdays 10am-1pm except 3 October, 12 September to 17 October": "9月12日至10月17日，每周六10:00至13:00（10月3日除外）",
    "every Saturday except 3 and 10 October, 10am to 1pm, 12 September to 17 October 2026": (
        "2026年9月12日至2026年10月17日，每周六10:00至13:00（10月3日、10月10日除外）"
    ),
    "Saturdays 10am (except 3 October), 12 September - 17 October": "9月12日至10月17日，每周六10:00（10月3日除外）",
    "Saturdays, 12 Sept to 17 Oct, except 26 September, 1 to 7 October": "9月12日至10月17日，每周六（9月26日、10月1日至10月7日除外）",
    "every Tuesday except 1 to 7 October": "每周二（10月1日至10月7日除外）",
    "Thursday 12noon to 4pm, 17 September": "9月17日12:00至16:00",
    "Saturday and Sunday, 10am to 4pm, 19 and 20 September": "9月19日、9月20日10:00至16:00",
    "Tuesday 2pm, 15 September to 13 October": "9月15日至10月13日，每周二14:00",
    "every Wednesday, during the winter holidays": "寒假期间，每周三",
    "every day, 9am to 11am, from 12 September, for 5 days": "9月12日起，每天9:00至11:00，为期5天",
    "the last week of September": "9月最后一周",
    "all day, Saturday 19 September": "9月19日",
    "19-20 September, 10am to 4pm": "9月19日至9月20日，每天10:00至16:00",
    "19 September (10am to 4pm)": "9月19日10:00至16:00",
    "19 September, morning": "9月19日上午",
    "Monday to Friday, 9am-5pm, closed bank holidays": "每周一至周五9:00至17:00（节假日除外）",
    "Every Tuesday, 9:30-11:30 am (15 Sept to 13 Oct)": "9月15日至10月13日，每周二9:30至11:30",
    "Friday 18 September, 6pm to 8pm, booking essential": "9月18日18:00至20:00",
    "closing date: 25 September 2026, 5pm": "2026年9月25日17:00前",
    "until 31 October, 10am to 4pm": "即日起至10月31日10:00至16:00",
    "every Wednesday, until 31 October": "即日起至10月31日，每周三",
    "before 31 October": "10月30日前",
    "before 1 October": "9月底前",
    "before 1 January 2027": "2026年12月底前",
    "before 31 October, 5pm": "10月31日17:00前",
    "10am-4pm on 14 and 15 October": "10月14日、10月15日10:00至16:00",
    "12 to 14 September, 9am to 11am; 19 September, 2pm": "9月12日至9月14日9:00至11:00;9月19日14:00",
    "14 October 2026, around 2pm": "2026年10月14日14:00前后",
    "Every Saturday except 31 October, 17 October to 12 December, 10am": "10月17日至12月12日，每周六10:00（10月31日除外）",
    "Every day except Sunday, 12 to 24 October": "10月12日至10月24日，每天（周日除外）",
    "26–30 October (half term), 11am daily": "10月26日至10月30日，每天11:00",
    "1 October–30 November (weekdays)": None,
    "14 October, doors open 6.30pm, starts 7pm": "10月14日19:00",
    "Saturday mornings, 10am–12pm": "每周六10:00至12:00",
    "From 1 October until 30 November": "10月1日至11月30日",
    "Alternate Wednesdays": "每两周周三",
    "2nd and 4th Wednesday of each month": "每月第二、第四个周三",
    "by 5pm Friday 16 October": "10月16日17:00前",
    "17/18 October": "10月17日、10月18日",
    "15th-17th October": "10月15日至10月17日",
    "14 October to 16 October every day 10am": "10月14日至10月16日，每天10:00",
    "Fortnightly on Saturdays": "每两周周六",
    "between 10am and 4pm on 3 October": "10月3日10:00至16:00",
    "12 September to 17 October, Saturdays except 3 October, 10am": "9月12日至10月17日，每周六10:00（10月3日除外）",
    "Saturdays, 12 September to 17 October, excluding 3 October": "9月12日至10月17日，每周六（10月3日除外）",
    "Saturday 31 October (Halloween), 5pm": "10月31日17:00",
    "24 to 30 October (weekends only)": None,
    "Saturdays, 10am, for six weeks from 5 September": "9月5日起，每周六10:00，为期6周",
    "six Tuesdays from 6 October": "10月6日起，每周二，共6次",
    "12-14 September, 9am-5pm daily": "9月12日至9月14日，每天9:00至17:00",
    "12 September (Saturday), 2pm": "9月12日14:00",
    "12 September, Saturday": "9月12日",
    "midday on 12 September": "9月12日12:00",
    "Apply by noon on 30 September": "9月30日12:00前",
    "12 September at 2pm (doors 1.30pm)": "9月12日14:00",
    "Saturday mornings in October": "10月，每周六上午",
    "Weekends in September, 10am to 4pm": "9月，每周六、周日10:00至16:00",
    "every fortnight on Saturday": "每两周周六",
    "all of September": "9月",
    "Every Wednesday, 10am (except school holidays)": "每周三10:00（寒暑假除外）",
    "every Saturday, March to November 2026 (except public holidays and August)": "2026年3月至2026年11月，每周六（节假日、8月除外）",
    "Tuesday 9.30am to 11.30am": None,
    "Tuesday": None,
    "Saturday in September": None,
    "8月中旬": None,
    "2024-10-15": None,
    "soon": None,
    "15 Octember 2024": None,
    "13pm on 3 May": None,
}


@pytest.mark.parametrize("text", TIMES)
def test_an_english_time_is_said_in_chinese_or_not_at_all(text: str) -> None:
    assert english.in_chinese(text) == TIMES[text]


def test_a_time_that_is_not_known_yet_is_said_in_both_languages() -> None:
    time = english.parse("To be announced.", year=2025)
    assert (time.kind, when(time, "zh"), when(time, "en")) == ("unknown", "待定", "To be announced.")


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("weeks 5 to 16", "第5至16周", "weeks 5 to 16"),
        ("Until full", "额满为止", "Until full"),
        ("by 10 June 2025, or until full", "2025年6月10日前，额满为止", "by 10 June 2025, until full"),
        ("from 1 June until full", "2025年6月1日起，额满为止", "from 1 June 2025, until full"),
        ("week commencing 9 June", "2025年6月9日起的一周", "the week beginning 9 June 2025"),
    ],
)
def test_what_has_no_day_of_its_own_is_said_in_both_languages(text: str, zh: str, en: str) -> None:
    time = english.parse(text, year=2025)
    assert (when(time, "zh"), when(time, "en")) == (zh, en)


@pytest.mark.parametrize("text", ["Wednesdays when it rains", "from 10am", "第5天", "every Wednesday, 5 June or so"])
def test_no_example_is_in_chinese_for_a_plan_in_english(text: str) -> None:
    with pytest.raises(DateError) as told:
        english.parse(text, year=2025)
    assert "write it like 15 October 2024, 9:30 to 11:30" in told.value.en


def test_a_day_that_is_not_there_is_told_in_the_words_of_the_plan() -> None:
    with pytest.raises(DateError) as told:
        english.parse("the fifth Friday of February 2026")
    assert told.value.en.startswith("“the fifth Friday of February 2026”: 2026-02 has no 5th such weekday")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2 November, 11pm to 1am", "check the hours, as in 9:30 to 11:30, and past midnight in 8pm to 1am the next day"),
        ("20 to 11 June 2025", "check the years, as in December 2024 to January 2025"),
        ("November to February", "if it ends in the following year write both years, as in November 2024 to February 2025"),
    ],
)
def test_what_is_in_the_wrong_order_is_told_with_english_examples(text: str, told: str) -> None:
    with pytest.raises(DateError) as refused:
        english.parse(text, year=2025)
    assert told in refused.value.en


def test_a_weekday_alone_is_asked_for_its_date() -> None:
    with pytest.raises(DateError) as told:
        english.parse("Tuesday 9.30am to 11.30am", year=2026)
    assert told.value.en == (
        "“Tuesday 9.30am to 11.30am” has a weekday but no date; write it like Tuesday 15 October 2024, 9:30 to 11:30, "
        "or every Tuesday, 9:30 to 11:30, if it repeats"
    )


def test_what_is_no_day_to_leave_out_is_told_in_english() -> None:
    with pytest.raises(DateError) as told:
        english.parse("every Saturday except 3 October 10am, 12 September to 17 October", year=2026)
    assert "what is left out of “every Saturday except 3 October 10am, 12…” is not a day" in told.value.en
    assert "(except 19 June)" in told.value.en


@pytest.mark.parametrize("text", ["6 June, 9 to 11", "weekend of 6 June", "before the 10th of every month"])
def test_what_may_be_other_days_or_hours_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        english.parse(text, year=2027)


@pytest.mark.parametrize(
    ("text", "zh"),
    [
        ("5 to 7 June at 9am and 2pm", "2027年6月5日至7日，每天9:00、14:00"),
        ("5, 6 and 7 June, 9am", "2027年6月5日、6日、7日9:00"),
        ("5, 6 and 7 June, 9am to 11am", "2027年6月5日至7日9:00至11:00"),
    ],
)
def test_the_hour_of_each_day_is_not_said_as_the_end_of_the_last(text: str, zh: str) -> None:
    time = english.parse(text, year=2027)
    assert when(time, "zh") == zh
    assert phrases.parse(zh).slots == time.slots


def test_what_is_no_time_is_told_with_english_examples() -> None:
    with pytest.raises(DateError) as told:
        english.parse("soon", year=2025)
    assert str(told.value) == (
        "“soon”读不出是什么时间；英文的方案请写成 15 October 2024, 9:30 to 11:30，mid-June to late July 2024 "
        "或 every Tuesday, 10:00 to 12:00, 1 to 29 October 2024 这样；如果通知原文就是这样印的，请写 {text: soon, means: to be announced}"
        " / “soon” is not a time this site can read; write it like 15 October 2024, 9:30 to 11:30, mid-June to late July 2024 "
        "or every Tuesday, 10:00 to 12:00, 1 to 29 October 2024; if the notice prints it so, write {text: soon, means: to be announced}"
    )


def test_days_that_are_not_there_and_figures_are_read_as_in_chinese_plans() -> None:
    assert english.parse("2025-10-15", year=2025).text == "2025-10-15"
    with pytest.raises(DateError) as told:
        english.parse("31 June 2025", year=2025)
    assert told.value.code == "impossible-date"
