"""The Chinese names of what can be chosen are those that the pages use."""

from __future__ import annotations

import doctest
from typing import get_args

from microsite.loading import data_folder
from microsite.model import choices

OF_THE_PAGES = {
    "audience": choices.Audience,
    "form": choices.Form,
    "kind": choices.Kind,
    "body": choices.BodyKind,
    "session": choices.SessionStatus,
    "status": choices.Status,
    "measure": choices.Measure,
    "link": choices.LinkKind,
    "access": choices.Access,
    "language": choices.Tongue,
}


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(choices).failed == 0


def test_every_choice_has_the_name_that_readers_see() -> None:
    words = data_folder.interface("zh")
    offered = {code: words(f"{group}.{code}") for group, codes in OF_THE_PAGES.items() for code in get_args(codes)}
    assert offered == {code: zh for code, (zh, _) in choices.NAMES.items()}
