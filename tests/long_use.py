"""A small site that is edited at random, with caches that are kept, beside one that is made anew each time."""

import random
import shutil
from dataclasses import replace
from datetime import date

import builders
import building
from microsite.build.build import Build
from microsite.core.problems import InvalidData
from microsite.core.settings import Settings

SETTINGS = Settings(site_name="提升月", organiser="网信办", as_of=date(2025, 6, 1))
PLANS = ("yunling-2025", "yunling-2024", "yunling-2023")


class Office:
    """A folder with plans, and the settings of its site."""

    def __init__(self, root, seed):
        self.root, self.chance, self.settings, self.done = root, random.Random(seed), SETTINGS, []  # noqa: S311
        builders.a_data_folder(root / "data")
        shutil.copytree(building.REPOSITORY / "overrides", root / "overrides")

    def path(self, folder, name, ending="yml"):
        return self.root / "data" / folder / f"{name}.{ending}"

    def rewrite(self, path, *pairs):
        if path.is_file():
            text = path.read_text("utf-8")
            for old, new in pairs:
                text = text.replace(old, new, 1)
            path.write_text(text, "utf-8")

    def any_plan(self):
        return self.path("campaigns", self.chance.choice([name for name in PLANS if self.path("campaigns", name).is_file()]))

    # --- edits ---

    def title(self):
        self.rewrite(self.any_plan(), ("    title: ", f"    title: 改{self.chance.randrange(100)}"))

    def summary(self):
        self.rewrite(self.any_plan(), ("    summary: ", f"    summary: 第{self.chance.randrange(100)}稿，"))

    def identifier(self):
        path = self.any_plan()
        before, key, activities = path.read_text("utf-8").partition("\nactivities:\n")
        path.write_text(before + key + activities.replace("  - id: ", "  - id: x", 1), "utf-8")

    def draft(self):
        path = self.any_plan()
        if path.read_text("utf-8").startswith("draft: true\n"):
            self.rewrite(path, ("draft: true\n", ""))
        else:
            path.write_text("draft: true\n" + path.read_text("utf-8"), "utf-8")

    def edition(self):
        name = self.chance.choice(PLANS[1:])
        path, year = self.path("campaigns", name), name[-4:]
        if path.is_file():
            path.unlink()
        else:
            path.write_text(builders.a_campaign_yaml().replace("2025", year), "utf-8")

    def register(self):
        self.rewrite(self.path("organisations", "yunling"), ("    name: ", f"    name: 新{self.chance.randrange(9)}"))

    def contacts(self):
        path = self.path("contacts", PLANS[0])
        if path.is_file():
            path.unlink()
        else:
            path.write_text(builders.contacts_yaml(), "utf-8")

    def translation(self):
        path = self.path("translations/en", PLANS[0], "po")
        path.parent.mkdir(parents=True, exist_ok=True)
        words = f"Month {self.chance.randrange(9)}"
        path.write_text(
            'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
            f'msgctxt "short_name"\nmsgid "提升月"\nmsgstr "{words}"\n',
            "utf-8",
        )

    def no_translation(self):
        self.path("translations/en", PLANS[0], "po").unlink(missing_ok=True)

    def day(self):
        days = (date(2025, 6, 1), date(2025, 12, 31), date(2026, 1, 1))
        self.settings = replace(self.settings, as_of=self.chance.choice(days))

    def setting(self):
        self.settings = replace(self.settings, organiser=self.chance.choice(["网信办", "教育厅"]), official=self.chance.random() < 0.5)

    def template(self):
        self.rewrite(self.root / "overrides/microsite/organisations.html", ("<h1>", f"<!-- {self.chance.randrange(9)} --><h1>"))

    def spoil_cache(self):
        for path in sorted((self.root / ".cache").rglob("*")):
            if path.is_file() and self.chance.random() < 0.3:
                path.write_bytes(b"spoilt")

    def no_cache(self):
        shutil.rmtree(self.root / self.chance.choice([".cache", ".cache/lists", ".cache/cards", ".site.spare"]), ignore_errors=True)

    def touched(self):
        for path in sorted((self.root / "site").rglob("*.html")):
            if self.chance.random() < 0.05:
                path.touch()

    def lost(self):
        for path in sorted((self.root / "site").rglob("*.html")):
            if self.chance.random() < 0.05:
                path.unlink()

    EDITS = (
        title, summary, identifier, draft, edition, register, contacts, translation, no_translation, day, setting, template,
        spoil_cache, no_cache, touched, lost,
    )  # fmt: skip

    def edit(self):
        """One to three edits; says which."""
        for change in self.chance.choices(self.EDITS, k=self.chance.randint(1, 3)):
            change(self)
            self.done.append(change.__name__)

    # --- what is made ---

    def built(self):
        return built(self.root, self.settings)

    def built_anew(self, place):
        """The same data in a folder that has never seen a build."""
        place.mkdir()
        for name in ("data", "overrides"):
            shutil.copytree(self.root / name, place / name)
        found = built(place, self.settings)
        shutil.rmtree(place)
        return found


def built(root, settings):
    """Every file of the site, or what is wrong."""
    one = Build(root, settings, root / "site", processes=1)
    try:
        one.begin()
        one.join()
    except InvalidData as invalid:
        one.failed = True
        return str(invalid)
    finally:
        one.finish()
    return building.contents(root / "site")


def differing(office, place):
    """What a site that was edited for long and one that is new do not share."""
    kept, fresh = office.built(), office.built_anew(place)
    if isinstance(kept, str) or isinstance(fresh, str):
        return [] if kept == fresh else [f"{kept!s:.200} / {fresh!s:.200}"]
    return sorted(path for path in kept.keys() | fresh.keys() if kept.get(path) != fresh.get(path))
