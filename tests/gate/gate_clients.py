"""What programs on readers' machines make of the calendars, feeds and pages: khal, calcurse, newsboat, lynx and w3m."""

import os
import re
import sqlite3
import subprocess
from functools import partial

import pytest

import builders
import permanence

ACTIVITIES = [
    builders.an_activity_yaml(when="2025年6月11日至20日", updates="[{on: 2025-05-28, text: 时间定了}]"),
    builders.an_activity_yaml(
        id="village-classes", number="2", title="开展数字技能下乡", when="2025年6月12日", status="cancelled"
    ),
    builders.an_activity_yaml(id="talk", number="3", title="办讲座", when="6月15日9:30-11:30"),
    builders.an_activity_yaml(
        id="weekly", number="4", title="每周一课", when="每周三10:00-12:00，6月4日至25日（6月11日除外）"
    ),
]
CAMPAIGN = "（约）2025年云岭省全民数字素养与技能提升月"
KHAL = """\
[calendars]
[[site]]
path = {home}/calendar
[locale]
local_timezone = Asia/Shanghai
default_timezone = Asia/Shanghai
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """One activity with days, one cancelled, one with hours, one that repeats; and the campaign with a phase."""
    place = permanence.a_place(
        tmp_path_factory.mktemp("site"),
        campaigns__yunling_2025=builders.a_campaign_yaml(activities=ACTIVITIES),
    )
    return place.build().folder


def run(home, *command):
    environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}
    return subprocess.run(
        [str(each) for each in command], env=environment, capture_output=True, text=True, check=True, timeout=60
    ).stdout


def test_khal_has_every_entry_with_its_days_title_and_status(built, tmp_path, measured):
    (tmp_path / "calendar").mkdir()
    settings = tmp_path / "settings"
    settings.write_text(KHAL.format(home=tmp_path))
    khal = partial(run, tmp_path, "khal", "-c", settings)
    khal("import", "--batch", "-a", "site", built / "yunling-2025/calendar.ics")
    form = "{start-long}|{end-long}|{title}|{status}"
    listed = khal("list", "--once", "--day-format", "", "--format", form, "2025-06-01", "60d").split("\n")
    found = sorted(line.strip() for line in listed if line.strip())
    measured("Clients", "entries of a calendar that khal shows, with first and last day, title and status", "6", len(found))
    assert found == [
        "2025-06-04 10:00|2025-06-04 12:00|每周一课|",
        "2025-06-11|2025-06-20|举办数字知识网上竞答|",
        f"2025-06-11|2025-07-20|{CAMPAIGN}|",
        f"2025-06-11|2025-07-20|{CAMPAIGN}：实施阶段|",
        "2025-06-12|2025-06-12|（已取消）开展数字技能下乡|CANCELLED",
        "2025-06-15 09:30|2025-06-15 11:30|办讲座|",
    ]


def test_calcurse_has_every_entry_and_says_in_the_title_what_is_cancelled(built, tmp_path, measured):
    """It knows no status: a cancellation is an ordinary entry, whose title has to say it."""
    calcurse = partial(run, tmp_path, "calcurse", "-D", tmp_path)
    calcurse("-i", built / "yunling-2025/calendar.ics")
    lines = calcurse("-G").splitlines()
    found = sorted(re.sub(r">[0-9a-f]{40} \|?", "> ", line) for line in lines)
    measured("Clients", "entries of a calendar that calcurse shows, with first and last day and title", "6", len(found))
    assert found == [
        "06/04/2025 @ 10:00 -> 06/04/2025 @ 12:00 {1W -> 06/25/2025 w3 !06/11/2025} > 每周一课",
        "06/11/2025 [1] {1D -> 06/20/2025} > 举办数字知识网上竞答",
        f"06/11/2025 [1] {{1D -> 07/20/2025}} > {CAMPAIGN}",
        f"06/11/2025 [1] {{1D -> 07/20/2025}} > {CAMPAIGN}：实施阶段",
        "06/12/2025 [1] > （已取消）开展数字技能下乡",
        "06/15/2025 @ 09:30 -> 06/15/2025 @ 11:30> 办讲座",
    ]


def test_newsboat_has_every_entry_of_the_feed_once(built, tmp_path, measured):
    (tmp_path / "urls").write_text(f"file://{built}/yunling-2025/changes.atom\nfile://{built}/changes.atom\n")
    (tmp_path / "settings").write_text("")
    arguments = ("-C", tmp_path / "settings", "-u", tmp_path / "urls", "-c", tmp_path / "kept.db", "-x", "reload")
    for _ in range(2):  # what is there already is not shown again
        run(tmp_path, "newsboat", *arguments)
    with sqlite3.connect(tmp_path / "kept.db") as kept:
        found = kept.execute("select guid, title from rss_item order by guid").fetchall()
    measured("Clients", "entries of two feeds that newsboat shows, each once", "2", len(found))
    assert found == [
        ("urn:microsite:yunling-2025:activity:online-quiz:change-2025-05-28:zh", "举办数字知识网上竞答：时间定了"),
        (
            "urn:microsite:yunling-2025:notice:zh",
            "关于印发《2025年云岭省提升月工作方案》的通知：通知成文，文号云网办字〔2025〕1号",
        ),
    ]


@pytest.mark.parametrize("browser", [("lynx", "-dump", "-nolist"), ("w3m", "-dump", "-T", "text/html")], ids=["lynx", "w3m"])
def test_text_browsers_show_what_matters_and_nothing_that_only_scripts_fill(browser, built, tmp_path):
    for language, when in (("", "2025年6月11日至20日"), ("en/", "11 June to 20 June 2025")):
        text = run(tmp_path, *browser, built / f"{language}yunling-2025/online-quiz/index.html")
        assert re.search(rf"举办数字知识网上竞答[\s\S]*0990-55501001[\s\S]*{when}", text)
        for empty in ("最新的一届是", "后来延续为", "The newest one is", "went on as", "square"):
            assert empty not in text
