"""The help that editors of text show says what the check and the manual say, and refuses nothing that is right."""

from __future__ import annotations

import fnmatch
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

import builders as b
from microsite.cli import main, schemas
from microsite.loading import json_schema
from microsite.model import choices

ROOT = Path(__file__).parents[2]
MANUAL = ROOT / "docs" / "manual"
FOLDER = ROOT / ".vscode" / "schemas"
SCHEMAS = dict(schemas.schemas())
VALIDATORS = {
    name.removesuffix(".json"): jsonschema.Draft7Validator(json.loads(text)) for name, text in SCHEMAS.items()
}


def as_text(text: str) -> Any:
    """Every value as the text that was typed, the way the check reads it."""
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - text only


def as_editors_read(text: str) -> Any:
    """Numbers, yes and no as values; days as text, since JSON has none.

    PyYAML reads YAML 1.1, where the key ``on`` is a yes; the settings ask VS Code for 1.2.
    """
    return _as_json(yaml.safe_load(text))


def _as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {"on" if key is True else key: _as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_json(item) for item in value]
    return str(value) if isinstance(value, date | datetime) else value


READERS = [as_text, as_editors_read]


def errors(kind: str, value: Any) -> list[tuple[str, str]]:
    """Place and reason of everything that a schema refuses."""
    found = VALIDATORS[kind].iter_errors(value)
    return sorted((".".join(map(str, error.absolute_path)), error.message) for error in found)


# --- the committed files ----------------------------------------------------------------------


def test_the_committed_schemas_are_what_the_program_writes() -> None:
    assert {path.name: path.read_text("utf-8") for path in FOLDER.iterdir()} == SCHEMAS


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(SCHEMAS[name]))


def test_the_command_writes_them_beside_the_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    assert main.main(["--data", str(tmp_path / "data"), "schema"]) == 0
    written = {path.name: path.read_text("utf-8") for path in (tmp_path / ".vscode" / "schemas").iterdir()}
    assert written == SCHEMAS
    assert len(capsys.readouterr().out.splitlines()) == len(SCHEMAS)


# --- nothing that is right is refused ---------------------------------------------------------


