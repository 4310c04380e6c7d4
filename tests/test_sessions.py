"""Sessions on the pages and in every format: by day, by city, in calendars, for search engines."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import icalendar
import pytest
from lxml import html

import builders as b
import publishing
from session_tables import PLACES, TABLE, read


@pytest.fixture
def site(tmp_path: Path) -> dict[str, bytes]:
    return publishing.everything(publishing.site(read(tmp_path, TABLE), site_url="https://www.example.gov.cn/"))


def test_a_campaign_has_a_page_of_its_sessions_and_one_for_each_city(site: dict[str, bytes]) -> None:
    pages = {path: site[path].decode() for path in site if path.endswith(".html")}
    every, city = pages["yunling-2025/sessions/index.html"], pages["yunling-2025/in/songping/index.html"]
    assert re.findall(r'data-day="([\d-]+)"', every) == ["2025-06-14", "2025-06-15", "2025-06-28"]
    assert re.findall(r'data-day="([\d-]+)"', city) == ["2025-06-14", "2025-06-28"]
    assert every.count("<li class=\"ms-session") == 3
    read_out = html.fromstring(every).text_content()
    for words in ("2025年6月15日", "星期日", "9:30至11:30", "清溪市图书馆，文昌路 8 号", "名额已满", "带手机", "轮椅可通行"):
        assert words in read_out, words
    assert "清溪市图书馆" not in city
    english = pages["en/yunling-2025/in/songping/index.html"]
    assert "Saturday, 14 June 2025" in html.fromstring(english).text_content()
    assert 'href="../../yunling-2025/sessions/"' in pages["yunling-2025/online-quiz/index.html"]


def test_the_sitemap_has_the_pages_of_sessions_and_of_each_city(site: dict[str, bytes]) -> None:
    listed = site["sitemap.xml"].decode()
    pages = [path for path in site if "/sessions/" in path or "/in/" in path]
    assert len(pages) == 6
    assert [path for path in pages if f"{path.removesuffix('index.html')}</loc>" not in listed] == []


def test_the_programme_leads_to_that_of_each_city_and_says_how_to_take_part(tmp_path: Path) -> None:
    activity = {
        "cost": "免费", "booking": "{needed: true, phone: 0990-55501001, until: 6月5日17:00前}",
        "deadlines": "[{who: 各市, what: 报送名单, due: 6月1日12:00前}]",
    }  # fmt: skip
    made = publishing.everything(publishing.site(read(tmp_path, TABLE, **activity)))
    programme = made["yunling-2025/print/index.html"].decode().replace("<wbr>", "")
    cities = programme[programme.index('aria-labelledby="cities"') :]
    assert re.findall(r"/in/(\w+)/\"[^>]*>(\S+?)</a>", cities)[:2] == [("qingxi", "清溪市（1）"), ("songping", "松坪市（2）")]
    text = re.sub(r"<[^>]*>", "", programme)
    for words in ("需要报名", "报名截止：2025年6月5日17:00前", "0990-55501001", "免费", "各市：报送名单"):
        assert words in text, words
    assert "打印这一页" in made["yunling-2025/in/songping/index.html"].decode()
    assert "打印这一页" not in made["yunling-2025/sessions/index.html"].decode()


def test_a_repeat_with_many_dates_is_one_row_with_all_of_them(tmp_path: Path) -> None:
    table = TABLE + "online-quiz,每周一至周五8:00-11:30，6月2日至7月4日（6月4日除外）,清溪市图书馆,,,,,,,,\n"
    made = publishing.everything(publishing.site(read(tmp_path, table)))
    city = made["yunling-2025/in/qingxi/index.html"].decode().replace("<wbr>", "")
    assert city.count('<li class="ms-session') == 2
    assert "共 25 场" in html.fromstring(city).text_content()
    days = re.findall(r' data-days="([\d -]+)"', city)[0].split(" ")
    assert (len(days), days[:3], days[-1]) == (24, ["2025-06-02", "2025-06-03", "2025-06-05"], "2025-07-04")
    assert re.findall(r'<h3 class="ms-day__name">([^<]*) <', city) == ["定期举行", "2025年6月15日　星期日"]
    text = re.sub(r"<[^>]*>", "", city)
    rule = "2025年6月2日至7月4日，每周一至周五8:00至11:30（6月4日除外）"
    for words in (rule, "全部 24 个日期", "6月2日、3日、5日、6日、9日", "30日、7月1日、2日、3日、4日"):
        assert words in text, words
    english = re.sub(r"<[^>]*>", "", made["en/yunling-2025/in/qingxi/index.html"].decode())
    assert "All 24 dates" in english
    calendar = icalendar.Calendar.from_ical(made["yunling-2025/online-quiz/calendar.ics"])
    assert len([event for event in calendar.walk("VEVENT") if ":session:" in event["uid"]]) == 3


def test_a_repeat_is_in_each_month_of_a_list_that_is_split(tmp_path: Path) -> None:
    rows = [f"online-quiz,每周一至周五{8 + n % 10}:00，6月2日至7月4日,清溪市图书馆" for n in range(810)]
    made = publishing.html(publishing.site(read(tmp_path, "\n".join(["activity,when,place", *rows]))))
    pages = {path: page.count('<li class="ms-session') for path, page in made.items() if path.startswith("yunling-2025/in/")}
    city = "yunling-2025/in/qingxi/"
    assert pages == {f"{city}index.html": 0, f"{city}2025-06/index.html": 810, f"{city}2025-07/index.html": 810}
    assert "2025年7月（3240）" in made[f"{city}index.html"]


def test_a_series_that_is_called_off_has_no_next_day_and_is_counted_apart(tmp_path: Path) -> None:
    rows = ("文化馆三楼,松坪市,改了地点", "市民中心,松坪市,活动已取消")
    table = "activity,when,place,area,status\n" + "".join(f"online-quiz,每周一8:00，6月2日至6月30日,{row}\n" for row in rows)
    made = publishing.html(publishing.site(read(tmp_path, table, when=None)))
    for language, said in (("", "共 10 场，其中 5 场取消或延期。"), ("en/", "10 sessions, 5 of them cancelled or postponed.")):
        for page in ("sessions", "in/songping"):
            tree = html.fromstring(made[f"{language}yunling-2025/{page}/index.html"])
            assert tree.xpath("string(//p[@class='ms-lead'])") == said
            off, on = (tree.xpath(f"//li[contains(@class, 'ms-session--{code}')]") for code in ("cancelled", "moved"))
            assert [len(each.xpath(".//*[@data-when]")) for each in (*off, *on)] == [0, 1]


def test_the_time_of_an_activity_is_that_of_the_sessions_that_take_place(tmp_path: Path) -> None:
    listed = "[{when: 6月3日, status: cancelled}, {when: 6月11日}, {when: 6月12日}, {when: 6月30日, status: postponed}]"
    page = publishing.html(publishing.site(read(tmp_path, "", when=None, sessions=listed)))["yunling-2025/activities/index.html"]
    assert "2025年6月11日至12日，共2场" in page.replace("<wbr>", "")


def test_whoever_holds_a_session_is_called_and_found_wherever_the_session_is_written(tmp_path: Path) -> None:
    row = "activity,when,host\nonline-quiz,6月15日,省妇联\n"
    for number, (table, own) in enumerate(((row, {}), ("", {"sessions": "[{when: 6月15日, host: [省妇联]}]"}))):
        made = publishing.html(publishing.site(read(tmp_path / str(number), table, **own), as_of=b.AS_OF))
        page = html.fromstring(made["yunling-2025/online-quiz/index.html"])
        assert "tel:+8699055501004" in page.xpath("//section[@aria-labelledby='call']//@href")
        assert "承担分项或场次的活动" in made["organisations/yunling-women/index.html"]
        assert "online-quiz/" in made["organisations/yunling-women/index.html"]


def test_no_page_says_that_there_is_no_number_where_a_session_or_the_site_has_one(tmp_path: Path) -> None:
    line = ("phases:\n", "helpline: {phone: 12345, name: 热线}\nphases:\n")
    session = "[{when: 6月15日, booking: {phone: 0990-55501001}}]"
    for number, (edits, fields) in enumerate((((), {"sessions": session}), ((line,), {}))):
        plan = b.a_campaign_yaml(*edits, activities=[b.an_activity_yaml(**fields)])
        root = b.a_data_folder(tmp_path / str(number), campaigns__yunling_2025=plan, contacts__yunling_2025=None)
        page = publishing.html(publishing.site(b.data(root)))["yunling-2025/online-quiz/index.html"]
        assert "没有公布电话" not in page
    root = b.a_data_folder(tmp_path / "none", contacts__yunling_2025=None)
    assert "没有公布电话" in publishing.html(publishing.site(b.data(root)))["yunling-2025/online-quiz/index.html"]


def test_the_pages_that_are_sent_on_and_printed_have_the_helpline_where_no_number_is_printed(tmp_path: Path) -> None:
    line = ("phases:\n", "helpline: {phone: 12345, name: 热线}\nphases:\n")
    activity = b.an_activity_yaml(audiences="[older]", sessions="[{when: 6月15日, place: 清溪市图书馆}]")
    b.write(tmp_path, "places/yunling.yml", PLACES)
    for number, edits in enumerate(((line,), ())):
        plan = b.a_campaign_yaml(*edits, activities=[activity])
        b.a_data_folder(tmp_path, campaigns__yunling_2025=plan, contacts__yunling_2025=None)
        made = publishing.everything(publishing.site(b.data(tmp_path)))
        pages = [made[f"yunling-2025/{page}/index.html"].decode() for page in ("in/qingxi", "for/older", "print")]
        assert [("12345" in page, "这个号码由本站补充" in page) for page in pages] == [(number == 0,) * 2] * 3
        assert (">这里的活动和咨询电话<" in pages[0], ">这里的活动<" in pages[0]) == (number == 0, number == 1)


def test_what_every_session_of_an_activity_shares_is_said_once(tmp_path: Path) -> None:
    rows = ("15日9:30,清溪市图书馆,免费,30,带手机", "16日9:30,清溪市图书馆,免费,20,带手机")
    table = "\n".join(["activity,when,place,cost,capacity,note", *(f"online-quiz,6月{row}" for row in rows)])
    made = publishing.html(publishing.site(read(tmp_path, table)))
    page = html.fromstring(made["yunling-2025/online-quiz/index.html"])
    shared, *own = ([p.text_content() for p in each.xpath("p")] for each in page.xpath("//*[@class='ms-session__how']"))
    assert shared == ["每场都一样：", "带手机", "免费", "无障碍：轮椅可通行"]
    assert own == [["名额：30 人"], ["名额：20 人"]]
    listed = html.fromstring(made["yunling-2025/sessions/index.html"])
    assert [each.text_content().count("免费") for each in listed.xpath("//li[@data-free]")] == [1, 1]


def test_nobody_is_called_on_to_book_what_is_full_but_can_ask(tmp_path: Path) -> None:
    rows = ("15日9:30,清溪市图书馆,full,是,0990-55501001", "16日9:30,清溪市图书馆,,是,0990-55501001")
    table = "\n".join(["activity,when,place,status,booking_needed,booking_phone", *(f"online-quiz,6月{row}" for row in rows)])
    made = publishing.html(publishing.site(read(tmp_path, table)))
    listed = html.fromstring(made["yunling-2025/sessions/index.html"]).find_class("ms-session__how")
    full, free = ([p.text_content() for p in each.xpath("p")] for each in listed)
    assert full[0] == "咨询电话：0990-55501001"
    assert free[:2] == ["需要预约报名", "电话预约报名：0990-55501001"]


def test_a_session_is_called_by_its_own_title_beside_that_of_its_activity(tmp_path: Path) -> None:
    rows = ("第一课 手机支付", "第二课 网上挂号", NAME)
    table = "\n".join(["activity,when,place,title", *(f"online-quiz,6月15日9:30,清溪市图书馆,{title}" for title in rows)])
    made = publishing.everything(publishing.site(read(tmp_path, table)))
    page = html.fromstring(made["yunling-2025/online-quiz/index.html"].decode())
    assert page.xpath("//*[@class='ms-session__title']/text()")[:2] == ["第一课 手机支付", "第二课 网上挂号"]
    listed = html.fromstring(made["yunling-2025/sessions/index.html"].decode())
    said = [each.text_content() for each in listed.xpath("//*[@class='ms-session__title']")]
    assert said[:2] == [f"{NAME}第一课 手机支付", f"{NAME}第二课 网上挂号"], "each on a line of its own"
    calendar = icalendar.Calendar.from_ical(made["yunling-2025/online-quiz/calendar.ics"])
    held = [event for event in calendar.walk("VEVENT") if ":session:" in event["uid"]]
    assert [str(event["summary"]) for event in held] == [f"{NAME}：第一课 手机支付", f"{NAME}：第二课 网上挂号", NAME]
    first, *others = (str(event["uid"]) for event in held)
    assert others == [f"{first}:2", f"{first}:3"], "a title that is corrected makes no other session"


def test_a_plan_without_sessions_has_no_such_page(tmp_path: Path) -> None:
    made = publishing.everything(publishing.site(read(tmp_path, "")))
    assert [path for path in made if "/sessions/" in path or "/in/" in path] == []
    assert "sessions" not in made["yunling-2025/index.html"].decode()


def test_each_session_is_an_entry_of_the_calendar_with_its_place(site: dict[str, bytes]) -> None:
    calendar = icalendar.Calendar.from_ical(site["yunling-2025/online-quiz/calendar.ics"])
    held = [event for event in calendar.walk("VEVENT") if ":session:" in event["uid"]]
    assert [str(event["location"]) for event in held] == ["清溪市图书馆，文昌路 8 号，清溪市", "文化馆三楼，松坪市"]
    assert held[0]["geo"].to_ical() == "28.682;115.8579"
    assert held[0]["dtstart"].dt.isoformat() == "2025-06-15T09:30:00+08:00"
    assert (held[1]["rrule"]["BYDAY"], held[1]["exdate"].to_ical()) == (["SA"], b"20250621T140000")
    english = icalendar.Calendar.from_ical(site["en/yunling-2025/online-quiz/calendar.ics"])
    places = [str(event["location"]) for event in english.walk("VEVENT") if ":session:" in event["uid"]]
    assert places == ["清溪市图书馆, 文昌路 8 号, 清溪市", "文化馆三楼, 松坪市"]
    assert "主办单位：省教育厅" in str(held[0]["description"]).replace("主办：", "主办单位：")
    assert len({str(event["uid"]) for event in calendar.walk("VEVENT")}) == len(calendar.walk("VEVENT"))


CAMPAIGN, OWN = "yunling-2025/calendar.ics", "yunling-2025/online-quiz/calendar.ics"
TWO = "[{when: 6月15日9:30-11:30, place: 清溪市图书馆, changed: 2025-06-02}, {when: 6月28日14:00, place: 文化馆三楼}]"


NAME = "举办数字知识网上竞答"
WHOLE = "2025-06-15T09:30 2025-06-15T11:30", "2025-06-28T14:00 -"
MANY = "[" + ", ".join(f"{{when: 6月{day}日9:00-10:00}}" for day in range(15, 28)) + "]"


@pytest.mark.parametrize(
    ("fields", "held", "own", "told"),
    [
        ({"sessions": TWO}, [f"{NAME} {WHOLE[0]}", f"{NAME} {WHOLE[1]}"], 2, ""),
        ({"sessions": TWO.replace("14:00,", "14:00, status: cancelled,")}, [f"{NAME} {WHOLE[0]}", f"（已取消）{NAME} {WHOLE[1]}"], 2, ""),
        ({"sessions": TWO, "status": "postponed"}, [f"（已延期）{NAME} {WHOLE[0]}", f"（已延期）{NAME} {WHOLE[1]}"], 2, ""),
        ({"sessions": "[{when: 6月中旬}, {when: 6月28日}]"},
         [f"（约）{NAME} 2025-06-11 2025-06-21", f"{NAME} 2025-06-28 2025-06-29"], 2, ""),
        ({"sessions": "[{when: 待定}, {when: 6月28日}]"}, [f"{NAME} 2025-06-28 2025-06-29"], 1,
         f"没有写全开始和结束的日期，未列入日历：{NAME}（待定）"),
        ({"sessions": MANY}, [f"（多场）{NAME} 2025-06-15 2025-06-28"], 13, ""),
        ({"sessions": MANY, "when": "6月15日至27日"}, [f"（多场）{NAME} 2025-06-15 2025-06-28"], 13, ""),
        ({"sessions": MANY, "when": "6月10日至30日"}, [f"（多场）{NAME} 2025-06-10 2025-07-01"], 14, ""),
        ({"sessions": TWO, "when": "6月15日至28日"},
         [f"{NAME} 2025-06-15 2025-06-29", f"{NAME} {WHOLE[0]}", f"{NAME} {WHOLE[1]}"], 3, ""),
        ({"sessions": "[{when: 6月15日}, {when: 6月16日}]", "when": "6月15日至16日"},
         [f"{NAME} 2025-06-15 2025-06-16", f"{NAME} 2025-06-16 2025-06-17"], 2, ""),
        ({"sessions": TWO, "when": "6月15日"}, [f"{NAME} {WHOLE[0]}", f"{NAME} {WHOLE[1]}"], 2, ""),
        ({"sessions": TWO, "when": "6月1日至28日，每周六、周日9:30"},
         [f"{NAME} 2025-06-01T09:30 - -20250615", f"{NAME} {WHOLE[0]}", f"{NAME} {WHOLE[1]}"], 3, ""),
    ],
)  # fmt: skip
def test_a_calendar_has_each_date_once_by_its_session_as_far_as_these_are_few(tmp_path, fields, held, own, told):
    """Those of an edition and of a body have one entry from the first to the last of many, that of the activity each of them."""
    made = publishing.everything(publishing.site(read(tmp_path, "", "", **{"when": None, **fields})))
    for path in (CAMPAIGN, "organisations/yunling-cac/calendar.ics"):
        calendar = icalendar.Calendar.from_ical(made[path])
        events = [event for event in calendar.walk("VEVENT") if ":activity:" in event["uid"]]
        assert [_in_short(event) for event in events] == held
        assert str(calendar.get("description", "")) == told
        assert [each["sequence"] for each in events if not each["uid"].count(":session:")] == [int("changed" in fields["sessions"])] * (
            len(held) - sum(each["uid"].count(":session:") for each in events)
        )
    assert len(icalendar.Calendar.from_ical(made[OWN]).walk("VEVENT")) == own


def test_the_calendar_of_an_activity_has_no_date_twice_where_that_of_the_edition_has_them_in_one(tmp_path: Path) -> None:
    made = publishing.everything(publishing.site(read(tmp_path, "", "", when="6月14日至28日，每天9:00-10:00", sessions=MANY)))
    for path, days in ((CAMPAIGN, []), (OWN, [15, 27])):
        event = next(each for each in icalendar.Calendar.from_ical(made[path]).walk("VEVENT") if each["uid"].endswith(":online-quiz"))
        assert [each.dt.day for each in event["exdate"].dts][::12] == days if days else "exdate" not in event


def _in_short(event) -> str:
    ends = [event[key].dt.isoformat()[:16] if key in event else "-" for key in ("dtstart", "dtend")]
    without = [f"-{event['exdate'].to_ical().decode()[:8]}"] if "exdate" in event else []
    return " ".join((str(event["summary"]), *ends, *without))


def test_no_calendar_but_that_of_an_activity_grows_with_its_sessions(tmp_path: Path) -> None:
    rows = (f"online-quiz,6月{1 + number % 28}日{8 + number % 10}:00,清溪市图书馆\n" for number in range(200))
    made = publishing.everything(publishing.site(read(tmp_path, "activity,when,place\n" + "".join(rows), when=None)))
    assert [made[path].count(b"BEGIN:VEVENT") for path in (CAMPAIGN, OWN)] == [3, 200]
    assert made["yunling-2025/timeline/index.html"].count(b"2025-06-") < 50


def test_lists_by_time_and_the_table_have_an_activity_by_its_sessions(tmp_path: Path) -> None:
    made = publishing.everything(publishing.site(read(tmp_path, "", "", when=None, phase="implementation", sessions=TWO)))
    page = html.fromstring(made["yunling-2025/timeline/index.html"])
    (entry,) = page.xpath("//section[@aria-labelledby='dated']//li[@id='activity-online-quiz']")
    assert entry.xpath("normalize-space(p[@class='ms-entry__when']/*[@class='ms-time'])") == "2025年6月15日至28日，共2场"
    assert "没有单独写明日期的活动" not in page.text_content()
    assert page.xpath("count(//li[@class='ms-drawing__row'][contains(., '网上竞答')]//rect[@class='ms-strip__sure'])") == 2
    (row,) = csv.DictReader(io.StringIO(made["yunling-2025/activities.csv"].decode("utf-8-sig")))
    assert list(row.values())[6:10] == ["2025年6月15日至28日，共2场", "", "2025-06-15 09:30", "2025-06-28"]


def test_a_browser_tells_of_an_activity_by_its_sessions_and_not_by_its_phase(tmp_path: Path) -> None:
    for number, (status, dates) in enumerate((("", ["2025-06-15T09:30", "2025-06-28T14:00"]), (", status: postponed", []))):
        sessions = TWO.replace("30,", f"30{status},").replace("00,", f"00{status},")
        made = publishing.html(publishing.site(read(tmp_path / str(number), "", "", when=None, phase="implementation", sessions=sessions)))
        (state,) = html.fromstring(made["yunling-2025/activities/index.html"]).xpath("//article//*[@data-state]")
        assert [each.partition(",")[0] for each in state.get("data-dates", "").split()] == dates
        assert bool(state.get("data-start-first")) == bool(dates)


def test_the_page_of_a_city_says_when_an_activity_is_there_and_that_it_is_called_off(tmp_path: Path) -> None:
    rows = ("16日9:30,清溪市图书馆,,", "23日9:30,清溪市图书馆,,", "20日,文化馆三楼,松坪市,cancelled")
    table = "activity,when,place,area,status\n" + "".join(f"online-quiz,6月{row}\n" for row in rows)
    for number, when in enumerate((None, "6月中旬")):
        made = publishing.html(publishing.site(read(tmp_path / str(number), table, when=when)))
        for city, said in (("qingxi", "2025年6月16日至23日，共2场"), ("songping", "2025年6月20日（已取消）")):
            page = html.fromstring(made[f"yunling-2025/in/{city}/index.html"])
            assert page.xpath("normalize-space(//p[@class='ms-actrow__when']//*[@class='ms-time'])") == said
        lists = html.fromstring(made["yunling-2025/activities/index.html"])
        said = "2025年6月中旬，另有2025年6月23日的场次" if when else "2025年6月16日至23日，共2场"
        assert lists.xpath("normalize-space(//article//dd//*[@class='ms-time'])") == said


def test_search_engines_are_told_of_each_session(site: dict[str, bytes]) -> None:
    page = site["yunling-2025/online-quiz/index.html"].decode()
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])["@graph"]
    first = next(node for node in graph if "subEvent" in node)["subEvent"][0]
    assert first["startDate"] == "2025-06-15T09:30:00+08:00"
    assert first["location"] == {
        "@type": "Place", "name": "清溪市图书馆", "address": "文昌路 8 号, 清溪市",
        "geo": {"@type": "GeoCoordinates", "latitude": 28.682, "longitude": 115.8579},
    }  # fmt: skip
    assert (first["isAccessibleForFree"], first["maximumAttendeeCapacity"]) == (True, 30)


def test_a_long_list_is_split_by_city_and_month(tmp_path: Path) -> None:
    rows = [f"online-quiz,{6 + n % 2}月{1 + n % 28}日{8 + n % 10}:00,清溪市图书馆" for n in range(900)]
    made = publishing.html(publishing.site(read(tmp_path, "\n".join(["activity,when,place", *rows]))))
    pages = {path.removeprefix("yunling-2025/"): page.count("<li class=\"ms-session") for path, page in made.items()}
    assert pages["sessions/index.html"] == pages["in/qingxi/index.html"] == pages["online-quiz/index.html"] == 0
    assert (pages["in/qingxi/2025-06/index.html"], pages["in/qingxi/2025-07/index.html"]) == (450, 450)


def test_a_month_that_is_too_long_is_split_by_day(tmp_path: Path) -> None:
    rows = [f"online-quiz,6月{1 + n % 28}日{8 + n % 10}:{n % 60:02},清溪市图书馆" for n in range(1200)]
    rows += ["online-quiz,每周一至周五8:00，6月2日至7月4日,清溪市图书馆", "online-quiz,待定,清溪市图书馆"]
    made = publishing.html(publishing.site(read(tmp_path, "\n".join(["activity,when,place", *rows]))))
    city = "yunling-2025/in/qingxi/"
    pages = {path.removeprefix(city): page.count('<li class="ms-session') for path, page in made.items() if path.startswith(city)}
    assert (pages["index.html"], pages["2025-06/index.html"], pages["2025-07/index.html"]) == (1, 1, 1)
    days = {path: count for path, count in pages.items() if path.count("/") == 2}
    assert (len(days), days["2025-06/2025-06-01/index.html"], days["2025-06/2025-06-02/index.html"]) == (28, 43, 43)
    month = html.fromstring(made[f"{city}2025-06/index.html"])
    link = month.xpath("//nav[@aria-labelledby='months']//a")[1]
    assert (link.text_content(), link.get("href")) == ("2025年6月2日（43）", "../../../../yunling-2025/in/qingxi/2025-06/2025-06-02/")
    assert month.xpath("string(//nav/h2)") == "哪一天"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"when": None}, "2025年6月14日至28日，共3场"),
        ({"when": None, "phase": "implementation"}, "2025年6月14日至28日，共3场"),
        ({"when": "6月中旬"}, "2025年6月中旬"),
    ],
)
def test_lists_say_from_when_to_when_the_sessions_are_where_the_activity_has_no_time(tmp_path, fields, said):
    data = read(tmp_path, audiences="[older]", **fields)
    pages = publishing.html(publishing.site(data, as_of=b.AS_OF))
    fact = "//section[@aria-labelledby='when']/p"
    places = {"for/older/": "//p[@class='ms-actrow__when']/span", "": "//article//dd", "online-quiz/": fact}
    for path, place in places.items():
        found = html.fromstring(pages[f"yunling-2025/{path}index.html"]).xpath(place)[0]
        assert " ".join(found.text_content().split()).startswith(said), path


@pytest.mark.parametrize(
    ("sessions", "said", "where"),
    [
        ("[{when: 6月15日9:30-11:30, place: 清溪市图书馆}]", "2025年6月15日9:30至11:30", "地点：清溪市图书馆"),
        ("[{when: 6月中旬, place: 文化馆三楼}]", "2025年6月中旬", "地点：文化馆三楼"),
        ("[{when: 6月15日9:30, place: 文化馆三楼, status: cancelled}]", "2025年6月15日9:30（已取消）", "地点：文化馆三楼"),
        ("[{when: 6月中旬, place: 文化馆三楼}, {when: 6月28日, place: 文化馆三楼}]", "2025年6月中旬至6月28日", "地点：文化馆三楼"),
        ("[{when: 6月15日, place: 清溪市图书馆}, {when: 6月28日, place: 文化馆三楼}]", "2025年6月15日至28日，共2场", ""),
        ("[{when: 待定, place: 清溪市图书馆}, {when: 6月28日, place: 文化馆三楼}]", "2025年6月28日，另有时间未定的场次", ""),
    ],
)
def test_the_first_screen_says_when_and_where_the_sessions_are_as_far_as_one_answer_holds_for_all(tmp_path, sessions, said, where):
    data = read(tmp_path, "", "", audiences="[older]", when=None, sessions=sessions)
    pages = publishing.html(publishing.site(data, as_of=b.AS_OF))
    page = html.fromstring(pages["yunling-2025/online-quiz/index.html"])
    assert page.xpath("normalize-space(//section[@aria-labelledby='when']/p[1])").startswith(said)
    assert page.xpath("normalize-space(//section[@aria-labelledby='where'])").endswith(where)
    row = html.fromstring(pages["yunling-2025/for/older/index.html"])
    assert row.xpath("normalize-space(//p[@class='ms-actrow__where']/span)") == where.removeprefix("地点：")


def test_lists_say_from_when_to_when_the_parts_are(tmp_path):
    parts = "[{id: one, name: 初赛, when: 6月20日9:30}, {id: two, name: 决赛, when: 6月27日}]"
    data = read(tmp_path, "", "", audiences="[older]", when=None, parts=parts)
    row = html.fromstring(publishing.html(publishing.site(data, as_of=b.AS_OF))["yunling-2025/for/older/index.html"])
    assert row.xpath("string(//p[@class='ms-actrow__when']/span)").strip().startswith("2025年6月20日至27日，分项进行")


def test_what_is_full_stands_last_on_its_day(tmp_path: Path) -> None:
    rows = ("15日9:30,清溪市图书馆,full", "15日14:00,清溪市图书馆,", "16日9:30,清溪市图书馆,")
    table = "\n".join(["activity,when,place,status", *(f"online-quiz,6月{row}" for row in rows)])
    made = publishing.html(publishing.site(read(tmp_path, table)))
    times = html.fromstring(made["yunling-2025/sessions/index.html"]).find_class("ms-session__time")
    assert [" ".join(each.text_content().split()) for each in times] == ["14:00", "9:30 名额已满", "9:30"]
