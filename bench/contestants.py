"""Who takes part: how each is prepared, what is put right before a run, and the command that is measured."""

from __future__ import annotations

import compileall
import hashlib
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import datafiles
import measure
import prepared
import synthetic
import tools
import wording
import yaml

BENCH = Path(__file__).resolve().parent
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "PYTHONUTF8": "1"}
LIKE = """\
# Only what the others make, too: pages and the indexes of the finder.
import microsite.build.outputs

microsite.build.outputs.PARTS = microsite.build.outputs.PARTS[:2]
"""
"""A second hook that leaves out what the others do not make either."""
CALENDARS = """
# With sessions also the calendars.
from microsite.core.language import LANGUAGES
from microsite.site.feeds import ical

def calendars(site, paint):
    for language in LANGUAGES:
        yield from ical.files(site.scope(language))

microsite.build.outputs.PARTS += (calendars,)
"""
HOOKS = {"like": LIKE, "like with calendars": LIKE + CALENDARS}
CARDS = "cards"
"""The folder of the cache with the share cards, which are drawn once and kept."""


def _nothing() -> None:
    return


@dataclass(frozen=True, slots=True)
class Contestant:
    """One line of the table. ``ready`` puts right what a run needs, before the clock starts.

    ``is_slow``: one run is enough. ``is_kept``: the site of before is there, and what changes in it counts.
    """

    name: str
    command: list[str]
    cwd: Path
    output: Path
    ready: Callable[[], None] = _nothing
    is_slow: bool = False
    is_kept: bool = False

    def run(self) -> measure.Measured:
        self.ready()
        others = "SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE"  # an office has neither
        kept = {key: value for key, value in os.environ.items() if key not in others}
        before = measure.stamps(self.output) if self.is_kept else {}
        found = measure.run(self.command, self.cwd, self.output, {**kept, **QUIET})
        if not self.is_kept:
            return found
        after = measure.stamps(self.output)
        return replace(found, changed=sum(before.get(path) != stamp for path, stamp in after.items()))


def clean(name: str, command: list[str], cwd: Path, site: Path, is_slow: bool = False) -> Contestant:
    """One that begins every time without a site."""
    return Contestant(name, command, cwd, site, lambda: empty(site), is_slow)


def mkdocs(site: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]


def empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def copied(source: Path, to: Path) -> None:
    if to.is_symlink():
        to.unlink()
    empty(to)
    shutil.copytree(source, to, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))


def folder(work: Path, activities: int) -> Path:
    """The folder of one size, with the synthetic project in ``plain/``; made once for a generator."""
    made_by = (synthetic.__file__, datafiles.__file__, wording.__file__)
    stamp = hashlib.sha256(b"".join(Path(str(file)).read_bytes() for file in made_by)).hexdigest()
    root = work / str(activities)
    if not (root / "stamp").is_file() or (root / "stamp").read_text() != stamp:
        empty(root / "plain")
        synthetic.project(root / "plain", activities)
        (root / "stamp").write_text(stamp)
    return root


# --- the floor --------------------------------------------------------------------------------


def floor(root: Path) -> Iterator[Contestant]:
    script, modules, site = str(BENCH / "floor.py"), root / "modules", root / "floor"
    empty(modules)
    Contestant("", [sys.executable, script, "--compile", str(modules)], root, modules).run()
    yield clean("floor", [sys.executable, script, str(_data(root)), str(site), str(modules)], root, site)


def _data(root: Path) -> Path:
    return root / "plain" / "data"


# --- this project -----------------------------------------------------------------------------


