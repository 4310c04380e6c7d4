"""The JSON Schema of the public data: what the shapes allow, and what they say of each field.

The library can read the texts below the fields, too (``use_attribute_docstrings``), but does so whenever
the shapes are made, for every build; they are wanted here alone.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from ...core import uids
from .api_files import CampaignFile, IndexFile, OrganisationsFile
from .api_shapes import Public


class _Plain(GenerateJsonSchema):
    """Without a title for each field, which would only repeat its name."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of every file; ``type`` says which of the three kinds one is."""
    made: dict[str, Any] = TypeAdapter(CampaignFile | IndexFile | OrganisationsFile).json_schema(
        mode="serialization", by_alias=True, schema_generator=_Plain
    )
    for shape in _below(Public):
        _describe(shape, made["$defs"].get(shape.__name__, {}).get("properties", {}))
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": uids.name("api", "v1"),
        "title": "Campaign data, version 1",
    }
    return {**head, **made}


def _below(shape: type[Public]) -> Iterator[type[Public]]:
    for each in shape.__subclasses__():
        yield each
        yield from _below(each)


def _describe(shape: type[Public], properties: dict[str, Any]) -> None:
    """Put what stands below each field into its schema, whose keys are in the order of the alphabet."""
    own = (each for each in reversed(shape.__mro__) if issubclass(each, Public))
    said = dict(chain.from_iterable(map(_texts, own)))
    for name, field in shape.model_fields.items():
        key = field.serialization_alias or name
        if name in said and key in properties:
            properties[key] = dict(sorted({**properties[key], "description": said[name]}.items()))


def _texts(shape: type[Public]) -> Iterator[tuple[str, str]]:
    """Each field that has a text below it, with that text."""
    (tree,) = ast.parse(inspect.getsource(shape)).body
    assert isinstance(tree, ast.ClassDef)
    for field, below in pairwise(tree.body):
        is_text = isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant)
        if is_text and isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            yield field.target.id, inspect.cleandoc(str(below.value.value))  # type: ignore[attr-defined]
