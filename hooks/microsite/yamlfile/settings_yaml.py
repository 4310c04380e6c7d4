"""YAML that the host reads as well (``mkdocs.yml``, the settings at the top of a page), where every error has its place."""

from __future__ import annotations

from typing import Any

import yaml


class NoSuchValueError(yaml.MarkedYAMLError):
    """What looks like a day or a number, or is called one, and is none; ``problem`` is what is written."""


class Loader(yaml.SafeLoader):
    """As the library reads it; where the library ends with whatever goes wrong in it, the value is named and placed."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except (ValueError, LookupError, AttributeError):
            raise NoSuchValueError(problem=str(node.value), problem_mark=node.start_mark) from None
