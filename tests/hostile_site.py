"""A data folder in which every text field of every kind of record holds payloads.

The fields are found by walking the records: a new one is filled without a word here, and a new kind of
value makes the walk fail until it is given an example. What a field must be (an id, a day, a name of the
register) it is; everything else is a payload.
"""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import builders
from microsite.core.government import Government
from microsite.loading import po, translations
from microsite.loading.data_folder import Data
from microsite.model import values
from microsite.model.activity import Activity
from microsite.model.campaign import Campaign, DivisionOfBody, Synonyms
from microsite.model.contacts import Contact, ContactList
from microsite.model.document import DivisionOfPrinter
from microsite.model.fields import declared, is_record
from microsite.model.organisations import BodyList, Mention, Organisation, Region
from microsite.model.places import Area, Places
from microsite.model.when import When

Field = tuple[str, str]
OFFICES = (DivisionOfBody, DivisionOfPrinter)
ROOTS = (Region, Places, Campaign, ContactList, Synonyms)

# Texts that have to be something: a reference, a date, what another field says.
REFERENCES: dict[Field, str] = {
    ("Activity", "continues"): "names another activity",
    ("Printing", "office"): "names an office of the register",
    ("Division", "office"): "names an office of the register",
    ("When", "means"): "is read as a time",
    ("When", "except"): "names days",
    ("Session", "area"): "names an area of the region",
}


@dataclass
class Writer:
    """Writes one campaign with its region; ``text`` is what every field that can hold it holds."""

    number: int
    text: str
    filled: set[Field] = field(default_factory=set)
    counter: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def region(self) -> str:
        return f"hostile{self.number}"

    @property
    def campaign(self) -> str:
        return f"hostile{self.number}-2025"

    # -- any value of a shape ---------------------------------------------------------------------

    def record(self, shape: type) -> dict[str, Any]:
        """Every field of a record filled."""
        return {field.key: self.field(shape.__name__, field.key, field.kind) for field in declared(shape)}

    def field(self, shape: str, name: str, hint: Any) -> Any:
        fixed = self.fixed().get((shape, name))
        return fixed() if fixed else self.value((shape, name), hint)

    def value(self, of: Field, hint: Any) -> Any:
        for known, example in self.examples(of):
            if hint == known:
                return example()
        if get_origin(hint) is Literal:
            return get_args(hint)[self.number % len(get_args(hint))]
        if get_origin(hint) is tuple:
            return [self.value(of, get_args(hint)[0])]
        if get_origin(hint) is Annotated:
            return self.value(of, get_args(hint)[0])
        if is_record(hint):
            return self.record(hint)
        raise AssertionError(f"{of}: no example for {hint}")

    def examples(self, of: Field) -> list[tuple[Any, Callable[[], Any]]]:
        return [
            (values.Words, lambda: self.typed(of, self.text)),
            (values.Line, lambda: self.typed(of, self.text)),
            (values.Prose, lambda: self.typed(of, f"{self.text}\n\n- {self.text}\n\n> {self.text}")),
            (values.NameList, lambda: [self.typed(of, f"{self.text} {n}") for n in (1, 2)]),
            (values.Spellings, lambda: [self.typed(of, f"{self.text} {next(self.counter)}")]),
            (values.Id, lambda: f"id-{self.number}-{next(self.counter)}"),
            (values.Code, lambda: f"h{self.number}x{next(self.counter)}"),
            (values.Number, lambda: str(next(self.counter))),
            (values.Capacity, lambda: str(next(self.counter))),
            (values.Year, lambda: "2025"),
            (values.YesNo, lambda: "false" if of[1] == "draft" else "true"),  # a draft would not be published
            (values.Colour, lambda: "#0b4f8a"),
            (values.Url, lambda: f"https://www.example.gov.cn/a;b?c={self.number}&d=javascript:pwn()#(e)"),
            (values.Printed, lambda: self.typed(of, f"{self.text}\n\n{self.text}")),
            (values.ShortWords, lambda: self.typed(of, self.text[:12])),
            (values.Email, lambda: "office@example.gov.cn"),
            (values.Extension, lambda: "801"),
            (values.OfPoint, lambda: "28.6820, 115.8579"),
            (values.FileName, lambda: "2025/form.docx"),
            (values.Phone, lambda: "0990—55501001"),
            (values.Day, lambda: "2025-05-21"),
            (values.OfMoment, lambda: "2025-05-21 09:30"),
            (Mention, lambda: self.body(0)),
            (BodyList, lambda: [self.body(0), self.body(1)]),
            (When, self.when),
        ]

    def typed(self, of: Field, text: str) -> str:
        self.filled.add(of)
        return text

    def when(self) -> dict[str, str]:
        """A time whose printed words are a payload, and what they mean; every other one was changed since."""
        if next(self.counter) % 2:
            said = {key: self.typed(("When", key), self.text) for key in ("was", "note")}
            return {**said, "text": "2025年6月11日至20日"}
        said = {key: self.typed(("When", key), self.text) for key in ("text", "note")}
        return {**said, "means": "2025年6月11日至20日"}

    def body(self, number: int) -> str:
        return f"短 {self.text} {number}"

    # -- what fits together -----------------------------------------------------------------------

    def fixed(self) -> dict[Field, Callable[[], Any]]:
        office = f"处 {self.text}"
        return {
            ("Region", "region"): lambda: self.region,
            ("Region", "organisations"): lambda: [self.organisation(n) for n in (0, 1)],
            ("Office", "name"): lambda: self.typed(("Office", "name"), office),
            ("Places", "region"): lambda: self.region,
            ("Places", "areas"): lambda: [self.record(Area) | {"id": "town"}],
            ("Venue", "area"): lambda: "town",
            ("Session", "area"): lambda: "town",
            ("Session", "place"): lambda: self.typed(("Session", "place"), self.text),
            ("Contact", "phone"): lambda: None,
            ("Campaign", "id"): lambda: self.campaign,
            ("Campaign", "region"): lambda: self.region,
            ("Campaign", "formerly"): list,
            ("Campaign", "activities"): lambda: [self.activity(n) for n in (0, 1)],
            ("Campaign", "period"): lambda: "2025年6月中旬至7月中旬",
            ("Phase", "id"): lambda: "phase",
            ("Group", "id"): lambda: "group",
            ("Activity", "group"): lambda: "group",
            ("Campaign", "part_of"): lambda: None,
            ("Campaign", "language"): lambda: "zh",
            ("Region", "language"): lambda: "zh",
            ("Activity", "phase"): lambda: "phase",
            ("Activity", "continues"): lambda: f"{self.campaign}/quiz-0",
            ("Printing", "office"): lambda: office,
            ("Division", "office"): lambda: office,
            ("ContactList", "campaign"): lambda: self.campaign,
            ("ContactList", "people_until"): lambda: "2025-12-31",
            ("ContactList", "contacts"): lambda: [self.contact(n) for n in (0, 1)],
        }

    def organisation(self, number: int) -> dict[str, Any]:
        """A body of its own: the names of two must differ."""
        made = self.record(Organisation)
        self.filled |= {("Organisation", "name"), ("Organisation", "short")}
        return {**made, "name": f"全 {self.text} {number}", "short": self.body(number)}

    def activity(self, number: int) -> dict[str, Any]:
        """The first is to come; the second goes on from it, has results, and was cancelled or put off."""
        made = self.record(Activity) | {"id": f"quiz-{number}"}
        return made if number else made | {"continues": None, "status": None, "results": None}

    def contact(self, number: int) -> dict[str, Any]:
        return self.record(Contact) | {"body": self.body(number)}


