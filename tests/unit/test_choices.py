"""Every choice has a name in both languages, and the pages use it."""

from __future__ import annotations

import doctest
from typing import get_args

import pytest

from microsite.core.language import LANGUAGES, Language
from microsite.loading import data_folder
from microsite.model import choices

OF_THE_PAGES = {
    "audience": choices.Audience,
    "form": choices.Form,
    "kind": choices.Kind,
    "body": choices.BodyKind,
    "status": choices.Status,
    "measure": choices.Measure,
    "access": choices.Access,
    "language": choices.Tongue,
}


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(choices).failed == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_choice_has_the_name_that_readers_see(language: Language) -> None:
    words = data_folder.interface(language)
    for group, codes in OF_THE_PAGES.items():
        seen = {code: words(f"{group}.{code}") for code in get_args(codes)}
        assert seen == {code: choices.NAMES[code][language == "en"] for code in get_args(codes)}


def test_a_session_that_is_called_off_is_no_whole_activity() -> None:
    words = [data_folder.interface(language) for language in LANGUAGES]
    assert [(w("status.cancelled"), w("session.cancelled")) for w in words] == [
        ("活动已取消", "已取消"), ("This activity is cancelled", "Cancelled"),
    ]  # fmt: skip


def test_every_name_belongs_to_a_choice() -> None:
    assert {code for kind in choices.CHOICES.values() for code in get_args(kind)} == set(choices.NAMES)


@pytest.mark.parametrize(
    ("typed", "offered", "meant"),
    [
        ("contest", choices.Kind, "competition"),
        ("Workshop", choices.Kind, "training"),
        ("walk", choices.Kind, "visit"),
        ("电影", choices.Kind, "screening"),
        ("English", choices.Tongue, "en"),
        ("汉语", choices.Tongue, "zh"),
        ("wheelchair access", choices.Access, "step-free"),
        ("sold out", choices.SessionStatus, "full"),
        ("soldout", choices.SessionStatus, "full"),
        ("delayed", choices.Status, "postponed"),
        ("called off", choices.Status, "cancelled"),
        ("elevator", choices.Access, "step-free"),
        ("无障碍厕所", choices.Access, "toilet"),
        ("hybrid", choices.Form, "both"),
        ("公众", choices.Audience, "everyone"),
        ("长者", choices.Audience, "older"),
        ("启动仪式", choices.Kind, "ceremony"),
        ("delayed", choices.Access, None),
        ("film", choices.Form, None),
    ],
)
def test_what_is_typed_in_other_words_is_the_choice_that_it_means(typed: str, offered: object, meant: str | None) -> None:
    assert choices.meant(typed, get_args(offered)) == meant
