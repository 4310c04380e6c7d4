"""Every page of the site as records, one after another: for the floor, and as files for Hugo and Eleventy.

A region is kept as a whole (its bodies have a page each), no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import records
import sessions
from plain import LANGUAGES, Edition, Record, Say, regions, speaker, words
from records import Words

WORDS: dict[str, Words] = {language: words(language) for language in LANGUAGES}


@dataclass(frozen=True, slots=True)
class Page:
    """A template, what every page has (``page``), and what this kind shows (``view``)."""

    template: str
    language: str
    page: Record
    view: Record


@dataclass
class Work:
    """What the pages after the campaigns need of them: bodies' work, regions, editions."""

    regions: list[Record] = field(default_factory=list)
    editions: list[Record] = field(default_factory=list)


def all_pages(data: Path) -> Iterator[Page]:
    works = {language: Work() for language in LANGUAGES}
    for register, shared, editions in regions(data):
        yield from _region(register, shared, editions, works)
    for language, work in works.items():
        yield from _whole(language, work)
    yield _lost()


def _page(language: str, kind: str, path: str, title: str, description: str = "", **more: object) -> Record:
    """``path`` is that of the Chinese page."""
    w = WORDS[language]
    own = w["home"] + path
    root = "../" * own.count("/") or "./"
    return {
        "kind": kind, "title": title, "description": description, "path": own, "root": root, "base": root + w["home"],
        "url": root + own, "other": w["other"] + path, "feed": f"{w['home']}changes.atom", "type": "website",
        "crumbs": [], **more,
    }  # fmt: skip


def _crumbs(root: str, *steps: tuple[str, str]) -> list[Record]:
    return [
        {"position": number, "name": name, "item": root + path}
        for number, (name, path) in enumerate(steps, 2)
    ]


# --- regions ----------------------------------------------------------------------------------


def _region(
    register: Record, shared: dict[tuple[str, str], str], editions: list[Edition], works: dict[str, Work]
) -> Iterator[Page]:
    languages = [_Language(language, register, speaker(language, shared)) for language in LANGUAGES]
    for edition in editions:
        for each in languages:
            each.add(edition)
        _quote(languages, edition.raw)
        for each in languages:
            yield from each.pages(edition)
    for each in languages:
        yield from each.bodies_pages()
        works[each.language].regions.append(each.listed())
        works[each.language].editions += each.editions


