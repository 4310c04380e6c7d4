"""What an office waits for: its own two plans with the manual, and one campaign with thousands of sessions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import contestants
import synthetic
from contestants import Contestant, Project
from previews import Preview

STOCK = "stock MkDocs, one Chinese page"
_PLAIN = """\
site_name: 全民数字素养与技能提升月
theme:
  name: material
  language: zh
  font: false
"""
"""The theme as its own manual says, with the search that it has."""


def two_plans(work: Path, source: Path) -> Iterator[Contestant]:
    """The repository as it is beside the theme with a single page of it; share cards were drawn before."""
    root = _office(work, source)
    yield _one_page(root)
    project = Project(root, "full", source, (source / "mkdocs.yml").read_text("utf-8"))
    project.contestant("").run()
    yield project.contestant("two plans, cold", project.cold)
    yield project.contestant("two plans, nothing changed", is_kept=True)
    yield project.contestant("two plans, one field", project.field, is_kept=True)


def previews(work: Path, size: int, source: Path) -> Iterator[Preview]:
    """The preview of the two plans with the manual, or of the synthetic plans."""
    if size == 2:
        root, settings = _office(work, source), (source / "mkdocs.yml").read_text("utf-8")
    else:
        root, settings = contestants.folder(work, size), ""
    yield Preview("preview, from saving to the page", Project(root, "preview", source, settings))


def _office(work: Path, source: Path) -> Path:
    """The folder of the repository's own plans and manual, copied as they are now."""
    root = work / "office"
    for name in ("data", "docs"):
        contestants.copied(source / name, root / "plain" / name)
    return root


def _one_page(root: Path) -> Contestant:
    project = root / "stock"
    contestants.empty(project)
    (project / "docs").mkdir(parents=True)
    page = (root / "plain/docs/accessibility.md").read_text("utf-8")
    (project / "docs/index.md").write_text(page, "utf-8")
    (project / "mkdocs.yml").write_text(_PLAIN, "utf-8")
    return contestants.clean(STOCK, contestants.mkdocs(project / "site"), project, project / "site")


def sessions(work: Path, number: int, source: Path, is_with_hugo: bool = False) -> Iterator[Contestant]:
    """One campaign of 15 activities with so many sessions in 16 cities."""
    root = work / "sessions" / str(number)
    contestants.empty(root / "plain")
    synthetic.with_sessions(root / "plain", number)
    yield from contestants.without_us(root)
    project = Project(root, "full", source)
    project.contestant("").run()
    yield project.contestant("sessions, cold", project.cold)
    yield project.contestant("sessions, nothing changed", is_kept=True)
    yield project.contestant("sessions, one edited", project.session, is_kept=True)
    if is_with_hugo:
        like = Project(root, "like with calendars", source)
        yield like.contestant("sessions, like, cold", like.cold)
        yield from contestants.hugo(root, work / "tools")
