"""``mkdocs.yml`` as the host reads it, with the place of every value, so that problems are reported before MkDocs reads it.

What only the host understands is understood here as well: ``INHERIT`` (another file below this one) and ``!ENV``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ..checks import hand_written, site_settings
from ..core.problems import InvalidData, Mark, Problem
from ..core.settings import PROFILES, Settings, read_settings
from ..yamlfile import settings_yaml, yaml_parser
from ..yamlfile.encoding import decode, told_hidden
from ..yamlfile.messages import Findings, shown
from .data_files import below

NAME = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """The values of the file and their places, by their paths (``extra.microsite.official``, ``plugins[1].i18n``).

    ``written`` is everything in the file, and in those below it.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    file: str = NAME
    written: bytes = field(default=b"", repr=False)

    def mark(self, path: str) -> Mark:
        """Where a value stands; where it does not, the nearest thing around it."""
        while path and path not in self.marks:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.marks.get(path) or Mark(self.file)

    def placed(self, problem: Problem) -> Problem:
        """A problem of a setting at the place of that setting."""
        is_ours = problem.path and problem.mark.file == NAME
        return replace(problem, mark=self.mark(problem.path)) if is_ours else problem

    def checked(self, environ: Mapping[str, str], as_of: date, address: str | None = None) -> Settings:
        """The settings of a build; ``address`` is that under which a preview shows it. Raises InvalidData."""
        extra = self.values.get("extra") or {}
        ours = (extra.get("microsite") or {}) if isinstance(extra, Mapping) else {}
        name, own = self.values.get("site_name") or "", self.values.get("site_url") or ""
        profile = environ.get("PROFILE") or PROFILES[0]
        base = Settings(site_name=name, site_url=own if address is None else address, profile=profile, as_of=as_of)
        settings, found = read_settings(ours if isinstance(ours, Mapping) else {}, base)
        if wrong := [*site_settings.problems(self.values), *found]:
            raise InvalidData(map(self.placed, wrong))
        return settings


NO_SETTINGS = SiteSettings()


def read(file: Path, environ: Mapping[str, str]) -> SiteSettings:
    """The settings, none where there is no such file. Raises InvalidData, and OSError."""
    if file.is_file():
        return _read(file, file.name, environ, ())
    if not os.path.lexists(file):
        return NO_SETTINGS
    zh, en = "这里应是一个文件，而不是文件夹或断了的链接；请改名，用备份或 git 恢复", "must be a file, not a folder or a broken link"
    raise InvalidData([Problem(Mark(file.name), "", "broken-settings", zh, f"{en}; rename it, and restore the file from a copy or git")])


def absent(file: Path, source: SiteSettings) -> Iterator[Problem]:
    """Files that the settings name and that are not there, or cannot be used; the host would tell it only when it builds."""
    hooks, theme = source.values.get("hooks"), source.values.get("theme")
    named = {f"hooks[{number}]": name for number, name in enumerate(hooks if isinstance(hooks, list) else [])}
    watched = source.values.get("watch")
    named |= {f"watch[{number}]": name for number, name in enumerate(watched if isinstance(watched, list) else [])}
    named["theme.custom_dir"] = theme.get("custom_dir") if isinstance(theme, Mapping) else None
    for path, name in named.items():
        if isinstance(name, str) and not os.path.exists(file.parent / name):  # noqa: PTH110 - Path.exists ends where a name is too long
            zh, en = f"“{name[:80]}”不在这里；请改正名字", f"“{name[:80]}” is not there; correct its name"
            yield source.placed(Problem(Mark(NAME), path, "wrong-setting", zh, en))
    if isinstance(folder := named["theme.custom_dir"], str):
        texts = (path for path in below(file.parent / folder) if path.suffix in hand_written.TEXTS and path.is_file())
        yield from hand_written.problems({Path(os.path.relpath(path, file.parent)).as_posix(): path.read_bytes() for path in texts})


