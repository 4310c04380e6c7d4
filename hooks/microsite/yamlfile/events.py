"""What the YAML parser sees, step by step: the C parser of PyYAML, or its Python one.

Only steps are taken from it, never a finished tree: composing one recurses.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from typing import Any

from yaml import events, parser, reader, scanner


class PythonParser(reader.Reader, scanner.Scanner, parser.Parser):
    """PyYAML's own parser, for where its C library is not installed."""

    def __init__(self, text: str) -> None:
        reader.Reader.__init__(self, text)
        scanner.Scanner.__init__(self)
        parser.Parser.__init__(self)


def fastest_parser() -> Callable[[str], Any]:
    """The C parser where there is one, because it is much faster; both give the same values."""
    try:
        chosen: Callable[[str], Any] = importlib.import_module("yaml.cyaml").CParser
    except ImportError:
        return PythonParser
    return chosen


def read_events(text: str, make: Callable[[str], Any]) -> Iterator[Any]:
    """The events of a text, in order; raises ``yaml.MarkedYAMLError`` where it cannot go on."""
    source = make(text)
    while True:
        event = source.get_event()
        if event is None or isinstance(event, events.StreamEndEvent):
            return
        yield event