class Project:
    """A copy of the synthetic project that is edited and built; ``variant`` is ``full`` or one of ``HOOKS``.

    The code and the templates are those of ``source`` as they are now: what somebody changes while
    the measuring goes on is not measured. ``settings`` are those of ``mkdocs.yml``, else the project's own without the manual.
    """

    def __init__(self, root: Path, variant: str, source: Path, settings: str = "") -> None:
        self.root, self.edits = root / variant, 0
        self.site, self.cache = self.root / "site", self.root / ".cache"
        for name in ("data", "docs"):
            copied(root / "plain" / name, self.root / name)
        for name in ("hooks", "overrides"):
            copied(source / name, self.root / name)
        compileall.compile_dir(self.root / "hooks", quiet=1)
        text = settings or synthetic.settings(source)
        if variant in HOOKS:
            # Beside the other hook, from where both find the core.
            (self.root / "hooks" / "like.py").write_text(HOOKS[variant], "utf-8")
            text = text.replace("hooks:\n", "hooks:\n  - hooks/like.py\n", 1)
        (self.root / "mkdocs.yml").write_text(text, "utf-8")

    def cold(self) -> None:
        """Nothing is there but the data, and the share cards."""
        empty(self.site)
        empty(self.site.with_name(".site.spare"))
        for path in self.cache.glob("*"):
            if path.name != CARDS:
                empty(path)

    def field(self) -> None:
        """An editor changes a field, who has done so before: the folder that was published is there, too."""
        self._again(self.edit)

    def session(self) -> None:
        """The same with the hours of one session."""
        self._again(self._edit_session)

    def _again(self, edit: Callable[[], None]) -> None:
        for _ in range(2):
            edit()
            self.contestant("").run()
        edit()

    def _edit_session(self) -> None:
        """Begin the first session some minutes later than it was."""
        self.edits += 1
        file = min((self.root / "data" / "sessions").glob("*.csv"))
        hours = rf"\g<1>{self.edits % 60:02}-"
        changed, number = re.subn(r"(日\d+:)\d+-", hours, file.read_text("utf-8"), count=1)
        assert number
        file.write_text(changed, "utf-8")

    def edit(self) -> None:
        """Change for whom the first activity is."""
        self.edits += 1
        file = min((self.root / "data" / "campaigns").glob("*.yml"))
        found = r"(audience_printed: [^（\n]*)(（.*)?"
        changed, number = re.subn(found, rf"\1（第{self.edits}次改）", file.read_text("utf-8"), count=1)
        assert number
        file.write_text(changed, "utf-8")

    def template(self) -> None:
        """Somebody changes the template of the activity page."""
        self.edits += 1
        file = self.root / "overrides" / "microsite" / "activity.html"
        found = r"{% block main %}(\n<!-- \d+ -->)?"
        changed, number = re.subn(
            found, f"{{% block main %}}\n<!-- {self.edits} -->", file.read_text("utf-8")
        )
        assert number == 1
        file.write_text(changed, "utf-8")

    def contestant(
        self, name: str, ready: Callable[[], None] = _nothing, is_kept: bool = False
    ) -> Contestant:
        return Contestant(name, mkdocs(self.site), self.root, self.site, ready, is_kept=is_kept)


def ours(root: Path, variant: str, source: Path) -> Iterator[Contestant]:
    """Cold first, then what comes after it: each scenario finds what the one before has left."""
    project = Project(root, variant, source)
    if variant == "full":
        project.contestant("").run()  # draws the share cards that are not there yet
    yield project.contestant(f"{variant}, cold", project.cold)
    yield project.contestant(f"{variant}, nothing changed", is_kept=True)
    yield project.contestant(f"{variant}, one field", project.field, is_kept=True)
    yield project.contestant(f"{variant}, one template", project.template, is_kept=True)


def has_switch(source: Path) -> bool:
    """Whether the project can leave out what the others do not make."""
    return "\nPARTS: " in (source / "hooks" / "microsite" / "build" / "outputs.py").read_text("utf-8")


# --- the others -------------------------------------------------------------------------------


def without_us(root: Path) -> Iterator[Contestant]:
    """What MkDocs takes with the same settings and nothing of ours: the part that nobody can shorten."""
    project = root / "empty"
    copied(root / "plain" / "docs", project / "docs")
    settings = yaml.load(synthetic.settings(), yaml.UnsafeLoader)  # noqa: S506 - our own file
    kept = {key: value for key, value in settings.items() if key not in ("hooks", "watch", "extra")}
    kept["theme"].pop("custom_dir")
    (project / "mkdocs.yml").write_text(yaml.dump(kept, allow_unicode=True), "utf-8")
    yield clean("empty MkDocs build", mkdocs(project / "site"), project, project / "site")


def stock(root: Path, activities: int) -> Iterator[Contestant]:
    """MkDocs and its theme without us; too slow to be tried with more."""
    for name, is_in_nav, most in (("out of nav", False, 1500), ("all in nav", True, 150)):
        if activities <= most:
            project = root / f"stock {name}"
            empty(project)
            prepared.stock(_data(root), project, is_in_nav)
            site, is_slow = project / "site", activities >= 1500
            yield clean(f"stock MkDocs, pages {name}", mkdocs(site), project, site, is_slow)


def hugo(root: Path, where: Path) -> Iterator[Contestant]:
    project, name = root / "hugo", f"Hugo {tools.hugo_version(where).removeprefix('v')}"
    empty(project)
    prepared.hugo(_data(root), project)
    command = [str(tools.hugo(where)), "--quiet", "--destination", "site"]
    yield clean(name, command, project, project / "site")


def eleventy(root: Path, where: Path) -> Iterator[Contestant]:
    project = root / "eleventy"
    empty(project)
    prepared.eleventy(_data(root), project)
    (project / "node_modules").symlink_to(tools.eleventy(where))
    command = ["node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet"]
    yield clean(f"Eleventy {tools.ELEVENTY}", command, project, project / "site")