def sound() -> Iterator[Any]:
    for path in sorted((ROOT / "data").rglob("*.yml")):
        kind = path.stem if path.stem == "synonyms" else path.parent.name
        yield pytest.param(kind.replace("campaigns", "campaign"), path.read_text("utf-8"), id=path.name)
    yield pytest.param("campaign", b.a_campaign_yaml(), id="a campaign")
    yield pytest.param("organisations", b.a_register_yaml(), id="a register")
    yield pytest.param("contacts", b.contacts_yaml(), id="contacts")
    kinds = {"campaign": "campaign", "register": "organisations", "contacts": "contacts", "synonyms": "synonyms"}
    for page in sorted(each for each in MANUAL.glob("*.md") if not each.name.endswith(".en.md")):
        for number, block in enumerate(re.findall(r"^```yaml\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S)):
            kind = block.split("\n", 1)[0].removeprefix("# ")
            if kind in kinds:
                yield pytest.param(kinds[kind], block, id=f"{page.name} {number}")


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(("kind", "text"), list(sound()))
def test_everything_that_the_check_takes_is_taken(kind: str, text: str, read: Any) -> None:
    assert errors(kind, read(text)) == []


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    "changes",
    [
        {"open_to_public": "false"},
        {"title": "2025"},
        {"title": "'true'"},
        {"when": "2025-06-03"},
        {"when": "{text: 7月9月, means: 7月至9月, note: 疑漏字}"},
        {"lead": "all"},
        {"platforms": "[甲, {name: 乙, url: 'https://example.org/'}]"},
        {"updates": "[{on: 2025-06-03, text: 甲, material: false}]"},
        {"counts": "[{what: 甲, number: '3', unit: 场}]"},
        {"id": "on"},
        {"venues": "2025"},
    ],
)
def test_values_that_editors_take_for_something_else_are_taken(changes: dict[str, str], read: Any) -> None:
    assert errors("campaign", read(b.a_campaign_yaml(activities=[b.an_activity_yaml(**changes)]))) == []


def schemas_in(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from schemas_in(inner)


@pytest.mark.parametrize("kind", VALIDATORS)
def test_every_example_fits_what_it_is_an_example_of(kind: str) -> None:
    whole = VALIDATORS[kind].schema
    shown = [each for each in schemas_in(whole) if isinstance(each.get("examples"), list)]
    assert shown
    for each in shown:
        own = jsonschema.Draft7Validator({**each, "definitions": whole["definitions"]})
        assert [(example, error.message) for example in each["examples"] for error in own.iter_errors(example)] == []


# --- what is wrong ----------------------------------------------------------------------------


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("edit", "place"),
    [
        (("colour:", "color:"), ""),
        (("  text: 数字云岭", "  txt: 数字云岭"), "theme"),
        (("    form: onsite", "    froms: onsite"), "activities.1"),
        (("year: 2025\n", "year: 25\n"), "year"),
        (("    form: onsite", "    form: 线下"), "activities.1.form"),
        (("    kind: quiz", "    kind: quizz"), "activities.0.kind"),
        (("    open_to_public: true", "    open_to_public: maybe"), "activities.1.open_to_public"),
        (('colour: "#0b4f8a"', "colour: blue"), "colour"),
        (("id: yunling-2025", "id: Yunling_2025"), "id"),
        (("short_name: 提升月", "short_name: ''"), "short_name"),
        (("period: 2025年6月中旬至7月中旬", "period: {txt: 甲}"), "period"),
        (("    number: 1\n    source: 四", "    number: 0\n    source: 四"), "activities.0.number"),
    ],
)
def test_what_is_misspelt_is_underlined_at_its_place(edit: b.Edit, place: str, read: Any) -> None:
    found = {where for where, _ in errors("campaign", read(b.a_campaign_yaml(edit)))}
    assert found == {place}


def test_a_missing_key_and_an_empty_list_are_refused() -> None:
    whole = as_text(b.a_campaign_yaml())
    assert errors("campaign", {key: item for key, item in whole.items() if key != "year"}) == [
        ("", "'year' is a required property")
    ]
    assert [place for place, _ in errors("campaign", whole | {"activities": []})] == ["activities"]


# --- words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", VALIDATORS)
def test_every_key_has_a_chinese_title_and_is_explained_in_both_languages(kind: str) -> None:
    records = [each for each in schemas_in(VALIDATORS[kind].schema) if each.get("additionalProperties") is False]
    keys = [(key, about) for record in records for key, about in record["properties"].items()]
    assert len(keys) > 1
    silent = [
        key
        for key, about in keys
        if not re.search("[一-鿿]", about["title"])
        or not re.fullmatch(r"[^\n]*[一-鿿][^\n]*\n\n[^\n]*[a-z][^\n]*", about["description"])
    ]
    assert silent == []


def test_every_choice_is_explained_in_both_languages() -> None:
    described = {
        tuple(each["enum"]): each["enumDescriptions"]
        for validator in VALIDATORS.values()
        for each in schemas_in(validator.schema)
        if "enumDescriptions" in each
    }
    offered = choices.CHOICES.values()
    assert set(described) == {get_args(each) for each in offered}
    assert described[get_args(choices.Form)] == ["线上 / Online", "线下 / On site", "线上和线下 / Online and on site"]
    told = [text for texts in described.values() for text in texts]
    assert [text for text in told if not re.fullmatch("[一-鿿]+ / [a-zA-Z ,’-]+", text)] == []


def test_a_key_shows_the_row_of_the_manual_without_its_links() -> None:
    audiences = json.loads(SCHEMAS["campaign.json"])["definitions"]["activity"]["properties"]["audiences"]
    assert (audiences["title"], audiences["examples"]) == ("面向", [["older", "farmers"]])
    assert audiences["description"].split("\n\n")[0] == "面向谁，可写几种"


# --- the settings of the editor ---------------------------------------------------------------


def test_every_data_file_has_exactly_one_schema_in_the_editor() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    mapped = settings["yaml.schemas"]
    assert settings["yaml.yamlVersion"] == "1.2"
    assert sorted(mapped) == [f".vscode/schemas/{name}" for name in sorted(SCHEMAS)]
    files = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "data").rglob("*.yml"))]
    assert [sum(fnmatch.fnmatch(file, pattern) for pattern in mapped.values()) for file in files] == [1] * len(files)


def test_the_editor_recommends_the_extension_that_reads_the_schemas() -> None:
    assert json.loads((ROOT / ".vscode" / "extensions.json").read_text("utf-8")) == {
        "recommendations": ["redhat.vscode-yaml"]
    }


def test_each_kind_of_file_has_its_schema() -> None:
    assert [f"{name}.json" for name in json_schema.ROOTS] == list(SCHEMAS)