def _read(file: Path, name: str, environ: Mapping[str, str], above: tuple[Path, ...]) -> SiteSettings:
    written = file.read_bytes()
    values, marks = _parsed(written, name, environ)
    if "INHERIT" not in values:
        return SiteSettings(values, marks, name, written)
    below = file.parent / str(values["INHERIT"])
    is_there = os.path.isfile(below)  # noqa: PTH113 - Path.is_file ends where a name is too long
    if not is_there or below.resolve() in (file.resolve(), *above):
        zh, en = ("又用到这个文件", "leads back to this file") if is_there else ("不在这里", "is not there")
        zh = f"INHERIT 要的文件“{values['INHERIT']}”{zh}；请改正名字，或删去这一行"
        en = f"the file “{values['INHERIT']}” named by INHERIT {en}; correct its name, or delete this line"
        raise InvalidData([Problem(marks["INHERIT"], "INHERIT", "broken-settings", zh, en)])
    parent = _read(below, str(values["INHERIT"]), environ, (*above, file.resolve()))
    return SiteSettings(_merged(parent.values, values), {**parent.marks, **marks}, name, written + parent.written)


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Both, key by key; what is no mapping is replaced, as the host does it."""
    both = dict(below)
    for key, value in above.items():
        old = both.get(key)
        both[key] = _merged(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return both


def _parsed(data: bytes, name: str, environ: Mapping[str, str]) -> tuple[Mapping[str, Any], dict[str, Mark]]:
    found = Findings(name)
    text = decode(data, found)
    if text is None:
        raise InvalidData(found.problems)
    if hidden := told_hidden(found, text):
        raise InvalidData(hidden)
    loader = _loader(environ)
    try:
        opened = loader(text)
        node = opened.get_single_node()
        values = opened.construct_document(node) if node else None
    except (yaml.YAMLError, RecursionError) as error:
        raise InvalidData(_broken(data, name, error)) from None
    if node is None or not isinstance(values, dict):
        zh, en = "这里应有若干项设置，如 site_name: 提升月", "must hold settings such as site_name: Skills Month"
        raise InvalidData([Problem(Mark(name), "", "broken-settings", zh, en)])
    if twice := [each for each in yaml_parser.parse(data, name)[1] if each.code == "yaml-duplicate-key"]:
        raise InvalidData(twice)  # the host would take the last one without a word
    return values, {path: Mark(name, at.line + 1, at.column + 1) for path, at in _places(node, "", set())}


def _loader(environ: Mapping[str, str]) -> type[yaml.SafeLoader]:
    class Loader(settings_yaml.Loader):
        """The host's own tags (``!relative``, ``!!python/name``) have no value here."""

    def from_environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
        return _from_environment(loader, node, environ)

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    Loader.add_constructor("!ENV", from_environment)
    return Loader


def _from_environment(loader: yaml.SafeLoader, node: yaml.Node, environ: Mapping[str, str]) -> Any:
    """``!ENV NAME`` or ``!ENV [NAME, ANOTHER, default]``, as pyyaml-env-tag reads it."""
    nodes = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names, default = (nodes[:-1], nodes[-1:]) if len(nodes) > 1 else (nodes, [])
    for name in (str(each.value) for each in names):
        if name in environ:
            tag = loader.resolve(yaml.ScalarNode, environ[name], (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, environ[name], node.start_mark, node.end_mark))
    return loader.construct_object(default[0]) if default else None


def _broken(data: bytes, name: str, error: Exception) -> list[Problem]:
    """What is wrong, in the words for data files where these know it."""
    own = ("yaml-anchor", "yaml-alias", "yaml-tag", "yaml-merge-key", "yaml-comment")  # allowed here
    known = [each for each in yaml_parser.parse(data, name)[1] if each.code not in own]
    if known:
        return known
    place = getattr(error, "problem_mark", None)
    mark = Mark(name, place.line + 1, place.column + 1) if place else Mark(name)
    why = str(error) if (said := getattr(error, "problem", None)) is None else said
    zh, en = f"这里读不懂：{why}；请检查这一行和上一行", f"this cannot be read: {why}; check this line and the one above"
    if isinstance(error, settings_yaml.NoSuchValueError):
        zh, en = f"“{shown(why)}”像日期或数字，却不是；请加引号", f"“{shown(why)}” looks like a day or a number but is not; quote it"
    return [Problem(mark, "", "broken-settings", zh, en)]


def _places(node: yaml.Node, path: str, seen: set[int]) -> Iterator[tuple[str, yaml.Mark]]:
    """Where each value begins, at its key if it has one; an alias is not followed twice."""
    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            below = f"{path}.{key.value}".lstrip(".")
            yield below, key.start_mark
            yield from _places(value, below, seen)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            yield f"{path}[{index}]", item.start_mark
            yield from _places(item, f"{path}[{index}]", seen)
