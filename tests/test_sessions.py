"""Sessions: in a plan and in a table, with the places of the region; what is wrong is told by cell."""

from __future__ import annotations

import json
import re
from pathlib import Path

import icalendar
import pytest
from lxml import html

import builders as b
import publishing
from microsite.core.problems import InvalidData
from microsite.loading import data_folder
from microsite.loading.session_table import COLUMNS
from microsite.model.activity import Session
from microsite.model.fields import declared

PLACES = """\
region: yunling
areas:
  - id: qingxi
    name: 清溪市
  - id: songping
    name: 松坪市
venues:
  - id: qingxi-library
    name: 清溪市图书馆
    area: qingxi
    address: 文昌路 8 号
    point: 28.6820, 115.8579
    access: [step-free]
"""
TABLE = """\
activity,时间,place,area,host,status,费用,capacity,access,booking_phone,note
online-quiz,6月15日9:30-11:30,清溪市图书馆,,省教育厅,,免费,30,手语翻译,0990-55501001,
online-quiz,每周六14:00-16:00，6月14日至6月28日（6月21日除外）,文化馆三楼,松坪市,,名额已满,,,,,带手机
"""


def read(root: Path, table: str | bytes = TABLE, places: str = PLACES, **activity: str) -> data_folder.Data:
    b.a_data_folder(root, campaigns__yunling_2025=b.a_campaign_yaml(activities=[b.an_activity_yaml(**activity)]))
    if places:
        b.write(root, "places/yunling.yml", places)
    if table:
        path = root / "sessions/yunling-2025.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(table if isinstance(table, bytes) else table.encode())
    return data_folder.folder(root, b.AS_OF)


def sessions(root: Path, *args: object, **more: str) -> tuple[Session, ...]:
    return read(root, *args, **more).plan.campaigns[0].activities[0].sessions


def told(root: Path, *args: object, **more: str) -> list[str]:
    with pytest.raises(InvalidData) as invalid:
        read(root, *args, **more)
    return [f"{each.mark.line}:{each.mark.column} {each.path} {each.code} {each.zh}" for each in invalid.value.problems]


