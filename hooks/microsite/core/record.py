"""Records that never change, of which a build makes a hundred thousand."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


def quick(record: type[Made]) -> type[Made]:
    """The same frozen dataclass, made in half the time: above ``@dataclass(frozen=True, slots=True)``.

    The library has each field set by ``object.__setattr__``, which looks for its slot every time; here
    the slots are asked directly. Raises TypeError for a record that does more than keep its fields.

    >>> from dataclasses import dataclass
    >>> quick(dataclass(frozen=True, slots=True)(type("Place", (), {"__annotations__": {"x": int}})))(3)
    Place(x=3)
    """
    given, lines = [], []
    names: dict[str, Any] = {}
    for field in fields(cast(Any, record)):
        name = field.name
        if not field.init or field.default_factory is not MISSING or hasattr(record, "__post_init__"):
            raise TypeError(f"{record.__name__} does more than keep its fields")
        names |= {f"set_{name}": record.__dict__[name].__set__, f"default_{name}": field.default}
        given.append(name if field.default is MISSING else f"{name}=default_{name}")
        lines.append(f"    set_{name}(self, {name})\n")
    exec(f"def __init__(self, {', '.join(given)}):\n{''.join(lines)}", names)  # noqa: S102 - names of fields
    names["__init__"].__qualname__ = f"{record.__qualname__}.__init__"
    setattr(record, "__init__", names["__init__"])  # noqa: B010 - a type checker takes it for a mistake
    return record
