"""One change of a good data folder, and what many changes have in common."""

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
