"""Sessions are read from a plan and from a table, with the places of the region; what is wrong is told by cell."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import builders as b
from microsite.checks import contradictions
from microsite.core.language import Language
from microsite.core.problems import InvalidData
from microsite.loading import data_folder
from microsite.loading.reference import filled
from microsite.loading.session_table import COLUMNS
from microsite.model.activity import Session
from microsite.model.fields import declared
from session_tables import PLACES, TABLE, read, sessions, told


def test_a_row_is_a_session_with_its_venue_and_city(tmp_path: Path) -> None:
    first, second = sessions(tmp_path)
    assert (first.venue and first.venue.id, first.town and first.town.id) == ("qingxi-library", "qingxi")
    assert (first.is_free, first.capacity, first.access) == (True, 30, ("sign-language",))
    assert (first.booking and first.booking.phone, [m.printed for m in first.host.mentions]) == ("0990-55501001", ["省教育厅"])
    assert (first.when.date.begins, first.when.date.ends) == (first.when.date.begins, first.when.date.ends)
    assert f"{first.when.date.begins}–{first.when.date.ends}" == "2025-06-15 09:30:00–2025-06-15 11:30:00"
    assert (second.venue, second.town and second.town.id, second.status) == (None, "songping", "full")
    assert [str(slot[0].earliest) for slot in second.when.date.slots] == ["2025-06-14", "2025-06-28"]


def test_codes_of_a_cell_are_parted_by_a_slash_too(tmp_path: Path) -> None:
    (made,) = sessions(tmp_path, "activity,when,语言\nonline-quiz,6月15日,客家话/普通话\n", "")
    assert made.languages == ("hak", "zh")


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


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_manual_names_every_column_in_chinese(language: Language) -> None:
    named = filled("<!-- columns: session -->", language)
    assert [each.strip("`") for each in re.split("、|, ", named)] == [column.zh for column in COLUMNS]


def test_a_table_is_told_beside_its_plan_and_one_of_a_draft_waits(tmp_path: Path) -> None:
    table = "activity,when,seats\nonline-quiz,6月32日,\nno-such,6月2日,\n"
    places = [each.split()[0] for each in told(tmp_path / "plan", table, when="6月33日")]
    assert places == ["44:11", "1:3", "2:2", "3:1"]
    broken = b.a_campaign_yaml(activities=[b.an_activity_yaml(when="6月33日")]).replace("\n    when", "\n   when")
    b.write(tmp_path / "plan", "campaigns/yunling-2025.yml", broken)
    with pytest.raises(InvalidData) as invalid:
        data_folder.folder(tmp_path / "plan", b.AS_OF)
    assert [(each.mark.file[-3:], each.code) for each in invalid.value.problems] == [
        ("yml", "yaml-indentation"), ("csv", "unknown-column"), ("csv", "impossible-date"),
    ]  # fmt: skip
    draft = "draft: true\n" + b.a_campaign_yaml(activities=[b.an_activity_yaml(when="6月33日")])
    root = b.a_data_folder(tmp_path / "draft", campaigns__yunling_2025=draft, contacts__yunling_2025=None)
    b.write(root, "sessions/yunling-2025.csv", table)
    with pytest.raises(InvalidData) as invalid:
        data_folder.folder(root, b.AS_OF, drafts="all")
    assert {each.mark.file for each in invalid.value.problems} == {"data/campaigns/yunling-2025.yml"}


BROKEN = """\
activity,when,place,host,status,capacity,access,booking_phone,seats
online-quiz,45823,清溪图书馆,省教育听,,三十,,,5
onlin-quiz,6月8日,,,fulll,,手语,7.9186E+10,
,6月32日,清溪市图书馆,,,,,,,多
online-quiz,,清溪市图书馆,,,,,,
"""


def test_every_mistake_of_a_table_is_told_at_its_cell(tmp_path: Path) -> None:
    assert [line[:60] for line in told(tmp_path, BROKEN)] == [
        "1:9  unknown-column 没有“seats”这一列；请改用意思相近的 capacity（名额）",
        "2:2 when spoilt-cell “45823”是表格软件把日期或时间变成的数字，应是2025年6月15日；请把这一列设为“文本”，重写"[:60],
        "2:3 place unknown-place 没有登记叫“清溪图书馆”的地点，是否为“清溪市图书馆”？是另一处或者里面的一间，请写明"[:60],
        "2:4 host[0] unknown-body 没有叫“省教育听”的单位，是否为“省教育厅”？如果是另一个单位，请登记到单位名册"[:60],
        "2:6 capacity not-a-number “三十”不是数目；请写阿拉伯数字，如 3",
        *(line[:60] for line in told(tmp_path, BROKEN) if line.startswith(("3:", "4:"))),
        "5:1 when missing 缺少“when”（时间）；请补上",
    ]
    codes = [line.split(" ")[2] for line in told(tmp_path, BROKEN)]
    assert codes[5:-1] == [
        "unknown-activity", "not-offered", "not-offered", "spoilt-cell", "missing", "impossible-date", "unknown-column",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("session", "code"),
    [
        (
            "{when: 6月1日, place: 清西市图书馆}",
            ("place unknown-place 没有登记叫“清西市图书馆”的地点，是否为“清溪市图书馆”？"
             "是另一处或者里面的一间，请写明 area（市县），或登记到 data/places"),
        ),
        ("{when: 6月1日, place: 三楼, area: 清西市}", "area unknown-place 没有登记叫“清西市”的市县，是否为“清溪市”？"),
        ("{when: 6月1日, place: 三楼, area: 连云港市}", "area unknown-place 没有登记叫“连云港市”的市县；请登记到 data/places 里的 areas"),
    ],
)
def test_an_unknown_place_is_told_with_the_nearest(tmp_path: Path, session: str, code: str) -> None:
    (line,) = told(tmp_path, "", sessions=f"[{session}]")
    assert line.endswith(f"activities[0].sessions[0].{code}")


@pytest.mark.parametrize("place", ["线上", "腾讯会议 123", "Online"])
def test_a_session_on_the_internet_needs_no_registered_place(tmp_path: Path, place: str) -> None:
    data = read(tmp_path, "", sessions=f"[{{when: 6月15日, place: {place}}}]")
    (session,) = data.plan.campaigns[0].activities[0].sessions
    assert (session.place.text, session.venue, session.town) == (place, None, None)


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
    ("places", "said"),
    [
        (PLACES.replace("area: qingxi", "area: 清溪市"), "not-an-id “清溪市”是名称，这里写市县的编号；请写 qingxi"),
        (PLACES.replace("28.6820, 115.8579", "115.8579, 28.6820"),
         "not-a-point “115.8579, 28.6820”先写了经度；请写 28.6820, 115.8579"),
        (PLACES.replace(PLACES[PLACES.index("areas:") + 6 : PLACES.index("venues:")], " []\n"), "empty 这里是空的；请填写内容（必填）"),
    ],
)  # fmt: skip
def test_a_mistake_of_the_places_is_told_once_and_with_what_was_meant(tmp_path: Path, places: str, said: str) -> None:
    (line,) = told(tmp_path, "", places)
    assert line.endswith(said)


def test_a_wrong_year_makes_no_other_time_wrong(tmp_path: Path) -> None:
    days = ("一", "二", "三", "四", "五", "六", "日")
    listed = ", ".join(f"{{when: '每周{day}9:00，9月1日至12月20日（10月{5 + n}日除外）'}}" for n, day in enumerate(days))
    plan = b.a_campaign_yaml(("year: 2025", "year: 26"), activities=[b.an_activity_yaml(sessions=f"[{listed}]")])
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=plan, contacts__yunling_2025=None)
    assert [code for _, _, code in b.codes_in(root)] == ["not-a-year"]


def test_every_mistake_of_the_places_is_told_where_it_stands(tmp_path: Path) -> None:
    places = PLACES.replace("area: qingxi", "area: qingxii").replace("name: 松坪市", "name: 清溪市")
    twice, unknown = told(tmp_path, "", places)
    assert unknown.endswith(" venues[0].area unknown-place “qingxii”不在 areas 里，是否为“qingxi”？")
    assert twice.endswith(" areas[1].name place-twice “清溪市”登记了两次（编号或名称相同）；请改名或删去一个")
    lines = places.splitlines()
    assert [lines[int(told.partition(":")[0]) - 1].strip() for told in (twice, unknown)] == ["name: 清溪市", "area: qingxii"]


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


HEAD = "activity,when,place,area,host,languages,capacity,capacity_note,booking_phone,access\n"
ROW = "online-quiz,6月15日9:00-11:00,文化馆,松坪市,省教育厅,普通话,30,,0990-5550401,手语翻译\n"


@pytest.mark.parametrize("missing", ["文化馆,", "松坪市,", "省教育厅,"])
@pytest.mark.parametrize("end", ["\n", ",\n"])
def test_a_row_that_lacks_a_cell_is_told_itself(tmp_path: Path, missing: str, end: str) -> None:
    assert sessions(tmp_path / "whole", HEAD + ROW)
    (line,) = told(tmp_path / "less", HEAD + ROW + ROW.replace(missing, "").replace("\n", end))
    assert re.fullmatch("3:[345]  broken-table 从这一格（[^）]+）起错了位，它或者它前面少了一格；.*", line)


def test_a_row_with_a_comma_within_a_cell_is_told_itself(tmp_path: Path) -> None:
    (line,) = told(tmp_path, HEAD + ROW.replace("文化馆", "文化馆,三楼"))
    assert line.startswith("2:11  unknown-column 这一格（手语翻译）上面没有列名；前面的格里有英文逗号的，请改成中文逗号")


def test_two_numbers_on_two_lines_of_a_cell_are_told_at_once(tmp_path: Path) -> None:
    (line,) = told(tmp_path, 'activity,when,booking_phone\nonline-quiz,6月15日,"0990-5550401\n0990-5550402"\n')
    assert line.startswith("2:3 booking_phone not-a-phone “0990-5550401、0990-5550402”不止一个号码；这里只写一个")


def test_a_row_with_chinese_commas_is_read_all_the_same(tmp_path: Path) -> None:
    table = "activity,when,place,note\nonline-quiz，6月32日，某馆，请带身份证\nonline-quiz，6月31日，某馆，请带身份证，早到\n"
    assert [line.split(" ")[:3] for line in told(tmp_path, table)] == [
        ["2:1", "", "broken-table"], ["2:2", "when", "impossible-date"], ["2:3", "place", "unknown-place"], ["3:1", "", "broken-table"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ("activity;when;place\nonline-quiz;6月15日;某馆\n",
         "1:1  broken-table 各格是用分号隔开的；请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”"),
        ("activity\twhen\nonline-quiz\t6月15日\n",
         "1:1  broken-table 各格是用制表符隔开的；请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”"),
        ("活动，时间\nonline-quiz，6月15日\n",
         "1:1  broken-table 各格是用中文逗号隔开的；请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”"),
        ("activity,when,note\nonline-quiz，6月15日，请带身份证\n",
         "2:1  broken-table 这一行的各格是用中文逗号隔开的；请改成英文逗号"),
        ("2025年场次\nactivity,when\nonline-quiz,6月15日\n",
         "1:1  unknown-column 第一行应是列名，如 activity,when,place；请补上，或删去它前面的行"),
        ("online-quiz,6月15日\n", "1:1  unknown-column 第一行应是列名，如 activity,when,place；请补上，或删去它前面的行"),
        ("activity,when,\nonline-quiz,6月15日,请带身份证\n",
         "2:3  unknown-column 这一格（请带身份证）上面没有列名；前面的格里有英文逗号的，请改成中文逗号，不是的请删去，或补上列名"),
        ("activity，when,place\nonline-quiz,6月15日,某馆\n", "1:1  unknown-column “activity，when”里是中文逗号；请改成英文逗号“,”"),
        ("activity,wen,place\nonline-quiz,6月15日,某馆\n", "1:2  unknown-column 没有“wen”这一列，是否为“when”？"),
        ("activity,place\nonline-quiz,某馆\n", "1:1  unknown-column 第一行没有“when”（时间）这一列；请补上"),
        ('activity,when,place,note\nonline-quiz,6月15日,某馆,"带手机\nonline-quiz,6月16日,某馆,\n',
         "2:4  broken-table 这一格的引号不成对，从这里起读不下去；请在文字编辑器里补上，或者删去这个引号"),
        ("activity,when,place\nonline-quiz,6月15日,某\u200b馆\n",
         "2:3  hidden-in-table 这一格里有看不见的字符；请清空这一格，重新输入"),
        ("activity,when,booking_phone\nonline-quiz,6月15日,99055501001\n",
         "2:3 booking_phone spoilt-cell “99055501001”开头的 0 没有了，是表格软件删的；请把这一列设为“文本”，写成 099055501001"),
        ("activity,when,booking_phone\nonline-quiz,6月15日,9.9E+10\n",
         "2:3 booking_phone spoilt-cell “9.9E+10”是表格软件改写的长数字；请把这一列设为“文本”，重写"),
        ("activity,when,note\nonline-quiz,6月15日,找陈老师13800138000\n",
         "2:3  personal-number “13800138000”是手机号；请改写单位的座机，确是单位公用的，请在方案里写 office_owned: [13800138000]"),
        ("activity,when,host\nonline-quiz,6月15日,各市网信办\n",
         "2:3 host[0] unknown-body “各市网信办”是一类单位，名册里没有；请不写在这里，照原文写在 note 里"),
        pytest.param(
            b"PK\x03\x04" + bytes(99),
            "1:1  broken-table 这是改了扩展名的工作簿；请改回 .xlsx 或 .xls，用表格软件打开，另存为“CSV UTF-8（逗号分隔）”",
            id="a workbook"),
        pytest.param(
            b"activity,when\nonline-quiz," + "6月15日\nonline-quiz,".encode() + "6月16日\n".encode("gb18030"),
            "3:1  broken-table 这一行是 GBK，文件的其他行是 UTF-8；请在文字编辑器里删去这一行，重新输入，存为 UTF-8",
            id="two encodings"),
        ("activity,when\nonline-quiz,15-Jun\n",
         "2:2 when spoilt-cell “15-Jun”是表格软件改写的日期，应是6月15日；请把这一列设为“文本”，重写"),
        *(
            (f"activity,when\nonline-quiz,{cell}\n",
             f"2:2 when spoilt-cell “{cell}”的 0:00 是表格软件添的，应是2025年6月15日；请把这一列设为“文本”，重写")
            for cell in ("2025/6/15 0:00", "2025-06-15 00:00:00", "2025/6/15 12:00:00 AM")
        ),
        ("activity,when,status\nonline-quiz,6月15日,正常\n", "2:3 status not-offered “正常”不用写；照常举行的，不写这一项"),
        ("activity,when\nonline-quiz,15-Jun-25\n",
         "2:2 when spoilt-cell “15-Jun-25”是表格软件改写的日期，应是2025年6月15日；请把这一列设为“文本”，重写"),
        ("activity,when\nonline-quiz,6/15/2025 9:00\n",
         "2:2 when spoilt-cell “6/15/2025 9:00”是表格软件的公式、出错记号或改写的日期；请把这一列设为“文本”，重写原来的内容"),
        ("activity,when\nonline-quiz,6/15 9:00\n",
         "2:2 when not-a-date “6/15 9:00”读不出是什么时间，请写 6月15日9:00"),
        ("activity,when,booking_needed\nonline-quiz,6月15日,需要\n",
         "2:3 booking_needed not-true-or-false “需要”应写成 是"),
        ("activity,when,booking_phone\nonline-quiz,6月15日,0990-5550100、5550101\n",
         ("2:3 booking_phone not-a-phone “0990-5550100、5550101”不止一个号码；这里只写一个（0990-5550100 或 0990-5550101），"
          "另外的照原文写进说明、参加办法这样的文字里")),
        ("activity,when,booking_phone\nonline-quiz,6月15日,0990-5550100（兼传真）\n",
         ("2:3 booking_phone not-a-phone “0990-5550100（兼传真）”里有号码以外的字；请只写 0990-5550100，接听时间写 booking_hours，"
          "别的字照原文写进说明、参加办法这样的文字里")),
        ("activity,when,booking_phone\nonline-quiz,6月15日,99055501001.0\n",
         "2:3 booking_phone spoilt-cell “99055501001.0”开头的 0 没有了，是表格软件删的；请把这一列设为“文本”，写成 099055501001"),
        ("activity,when,场地\nonline-quiz,6月15日,某馆\n", "1:3  unknown-column 没有“场地”这一列；请改用意思相近的 place（地点）"),
        ("activity,when,预约报名电号\nonline-quiz,6月15日,\n", "1:3  unknown-column 没有“预约报名电号”这一列，是否为“预约报名电话”？"),
        ("activity,when\nonline-quiz,2024年6月15日\n",
         "2:2 when last-years-date “2024年6月15日”早于本方案的 2025 年；请改成今年的时间，确实如此的请用 note 写明原因"),
        ("activity,when\nonline-quiz,9:30:00 AM\n",
         "2:2 when not-a-date “9:30:00 AM”只有钟点，没有日期；请连日期一起写，例如 6月15日9:30-11:30"),
        ("activity,when\nonline-quiz,上午 9:30:00\n",
         "2:2 when not-a-date “上午 9:30:00”只有钟点，没有日期；请连日期一起写，例如 6月15日9:30-11:30"),
        ("activity,when\nonline-quiz,6/15/2025 9:00:00 AM\n",
         ("2:2 when spoilt-cell “6/15/2025 9:00:00 AM”是表格软件的公式、出错记号或改写的日期；请把这一列设为“文本”，"
          "重写原来的内容")),
        pytest.param(f"activity,when,place,note\nonline-quiz,6月15日,某馆,\nonline-quiz,6月16日,某馆,{'带' * 200_000}\n",
         "3:4  broken-table 这一格太长，从这里起读不下去；一格最多 131,072 个字，请缩短", id="a cell that is too long"),
        *((f"activity,when,{key}\nonline-quiz,6月15日,{cell}\n",
           f"2:3 {key} spoilt-cell “{cell}”是表格软件把 {typed} 这样的内容改写成的日期；请把这一列设为“文本”，重写原来的内容")
          for key, cell, typed in (
              ("address", "8月12日", "8-12"), ("address", "45993", "12-2"), ("address", "2-Dec", "12-2"), ("place", "3月4日", "3-4"),
              ("place", "2025/3/4", "3-4"), ("place", "2025-03-04 00:00:00", "3-4"),
              ("title", "45720", "3-4"), ("title", "4-Mar", "3-4"), ("note", "45720.0", "3-4"),
              ("booking_hours", "8月12日", "8-12"), ("cost", "8月12日", "8-12"), ("capacity", "8月12日", "8-12"),
              ("host", "8月12日", "8-12"), ("booking_place", "2025年8月12日", "8-12"))),
        *((f"activity,when,place\nonline-quiz,{when},{place}\n",
           f"2:{column} {key} spoilt-cell “{cell}”是表格软件的公式、出错记号或改写的日期；请把这一列设为“文本”，重写原来的内容")
          for when, place, column, key, cell in (
              ("######", "某馆", 2, "when", "######"), ("Jun-25", "某馆", 2, "when", "Jun-25"),
              ("30:00.0", "某馆", 2, "when", "30:00.0"), ("6月15日", "#REF!", 3, "place", "#REF!"),
              ("=B2+7", "某馆", 2, "when", "=B2+7"))),
    ],
)  # fmt: skip
def test_what_a_spreadsheet_saved_otherwise_is_told_once(tmp_path: Path, table: str | bytes, said: str) -> None:
    assert told(tmp_path, table, "") == [said]


@pytest.mark.parametrize("key", ["title", "note"])
def test_a_title_that_may_be_a_day_or_what_a_spreadsheet_made_one_is_asked_about(tmp_path: Path, key: str) -> None:
    (note,) = [each for each in read(tmp_path, f"activity,when,{key}\nonline-quiz,6月15日,8月12日\n").notes if each.code == "spoilt-cell"]
    assert (str(note.mark), note.zh) == (
        "data/sessions/yunling-2025.csv:2:3",
        f"{key}：“8月12日”像是表格软件把 8-12 这样的内容改写成的日期；不是日期的，请把这一列设为“文本”，重写原来的内容",
    )


@pytest.mark.parametrize(
    ("key", "cell"),
    [("address", "文昌路8-12"), ("address", "8-12"), ("cost", "45000"), ("capacity", "45000"), ("title", "第45720期"), ("note", "8/12")],
)
def test_what_only_looks_like_a_day_is_read_as_typed(tmp_path: Path, key: str, cell: str) -> None:
    found = read(tmp_path, f"activity,when,{key}\nonline-quiz,6月15日,{cell}\n")
    assert "spoilt-cell" not in [each.code for each in found.notes]
    assert len(found.plan.campaigns[0].activities[0].sessions) == 1


def test_a_column_that_is_like_no_other_is_told_with_all_that_there_are(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "activity,when,天气\nonline-quiz,6月15日,晴\n", "")
    listed = "、".join(f"{column.key}（{column.zh}）" for column in COLUMNS)
    assert line == f"1:3  unknown-column 没有“天气”这一列；请删去，或换成这里的一列：{listed}"


def test_an_id_is_given_once_among_the_sessions_of_the_plan_and_of_its_table(tmp_path: Path) -> None:
    table = "activity,when,id\nonline-quiz,6月15日,first\nonline-quiz,6月16日,second\nonline-quiz,6月17日,second\n"
    assert told(tmp_path, table, "", sessions="[{when: 6月14日, id: first}]") == [
        "2:3 id duplicate-id “first”在 data/campaigns/yunling-2025.yml 已经用过；请换一个",
        "4:3 id duplicate-id “second”在 data/sessions/yunling-2025.csv:3:3 已经用过；请换一个",
    ]


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
        "2:4 changed day-to-come “2052-06-01”还没有到，这里写的是已经发生的事"
    ]
    assert told(tmp_path, table.replace("2052-06-01", "45823"))[0].startswith(
        "2:4 changed spoilt-cell “45823”是表格软件把日期或时间变成的数字，应是2025年6月15日；"
    )


def test_a_table_with_the_names_of_its_columns_alone_is_asked_about(tmp_path: Path) -> None:
    assert "says-nothing" in [each.code for each in read(tmp_path, "activity,when\n").notes]


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("activity,日期,时间", "没有“日期”这一列；请并进 when（时间）一列，日期和钟点写成一句，如 6月15日9:30-11:30"),
        ("activity,when,联系电话", "没有“联系电话”这一列；请改用意思相近的 booking_phone（预约报名电话）"),
        ("activity,when,报名时间", "没有“报名时间”这一列；报名从什么时候起也写在 booking_until（预约报名截止）一列，如 3月1日10:00起"),
        ("活动编号,when", "没有“活动编号”这一列；请改用意思相近的 activity（活动）"),
    ],
)
def test_columns_as_offices_have_them_are_told_where_they_go(tmp_path: Path, head: str, said: str) -> None:
    row = ",".join(["online-quiz", "6月15日", "9:30"][: head.count(",") + 1])
    assert told(tmp_path, f"{head}\n{row}\n")[0].endswith(said)


@pytest.mark.parametrize("cost", ["0", "0.0", "０元", "0.00元", "¥0", "false", "无", "20"])
def test_a_cost_that_says_nothing_is_asked_about_at_its_cell(tmp_path: Path, cost: str) -> None:
    notes = read(tmp_path, f"activity,when,cost\nonline-quiz,6月15日,{cost}\n").notes
    assert [str(each.mark) for each in notes if each.code == "says-nothing"] == ["data/sessions/yunling-2025.csv:2:3"]


def test_no_places_at_all_are_told_apart_from_what_is_no_number(tmp_path: Path) -> None:
    (line,) = told(tmp_path, "activity,when,capacity\nonline-quiz,6月15日,0\n")
    assert line == "2:3 capacity not-a-number “0”太小，至少是 1；没有的，请不要写这一项"


def test_files_of_nothing_are_told(tmp_path: Path) -> None:
    b.write(tmp_path, "places/yunlin.yml", PLACES.replace("region: yunling", "region: yunlin"))
    b.write(tmp_path, "sessions/yunling-2024.csv", TABLE)
    assert [line.split(" ")[2] for line in told(tmp_path)] == ["places-of-nothing", "contacts-without-campaign"]


def test_a_personal_number_in_a_table_is_told(tmp_path: Path) -> None:
    line = "online-quiz,6月15日,文化馆,松坪市,,,,,,,请打13800000000\n"
    assert "personal-number" in " ".join(told(tmp_path, TABLE + line))


def test_a_place_of_an_activity_one_sign_from_a_registered_venue_is_asked_about(tmp_path: Path) -> None:
    for place, is_asked in (("清溪市图书官", True), ("清溪市图书馆", False), ("松坪市体育馆", False)):
        plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(places=f"[{place}]")])
        root = b.a_data_folder(tmp_path / place, campaigns__yunling_2025=plan)
        b.write(root, "places/yunling.yml", PLACES)
        (campaign,) = data_folder.folder(root, b.AS_OF).plan.campaigns
        asked = [note.zh.partition("；")[0] for note in contradictions.places_nearly_registered(campaign)]
        assert asked == ([f"地点“{place}”没有登记，登记过的有“清溪市图书馆”"] if is_asked else [])


@pytest.mark.parametrize(
    ("cells", "form", "told"),
    [
        (("清溪市图书馆,,", ",清溪市,", "文化馆,,文昌路 9 号"), "", 1),
        (("清溪市图书馆,,", "线上,,", "文化馆,松坪市,"), "", 0),
        ((",清溪市,", ",松坪市,", ",,"), "", 1),
        (("清溪市图书馆,,", ",清溪市,", ",,"), "both", 0),
        (("文化馆,,文昌路 9 号", "少年宫,,文昌路 7 号"), "", 0),
    ],
)
def test_sessions_without_an_area_are_asked_about_where_others_have_one(
    tmp_path: Path, cells: tuple[str, ...], form: str, told: int
) -> None:
    rows = "".join(f"online-quiz,6月1{number}日,{row}\n" for number, row in enumerate(cells))
    data = read(tmp_path, f"activity,when,place,area,address\n{rows}", form=form or None)
    notes = [note.zh for note in contradictions.sessions_without_a_place(data.plan.campaigns[0])]
    said = "“举办数字知识网上竞答”有 1 场没有写市县，别的场次写了；没有写的不在任何市县的页面上；请核对，确实如此的照写"
    assert notes == [said] * told
