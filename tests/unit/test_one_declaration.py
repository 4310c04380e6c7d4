"""A field is declared once: whoever adds one touches the record, the template that shows it and the words."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import builders as b
from microsite.cli.spreadsheets import columns
from microsite.loading import json_schema, reader, reference
from microsite.model import activity, campaign, fields
from microsite.model.activity import Activity
from microsite.model.values import Words
from microsite.site.feeds import public_data
from publishing import formats

KEPT = (fields.declared, fields.by_key, fields.published, reader._in_order, reference.records)
"""What is worked out once a record."""


@pytest.fixture
def with_remark(monkeypatch: pytest.MonkeyPatch) -> Iterator[type]:
    """Activities that have one optional text more."""
    remark = fields.optional(None, "备注", "remark", "给读者的备注", "a remark for readers", "`自带手机`")
    made = dataclasses.make_dataclass(
        "Activity", [("remark", "Words | None", remark)], bases=(Activity,), frozen=True, slots=True, kw_only=True,
        namespace={"__module__": activity.__name__},
    )  # fmt: skip
    for module in (activity, campaign):
        monkeypatch.setattr(module, "Activity", made)
    for kept in KEPT:
        kept.cache_clear()
    yield made
    monkeypatch.undo()
    for kept in KEPT:
        kept.cache_clear()


def test_a_new_field_is_read_explained_published_and_a_column(with_remark: type, tmp_path: Path) -> None:
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(remark="自带手机。")])
    data = b.data(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan))
    (activity,) = data.plan.campaigns[0].activities
    assert activity.remark == Words("自带手机。", "activities/online-quiz/remark")  # type: ignore[attr-defined]

    published = json.loads(formats(data)["api/v1/yunling-2025.json"])["activities"][0]
    assert published["remark"] == {"zh": "自带手机。", "en": None}
    described = public_data.schema()["$defs"]["Activity"]["properties"]["remark"]
    assert described["description"] == "a remark for readers"

    key = json_schema.export("campaign")["definitions"]["activity"]["properties"]["remark"]
    assert (key["title"], key["examples"]) == ("备注", ["自带手机"])
    assert [each.zh for each in columns._columns(with_remark) if each.key == "remark"] == ["备注"]
    table = reference.filled("<!-- fields: activity -->", "zh")
    assert "| `remark` | 可不写 | 给读者的备注 | `自带手机` |" in table


def test_a_mistake_in_a_new_field_is_told_like_any_other(with_remark: type, tmp_path: Path) -> None:
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(remark="[甲, 乙]")])
    problems = b.problems_in(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan))
    assert [(each.path, each.code) for each in problems] == [("activities[0].remark", "not-text")]


def test_without_it_the_same_field_is_unknown(tmp_path: Path) -> None:
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(remark="自带手机。")])
    problems = b.problems_in(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan))
    assert [(each.path, each.code) for each in problems] == [("activities[0].remark", "unknown-key")]