def every_text_field() -> set[Field]:
    """All fields below the root shapes that hold free text, by walking the shapes once more."""
    found: set[Field] = set()
    seen: set[type] = set()

    def look(of: Field, hint: Any) -> None:
        if hint in (values.Line, values.Words, values.Prose, values.Printed, values.NameList, values.Spellings, *OFFICES):
            found.add(of)
        elif is_record(hint):
            walk(hint)
        else:
            for each in get_args(hint):
                look(of, each)

    def walk(shape: type) -> None:
        if shape not in seen:
            seen.add(shape)
            for each in declared(shape):
                look((shape.__name__, each.key), each.kind)

    for root in ROOTS:
        walk(root)
    return found


# --- the folder ---------------------------------------------------------------------------------------


def folder(root: Path, texts: list[str], kind: type[Writer] = Writer) -> set[Field]:
    """Write a campaign, a register and contacts for each text; gives the fields that were filled."""
    filled: set[Field] = set()
    for number, text in enumerate(texts):
        writer = kind(number, text)
        _write(root, f"organisations/{writer.region}.yml", writer.record(Region))
        _write(root, f"places/{writer.region}.yml", writer.record(Places))
        _write(root, f"campaigns/{writer.campaign}.yml", writer.record(Campaign))
        _write(root, f"contacts/{writer.campaign}.yml", writer.record(ContactList))
        filled |= writer.filled
    synonyms = {"zh": [["甲", texts[0]]], "en": [["a", texts[0]]]}
    _write(root, "synonyms.yml", synonyms)
    return filled | {("Synonyms", "zh"), ("Synonyms", "en")}


def _write(root: Path, name: str, record: dict[str, Any]) -> None:
    builders.write(root, name, f"{_yaml(record, 0)}\n".lstrip("\n"))


def _yaml(value: Any, depth: int) -> str:
    """YAML in which every text stands in double quotes; None leaves a field out."""
    indent = "\n" + "  " * depth
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        entries = "".join(f"{indent}- {_yaml(each, depth + 1).lstrip()}" for each in value)
        return entries or "[]"
    pairs = ((key, each) for key, each in value.items() if each is not None and each != [])
    return "".join(f"{indent}{key}: {_yaml(each, depth + 1)}" for key, each in pairs)


def translate_all(root: Path, data: Data, texts: list[str]) -> None:
    """An English text for everything that can be translated: the payloads again, the other way round."""
    records: list[Any] = [*data.plan.campaigns, *data.plan.regions.values()]
    for record in records:
        number = int(record.id.removeprefix("hostile").partition("-")[0])
        made = po.updated(po.parse(b"", "")[0], translations.all_words(record), record.id, "en")
        for message in made:
            if message.id:
                message.string = f"en {texts[-1 - number]} {len(str(message.id)) % 7}"
        path = root / "translations" / "en" / f"{record.id}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po.as_po(made))


def settings(text: str) -> dict[str, Any]:
    """Settings of the site with the same text wherever they are text."""
    given = {each.name: text for each in dataclasses.fields(Government)}
    addresses = {"organ_mark": "assets/icon.svg", "organ_mark_url": "https://www.example.gov.cn/"}
    return {
        "site_name": text,
        "site_name_en": text,
        "organiser": text,
        "organiser_en": text,
        "government": Government(**given | addresses),
    }
