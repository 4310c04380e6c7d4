"""The ledger of published addresses as a file: read, compared, appended to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.checks import ledger
from microsite.checks.ledger import Line
from microsite.checks.permalinks import Names
from microsite.core.problems import Mark

HOME, WOMEN = "./\thome", "jiangxi-2022/women/\tactivity jiangxi-2022/women"
PART = "jiangxi-2022/women/#part-lessons\tpart jiangxi-2022/women/lessons"
FILE = "data/published-urls.txt"


def test_a_line_is_an_address_a_tab_and_a_meaning() -> None:
    text = f"# for people\n\n{HOME}\r\n{WOMEN}\n{PART}"
    lines, problems = ledger.parse(text.encode())
    assert problems == []
    assert lines == (
        Line("./", "home", Mark(FILE, 3)),
        Line("jiangxi-2022/women/", "activity jiangxi-2022/women", Mark(FILE, 4)),
        Line("jiangxi-2022/women/#part-lessons", "part jiangxi-2022/women/lessons", Mark(FILE, 5)),
    )
    assert [line.page for line in lines] == ["./", "jiangxi-2022/women/", "jiangxi-2022/women/"]
    assert [line.kind for line in lines] == ["home", "activity", "part"]


@pytest.mark.parametrize(
    "line",
    [
        "jiangxi-2022/women/",
        "jiangxi-2022/women/ activity jiangxi-2022/women",
        "jiangxi-2022/women\tactivity jiangxi-2022/women",
        "/jiangxi-2022/women/\tactivity jiangxi-2022/women",
        "en/jiangxi-2022/women/\tactivity jiangxi-2022/women",
        "jiangxi-2022/../women/\tactivity jiangxi-2022/women",
        "jiangxi-2022/women/#Part\tpart jiangxi-2022/women/lessons",
        "jiangxi-2022/women/\tactivities",
        "jiangxi-2022/women/\tthing jiangxi-2022/women",
        "jiangxi-2022/calendar.exe\tcalendar jiangxi-2022",
        "jiangxi-2022/calendar.ics#x\tcalendar jiangxi-2022",
        "/changes.atom\tfeed",
        "en/changes.atom\tfeed",
        "jiangxi-2022/women/\tactivity jiangxi-2022/women\tmore",
        "https://example.org/\thome",
        "\ufffd",
    ],
)
def test_anything_else_is_told_with_its_line(line: str) -> None:
    lines, problems = ledger.parse(f"{HOME}\n{line}\n".encode())
    assert [each.address for each in lines] == ["./"]
    shown = line.replace("\t", " ")
    assert [str(problem) for problem in problems] == [
        (f"{FILE}:2:1: “{shown}”不是一条登记；每行应是中文页的地址、制表符、含义。"
        "这个文件只由 make release 添加，请恢复原样"
        f" / “{shown}” is not an entry; each line has the address of the Chinese page, a tab and its meaning. "
        "Only make release adds to this file; restore the line")
    ]


def test_files_have_lines_of_their_own() -> None:
    text = (
        "changes.atom\tfeed\napi/v1/jiangxi-2022.json\tdata jiangxi-2022\n"
        "organisations/jiangxi-cac/calendar.ics\tcalendar organisations/jiangxi-cac\n"
    )
    lines, problems = ledger.parse(text.encode())
    assert problems == []
    assert [(line.page, line.kind, line.owner) for line in lines] == [
        ("changes.atom", "feed", ""),
        ("api/v1/jiangxi-2022.json", "data", "jiangxi-2022"),
        ("organisations/jiangxi-cac/calendar.ics", "calendar", "jiangxi-cac"),
    ]


def test_bytes_that_are_no_text_are_told_and_not_fatal() -> None:
    _, problems = ledger.parse(b"\xff\xfe\n")
    assert [problem.code for problem in problems] == ["bad-ledger-line"]


@pytest.mark.parametrize("data", [b"", b"\n", b"\xef\xbb\xbf", b"\0\0\0\0", b" \r\n"])
def test_a_ledger_with_nothing_in_it_has_lost_everything(data: bytes) -> None:
    lines, problems = ledger.parse(data)
    assert lines == ()
    assert list(map(str, problems)) == [
        ("data/published-urls.txt:1:1: 登记文件是空的，公布过的地址都没有了；请用备份或 git 恢复，从来没有登记过的请删去这个文件 / "
        "the ledger is empty and every published address is gone; restore it from a backup or git, or delete it if "
        "nothing was registered")
    ]


def test_an_address_with_two_meanings_is_told() -> None:
    _, problems = ledger.parse(f"{WOMEN}\n{WOMEN}\njiangxi-2022/women/\tactivity jiangxi-2022/ladies\n".encode())
    assert [str(problem) for problem in problems] == [
        (f"{FILE}:3:1: “jiangxi-2022/women/”在第 1 行登记为“activity jiangxi-2022/women”；"
        "一个地址只有一个含义，请恢复原样"
        " / “jiangxi-2022/women/” is registered as “activity jiangxi-2022/women” in line 1; an address has only one "
        "meaning, restore the file")
    ]


def test_what_is_not_in_the_ledger_yet_is_sorted() -> None:
    lines, _ = ledger.parse(f"{HOME}\n".encode())
    answered = {"b/": "page b", "./": "home", "a/": "page a"}
    assert ledger.unpublished(lines, answered) == (("a/", "page a"), ("b/", "page b"))


def test_a_block_is_appended_behind_an_empty_line() -> None:
    assert ledger.appended("", [("./", "home")]) == "./\thome\n"
    assert ledger.appended("./\thome", [("a/", "page a")]) == "./\thome\n\na/\tpage a\n"
    assert ledger.appended("./\thome", []) == "./\thome"


ANSWERS = st.dictionaries(
    st.from_regex(r"(?!en/)[a-z]{1,4}/([a-z]{1,4}/)?", fullmatch=True), st.sampled_from(["page x", "campaign y", "home"])
)


@given(st.lists(ANSWERS, max_size=5))
def test_appending_never_loses_a_line_and_never_names_an_address_twice(releases: list[dict[str, str]]) -> None:
    text = "# for people\n"
    for answered in releases:
        before, told = ledger.parse(text.encode())
        assert told == []
        after = ledger.appended(text, ledger.unpublished(before, answered))
        assert after.startswith(text)
        assert ledger.removed(text.split("\n"), after) == ()
        lines, _ = ledger.parse(after.encode())
        assert lines[: len(before)] == before
        addresses = [line.address for line in lines]
        assert len(addresses) == len(set(addresses))
        assert set(answered) <= set(addresses)
        text = after


def test_removed_and_edited_lines_are_found_once_and_comments_are_not() -> None:
    before = ["# head", "", HOME, WOMEN, WOMEN, PART]
    now = f"# another head\n{HOME}\n{WOMEN}x\n"
    assert ledger.removed(before, now) == (WOMEN, PART)
    assert ledger.removed([f"{HOME}\r"], f"{HOME}\n") == ()


def test_a_removal_names_the_line_and_the_state_it_was_in() -> None:
    assert str(ledger.removal(WOMEN, "v1")) == (
        f"{FILE}:1:1: v1 里的登记“jiangxi-2022/women/ activity jiangxi-2022/women”被删去或改动了；"
        "登记只能添加，请恢复这一行"
        " / the entry “jiangxi-2022/women/ activity jiangxi-2022/women” of v1 was removed or edited; "
        "entries are only ever added, restore the line"
    )


# --- names of yesterday -----------------------------------------------------------------------

NAMES = Names(
    {"jiangxi-2022": "jiangxi-2022", "jx": "jiangxi-2022"},
    {("jiangxi-2022", "quiz"): "online-quiz", ("jiangxi-2022", "online-quiz"): "online-quiz"},
    {"cac": "jiangxi-cac", "jiangxi-cac": "jiangxi-cac"},
    {
        "phase jiangxi-2022/start": "phase jiangxi-2022/warm-up",
        "requirement jiangxi-2022/start": "requirement jiangxi-2022/leadership",
        "part jiangxi-2022/online-quiz/last": "part jiangxi-2022/online-quiz/final",
    },
)


@pytest.mark.parametrize(
    ("meaning", "now"),
    [
        ("home", "home"),
        ("campaign jx", "campaign jiangxi-2022"),
        ("activity jx/quiz", "activity jiangxi-2022/online-quiz"),
        ("embed jx/quiz", "embed jiangxi-2022/online-quiz"),
        ("part jx/quiz/final", "part jiangxi-2022/online-quiz/final"),
        ("change jx/quiz/2024-06-03-2", "change jiangxi-2022/online-quiz/2024-06-03-2"),
        ("change jx/2024-06-03", "change jiangxi-2022/2024-06-03"),
        ("phase jx/quiz", "phase jiangxi-2022/quiz"),
        ("phase jx/start", "phase jiangxi-2022/warm-up"),
        ("requirement jx/start", "requirement jiangxi-2022/leadership"),
        ("part jx/quiz/last", "part jiangxi-2022/online-quiz/final"),
        ("part jx/start/last", "part jiangxi-2022/start/last"),
        ("calendar jx", "calendar jiangxi-2022"),
        ("calendar jx/quiz", "calendar jiangxi-2022/online-quiz"),
        ("calendar organisations/cac", "calendar organisations/jiangxi-cac"),
        ("vcard jx/cac", "vcard jiangxi-2022/jiangxi-cac"),
        ("vcard jx/all", "vcard jiangxi-2022/all"),
        ("table jx/contacts", "table jiangxi-2022/contacts"),
        ("data jx", "data jiangxi-2022"),
        ("data index", "data index"),
        ("feed", "feed"),
        ("feed jx", "feed jiangxi-2022"),
        ("contact jx/cac", "contact jiangxi-2022/jiangxi-cac"),
        ("organisation cac", "organisation jiangxi-cac"),
        ("page manual/jx", "page manual/jx"),
        ("activity elsewhere/quiz", "activity elsewhere/quiz"),
    ],
)
def test_a_meaning_follows_the_ids(meaning: str, now: str) -> None:
    assert NAMES.now(meaning) == now