class _Language:
    """A region in one language, while its editions go by; the newest comes first."""

    def __init__(self, language: str, register: Record, say: Say) -> None:
        self.language, self.w, self.id = language, WORDS[language], register["region"]
        self.name = say("name", register["name"])
        self.bodies = records.bodies(register, say, self.w)
        self.named = records.by_spelling(self.bodies)
        self.full = {body["id"]: body["full"] for body in self.bodies}
        self.work: dict[str, list[Record]] = {body["id"]: [] for body in self.bodies}
        self.editions: list[Record] = []
        self.continued: dict[str, Record] = {}

    def add(self, edition: Edition) -> None:
        """The records of the next edition."""
        say, w = speaker(self.language, edition.translations), self.w
        newest = {key: self.editions[0][key] for key in ("path", "name")} if self.editions else None
        self.campaign = records.campaign(edition, say, w, self.named, self.name, newest)
        self.activities = [
            records.activity(raw, say, w, self.named, self.campaign, edition.phones)
            for raw in edition.raw["activities"]
        ]
        for phase in self.campaign["phases"]:
            phase["x"] = records.drawn(phase["when"], self.campaign["first"])
        self.campaign |= records.choices(self.activities, self.campaign["phases"], self.bodies, w)
        self.held = sessions.of_edition(edition, say, w, self.campaign, self.activities)
        for before, after in zip(self.activities, self.activities[1:], strict=False):
            before["after"] = {key: after[key] for key in ("path", "title")}
            after["before"] = {key: before[key] for key in ("path", "title")}
        self._share_out(edition)
        kept = ("id", "path", "name", "year", "where", "short", "theme", "when", "summary", "count", "audiences")
        tiles = [{"code": activity["tile"]} for activity in self.activities]
        self.editions.append({key: self.campaign[key] for key in kept} | {"tiles": tiles})

    def _share_out(self, edition: Edition) -> None:
        """To every body its part of this edition."""
        at, raw = self.campaign, edition.raw
        entries = {}
        for name, phone in edition.phones.items():
            body = self.named[name]
            posts = [self.w[f"post_{post}"] for post, names in _posts(raw) if names & set(body["printed"])]
            entries[body["id"]] = {
                "id": at["id"], "path": at["path"], "name": at["name"], "phone": phone, "dial": records.dial(phone),
                "posts": posts, "leads": [], "supports": [],
            }  # fmt: skip
        for a, each in zip(self.activities, raw["activities"], strict=True):
            told = {key: a[key] for key in ("path", "title", "when")}
            for role, listed in (("leads", each["lead"]), ("supports", each["support"])):
                for name in listed:
                    entries[self.named[name]["id"]][role].append(told)
        for id_, entry in entries.items():
            self.work[id_].append(entry)

    def pages(self, edition: Edition) -> Iterator[Page]:
        yield from self._campaign_pages()
        if self.held:
            yield from self._sessions_pages()
        for a, raw in zip(self.activities, edition.raw["activities"], strict=True):
            yield self._activity_page(a, f"{self.campaign['id']}/{a['id']}/")
            yield self._moved(a, f"a/{raw['code']}/")
            if "continues" in raw:
                self.continued[raw["continues"]] = {key: a[key] for key in ("path", "title")}

    def _campaign_pages(self) -> Iterator[Page]:
        at, w = self.campaign, self.w
        view: Record = {"campaign": at, "activities": self.activities}
        ordered = {"campaign": at, "activities": sorted(self.activities, key=lambda a: int(a["key"]))}
        entries = [{**self.work[body["id"]][-1], **body} for body in self.bodies if self.work[body["id"]]]
        of_bodies = view | {"groups": records.grouped(entries, w)}
        page = self._of_campaign("overview", "", at["name"], at["summary"])
        page["image"] = f"assets/cards/{at['id']}-{self.language}-square.png"
        yield Page("campaign", self.language, page, view)
        shown: tuple[tuple[str, str, Record], ...] = (
            ("activities", "finder", view), ("timeline", "timeline", ordered), ("contacts", "contacts", of_bodies),
            ("plan", "plan", view), ("changes", "changes", {"campaign": at}),
        )  # fmt: skip
        for kind, template, own in shown:
            page = self._of_campaign(
                kind, f"{kind}/", w[f"{template}_title"], w.get(f"{template}_description", "")
            )
            yield Page(template, self.language, page, own)
        yield Page("index", self.language, {"path": f"{at['path']}activities/"}, {"found": {"activities": self._index()}})

    def _index(self) -> list[list[Record | str]]:
        """Of each activity what the search compares, with the cities of its sessions, and what a hit says of it."""
        towns: dict[str, dict[str, None]] = {}
        for row in self.held:
            towns.setdefault(row["activity"], {}).setdefault(row["area"]["name"].lower())
        return [
            [
                *(a["id"], " ".join((records.searched(a, self.full), *towns.get(a["id"], ()))), a["title"]),
                {"when": a["when"], "bounds": ",".join([str(a["key"])] * 4)},
            ]
            for a in self.activities
        ]

    def _sessions_pages(self) -> Iterator[Page]:
        """All cities, and each of them with its sessions."""
        w, view = self.w, {"campaign": self.campaign, "activities": self.activities}
        shown = [("sessions", "sessions/", sessions.all_cities(self.held, w))]
        shown += [("area", f"in/{city}/", sessions.in_city(rows, w)) for city, rows in sessions.by_city(self.held).items()]
        for kind, path, held in shown:
            page = self._of_campaign(kind, path, held["title"], w["sessions_description"])
            yield Page("sessions", self.language, page | {"script": "assets/sessions.js"}, view | {"held": held})

    def _of_campaign(self, kind: str, path: str, title: str, description: str) -> Record:
        at = self.campaign
        said = f"{title} – {at['name']}" if path else title
        page = _page(self.language, kind, f"{at['id']}/{path}", said, description or at["document"])
        steps = ((at["name"], at["path"]), (title, page["path"])) if path else ((at["name"], at["path"]),)
        script = {"contacts": "assets/directory.js", "activities": "assets/finder.js"}.get(kind, "")
        return page | {
            "crumbs": _crumbs(page["root"], *steps), "feed": f"{at['path']}changes.atom", "script": script,
        }  # fmt: skip

    def _activity_page(self, a: Record, path: str) -> Page:
        at = self.campaign
        page = _page(
            self.language, "activity", path, f"{a['title']} – {at['name']}", a["summary"], type="article",
            feed=f"{at['path']}changes.atom", script="assets/share.js",
            image=f"assets/cards/{at['id']}--{a['id']}-{self.language}-square.png",
            continued=self.continued.get(path.rstrip("/")),
        )  # fmt: skip
        page["crumbs"] = _crumbs(page["root"], (at["name"], at["path"]), (a["title"], a["path"]))
        view: Record = {"campaign": at, "a": a}
        if rows := [row for row in self.held if row["activity"] == a["id"]]:
            view |= {"held": sessions.of_activity(rows, self.w), "calendar": sessions.calendar(rows, self.w, at, a)}
        return Page("activity", self.language, page, view)

    def _moved(self, a: Record, path: str) -> Page:
        title = f"{self.w['moved_title']}{self.w['colon']}{a['title']}"
        page = _page(
            self.language, "moved", path, title, type="", canonical=a["path"], name=a["title"],
            script="assets/redirect.js",
        )  # fmt: skip
        return Page("moved", self.language, page, {})

    def bodies_pages(self) -> Iterator[Page]:
        w = self.w
        for body in self.bodies:
            editions = self.work[body["id"]]
            page = _page(
                self.language, "body", f"organisations/{body['id']}/", f"{body['name']} – {self.name}",
                w["organisation_description"].format(name=body["full"]),
            )  # fmt: skip
            above = (w["organisations_title"], f"{w['home']}organisations/")
            page["crumbs"] = _crumbs(page["root"], above, (body["name"], body["path"]))
            shown = {**body, "dial": editions[0]["dial"] if editions else ""}
            yield Page("body", self.language, page, {"body": shown, "editions": editions})

    def listed(self) -> Record:
        """The region with its bodies, for the list of all."""
        entries = [
            {
                **{key: body[key] for key in ("path", "name", "full", "code")},
                "count": self._counted(body["id"]),
            }
            for body in self.bodies
        ]
        return {"id": self.id, "name": self.name, "groups": records.grouped(entries, self.w)}

    def _counted(self, id_: str) -> str:
        roles = (("count_leads", "leads"), ("count_supports", "supports"))
        numbers = [(word, sum(len(each[role]) for each in self.work[id_])) for word, role in roles]
        return self.w["comma"].join(self.w[word].format(count=number) for word, number in numbers if number)


