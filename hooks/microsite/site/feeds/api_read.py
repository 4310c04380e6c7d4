"""How what the model says becomes public data: words in both languages, times with bounds, addresses.

These are the readers that the shapes (``api_shapes``) name; pydantic hands each of them the context
of the campaign or region that is being told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationInfo

from ...core import urls
from ...core.dates import in_words
from ...core.language import Language
from ...core.model import When
from ...core.organisations import Words


@dataclass(frozen=True, slots=True)
class Context:
    """How one campaign's (or region's) words are said; ``registered`` for names of the register."""

    said: Callable[[Words], dict[str, Any]]
    registered: Callable[[Words], dict[str, Any]]
    campaign: str = ""


def words(value: object, info: ValidationInfo) -> object:
    context: Context = info.context  # type: ignore[assignment]
    return context.said(value) if isinstance(value, Words) else value


def name(value: object, info: ValidationInfo) -> object:
    context: Context = info.context  # type: ignore[assignment]
    return context.registered(value) if isinstance(value, Words) else value


def time(value: object, info: ValidationInfo) -> object:
    """A time in words of both languages, with its bounds. What is neither (named occasions, 另行通知) has
    no English of its own."""
    if not isinstance(value, When):
        return value
    when = value.date
    english = None if when.kind in ("occasions", "unknown") else in_words.when(when, "en")
    texts = {"zh": in_words.when(when, "zh"), "en": english}
    means = when.correction.means if when.correction else None
    kept = ("earliest", "start_latest", "end_earliest", "latest", "kind", "about", "tentative")
    found = {each: getattr(when, each) for each in kept}
    named = {"occasions": when.occasions, "occasions_open": when.occasions_open}
    exact = {"text": texts, "printed": value.printed, "was": value.was, "is_exact": when.is_exact, "edtf": when.edtf()}
    return {**exact, **found, **named, "means": means, "note": words(value.note, info)}


def activity_pages(id_: object, info: ValidationInfo) -> object:
    context: Context = info.context  # type: ignore[assignment]
    return _pages(lambda language: urls.activity(language, context.campaign, str(id_)))


def campaign_pages(id_: object) -> object:
    return _pages(lambda language: urls.campaign(language, str(id_)))


def body_pages(id_: object) -> object:
    return _pages(lambda language: urls.organisation(language, str(id_)))


def _pages(address: Callable[[Language], str]) -> dict[str, str]:
    return {"zh": address("zh"), "en": address("en")}