def test_a_row_is_a_session_with_its_venue_and_city(tmp_path: Path) -> None:
    first, second = sessions(tmp_path)
    assert (first.venue and first.venue.id, first.town and first.town.id) == ("qingxi-library", "qingxi")
    assert (first.is_free, first.capacity, first.access) == (True, 30, ("sign-language",))
    assert (first.booking and first.booking.phone, [m.printed for m in first.host.mentions]) == ("0990-55501001", ["省教育厅"])
    assert (first.when.date.begins, first.when.date.ends) == (first.when.date.begins, first.when.date.ends)
    assert f"{first.when.date.begins}–{first.when.date.ends}" == "2025-06-15 09:30:00–2025-06-15 11:30:00"
    assert (second.venue, second.town and second.town.id, second.status) == (None, "songping", "full")
    assert [str(slot[0].earliest) for slot in second.when.date.slots] == ["2025-06-14", "2025-06-28"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_is_read_as_spreadsheets_save_it(tmp_path: Path, encoding: str, end: str) -> None:
    made = sessions(tmp_path, TABLE.replace("\n", end).encode(encoding))
    assert [session.when.printed for session in made] == ["6月15日9:30-11:30", "每周六14:00-16:00，6月14日至6月28日（6月21日除外）"]


def test_sessions_of_the_plan_come_first_and_read_the_same(tmp_path: Path) -> None:
    own = "[{when: '6月1日9:30', place: 清溪市图书馆, cost: 免费}]"
    made = sessions(tmp_path, sessions=own)
    assert made[0].when.printed == "6月1日9:30"
    assert made[0].venue == made[1].venue


def test_a_table_saved_as_csv_for_macintosh_is_read_like_any_other(tmp_path: Path) -> None:
    old = TABLE.replace("\n", "\r").encode("gb18030")
    assert sessions(tmp_path / "old", old) == sessions(tmp_path / "new")


def test_a_region_without_places_takes_a_session_as_it_is_printed(tmp_path: Path) -> None:
    (made,) = sessions(tmp_path, "", "", sessions="[{when: '6月1日9:30', place: 省图书馆报告厅}]")
    assert (made.place and made.place.text, made.venue, made.town) == ("省图书馆报告厅", None, None)


def test_every_field_of_a_session_has_its_column() -> None:
    keys = {column.path[0] for column in COLUMNS}
    assert keys == {"activity", *(field.key for field in declared(Session))}


BROKEN = """\
activity,when,place,host,status,capacity,access,booking_phone,seats
online-quiz,45823,清溪图书馆,省教育听,,三十,,,5
onlin-quiz,6月8日,,,fulll,,手语,7.9186E+10,
,6月32日,清溪市图书馆,,,,,,,多
online-quiz,,清溪市图书馆,,,,,,
"""


def test_every_mistake_of_a_table_is_told_at_its_cell(tmp_path: Path) -> None:
    assert [line[:60] for line in told(tmp_path, BROKEN)] == [
        "1:9  unknown-column 没有“seats”这一列，是否为“status”？",
        "2:2 when spoilt-cell “45823”是表格软件把日期或时间变成的数字，应是2025年6月15日；请把这一列设为“文本”，重写"[:60],
        "2:4 host[0] unknown-body 没有叫“省教育听”的单位，是否为“省教育厅”？如果是另一个单位，请登记到单位名册"[:60],
        "2:6 capacity not-a-number “三十”不是数目；请写阿拉伯数字，如 3",
        *(line[:60] for line in told(tmp_path, BROKEN) if line.startswith(("3:", "4:"))),
        "5:1 when missing 缺少“when”（时间）；请补上",
    ]
    codes = [line.split(" ")[2] for line in told(tmp_path, BROKEN)]
    assert codes[4:-1] == [
        "unknown-activity", "not-offered", "not-offered", "not-a-phone", "spoilt-cell", "missing", "impossible-date", "unknown-column",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("session", "code"),
    [
        (
            "{when: 6月1日, place: 清西市图书馆}",
            ("place unknown-place 没有登记叫“清西市图书馆”的地点，是否为“清溪市图书馆”？"
             "是另一处或者里面的一间，请写明 area（市县），或登记到 data/places"),
        ),
        ("{when: 6月1日, place: 三楼, area: 清西市}", "area unknown-place 没有登记叫“清西市”的地点，是否为“清溪市”？"),
    ],
)
def test_an_unknown_place_is_told_with_the_nearest(tmp_path: Path, session: str, code: str) -> None:
    (line,) = told(tmp_path, "", sessions=f"[{session}]")
    assert line.endswith(f"activities[0].sessions[0].{code}")


def test_a_city_needs_a_register_of_places(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "", "", sessions="[{when: 6月1日, area: 清溪市}]")
    assert line.endswith("no-places 写了市县，但还没有 data/places/yunling.yml；请先在那里登记市县")


@pytest.mark.parametrize(
    ("places", "code"),
    [
        (PLACES.replace("area: qingxi", "area: qingxii"), "unknown-place"),
        (PLACES.replace("name: 松坪市", "name: 清溪市"), "place-twice"),
        (PLACES.replace("28.6820, 115.8579", "115.8579, 28.6820"), "not-a-point"),
        (PLACES.replace("region: yunling", "region: yunlin"), "not-the-file-name"),
    ],
)
def test_a_wrong_register_of_places_is_told(tmp_path: Path, places: str, code: str) -> None:
    assert [line.split(" ")[2] for line in told(tmp_path, "", places)] == [code]


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ('activity,when\nonline-quiz,"6月1日\n', "broken-table"),
        ("activity\nonline-quiz\n", "unknown-column"),
        ("activity,when,when\nonline-quiz,6月1日,\n", "unknown-column"),
        ("activity,when\nonline-quiz,6月1日\x07\n", "hidden-in-table"),
        ("<<<<<<< HEAD\nactivity,when\n", "merge-conflict"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_is_told(tmp_path: Path, table: str, code: str) -> None:
    assert code in [line.split(" ")[2] for line in told(tmp_path, table)]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("activity;when;place\nonline-quiz;6月15日;某馆\n",
         "1:1  broken-table 各格是用分号隔开的；请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”"),
        ("activity\twhen\nonline-quiz\t6月15日\n",
         "1:1  broken-table 各格是用制表符隔开的；请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”"),
        ("活动，时间\nonline-quiz，6月15日\n",
         "1:1  broken-table 各格是用中文逗号隔开的；请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”"),
        ("2025年场次\nactivity,when\nonline-quiz,6月15日\n",
         "1:1  unknown-column 第一行应是列名，如 activity,when,place；请补上，或删去它前面的行"),
        ("online-quiz,6月15日\n", "1:1  unknown-column 第一行应是列名，如 activity,when,place；请补上，或删去它前面的行"),
        ("activity,when,\nonline-quiz,6月15日,请带身份证\n",
         "2:3  unknown-column 这一格（请带身份证）上面没有列名；请删去，或补上列名"),
        ("activity,when\nonline-quiz,15-Jun\n",
         "2:2 when spoilt-cell “15-Jun”是表格软件改写的日期，应是6月15日；请把这一列设为“文本”，重写"),
        ("activity,when\nonline-quiz,2024年6月15日\n",
         "2:2 when last-years-date “2024年6月15日”早于本方案的 2025 年；请改成今年的时间，确实如此的请用 note 写明原因"),
        *((f"activity,when,place\nonline-quiz,{when},{place}\n",
           f"2:{column} {key} spoilt-cell “{cell}”是表格软件的公式、出错记号或改写的日期；请把这一列设为“文本”，重写原来的内容")
          for when, place, column, key, cell in (
              ("######", "某馆", 2, "when", "######"), ("Jun-25", "某馆", 2, "when", "Jun-25"),
              ("30:00.0", "某馆", 2, "when", "30:00.0"), ("6月15日", "#REF!", 3, "place", "#REF!"),
              ("=B2+7", "某馆", 2, "when", "=B2+7"))),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_saved_otherwise_is_told_once(tmp_path: Path, table: str, said: str) -> None:
    assert told(tmp_path, table, "") == [said]


def test_a_table_as_unicode_text_is_told(tmp_path: Path) -> None:
    root = b.a_data_folder(tmp_path)
    (root / "sessions").mkdir()
    (root / "sessions/yunling-2025.csv").write_bytes("activity,when\nonline-quiz,6月15日\n".encode("utf-16"))
    (problem,) = b.problems_in(root)
    assert (problem.code, problem.zh) == ("broken-table", "这个文件是用 UTF-16（“Unicode 文本”）保存的；请另存为“CSV UTF-8（逗号分隔）”")


def test_true_as_spreadsheets_write_it_is_read(tmp_path: Path) -> None:
    (made,) = sessions(tmp_path, "activity,when,booking_needed\nonline-quiz,6月15日,TRUE\n", "")
    assert made.booking is not None
    assert made.booking.needed is True


def test_a_number_of_a_person_is_found_in_a_table_of_whatever_encoding(tmp_path: Path) -> None:
    root = b.a_data_folder(tmp_path)
    (root / "sessions").mkdir()
    text = "activity,when,note\nonline-quiz,6月15日,请打１３８００００００００\n"
    (root / "sessions/yunling-2025.csv").write_bytes(text.encode("gb18030"))
    assert [problem.code for problem in b.problems_in(root)] == ["personal-number"]


def test_a_change_of_a_session_that_is_years_ahead_is_told(tmp_path: Path) -> None:
    table = "activity,when,status,changed\nonline-quiz,6月15日,full,2052-06-01\n"
    assert [line.partition("；")[0] for line in told(tmp_path, table)] == [
        "2:1 sessions.changed day-to-come “2052-06-01”还没有到，这里写的是已经发生的事"
    ]
    assert told(tmp_path, table.replace("2052-06-01", "45823"))[0].startswith(
        "2:4 changed spoilt-cell “45823”是表格软件把日期或时间变成的数字，应是2025年6月15日；"
    )


def test_files_of_nothing_are_told(tmp_path: Path) -> None:
    b.write(tmp_path, "places/yunlin.yml", PLACES.replace("region: yunling", "region: yunlin"))
    b.write(tmp_path, "sessions/yunling-2024.csv", TABLE)
    assert [line.split(" ")[2] for line in told(tmp_path)] == ["places-of-nothing", "contacts-without-campaign"]


def test_a_personal_number_in_a_table_is_told(tmp_path: Path) -> None:
    line = "online-quiz,6月15日,文化馆,松坪市,,,,,,,请打13800000000\n"
    assert "personal-number" in " ".join(told(tmp_path, TABLE + line))


# --- pages and formats ------------------------------------------------------------------------


@pytest.fixture
def site(tmp_path: Path) -> dict[str, bytes]:
    return publishing.everything(publishing.site(read(tmp_path, TABLE), site_url="https://www.example.gov.cn/"))


def test_a_campaign_has_a_page_of_its_sessions_and_one_for_each_city(site: dict[str, bytes]) -> None:
    pages = {path: site[path].decode() for path in site if path.endswith(".html")}
    every, city = pages["yunling-2025/sessions/index.html"], pages["yunling-2025/in/songping/index.html"]
    assert re.findall(r'data-day="([\d-]+)"', every) == ["2025-06-14", "2025-06-15", "2025-06-28"]
    assert re.findall(r'data-day="([\d-]+)"', city) == ["2025-06-14", "2025-06-28"]
    assert every.count("<li class=\"ms-session") == 3
    for words in ("2025年6月15日", "星期日", "9:30至11:30", "清溪市图书馆，文昌路 8 号", "名额已满", "带手机", "轮椅可通行"):
        assert words in every.replace("<wbr>", ""), words
    assert "清溪市图书馆" not in city
    english = pages["en/yunling-2025/in/songping/index.html"]
    assert "Saturday, 14 June 2025" in english.replace("<wbr>", "")
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
    for words in ("需要预约报名", "预约报名截止：2025年6月5日17:00前", "0990-55501001", "免费", "各市：报送名单"):
        assert words in text, words
    assert "打印这一页" in made["yunling-2025/in/songping/index.html"].decode()
    assert "打印这一页" not in made["yunling-2025/sessions/index.html"].decode()


def test_a_repeat_with_many_dates_is_one_row_with_all_of_them(tmp_path: Path) -> None:
    table = TABLE + "online-quiz,每周一至周五8:00-11:30，6月2日至7月4日（6月4日除外）,清溪市图书馆,,,,,,,,\n"
    made = publishing.everything(publishing.site(read(tmp_path, table)))
    city = made["yunling-2025/in/qingxi/index.html"].decode().replace("<wbr>", "")
    assert city.count('<li class="ms-session') == 2
    assert "共 25 场" in city
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


def test_what_every_session_of_an_activity_shares_is_said_once(tmp_path: Path) -> None:
    rows = ("15日9:30,清溪市图书馆,免费,30,带手机", "16日9:30,清溪市图书馆,免费,20,带手机")
    table = "\n".join(["activity,when,place,cost,capacity,note", *(f"online-quiz,6月{row}" for row in rows)])
    made = publishing.html(publishing.site(read(tmp_path, table)))
    page = html.fromstring(made["yunling-2025/online-quiz/index.html"])
    shared, *own = ([p.text_content() for p in each.xpath("p")] for each in page.xpath("//*[@class='ms-session__how']"))
    assert shared == ["每场都一样：", "免费", "无障碍：轮椅可通行", "带手机"]
    assert own == [["名额：30 人"], ["名额：20 人"]]
    listed = html.fromstring(made["yunling-2025/sessions/index.html"])
    assert [each.text_content().count("免费") for each in listed.xpath("//li[@data-free]")] == [1, 1]


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
    assert len({str(event["uid"]) for event in calendar.walk("VEVENT")}) == len(calendar.walk("VEVENT"))


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


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"when": None}, "2025年6月14日至28日，共 3 场"),
        ({"when": None, "phase": "implementation"}, "2025年6月14日至28日，共 3 场"),
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
        ("[{when: 6月15日9:30, place: 文化馆三楼, status: cancelled}]", "2025年6月15日，共 1 场", "地点：文化馆三楼"),
        ("[{when: 6月中旬, place: 文化馆三楼}, {when: 6月28日, place: 文化馆三楼}]", "2025年6月中旬至6月28日", "地点：文化馆三楼"),
        ("[{when: 6月15日, place: 清溪市图书馆}, {when: 6月28日, place: 文化馆三楼}]", "2025年6月15日至28日，共 2 场", ""),
        ("[{when: 待定, place: 清溪市图书馆}, {when: 6月28日, place: 文化馆三楼}]", "时间分项写明", ""),
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
