"""Data files that somebody mistyped, damaged or built to do harm: what is done to a good folder, and the answer.

Each case is a name, a change, and everything that is told about it: ``code@line:column``, in the file
that was changed; of more than four the first, and how many of each code. An empty answer means that the
file is read as it was typed. A change is the whole content of a file (text, bytes, or a function for
what is large) or a list of edits of the good one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import builders

CAMPAIGN = "campaigns/yunling-2025.yml"
REGISTER = "organisations/yunling.yml"
CONTACTS = "contacts/yunling-2025.yml"
PO = "translations/en/yunling-2025.po"
SYNONYMS = "synonyms.yml"
LEDGER = "published-urls.txt"

Change = str | bytes | list[builders.Edit] | Callable[[], str | bytes]


@dataclass(frozen=True, slots=True)
class Case:
    """One change of one file and the codes with their places that it is answered with."""

    name: str
    change: Change
    told: str
    file: str = CAMPAIGN

    def content(self) -> bytes:
        change = self.change() if callable(self.change) else self.change
        if isinstance(change, list):
            change = builders.edited(_GOOD[self.file](), *change)
        return change if isinstance(change, bytes) else change.encode("utf-8", "surrogatepass")

    def make(self, root: Path) -> None:
        """The whole folder, with the change in it."""
        builders.a_data_folder(root)
        path = root / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.content())


_GOOD: dict[str, Callable[[], str]] = {
    CAMPAIGN: builders.a_campaign_yaml,
    REGISTER: builders.a_register_yaml,
    CONTACTS: builders.contacts_yaml,
}

# --- places in the good files that many cases change ----------------------------------------------

TITLE = "title: 举办数字知识网上竞答"
SHORT = "short_name: 提升月"
SUMMARY = "summary: 六月起，云岭省为大家办数字技能活动。"
HOSTS = "hosts: [省委网信办, 省教育厅, 省人社厅, 省妇联]"
ID = "id: online-quiz"
WHEN = "when: 6月中旬"
NUMBER = 'number: 1\n    source: 四（一）'
PHONE = "phone: 0990—55501001"
PERIOD = "period: 2025年6月中旬至7月中旬"


def title(text: str) -> list[builders.Edit]:
    return [(TITLE, f"title: {text}")]


def first_id(text: str) -> list[builders.Edit]:
    return [(ID, f"id: {text}")]


def when(text: str) -> list[builders.Edit]:
    return [(WHEN, f"when: {text}")]


def number(text: str) -> list[builders.Edit]:
    return [(NUMBER, f"number: {text}\n    source: 四（一）")]


def colour(text: str) -> list[builders.Edit]:
    return [('colour: "#0b4f8a"', f"colour: {text}")]


def year(text: str) -> list[builders.Edit]:
    return [("year: 2025", f"year: {text}")]


def open_to(text: str) -> list[builders.Edit]:
    return [("open_to_public: true", f"open_to_public: {text}")]


def url(text: str) -> list[builders.Edit]:
    return [(SUMMARY, f"{SUMMARY}\nlinks:\n  - kind: entry\n    title: 报名\n    url: {text}")]


def phone(text: str) -> list[builders.Edit]:
    return [(PHONE, f"phone: {text}")]


def leading(sign: str) -> list[builders.Edit]:
    return title(f"{sign}竞答")


def hiding(char: str) -> list[builders.Edit]:
    return title(f"举办{char}竞答")


def with_key(key: str) -> list[builders.Edit]:
    return [(SHORT, f'{SHORT}\n"{key}": x')]


def good(*edits: builders.Edit) -> str:
    return builders.a_campaign_yaml(*edits)


def laughs() -> str:
    names = [f"a{n}" for n in range(1, 10)]
    lines = ["a0: &a0 [ha, ha, ha, ha]"]
    lines += [f"{name}: &{name} [{', '.join([f'*a{n}'] * 9)}]" for n, name in enumerate(names)]
    return "\n".join(lines)


def merges() -> str:
    lines = ["a0: &a0 {x: 1}"] + [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}" for n in range(1, 30)]
    return "\n".join(lines)


def activities(entry: str, count: int) -> Callable[[], str]:
    return lambda: builders.a_campaign_yaml(activities=[entry.replace("N", str(n)) for n in range(count)])


def added(entry: str, count: int, good: Callable[[], str] = builders.a_campaign_yaml) -> Callable[[], str]:
    """Many times the same at the end of a good file."""
    return lambda: good() + "".join(entry.replace("N", str(n)) for n in range(count))


def within(before: str, entry: str, count: int, after: str = "]") -> Callable[[], str]:
    """A list on one line in the place of the summary, with so many entries."""
    listed = ",".join(entry.replace("N", str(n)) for n in range(count))
    return lambda: builders.a_campaign_yaml((SUMMARY, f"{SUMMARY}\n{before}[{listed}{after}"))


def family(
    name: str, change: Callable[[str], list[builders.Edit]], answers: dict[str, str], file: str = CAMPAIGN
) -> Iterator[Case]:
    """One place with many values, and the answer to each."""
    for value, told in answers.items():
        yield Case(f"{name} {ascii(value)[1:-1]}", change(value), told, file)


# --- the cases -------------------------------------------------------------------------------------

# fmt: off
CASES: tuple[Case, ...] = (
    # -- the bytes of a file
    Case("saved as GBK", good().encode("gb18030"), "yaml-gbk@4:11"),
    Case("GBK in one word only",
         good().encode().replace("提升月\n".encode(), "提升月".encode("gbk") + b"\n", 1),
         "yaml-not-utf8@4:24"),
    Case("UTF-16 with its mark, low byte first", good().encode("utf-16"), "yaml-utf16@1:1"),
    Case("UTF-16 with its mark, high byte first", b"\xfe\xff" + good().encode("utf-16-be"), "yaml-utf16@1:1"),
    Case("UTF-16 without a mark", good().encode("utf-16-le"), "yaml-utf16@1:1"),
    Case("UTF-16 without a mark, high byte first", good().encode("utf-16-be"), "yaml-utf16@1:1"),
    Case("UTF-32", good().encode("utf-32"), "yaml-utf16@1:1"),
    Case("UTF-7", "+TipXaw-: a\n", "unknown-key@1:1 1×unknown-key 14×missing"),
    Case("Big5", "主題: 數字\n".encode("big5"), "yaml-gbk@1:1"),
    Case("Latin-1", "name: café\n".encode("latin-1"), "yaml-not-utf8@1:10"),
    Case("cut off in the middle of a character", good().encode()[:-3], "yaml-cut-off@62:26"),
    Case("a stray byte", good().encode().replace(b"year: 2025", b"year: 2025 \xff"), "yaml-not-utf8@3:12"),
    Case("an overlong slash", b"id: ..\xc0\xaf..\xc0\xafetc\n", "yaml-gbk@1:7"),
    Case("a surrogate pair in bytes (CESU-8)", b"id: \xed\xa0\xbd\xed\xb8\x80\n", "yaml-gbk@1:5"),
    Case("a character beyond Unicode", b"id: \xf4\x90\x80\x80\n", "yaml-not-utf8@1:5"),
    Case("a byte order mark at the beginning", b"\xef\xbb\xbf" + good().encode(), ""),
    Case("two byte order marks",
         b"\xef\xbb\xbf\xef\xbb\xbf" + good().encode(),
         "yaml-invisible-character@1:1"),
    Case("Windows line ends", good().replace("\n", "\r\n"), ""),
    Case("line ends of old Macs", good().replace("\n", "\r"), ""),
    Case("line ends of three kinds", good().replace("\n", "\r\n", 9).replace("2025\n", "2025\r", 1), ""),
    Case("no line end at the end", good().rstrip("\n"), ""),
    Case("a zero byte", title("举办\0竞答"), "yaml-control-character@40:14"),
    Case("nothing but zero bytes", b"\0" * 5000, "yaml-control-character@1:1 yaml-empty-file@1:1"),
    Case("an empty file", b"", "yaml-empty-file@1:1"),
    Case("only empty lines", "\n\n\n", "yaml-empty-file@1:1"),
    Case("only remarks", "# 说明\n", "yaml-empty-file@1:1"),
    Case("only spaces", "   \n", "yaml-empty-file@1:1"),
    Case("only a byte order mark", b"\xef\xbb\xbf", "yaml-empty-file@1:1"),
    Case("only a document's beginning", "---\n", "yaml-empty-file@1:1"),
    Case("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "yaml-gbk@1:1"),
    Case("a spreadsheet",
         b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0",
         "yaml-plain-text@1:1 yaml-control-character@1:3"),
    Case("a web page", "<!doctype html>\n<title>活动</title>\n", "yaml-plain-text@1:1"),
    Case("JSON that is whole", '{"id": "yunling-2025"}\n', "missing@1:1 13×missing"),
    Case("JSON that is cut off", '{"id": "yunling-2025"\n', "yaml-brackets@1:1"),
    Case("a file of two megabytes and one byte", lambda: "#" * (2 * 1024 * 1024 + 1), "yaml-too-big@1:1"),
    Case("two megabytes of remarks", lambda: "#" * (2 * 1024 * 1024), "yaml-empty-file@1:1"),
    # -- characters that hide
    *family("a title with", hiding, {
        "\u0001": "yaml-control-character@40:14",
        "\u0007": "yaml-control-character@40:14",
        "\u0008": "yaml-control-character@40:14",
        "\u000b": "yaml-control-character@40:14",
        "\u000c": "yaml-control-character@40:14",
        "\u001b": "yaml-control-character@40:14",
        "\u007f": "yaml-control-character@40:14",
        "\u0080": "yaml-control-character@40:14",
        "\u0085": "yaml-control-character@40:14",
        "\u009f": "yaml-control-character@40:14",
    }),
    *family("a title with", hiding, {
        "\u00ad": "yaml-invisible-character@40:14",
        "\u034f": "yaml-invisible-character@40:14",
        "\u115f": "yaml-invisible-character@40:14",
        "\u1160": "yaml-invisible-character@40:14",
        "\u17b4": "yaml-invisible-character@40:14",
        "\u200b": "yaml-invisible-character@40:14",
        "\u200c": "yaml-invisible-character@40:14",
        "\u200d": "yaml-invisible-character@40:14",
        "\u200e": "yaml-invisible-character@40:14",
        "\u200f": "yaml-invisible-character@40:14",
        "\u2028": "yaml-invisible-character@40:14",
        "\u2029": "yaml-invisible-character@40:14",
        "\u2060": "yaml-invisible-character@40:14",
        "\u2064": "yaml-invisible-character@40:14",
        "\u3164": "yaml-invisible-character@40:14",
        "\ufeff": "yaml-invisible-character@40:14",
        "\uffa0": "yaml-invisible-character@40:14",
        "\ufff9": "yaml-invisible-character@40:14",
        "\U000e0041": "yaml-invisible-character@40:14",
    }),
    *family("a title with", hiding, {
        "\u061c": "yaml-bidi-character@40:14",
        "\u202a": "yaml-bidi-character@40:14",
        "\u202b": "yaml-bidi-character@40:14",
        "\u202d": "yaml-bidi-character@40:14",
        "\u202e": "yaml-bidi-character@40:14",
        "\u2066": "yaml-bidi-character@40:14",
        "\u2067": "yaml-bidi-character@40:14",
        "\u2068": "yaml-bidi-character@40:14",
        "\u2069": "yaml-bidi-character@40:14",
        "\u206a": "yaml-bidi-character@40:14",
    }),
    *family("a title with", hiding, {
        "\ufdd0": "yaml-noncharacter@40:14",
        "\ufffe": "yaml-noncharacter@40:14",
        "\uffff": "yaml-noncharacter@40:14",
        "\U0001fffe": "yaml-noncharacter@40:14",
        "\U0010ffff": "yaml-noncharacter@40:14",
        "\ufffd": "yaml-lost-character@40:14",
    }),
    Case("a hidden character spelt out", title('"举办\\u200b竞答"'), "yaml-invisible-character@40:12"),
    Case("text turned around, spelt out", title('"\\u202egnp.exe"'), "yaml-bidi-character@40:12"),
    Case("half a character spelt out", title('"\\ud800"'), "yaml-bad-escape@40:13"),
    Case("half a character spelt out, the other half", title('"\\udfff\\ud83d"'), "yaml-bad-escape@40:13"),
    Case("a zero spelt out", title('"a\\0b"'), "yaml-control-character@40:12"),
    Case("a command to the terminal spelt out", title('"\\e[31m"'), "yaml-control-character@40:12"),
    Case("a line break spelt out", title('"第一行\\n第二行"'), "not-one-line@40:12"),
    Case("a number beyond all characters", title('"\\UFFFFFFFF"'), "yaml-bad-escape@40:13"),
    Case("a hidden character in a key",
         [("short_name: 提升月", "short\u200b_name: 提升月")],
         "yaml-invisible-character@5:6"),
    Case("a hidden character in an id", first_id("online\u00ad-quiz"), "yaml-invisible-character@37:15"),
    Case("words of a lost encoding", title("锟斤拷锟斤拷"), "yaml-lost-character@40:12"),
    Case("GBK read as UTF-8", title("数字һ"), "yaml-wrong-script@40:14"),
    Case("Hebrew", title("אב竞答"), "yaml-wrong-script@40:12"),
    Case("an emoji", title("👨‍👩 竞答"), "yaml-invisible-character@40:13"),
    Case("an emoji without a joiner", title("竞答 🎉"), ""),
    Case("Uyghur", title("ئۇيغۇر 竞答"), ""),
    Case("rare Chinese", title("𠮷野 竞答"), ""),
    # -- what YAML 1.1 takes for something else
    *family("a title that is", title, {
        "no": "",
        "on": "",
        "NO": "",
        "Off": "",
        "y": "",
        "null": "",
        "~": "",
        "0755": "",
        "0x1F": "",
        "1_000": "",
        "1e3": "",
        ".inf": "",
        ".nan": "",
        "12:30:45": "",
        "2024-06-31": "",
        "=": "",
        "1.10": "",
        "+1": "",
    }),
    *family("the number", number, {
        "0": "not-a-number@38:13",
        "01": "not-a-number@38:13",
        "1_0": "not-a-number@38:13",
        "0x1": "not-a-number@38:13",
        "1.0": "not-a-number@38:13",
        "+1": "not-a-number@38:13",
        "-1": "not-a-number@38:13",
        "1e0": "not-a-number@38:13",
        "１": "not-a-number@38:13",
        "一": "not-a-number@38:13",
        "①": "not-a-number@38:13",
        ".inf": "not-a-number@38:13",
        "9999999999": "not-a-number@38:13",
        "12:30": "not-a-number@38:13",
        "~": "not-a-number@38:13",
        "'1 '": "not-a-number@38:13",
        '"1\\n"': "not-a-number@38:13",
    }),
    *family("the year", year, {
        "25": "not-a-year@3:7",
        "02025": "not-a-year@3:7",
        "2_025": "not-a-year@3:7",
        "2025年": "not-a-year@3:7",
        "二〇二五": "not-a-year@3:7",
        "２０２５": "not-a-year@3:7",
        "9999": "not-a-year@3:7",
        "0000": "not-a-year@3:7",
        "1e3": "not-a-year@3:7",
        "-2025": "not-a-year@3:7",
        "'2025 '": "not-a-year@3:7",
    }),
    *family("open to the public:", open_to, {
        "yes": "not-true-or-false@61:21",
        "True": "not-true-or-false@61:21",
        "TRUE": "not-true-or-false@61:21",
        "on": "not-true-or-false@61:21",
        "1": "not-true-or-false@61:21",
        "y": "not-true-or-false@61:21",
        "~": "not-true-or-false@61:21",
        "'true '": "not-true-or-false@61:21",
        "False": "not-true-or-false@61:21",
        "[true]": "not-text@61:21",
    }),
    # -- structure
    Case("a key twice", [(SHORT, f"{SHORT}\nshort_name: 月")], "yaml-duplicate-key@6:1"),
    Case("a key twice, once in quotes", [(SHORT, f'{SHORT}\n"short_name": 月')], "yaml-duplicate-key@6:1"),
    Case("a key three times",
         [(SHORT, f"{SHORT}\n{SHORT}\n{SHORT}")],
         "yaml-duplicate-key@6:1 yaml-duplicate-key@7:1"),
    Case("an anchor", title("&a 竞答"), "yaml-anchor@40:12"),
    Case("a reference", title("*a"), "yaml-alias@40:12"),
    Case("an anchor and its reference",
         [(TITLE, "title: &a 竞答"), ("title: 开展数字技能下乡", "title: *a")],
         "yaml-anchor@40:12 yaml-alias@50:12"),
    Case("a merge key", [(SHORT, f"{SHORT}\n<<: {{a: 1}}")], "yaml-merge-key@6:1"),
    Case("a merge key of an anchor",
         "a: &a {b: 1}\nc:\n  <<: *a\n",
         "yaml-anchor@1:4 yaml-merge-key@3:3 yaml-alias@3:7"),
    Case("a tag that runs a command", title("!!python/object/apply:os.system [id]"), "yaml-tag@40:12"),
    Case("a tag that makes an object", title("!!python/object/new:type [a]"), "yaml-tag@40:12"),
    Case("a tag of a number", number("!!int 1"), "yaml-tag@38:13"),
    Case("a tag of bytes", title("!!binary aGk="), "yaml-tag@40:12"),
    Case("a tag of its own", title("!secret x"), "yaml-tag@40:12"),
    Case("a tag without a name", title("! x"), "yaml-tag@40:12"),
    Case("a directive", "%YAML 1.1\n---\n" + good(), "yaml-directive@1:1"),
    Case("a directive of tags", "%TAG ! tag:example.org,2000:\n---\n" + good(), "yaml-directive@1:1"),
    Case("two documents", good() + "---\na: 1\n", "yaml-documents@63:1"),
    Case("text after the end of the document", good() + "...\na: 1\n", "yaml-documents@63:1"),
    Case("a list for the whole file", "- a\n- b\n", "not-a-record@1:1"),
    Case("a text for the whole file", "只是一段文字\n", "yaml-plain-text@1:1"),
    Case("a list as a key", "? [a]\n: b\n", "yaml-complex-key@1:3"),
    Case("a set of keys as a key", "{a: b}: c\n", "yaml-complex-key@1:1"),
    Case("a question mark before a key", "? id\n: yunling-2025\n", "yaml-complex-key@1:3"),
    Case("an empty key", ": a\n", "yaml-empty-key@1:1"),
    Case("an empty key in quotes", '"": a\n', "yaml-empty-key@1:1"),
    Case("twelve levels too many", "[" * 24 + "]" * 24, "yaml-too-deep@1:13"),
    Case("50,000 open brackets", lambda: "[" * 50_000, "yaml-too-deep@1:13"),
    Case("50,000 open braces", lambda: "{a: " * 50_000, "yaml-too-deep@1:49"),
    Case("50,000 dashes in a line", lambda: "- " * 50_000, "yaml-too-deep@1:25"),
    Case("50,000 question marks", lambda: "? " * 50_000, "yaml-too-deep@1:25"),
    Case("50,000 exclamation marks", lambda: "!" * 50_000, "yaml-empty-file@1:1 yaml-tag@1:1"),
    Case("50,000 ampersands", lambda: "&" * 50_000, "yaml-leading-sign@1:1"),
    Case("50,000 quotation marks", lambda: '"' * 50_001, "yaml-after-quote@1:3"),
    Case("50,000 colons", lambda: ":" * 50_000, "yaml-indentation@1:1"),
    Case("50,000 colons with spaces", lambda: ": " * 50_000, "yaml-empty-key@1:1"),
    Case("1,900 levels of indentation",
         lambda: "".join(" " * n + "a:\n" for n in range(1900)),
         "yaml-too-deep@13:13"),
    Case("a billion laughs", laughs, "yaml-anchor@1:5 10×yaml-anchor 81×yaml-alias"),
    Case("a merge bomb", merges, "yaml-anchor@1:5 30×yaml-anchor 29×yaml-merge-key 58×yaml-alias"),
    Case("more than fifty thousand entries", lambda: "- x\n" * 200_000, "yaml-too-many@50000:3"),
    Case("keys without end", lambda: "".join(f"k{n}: v\n" for n in range(60_000)), "yaml-too-many@25000:9"),
    Case("a value of 1.7 megabytes", lambda: "a: " + "字" * 560_000, "yaml-too-long@1:4"),
    Case("a value of 280,000 lines", lambda: "a:\n" + "  字\n" * 280_000, "yaml-too-long@2:3"),
    Case("a value of 2 megabytes in quotes", lambda: 'a: "' + "x\\n" * 600_000 + '"', "yaml-too-long@1:4"),
    Case("a key of 100,000 letters", lambda: "k" * 100_000 + ": 1\n", "yaml-indentation@1:1"),
    Case("a million tabs", lambda: "\t\n" * 1_000_000, "yaml-tab@1:1 100×yaml-tab"),
    Case("600,000 hidden characters",
         lambda: "a: " + "\u200b" * 600_000,
         "unknown-key@1:1 1×unknown-key 14×missing 1×yaml-invisible-character"),
    Case("500,000 emoji", lambda: "a: " + "😀" * 500_000, "yaml-too-long@1:4"),
    Case("199,000 references", lambda: "[" + "*a," * 199_000 + "]", "yaml-alias@1:2 100×yaml-alias"),
    Case("24,000 repeated keys",
         lambda: "a: v\n" * 24_000,
         "unknown-key@1:1 1×unknown-key 14×missing 100×yaml-duplicate-key"),
    Case("24,000 keys that nobody knows", added("kN: v\n", 24_000), "unknown-key@63:1 100×unknown-key"),
    Case("24,000 unknown bodies",
         lambda: good((HOSTS, "hosts: [" + ",".join(f"甲{n}乙" for n in range(24_000)) + "]")),
         "unknown-body@28:11 100×unknown-body"),
    Case("12,000 activities without anything",
         activities("  - {id: aN}\n", 12_000),
         "missing@37:5 100×missing"),
    Case("40,000 activities that are words",
         activities("  - x\n", 40_000),
         "not-a-record@37:5 100×not-a-record"),
    Case("8,000 activities with one id",
         activities("  - {id: aa, number: 1}\n", 8_000),
         "missing@37:5 100×missing 7999×duplicate-id 7999×duplicate-number"),
    Case("9,000 updates", within("updates: ", "{on: 2025-06-01, text: a}", 9_000), ""),
    Case("40,000 former ids", within("formerly: ", "fN", 40_000), ""),
    Case("16,000 parts with a key that nobody knows",
         lambda: good((WHEN, f"{WHEN}\n    parts: [" + ",".join(f"{{z{n}: 1}}" for n in range(16_000)) + "]")),
         "missing@45:13 100×missing 100×unknown-key"),
    Case("40,000 audiences that nobody knows",
         lambda: good((WHEN, f"{WHEN}\n    audiences: [" + ",".join(f"oldr{n}" for n in range(40_000)) + "]")),
         "not-offered@45:17 100×not-offered"),
    # -- slips of the keyboard
    Case("a full-width colon", [("short_name: 提升月", "short_name：提升月")], "yaml-fullwidth-colon@5:1"),
    Case("no space after a colon", [("short_name: 提升月", "short_name:提升月")], "yaml-colon-space@5:1"),
    Case("a wide space after a colon",
         [("short_name: 提升月", "short_name:\u3000提升月")],
         "yaml-colon-space@5:1"),
    Case("a special space after a colon",
         [("short_name: 提升月", "short_name:\u00a0提升月")],
         "yaml-colon-space@5:1"),
    Case("a wide space in front of a key",
         [("short_name: 提升月", "\u3000short_name: 提升月")],
         "yaml-wide-space@5:1"),
    Case("a special space in front of a key",
         [("  text: 数字云岭", "\u00a0\u00a0text: 数字云岭")],
         "yaml-wide-space@7:1"),
    Case("a tab in front of a key", [("  text: 数字云岭", "\ttext: 数字云岭")], "yaml-tab@7:1"),
    Case("a tab after a colon", title("\t竞答"), "yaml-tab@40:12"),
    Case("a tab in the middle of a text", title("竞\t答"), ""),
    Case("no space after a dash", [("  - id: online-quiz", "  -id: online-quiz")], "yaml-dash-space@37:3"),
    Case("a full-width dash for a dash",
         [("  - id: online-quiz", "  － id: online-quiz")],
         "yaml-indentation@38:5"),
    Case("a bullet for a dash", [("  - id: online-quiz", "  • id: online-quiz")], "yaml-indentation@38:5"),
    Case("one space too many", [("  text: 数字云岭", "   text: 数字云岭")], ""),
    Case("a line that is not lined up", [("    kind: quiz", "   kind: quiz")], "yaml-indentation@41:4"),
    Case("a line that is indented too far",
         [("    kind: quiz", "      kind: quiz")],
         "yaml-indentation@41:7"),
    Case("a number sign that cuts a title", title("第一 #1 竞答"), "yaml-comment@40:12"),
    Case("a number sign at the beginning", title("#竞答"), "empty@40:11"),
    Case("a number sign inside a word", title("第一#1竞答"), ""),
    Case("a number sign in a list", [(HOSTS, "hosts: [省委网信办 #1, 省教育厅]")], "yaml-comment@28:11"),
    Case("a number sign after a comma", [(HOSTS, "hosts: [省委网信办,#省教育厅\n  省妇联]")], "yaml-comment@28:16"),
    Case("a number sign after a bracket", [(HOSTS, "hosts: [#省教育厅\n  省妇联]")], "yaml-comment@28:10"),
    Case("a question mark in braces", [(WHEN, "when: {?text: 6月}")], "yaml-leading-sign@44:12"),
    Case("two colons", title("主题: 竞答"), "yaml-two-colons@40:14"),
    Case("a colon at the end", title("竞答:"), "yaml-two-colons@40:14"),
    Case("a full-width colon in a text", title("主题：竞答"), ""),
    Case("an open quotation mark", title('"竞答'), "yaml-open-quote@40:12"),
    Case("an open single quotation mark", title("'竞答"), "yaml-open-quote@40:12"),
    Case("text after a quotation mark", title('"竞答"活动'), "yaml-after-quote@40:16"),
    Case("Chinese quotation marks", title("“竞答”活动"), ""),
    Case("an apostrophe in single quotation marks", title("'it's'"), "yaml-after-quote@40:16"),
    Case("a backslash in quotation marks", title('"C:\\data"'), "yaml-bad-escape@40:15"),
    Case("a backslash outside of quotation marks", title("C:\\data"), ""),
    Case("an open bracket", title("[竞答"), "yaml-brackets@40:12"),
    Case("a bracket in front", title("[2025]1号"), "yaml-after-brackets@40:18"),
    Case("brackets around it", title("[竞答]"), "not-text@40:12"),
    Case("braces around it", title("{竞答}"), "yaml-braces@40:13"),
    Case("a placeholder", title("{{ title }}"), "yaml-braces@40:15"),
    Case("a full-width bracket", title("【竞答】"), ""),
    *family("a title that begins with", leading, {
        "*": "yaml-leading-sign@40:12",
        "&": "yaml-leading-sign@40:12",
        "!": "yaml-leading-sign@40:12",
        "%": "yaml-leading-sign@40:12",
        "@": "yaml-leading-sign@40:12",
        "`": "yaml-leading-sign@40:12",
        "|": "yaml-block-text@40:12",
        ">": "yaml-block-text@40:12",
        "?": "",
        "-": "",
        "]": "yaml-leading-sign@40:12",
        "}": "yaml-leading-sign@40:12",
        ",": "yaml-leading-sign@40:12",
    }),
    Case("a dash in front with a space", title("- 竞答"), "yaml-leading-sign@40:12"),
    Case("a question mark in front with a space", title("? 竞答"), "yaml-leading-sign@40:12"),
    Case("a vertical bar with text", title("| 竞答"), "yaml-block-text@40:12"),
    Case("a vertical bar and nothing", title("|"), "empty@40:12"),
    Case("a value that is not there", title(""), "empty@40:11"),
    Case("two quotation marks and nothing", title('""'), "empty@40:12"),
    Case("only spaces in quotation marks", title('"  "'), "empty@40:12"),
    Case("only wide spaces in quotation marks", title('"\u3000"'), "empty@40:12"),
    Case("two lines", title("第一行\n      第二行"), ""),
    Case("two lines kept apart", title("|\n      第一行\n      第二行"), "not-one-line@40:12"),
    Case("a line without a colon", [(SHORT, f"{SHORT}\n省人社厅")], "yaml-no-colon@6:1"),
    Case("a colon for a semicolon", [(SHORT, "short_name; 提升月")], "yaml-no-colon@5:1"),
    # -- keys
    Case("an address that is not known twice",
         [(SHORT, f"{SHORT}\nurl: x\nurl: y")],
         "unknown-key@6:1 yaml-duplicate-key@7:1"),
    Case("a misspelt key", [("short_name:", "short_nmae:")], "missing@1:1 unknown-key@5:1"),
    Case("a key in capitals", [("short_name:", "Short_Name:")], "missing@1:1 unknown-key@5:1"),
    Case("a key with a hyphen", [("short_name:", "short-name:")], "missing@1:1 unknown-key@5:1"),
    Case("a key in Chinese", [("short_name:", "简称:")], "missing@1:1 unknown-key@5:1"),
    Case("a key in full-width letters", [("short_name:", "ｓｈｏｒｔ_name:")], "missing@1:1 unknown-key@5:1"),
    Case("a key with a space at its end", [("short_name:", "short_name :")], ""),
    Case("a key with a Cyrillic letter",
         [("short_name:", "shоrt_name:")],
         "missing@1:1 unknown-key@5:1 yaml-wrong-script@5:3"),
    Case("a key of another record", [(SHORT, f"{SHORT}\nphone: 0990-5550100")], "unknown-key@6:1"),
    *family("the key", with_key, {
        "__class__": "unknown-key@6:1",
        "__proto__": "unknown-key@6:1",
        "model_config": "unknown-key@6:1",
        "constructor": "unknown-key@6:1",
        "<script>": "unknown-key@6:1",
        "{{7*7}}": "unknown-key@6:1",
        "../x": "unknown-key@6:1",
        "text\\nid": "unknown-key@6:1",
    }),
    Case("a key missing", [(f"{SHORT}\n", "")], "missing@1:1"),
    Case("three keys missing",
         [(f"{SHORT}\n", ""), (f"{SUMMARY}\n", ""), (f"{PERIOD}\n", "")],
         "missing@1:1 missing@1:1 missing@1:1"),
    Case("everything missing but the id", "id: yunling-2025\n", "missing@1:1 13×missing"),
    Case("no activities", lambda: good().partition("activities:")[0] + "activities: []\n", "empty@36:13"),
    Case("a text for the activities",
         lambda: good().partition("activities:")[0] + "activities: 待定\n",
         "not-a-list@36:13"),
    Case("keys for the activities",
         lambda: good().partition("activities:")[0] + "activities:\n  a: {id: b}\n",
         "not-a-list@37:3"),
    Case("a list for a text", title("[甲, 乙]"), "not-text@40:12"),
    Case("keys for a text", title("{甲: 乙}"), "not-text@40:12"),
    Case("a text for a record",
         [("theme:\n  text: 数字云岭 人人共享", "theme: 数字云岭 人人共享")],
         "not-a-record@6:8"),
    Case("a list for a record",
         [("theme:\n  text: 数字云岭 人人共享", "theme: [数字云岭 人人共享]")],
         "not-a-record@6:8"),
    # -- ids and addresses of pages
    *family("the id", first_id, {
        "../x": "not-an-id@37:9",
        "..": "not-an-id@37:9",
        ".": "not-an-id@37:9",
        ".x": "not-an-id@37:9",
        "x/y": "not-an-id@37:9",
        "/x": "not-an-id@37:9",
        "'\\x'": "not-an-id@37:9",
        "x.y": "not-an-id@37:9",
        "a?b": "not-an-id@37:9",
        "'a#b'": "not-an-id@37:9",
        "a%2e%2e": "not-an-id@37:9",
        "'a b'": "not-an-id@37:9",
        "Quiz": "not-an-id@37:9",
        "QUIZ": "not-an-id@37:9",
        "竞答": "not-an-id@37:9",
        "ｏnline": "not-an-id@37:9",
        "оnline-quiz": "yaml-wrong-script@37:9 not-an-id@37:9",
        "-quiz": "not-an-id@37:9",
        "quiz-": "not-an-id@37:9",
        "a--b": "not-an-id@37:9",
        "a_b": "not-an-id@37:9",
        "1quiz": "not-an-id@37:9",
        "a": "not-an-id@37:9 reserved-id@37:9",
        "index": "reserved-id@37:9",
        "activities": "reserved-id@37:9",
        "timeline": "reserved-id@37:9",
        "contacts": "reserved-id@37:9",
        "en": "reserved-id@37:9",
        "api": "reserved-id@37:9",
        "embed": "reserved-id@37:9",
        "assets": "reserved-id@37:9",
        "search": "reserved-id@37:9",
        "print": "reserved-id@37:9",
        "press": "reserved-id@37:9",
        "con": "not-an-id@37:9",
        "nul": "not-an-id@37:9",
        "aux": "not-an-id@37:9",
        "prn": "not-an-id@37:9",
        "com1": "not-an-id@37:9",
        "lpt9": "not-an-id@37:9",
        "'quiz '": "not-an-id@37:9",
        '"quiz\\n"': "not-an-id@37:9",
        "café": "not-an-id@37:9",
        "café": "not-an-id@37:9",
        "~": "not-an-id@37:9",
        "null": "",
    }),
    Case("an id of 61 letters", first_id("x" * 61), "not-an-id@37:9"),
    Case("an id of 300 letters", first_id("x" * 300), "not-an-id@37:9"),
    Case("the id of the other activity", first_id("village-classes"), "duplicate-id@47:9"),
    Case("the id of the file in other letters",
         [("id: yunling-2025", "id: Yunling-2025")],
         "not-an-id@1:5 not-the-file-name@1:5"),
    Case("the id of another file", [("id: yunling-2025", "id: yunling-2024")], "not-the-file-name@1:5"),
    Case("an id that leads out of the folder",
         [("id: yunling-2025", "id: ../../etc/passwd")],
         "not-an-id@1:5 not-the-file-name@1:5"),
    Case("a region that leads out of the folder",
         [("region: yunling", "region: ../yunling")],
         "not-an-id@2:9 unknown-region@2:9"),
    Case("a region that nobody knows", [("region: yunling", "region: yunlnig")], "unknown-region@2:9"),
    Case("a short address that is too long", [(ID, f"{ID}\n    code: abcdefghi")], "not-a-code@38:11"),
    Case("a short address in capitals", [(ID, f"{ID}\n    code: J2207")], "not-a-code@38:11"),
    Case("a short address twice",
         [(ID, f"{ID}\n    code: j2207"), ("id: village-classes", "id: village-classes\n    code: j2207")],
         "duplicate-code@49:11"),
    Case("a former id that is in use",
         [(ID, f"{ID}\n    formerly: [village-classes]")],
         "former-id-taken@38:16"),
    Case("a former id that is its own",
         [(ID, f"{ID}\n    formerly: [online-quiz]")],
         "former-id-taken@38:16"),
    Case("a former id that leads out of the folder",
         [(ID, f"{ID}\n    formerly: [../x]")],
         "not-an-id@38:16"),
    # -- references
    Case("a body that nobody knows", [(HOSTS, "hosts: [省委网信办, 省财政厅]")], "unknown-body@28:18"),
    Case("a misspelt body", [(HOSTS, "hosts: [省委网信办, 省人设厅]")], "unknown-body@28:18"),
    Case("a body with a space", [(HOSTS, "hosts: [省委网信办, 省 教育厅]")], ""),
    Case("等 in the middle", [(HOSTS, "hosts: [省委网信办, 等, 省教育厅]")], "open-not-last@28:10"),
    Case("等 alone", [(HOSTS, "hosts: [等]")], "open-not-last@28:10"),
    Case("all with others", [(HOSTS, "hosts: [all, 省教育厅]")], "all-not-alone@28:10"),
    Case("a phase that nobody knows",
         [("phase: implementation", "phase: implementaton")],
         "unknown-phase@57:12"),
    Case("an activity that goes on from nowhere",
         [(WHEN, f"{WHEN}\n    continues: yunling-2024/quiz")],
         "unknown-activity@45:16"),
    Case("a body twice among the contacts",
         [("body: 省妇联", "body: 省人社厅")],
         "duplicate-body@14:11", CONTACTS),
    Case("a contact of an unknown body", [("body: 省妇联", "body: 省妇连")], "unknown-body@14:11", CONTACTS),
    Case("contacts of another campaign",
         [("campaign: yunling-2025", "campaign: yunling-2024")],
         "not-the-file-name@1:11", CONTACTS),
    Case("a name without a last day", [("people_until: 2025-12-31\n", "")], "missing@1:1", CONTACTS),
    Case("a last day that is no day",
         [("people_until: 2025-12-31", "people_until: 永远")],
         "not-a-date@2:15", CONTACTS),
    Case("a body's id twice",
         [("id: yunling-women", "id: yunling-education")],
         "duplicate-id@22:9", REGISTER),
    Case("a body's name twice", [("short: 省妇联", "short: 省教育厅")], "shared-name@24:12", REGISTER),
    Case("a body with the id all", [("id: yunling-women", "id: all")], "reserved-id@22:9", REGISTER),
    Case("a body with the id index", [("id: yunling-women", "id: index")], "", REGISTER),
    Case("a body with the id all and a name of a device",
         [("id: yunling-women", "id: all"), ("id: yunling-education", "id: com1")],
         "not-an-id@14:9 reserved-id@22:9", REGISTER),
    Case("a body with the id con", [("id: yunling-women", "id: con")], "not-an-id@22:9", REGISTER),
    Case("a body of an unknown kind", [("kind: mass", "kind: masses")], "not-offered@26:11", REGISTER),
    Case("a body without a short name", [("    short: 省妇联\n", "")], "missing@22:5", REGISTER),
    Case("a register of another region",
         [("region: yunling", "region: jiangxi")],
         "not-the-file-name@1:9", REGISTER),
    Case("a register that cannot be read", b"\xff\xfe\x00", "yaml-utf16@1:1", REGISTER),
    Case("5,000 bodies with one id",
         added("  - {id: bb, name: 名局, short: 短, kind: party}\n", 5_000, builders.a_register_yaml),
         "duplicate-id@28:10 4999×duplicate-id 9998×shared-name", REGISTER),
    # -- times
    *family("the time", when, {
        "2025年2月30日": "impossible-date@44:11",
        "2025年13月": "impossible-date@44:11",
        "6月32日": "impossible-date@44:11",
        "0月": "impossible-date@44:11",
        "7月9月": "not-a-date@44:11",
        "9月至7月": "end-before-start@44:11",
        "25:00": "not-a-date@44:11",
        "明天": "not-a-date@44:11",
        "6月中": "not-a-date@44:11",
        "6 月 中 旬": "",
        "六月中旬": "",
        "2025-6-31": "impossible-date@44:11",
        "2025/06/11": "",
        "0001年1月": "impossible-date@44:11",
        "99999年1月": "not-a-date@44:11",
        "6月中旬。": "",
        "6月中旬；7月": "not-a-date@44:11",
        "6月中旬<script>": "not-a-date@44:11",
        "[6月, 7月]": "not-a-record@44:11",
        "{text: 6月}": "",
        "{means: 6月}": "missing@44:11",
        "{text: 7月9月, means: 坏}": "not-a-date@44:11",
    }),
    Case("a time of 200 months", when("6月" * 200), "not-a-date@44:11"),
    Case("a time of 90,000 digits", lambda: good((WHEN, "when: " + "1" * 90_000)), "not-a-date@44:11"),
    Case("a time of 30,000 months", lambda: good((WHEN, "when: " + "6月、" * 30_000)), "not-a-date@44:11"),
    Case("a time of 90,000 spaces",
         lambda: good((WHEN, "when: 6月" + " " * 90_000 + "x")),
         "not-a-date@44:11"),
    Case("a time of 90,000 brackets", lambda: good((WHEN, "when: " + "（" * 90_000)), "not-a-date@44:11"),
    # -- other values
    *family("the colour", colour, {
        "#0b4f8a": "empty@8:8",
        "red": "not-a-colour@8:9",
        '"#fff"': "not-a-colour@8:9",
        '"#GGGGGG"': "not-a-colour@8:9",
        '"#ffffff"': "weak-colour@8:9",
        '"#0b4f8a; } body { display: none"': "not-a-colour@8:9",
        '"#0b4f8a\\n"': "not-a-colour@8:9",
        '"url(//x.test)"': "not-a-colour@8:9",
    }),
    *family("the address", url, {
        "javascript:alert(1)": "not-an-address@13:10",
        "JaVaScRiPt:alert(1)": "not-an-address@13:10",
        '"java\\tscript:alert(1)"': "not-an-address@13:10",
        '" javascript:alert(1)"': "not-an-address@13:10",
        '"\\x01javascript:alert(1)"': "not-an-address@13:10 yaml-control-character@13:10",
        "data:text/html,x": "not-an-address@13:10",
        "vbscript:x": "not-an-address@13:10",
        "file:///etc/passwd": "not-an-address@13:10",
        "//evil.test/": "not-an-address@13:10",
        "'\\\\evil.test'": "not-an-address@13:10",
        "http:/evil.test": "not-an-address@13:10",
        "http:\\\\evil.test": "not-an-address@13:10",
        "https://": "not-an-address@13:10",
        "http://": "not-an-address@13:10",
        "HTTPS://a.cn/": "not-an-address@13:10",
        "ftp://a.cn/": "not-an-address@13:10",
        "www.a.cn": "not-an-address@13:10",
        "mailto:a@a.cn": "not-an-address@13:10",
        "tel:110": "not-an-address@13:10",
        "/a": "not-an-address@13:10",
        "a.html": "not-an-address@13:10",
        "https://a.cn/a b": "not-an-address@13:10",
        '"https://a.cn/\\n"': "",
        "https://a.cn/<b>": "not-an-address@13:10",
        'https://a.cn/\u3000': "",
        '\'https://a.cn/"x\'': "not-an-address@13:10",
        "https://user:pass@a.cn/": "not-an-address@13:10",
        "https://a.cn:99999/": "not-an-address@13:10",
        "https://[::1]/": "not-an-address@13:10",
        "https://gov.cn@evil.test/": "not-an-address@13:10",
        "https://a.cn\\\\@evil.test/": "not-an-address@13:10",
        "blob:https://a.cn/x": "not-an-address@13:10",
        "view-source:https://a.cn/": "not-an-address@13:10",
        "https:javascript:alert(1)": "not-an-address@13:10",
    }),
    *family("the telephone", phone, {
        "110": "not-a-phone@7:12",
        "无": "not-a-phone@7:12",
        "0990—5550100１x": "not-a-phone@7:12",
        '"0990-5550100;ext=1"': "not-a-phone@7:12",
        '"0990-5550100\\nTEL:1"': "not-one-line@7:12",
        "tel:09905550100": "not-a-phone@7:12",
        "+86 990 55501001": "",
        "０９９０－５５５０１００１": "",
        "1234567890123456": "not-a-phone@7:12",
        "<b>12345</b>": "not-a-phone@7:12",
        "-----": "not-a-phone@7:12",
        "()()()()": "not-a-phone@7:12",
    }, CONTACTS),
    Case("a prose of 90,000 signs of Markdown",
         lambda: good(("  帮助大家学数字知识，用数字服务。", "  " + "*_" * 45_000)),
         ""),
    Case("a prose of 900 quotes inside quotes",
         lambda: good(("  帮助大家学数字知识，用数字服务。", "  " + ">" * 900 + " a")),
         ""),
    Case("a prose of 90,000 brackets",
         lambda: good(("  帮助大家学数字知识，用数字服务。", "  " + "[" * 90_000)),
         ""),
    # -- the other files
    Case("a translation that is damaged", 'msgid "a\n', "broken-translation@1:1", PO),
    Case("a translation saved as UTF-16",
         'msgid ""\nmsgstr ""\n'.encode("utf-16"),
         "broken-translation@1:1", PO),
    Case("a translation that is a picture", b"\x89PNG\r\n\x1a\n\0\0", "broken-translation@1:1", PO),
    Case("a translation in an encoding that does not exist",
         'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=rot99\\n"\n',
         "", PO),
    Case("a translation in an encoding that changes letters",
         'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=rot13\\n"\n\nmsgid "a"\nmsgstr "b"\n',
         "broken-translation@1:1", PO),
    Case("a translation in UTF-7",
         'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-7\\n"\n\nmsgctxt "a"\nmsgid "a"\nmsgstr "+ADw-script+AD4-"\n',
         "", PO),
    Case("a translation with forms that compute",
         'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=99999999; plural=((((n))));\\n"\n',
         "", PO),
    Case("a translation with an open escape", 'msgid "a"\nmsgstr "\\"\n', "", PO),
    Case("a translation that is empty", b"", "", PO),
    Case("50,000 translations",
         lambda: "".join(f'msgctxt "c{n}"\nmsgid "a"\nmsgstr "b"\n\n' for n in range(50_000)),
         "", PO),
    Case("synonyms that are keys", "zh: {a: b}\n", "not-a-list@1:5", SYNONYMS),
    Case("synonyms that are empty", "zh: [[]]\n", "empty@1:6", SYNONYMS),
    Case("synonyms in an unknown language", "fr: [[a, b]]\n", "unknown-key@1:1", SYNONYMS),
    Case("synonyms with an anchor", "zh: [&a [a, b], *a]\n", "yaml-anchor@1:6 yaml-alias@1:17", SYNONYMS),
    Case("a ledger that is a picture",
         b"\x89PNG\r\n\x1a\n\0\0",
         "bad-ledger-line@1:1 bad-ledger-line@2:1 bad-ledger-line@3:1", LEDGER),
    Case("a ledger with an address outside",
         "../../etc/\tcampaign yunling-2025\n",
         "bad-ledger-line@1:1", LEDGER),
    Case("a ledger with another site",
         "https://evil.test/\tcampaign yunling-2025\n",
         "bad-ledger-line@1:1", LEDGER),
    Case("a ledger with spaces for a tab",
         "yunling-2025/ campaign yunling-2025\n",
         "bad-ledger-line@1:1", LEDGER),
    Case("a ledger that says two things",
         "yunling-2025/\tcampaign yunling-2025\nyunling-2025/\tcampaign yunling-2024\n",
         "ledger-contradiction@2:1", LEDGER),
    Case("a ledger with a script", "<script>/\tcampaign yunling-2025\n", "bad-ledger-line@1:1", LEDGER),
    Case("a ledger with commands to the terminal",
         "\x1b[2J\x1b]0;x\x07/\tcampaign yunling-2025\n",
         "bad-ledger-line@1:1", LEDGER),
)
# fmt: on
