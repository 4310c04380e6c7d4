"""The data folder as it lies there: as little work as reads every fact, for those who are not this project.

Nothing is checked: a mistake in the data is a traceback.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from microsite.model.choices import of_pages

Record = dict[str, Any]
Say = Callable[[str, str], str]
Translations = dict[tuple[str, str], str]

LANGUAGES = ("zh", "en")
REPOSITORY = Path(__file__).resolve().parent.parent


def load(path: Path) -> Any:
    return yaml.load(path.read_bytes(), yaml.CSafeLoader)


def catalogue(path: Path) -> Translations:
    """Context and Chinese to the translation, of a PO file as gettext writes it; plurals by their last form."""
    found: Translations = {}
    for block in path.read_text("utf-8").split("\n\n"):
        entry: dict[str, list[str]] = {}
        lines: list[str] = []
        for line in block.split("\n"):
            key, quote, text = line.partition('"')
            if key[:3] == "msg":
                lines = entry[key[:6]] = []
            if quote:
                lines.append(text[:-1])
        context, zh, text = ("".join(entry.get(key, ())) for key in ("msgctx", "msgid ", "msgstr"))
        if zh:
            found[_plain(context), _plain(zh)] = _plain(text)
    return found


def _plain(text: str) -> str:
    return str(json.loads(f'"{text}"')) if "\\" in text else text


# --- the interface ----------------------------------------------------------------------------

_CONSTANTS: dict[str, dict[str, str]] = {
    "zh": {"tag": "zh-CN", "locale": "zh_CN", "home": "", "other": "en/", "other_tag": "en",
           "other_locale": "en_GB", "other_name": "English",
           "site_name": "全民数字素养与技能提升月", "organiser": "活动微站示例"},
    "en": {"tag": "en", "locale": "en_GB", "home": "en/", "other": "", "other_tag": "zh-CN",
           "other_locale": "zh_CN", "other_name": "中文",
           "site_name": "Digital Literacy and Skills Month", "organiser": "Campaign microsite (example)"},
}  # fmt: skip


def words(language: str) -> dict[str, str]:
    """The interface's words as templates ask for them: ``activity_when``."""
    read = catalogue(REPOSITORY / "hooks" / "microsite" / "words" / f"{language}.po")
    every = dict(of_pages("en" if language == "en" else "zh")) | {key: text for (_, key), text in read.items()}
    return _CONSTANTS[language] | {key.replace(".", "_"): text for key, text in every.items()}


_ICON = re.compile(r'^  "([a-z-]+)": "(.+)",$', re.MULTILINE)


def icons() -> dict[str, str]:
    """The shapes of the icons by their names."""
    return dict(_ICON.findall((REPOSITORY / "overrides" / "microsite" / "icons.html").read_text("utf-8")))


# --- the data ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Edition:
    """A campaign as its files have it; ``phones`` are by the printed names of bodies."""

    raw: Record
    phones: dict[str, str]
    people_until: str
    translations: Translations
    sessions: list[dict[str, str]]
    areas: list[Record]


def regions(data: Path) -> Iterator[tuple[Record, Translations, list[Edition]]]:
    """Each region's register with its editions, the newest first."""
    english = data / "translations" / "en"
    for path in sorted((data / "organisations").glob("*.yml")):
        translations = catalogue(english / path.with_suffix(".po").name)
        files = sorted((data / "campaigns").glob(f"{path.stem}-*.yml"), reverse=True)
        yield load(path), translations, [_edition(data, file, translations) for file in files]


def _edition(data: Path, file: Path, shared: Translations) -> Edition:
    contacts = load(data / "contacts" / file.name)
    phones = {line["body"]: line["phone"].replace("—", "-") for line in contacts["contacts"]}
    own = catalogue(data / "translations" / "en" / f"{file.stem}.po")
    raw = load(file)
    places = data / "places" / f"{raw['region']}.yml"
    areas = load(places)["areas"] if places.is_file() else []
    return Edition(raw, phones, contacts["people_until"], shared | own, _rows(data / "sessions" / f"{file.stem}.csv"), areas)


def _rows(table: Path) -> list[dict[str, str]]:
    """The sessions of a campaign that has some."""
    if not table.is_file():
        return []
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def speaker(language: str, translations: Translations) -> Say:
    if language == "zh":
        return lambda context, text: text
    return lambda context, text: translations.get((context, text), text)


_MONTH = re.compile(r"(\d+)月(?:(\d+)日|上旬|(中)|(下旬))?")


def when_key(text: str) -> int:
    """Something to put printed times in order by, and to draw them at: month × 31 + day."""
    found = _MONTH.search(text)
    if found is None:
        return 99 * 31
    return int(found[1]) * 31 + (int(found[2] or 0) or (11 if found[3] else 21 if found[4] else 1))
