"""Small whole sites whose addresses are to stay: built, released, changed, built again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import builders
import reading
from microsite.build import outputs
from microsite.checks import downloads
from microsite.cli import main
from microsite.core import urls
from microsite.core.language import LANGUAGES
from microsite.core.problems import InvalidData
from microsite.core.settings import Settings
from microsite.loading import data_folder
from microsite.site import pages
from microsite.site.render import Renderer

RENDER = Renderer(Path(__file__).parent.parent / "overrides" / "microsite")
WORDS = {language: data_folder.interface(language) for language in LANGUAGES}
CAMPAIGN = "campaigns/yunling-2025.yml"
REGISTER = "organisations/yunling.yml"


@dataclass
class Place:
    """A folder with data/ and docs/ in it, as an office has it."""

    root: Path

    @property
    def data(self) -> Path:
        return self.root / "data"

    @property
    def ledger(self) -> Path:
        return self.data / "published-urls.txt"

    def edit(self, *edits: builders.Edit, name: str = CAMPAIGN) -> None:
        path = self.data / name
        path.write_text(builders.edited(path.read_text("utf-8"), *edits), "utf-8")

    def run(self, *arguments: str) -> int:
        return main.main(["--data", str(self.data), *arguments])

    def release(self) -> None:
        assert self.run("release") == 0

    def problems(self) -> list[str]:
        try:
            self.load()
        except InvalidData as invalid:
            return [str(problem) for problem in invalid.problems]
        return []

    def load(self) -> data_folder.Data:
        return data_folder.folder(self.data, builders.AS_OF, data_folder.addresses(self.root / "docs"))

    def build(self, **settings: str) -> Built:
        """The core's site on disk, read again."""
        made = Settings(site_name="云岭省提升月", site_name_en="Yunling", as_of=date(2025, 6, 1), **settings)
        site = pages.Site(self.load(), made, WORDS, RENDER)
        folder = self.root / f"site-{len(list(self.root.iterdir()))}"
        by_hand = data_folder.hand_written(self.root / "docs")
        for name, content in outputs.site(site, by_hand, paint=lambda _: b"no picture"):
            path = folder / name
            assert not path.exists(), f"{name} is made twice"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return Built(folder, reading.pages(folder), tuple(by_hand))


@dataclass
class Built:
    folder: Path
    pages: dict[str, reading.Page]
    by_hand: Iterable[str]

    def answers(self, address: str) -> bool:
        """Whether a line of the ledger leads to something, in both languages."""
        page, _, fragment = address.removeprefix("./").partition("#")
        if page and not page.endswith("/"):
            return all((self.folder / urls.in_language(page, each)).is_file() for each in downloads.languages(page))
        both = (page, f"en/{page}")
        return page in self.by_hand or all(self._has(each, fragment) for each in both)

    def _has(self, page: str, fragment: str) -> bool:
        if page not in self.pages:
            return False
        target = self.target(page)
        return self._has(target, fragment) if target else not fragment or fragment in self.pages[page].ids

    def target(self, page: str) -> str:
        """Where a redirect leads, as an address from the site's root; nothing for other pages."""
        refresh = [each["content"] for each in self.pages[page].metas if each.get("http-equiv") == "refresh"]
        if not refresh:
            return ""
        whole = refresh[0].removeprefix("0; url=")
        up = "../" * page.count("/")
        assert whole.startswith(up)
        return whole.removeprefix(up)


def a_place(root: Path, **files: str | None) -> Place:
    place = Place(root)
    builders.a_data_folder(place.data, **files)
    builders.write(root, "docs/index.md", "# 欢迎 { #welcome }\n")
    builders.write(root, "docs/about.md", "# 关于 { #about }\n")
    builders.write(root, "docs/about.en.md", "# About { #about }\n")
    return place


def entries(place: Place) -> list[str]:
    lines = place.ledger.read_text("utf-8").splitlines() if place.ledger.exists() else []
    return [line for line in lines if line and not line.startswith("#")]
