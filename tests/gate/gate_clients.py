"""What programs on readers' machines make of what they get, and translators and clerks with what they edit.

khal, calcurse, khard, newsboat, lynx, w3m and elinks; LibreOffice, Gnumeric, msgcat, msgmerge, polib and gettext-parser.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from functools import partial

import pytest

import builders
import permanence
import publishing

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
NO_DIFFERENCE = "the sheet does not differ from the data"
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


def run(home, *command, patience=60):
    """What a program says that ends well within so many seconds, in a home and with the clock of its own."""
    environment = {**os.environ, "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "Asia/Shanghai"}
    return subprocess.run(
        [str(each) for each in command], env=environment, capture_output=True, text=True, check=True, timeout=patience
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


def test_khard_has_every_card_with_its_name_and_number(built, tmp_path, measured):
    cards = (built / "yunling-2025/contacts/all.vcf").read_text("utf-8")
    for number, card in enumerate(re.findall(r"BEGIN:VCARD.*?END:VCARD\n", cards, re.DOTALL)):
        (tmp_path / f"{number}.vcf").write_text(card, "utf-8")
    (tmp_path / "settings").write_text(f"[addressbooks]\n[[site]]\npath = {tmp_path}\n")
    found = run(tmp_path, "khard", "-c", tmp_path / "settings", "phone", "--parsable").splitlines()
    measured("Clients", "cards that khard shows, with name and number", "4", len(found))
    assert len(found) == cards.count("BEGIN:VCARD") == 4
    assert min(found) == "+8699055501001\t中共云岭省委网络安全和信息化委员会办公室\tWORK, VOICE"


@pytest.mark.parametrize(
    "browser",
    [("lynx", "-dump", "-nolist"), ("w3m", "-dump", "-T", "text/html"), ("elinks", "-dump", "-dump-charset", "utf-8")],
    ids=["lynx", "w3m", "elinks"],
)
def test_text_browsers_show_what_matters_and_nothing_that_only_scripts_fill(browser, built, tmp_path):
    for language, when in (("", "2025年6月11日至20日"), ("en/", "11 to 20 June 2025")):
        text = run(tmp_path, *browser, built / f"{language}yunling-2025/online-quiz/index.html")
        assert re.search(rf"举办数字知识网上竞答[\s\S]*0990-55501001[\s\S]*{when}", text)
        for empty in ("年往届", "; see 2", "-square"):
            assert empty not in text


@pytest.fixture
def invented(tmp_path):
    """The data of the invented edition, to be edited."""
    shutil.copytree(publishing.ROOT / "examples/data", tmp_path / "data")
    return tmp_path


def microsite(place, *command):
    """What a command says; it ends well."""
    return run(place, sys.executable, "-m", "microsite", "--data", place / "data", *command)


def into(place, kind, name):
    profile = f"-env:UserInstallation=file://{place}/profile"
    run(place, "soffice", profile, "--headless", "--convert-to", kind, "--outdir", place / kind, place / name)


def by_libreoffice(place):
    into(place, "xlsx", "sheet.xlsx")


def by_libreoffice_in_its_own_form(place):
    into(place, "ods", "sheet.xlsx")
    into(place, "xlsx", "ods/sheet.ods")


def by_libreoffice_in_the_old_form(place):
    into(place, "xls", "sheet.xlsx")
    into(place, "xlsx", "xls/sheet.xls")


def by_gnumeric(place):
    (place / "xlsx").mkdir()
    run(place, "ssconvert", place / "sheet.xlsx", place / "xlsx/sheet.xlsx")


@pytest.mark.parametrize(
    "saved", [by_libreoffice, by_libreoffice_in_its_own_form, by_libreoffice_in_the_old_form, by_gnumeric]
)
def test_a_spreadsheet_that_another_program_saved_differs_in_nothing(saved, invented, measured):
    microsite(invented, "export", invented / "sheet.xlsx")
    saved(invented)
    said = microsite(invented, "import-sheet", invented / "xlsx/sheet.xlsx")
    how = saved.__name__.replace("_", " ")
    measured("Clients", f"a spreadsheet of 332 rows, saved {how}", "no difference", "no difference" if NO_DIFFERENCE in said else said)
    assert NO_DIFFERENCE in said


@pytest.mark.parametrize(
    "tool",
    {
        "msgcat": ("msgcat",),
        "msgcat, 60 columns": ("msgcat", "--width=60"),
        "msgcat, sorted": ("msgcat", "--sort-output"),
        "msgattrib": ("msgattrib", "--no-wrap"),
        "msgmerge": ("msgmerge", "-q"),
        "polib": (sys.executable, "-c", "import sys, polib; polib.pofile(sys.argv[1]).save(sys.argv[-1])"),
        "gettext-parser": ("node", publishing.ROOT / "tests/gate/js/write-po.mjs"),
    }.items(),
    ids=lambda tool: tool[0],
)
def test_a_translation_that_a_tool_wrote_anew_is_brought_back_to_the_byte(tool, invented, measured):
    name, command = tool
    files = sorted((invented / "data/translations").rglob("*.po"))
    were = [path.read_bytes() for path in files]
    for path in files:
        run(invented, *command, *[path] * (2 if name == "msgmerge" else 1), "-o", path)
    microsite(invented, "translations", "update")
    differ = [path.name for path, was in zip(files, were, strict=True) if path.read_bytes() != was]
    measured("Clients", f"{len(files)} PO files written anew by {name}: not as before", "0", len(differ))
    assert differ == []