def _posts(raw: Record) -> Iterator[tuple[str, set[str]]]:
    document = raw["document"]
    yield "issuer", set(document["issuers"])
    yield "signatory", set(document["signatories"])
    yield "host", set(raw["hosting"]["hosts"])
    yield "printer", {document["printed"]["by"]}


def _quote(languages: list[_Language], raw: Record) -> None:
    """Citations in both languages, to both pages of an activity; that of the page's language first."""
    zh, en = languages
    names = {
        each.language: [each.named[name]["full"] for name in raw["document"]["issuers"][:3]]
        for each in languages
    }
    gbt, english = f"{'，'.join(names['zh'])}，等. ", f"{', '.join(names['en'])}, et al. "
    en_plan = en.campaign["plan_title"]
    plan, number, signed = zh.campaign["plan_title"], zh.campaign["number"], zh.campaign["signed"]
    for one, other in zip(zh.activities, en.activities, strict=True):
        texts = (
            ("gbt", "zh-CN", one["path"],
             f"{gbt}{one['title']}：《{plan}》（{number}）{one['source']}[EB/OL]. ({signed}). /{one['path']}"),
            ("english", "en", other["path"],
             f"{english}“{other['title']}.” {en_plan}, {number}, clause {one['source']}. As of {signed}. /{other['path']}"),
        )  # fmt: skip
        for each, a, order in ((zh, one, texts), (en, other, texts[::-1])):
            a["quotes"] = [
                {"name": name, "label": each.w[f"share_{name}"], "tag": tag, "path": path, "text": text}
                for name, tag, path, text in order
            ]


# --- the whole --------------------------------------------------------------------------------


def _whole(language: str, work: Work) -> Iterator[Page]:
    w = WORDS[language]
    title, path = w["organisations_title"], "organisations/"
    page = _page(language, "organisations", path, title, w["organisations_description"])
    page["crumbs"] = _crumbs(page["root"], (title, page["path"]))
    yield Page("organisations", language, page, {"regions": work.regions})
    home = _page(language, "home", "", w["site_name"], w["home_description"])
    yield Page(
        "home", language, home, {"newest": list(_newest(work.editions)), "years": _years(work.editions, w)}
    )


def _newest(editions: Iterable[Record]) -> Iterator[Record]:
    """The first of each region."""
    seen: set[str] = set()
    for edition in editions:
        if edition["where"] not in seen:
            seen.add(edition["where"])
            yield edition


def _years(editions: Iterable[Record], w: Words) -> list[Record]:
    years: dict[int, list[Record]] = {}
    for edition in editions:
        years.setdefault(edition["year"], []).append({key: edition[key] for key in ("id", "path", "name")})
    return [
        {"year": w["year"].format(year=year), "editions": years[year]} for year in sorted(years, reverse=True)
    ]


def _lost() -> Page:
    page = _page("zh", "lost", "", WORDS["zh"]["not_found_title"], type="", root="/", en=WORDS["en"])
    return Page("lost", "zh", page, {})
