"""Records that are made quickly are the records that they were."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from microsite.core.language import Text
from microsite.core.problems import Mark
from microsite.core.record import quick


@quick
@dataclass(frozen=True, slots=True, order=True)
class Place:
    file: str
    line: int = 1

    @property
    def next(self):
        return replace(self, line=self.line + 1)


def test_fields_are_set_by_place_by_name_and_by_default():
    assert [Place("a", 2), Place(line=3, file="b"), Place("c")] == [
        Place(file="a", line=2), Place(file="b", line=3), Place("c", 1),
    ]  # fmt: skip
    assert repr(Place("a").next) == "Place(file='a', line=2)"
    assert [each.name for each in fields(Place)] == ["file", "line"]


def test_a_record_never_changes():
    place = Place("a")
    with pytest.raises(FrozenInstanceError):
        place.line = 2
    with pytest.raises(FrozenInstanceError):
        del place.line
    with pytest.raises((AttributeError, TypeError)):
        place.column = 1


def test_a_record_is_compared_ordered_hashed_copied_and_kept():
    assert Place("a") < Place("a", 2)
    assert len({Place("a"), Place("a", 1), Place("a", 2)}) == 2
    for record in (Mark("a.yml", 2, 3), Text("字", "zh", "en")):
        assert copy.deepcopy(record) == pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - made here


@pytest.mark.parametrize("arguments", [(), ("a", 1, 2)])
def test_what_is_missing_or_too_much_is_an_error(arguments):
    with pytest.raises(TypeError, match=r"Place\.__init__"):
        Place(*arguments)


@dataclass(frozen=True, slots=True)
class Growing:
    items: list = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Derived:
    size: int = field(init=False, default=0)


@dataclass(frozen=True, slots=True)
class Judging:
    size: int

    def __post_init__(self):
        assert self.size


@pytest.mark.parametrize("record", [Growing, Derived, Judging])
def test_a_record_that_does_more_than_keep_its_fields_is_refused(record):
    with pytest.raises(TypeError, match="does more than keep its fields"):
        quick(record)
