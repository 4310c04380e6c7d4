"""The same data for the others, made before the clock starts.

YAML like ours, in the shape that each finds most natural, with the English already put in: nobody
but this project and the floor reads translation files.
"""

from __future__ import annotations

import json
import shutil
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dialects
import pages
import plain
import records
import yaml
from pages import WORDS, Page
from plain import Record

PEERS = Path(__file__).parent / "peers"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def as_yaml(record: Any) -> str:
    return str(yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000))


class _Dumper(yaml.CSafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def _content(front: Record, body: str = "") -> str:
    """A content file of Hugo or MkDocs; one with sessions in JSON, which Hugo reads in a third of the time of YAML."""
    if "held" in front.get("params", ()):
        return f"{json.dumps(front, ensure_ascii=False)}\n\n{body}\n"
    return f"---\n{as_yaml(front)}---\n\n{body}\n"


def _without(record: Record, *keys: str) -> Record:
    return {key: value for key, value in record.items() if key not in keys}


# --- Hugo -------------------------------------------------------------------------------------


def hugo(data: Path, to: Path) -> None:
    layouts = to / "layouts"
    _write(layouts / "_default" / "baseof.html", dialects.go_base())
    for name in dialects.PAGES:
        _write(layouts / ("404.html" if name == "lost" else f"_default/{name}.html"), dialects.go(name))
    _write(layouts / "alias.html", dialects.go_moved())
    _write(layouts / "_default" / f"activity.{dialects.CALENDAR}", dialects.go_calendar())
    shutil.copytree(PEERS / "hugo", to, dirs_exist_ok=True)
    lost: Record = {}
    for each in pages.all_pages(data):
        if each.template == "lost":
            lost = {**_without(each.page, "en"), "en": {key: each.page["en"][key] for key in _LOST}}
        elif each.template not in ("moved", "index"):
            path = each.page["path"].removeprefix("en/").rstrip("/")
            has_children = each.template in ("campaign", "organisations", "home")
            name = f"{path}/_index.md".lstrip("/") if has_children else f"{path}.md"
            _write(to / "content" / each.language / name, _hugo_page(each))
    _write(to / "hugo.json", json.dumps(_hugo_settings(lost), ensure_ascii=False))


_LOST = ("not_found_title", "not_found_text", "not_found_home")


def _hugo_page(each: Page) -> str:
    """The page with what is its own; activities and the campaign it finds beside it."""
    view, front = each.view, {"title": each.page["title"], "layout": each.template}
    own = _without(view, "campaign", "activities")
    if each.template == "activity":
        a = view["a"]
        front |= {"weight": a["number"], "aliases": [f"/a/{a['code']}/"]}
        own = {**_without(own, "a"), "a": _without(a, "description"), "searched": _searched(each)}
        if "calendar" in own:
            front["outputs"] = ["html", "calendar"]
        return _content({**front, "params": {"page": each.page, **own}}, a["description"])
    if each.template == "campaign":
        own = {"campaign": _without(view["campaign"], "aims")}
        return _content({**front, "params": {"page": each.page, **own}}, view["campaign"]["aims"])
    if each.template == "finder":
        front["outputs"] = ["html", "json"]
    return _content({**front, "params": {"page": each.page, **own}})


def _searched(each: Page) -> str:
    full = {body["id"]: body["full"] for body in each.view["campaign"]["hosts"]}
    return records.searched(each.view["a"], full)


def _hugo_settings(lost: Record) -> Record:
    icons = plain.icons()
    languages = {
        language: {
            "weight": weight,
            "contentDir": f"content/{language}",
            "params": {
                "w": {**WORDS[language], "alias_root": "../../../" if language == "en" else "../../"},
                "icons": icons, "lost": lost,
            },
        }
        for weight, language in enumerate(plain.LANGUAGES, 1)
    }  # fmt: skip
    return {
        "baseURL": "/", "defaultContentLanguage": "zh", "disableDefaultLanguageRedirect": True, "languages": languages,
        "disableKinds": ["taxonomy", "term", "rss"], "disableHugoGeneratorInject": True,
        "outputFormats": {"calendar": {"baseName": "calendar", "mediaType": "text/calendar", "isPlainText": True}},
        "outputs": {"home": ["html"], "section": ["html"], "page": ["html"]},
    }  # fmt: skip


# --- Eleventy ---------------------------------------------------------------------------------


def eleventy(data: Path, to: Path) -> None:
    """A YAML file for each campaign, and for the bodies of each region; pages.mjs makes the pages of them."""
    shutil.copytree(PEERS / "eleventy", to, dirs_exist_ok=True)
    _write(to / "data" / "words.json", json.dumps(WORDS, ensure_ascii=False))
    _write(to / "data" / "icons.json", json.dumps(plain.icons()))
    for file, listed in _files(data):
        _write(to / "data" / file, as_yaml(listed))
    _write(to / "src" / "_includes" / "base.html", dialects.nunjucks("base"))
    for name in dialects.PAGES:
        _write(to / "src" / f"{name}.njk", _nunjucks(name))


def _files(data: Path) -> Iterator[tuple[str, Record]]:
    """Files by their names: what pages of one campaign share stands in each once."""
    found: dict[str, Record] = defaultdict(lambda: {"pages": []})
    for each in pages.all_pages(data):
        at = each.view.get("campaign") or {"id": each.page["path"].removeprefix("en/").split("/")[0]}
        folder = "whole" if each.template in ("lost", "home", "organisations", "body", "moved") else at["id"]
        if each.template == "moved":
            continue  # made from the activity
        if each.template == "index":
            found[f"{each.language}/{at['id']}.yml"]["index"] = {"path": each.page["path"], **each.view}
            continue
        file = found[f"{each.language}/{folder}.yml"]
        if each.template == "campaign":
            file |= {"campaign": each.view["campaign"], "activities": each.view["activities"]}
        own = _without(each.view, "campaign", "activities", "a")
        if each.template == "activity":
            own["number"] = each.view["a"]["number"]
        file["pages"].append({"template": each.template, "own": _without(each.page, "en"), **own})
    yield from found.items()


_NAMES = "own w icons campaign a activities groups held body editions regions newest years en".split()


def _nunjucks(name: str) -> str:
    """The floor's template, told where the record of the page is."""
    text = dialects.nunjucks(name).replace('own["en"]', "en")
    sets = "".join(f"{{% set {each} = item.{each} %}}" for each in _NAMES)
    front = {
        "pagination": {"data": f"pages.{name}", "size": 1, "alias": "item"},
        "permalink": "{{ item.path }}",
    }
    return f"---json\n{json.dumps(front)}\n---\n{sets}{text}"


# --- MkDocs without us ------------------------------------------------------------------------


def stock(data: Path, to: Path, is_in_nav: bool) -> None:
    """A Markdown page for every page, in the theme; ``is_in_nav``: all of them in the navigation."""
    nav: list[Any] = [{"首页": "index.md"}]
    homes: dict[str, list[str]] = {language: [] for language in plain.LANGUAGES}
    for each in pages.all_pages(data):
        if each.template != "campaign":
            continue
        campaign, written = each.view["campaign"], _stock_campaign(each)
        at, end = campaign["id"], ".md" if each.language == "zh" else ".en.md"
        for name, text in written.items():
            _write(to / "docs" / at / f"{name}{end}", text)
        homes[each.language].append(f"- [{campaign['name']}]({at}/index.md): {campaign['summary']}")
        if each.language == "zh":
            nav.append({campaign["name"]: [f"{at}/{name}.md" for name in written]})
    for language, listed in homes.items():
        end = ".md" if language == "zh" else ".en.md"
        site = WORDS[language]["site_name"]
        _write(to / "docs" / f"index{end}", _markdown(site, site, "\n".join(listed)))
    settings = (PEERS.parent / "stock" / "mkdocs.yml").read_text("utf-8")
    _write(to / "mkdocs.yml", settings + as_yaml({"nav": nav if is_in_nav else nav[:1]}))


def _stock_campaign(each: Page) -> dict[str, str]:
    """Directory, timeline and activities of a campaign, by their names."""
    w, campaign, activities = WORDS[each.language], each.view["campaign"], each.view["activities"]
    cards = [f"- [{a['title']}]({a['id']}.md): {a['summary']}" for a in activities]
    ordered = sorted(activities, key=lambda a: int(a["key"]))
    entries = [f"- {a['when']}: [{a['title']}]({a['id']}.md), {a['lead_names']}" for a in ordered]
    return {
        "index": _markdown(w["finder_title"], campaign["summary"], campaign["aims"], "\n".join(cards)),
        "timeline": _markdown(w["timeline_title"], campaign["name"], campaign["when"], "\n".join(entries)),
        **{a["id"]: _activity_page(a, w, campaign) for a in activities},
    }


def _markdown(title: str, summary: str, *blocks: str) -> str:
    return _content({"title": title, "description": summary}, "\n\n".join((f"# {title}", summary, *blocks)))


def _activity_page(a: Record, w: dict[str, str], campaign: Record) -> str:
    calls = [f"{line['name']} [{line['phone']}](tel:{line['dial']})" for line in a["contacts"]]
    audiences = [tag["label"] for tag in a["audiences"]]
    facts = [
        ("activity_for_whom", ", ".join([*audiences, a["audience_printed"]])), ("activity_when", a["when"]),
        ("activity_where", a["form"]), ("activity_join", f"{w['activity_open']} {a['joining']}"),
        ("activity_call", ", ".join(calls)), ("role_lead", a["lead_names"]), ("role_support", a["support_names"]),
    ]  # fmt: skip
    parts = [f"### {p['name']}\n\n{p['sort']}, {p['form']} {p['when']}\n\n{p['summary']}" for p in a["parts"]]
    more = [f"- {each['label']}: {', '.join(each['names'])}" for each in a["lists"]]
    more += [f"- {count['what']}: {count['number']} {count['unit']}" for count in a["counts"]]
    source = f"{a['clause']}, {campaign['signed']}\n\n{campaign['document']}\n\n{a['credit']}"
    return _markdown(
        a["title"], a["summary"], "\n".join(f"- **{w[key]}** {text}" for key, text in facts),
        f"## {w['activity_details']}", a["description"], f"## {w['activity_parts']}", *parts,
        f"## {w['activity_more']}", "\n".join(more), f"## {w['activity_source']}", source,
    )  # fmt: skip
