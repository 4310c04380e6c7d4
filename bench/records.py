"""Campaigns, activities and bodies as plain records in one language, with what a page shows of them.

Times stay as they are printed, in Chinese, on the English pages too. What several pages show is put
together once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from plain import Edition, Record, Say, when_key

LISTS = ("platforms", "venues", "services", "topics", "reach", "materials")
_TYPES = {"mass": "Organization", "school": "EducationalOrganization"}
Words = dict[str, str]


# --- bodies -----------------------------------------------------------------------------------


def bodies(register: Record, say: Say, w: Words) -> list[Record]:
    """The bodies of a region, in the register's order."""
    region = say("name", register["name"])
    return [_body(raw, say, w, region) for raw in register["organisations"]]


def _body(raw: Record, say: Say, w: Words, region: str) -> Record:
    at, id_ = f"organisations/{raw['id']}", raw["id"]
    name, full = say(f"{at}/short", raw["short"]), say(f"{at}/name", raw["name"])
    return {
        "id": id_, "path": f"{w['home']}organisations/{id_}/", "name": name, "full": full, "region": region,
        "code": raw["kind"], "sort": w[f"body_{raw['kind']}"], "urn": f"urn:microsite:organisation:{id_}",
        "type": _TYPES.get(raw["kind"], "GovernmentOrganization"), "printed": [raw["name"], raw["short"]],
        "original": [] if name == raw["short"] else [raw["short"], raw["name"]],
        "offices": [say(f"{at}/offices/{each['id']}", each["name"]) for each in raw.get("offices", ())],
    }  # fmt: skip


def by_spelling(listed: Iterable[Record]) -> dict[str, Record]:
    """Bodies by every name that is printed."""
    return {spelling: body for body in listed for spelling in body["printed"]}


def link(body: Record) -> Record:
    return {key: body[key] for key in ("id", "path", "name")}


def _printed(names: Iterable[str], named: dict[str, Record], w: Words) -> list[Record]:
    """Bodies as a document names them, with their English beside it."""
    return [
        {"printed": name, "path": named[name]["path"], "own": named[name]["name"] if w["home"] else ""}
        for name in names
    ]


def grouped(listed: Iterable[Record], w: Words) -> list[Record]:
    """Records of bodies by their kind."""
    groups: dict[str, list[Record]] = {}
    for each in listed:
        groups.setdefault(each["code"], []).append(each)
    return [{"code": code, "label": w[f"body_{code}"], "entries": each} for code, each in groups.items()]


# --- campaigns --------------------------------------------------------------------------------


def campaign(
    edition: Edition, say: Say, w: Words, named: dict[str, Record], region: str, newest: Record | None
) -> Record:
    raw = edition.raw
    id_, name, year = raw["id"], say("name", raw["name"]), raw["year"]
    path = f"{w['home']}{id_}/"
    short = w["campaign_short"].format(region=region, year=year)
    kinds = ("overview", "activities", *(("sessions",) if edition.sessions else ()), "timeline", "contacts", "plan")
    labels = {"sessions": w["sessions_nav"]} | {kind: w[f"campaign_nav_{kind}"] for kind in kinds if kind != "sessions"}
    places = {"overview": path, **{kind: f"{path}{kind}/" for kind in kinds[1:]}}
    count = len(raw["activities"])
    return {
        "id": id_, "path": path, "name": name, "year": year, "region": raw["region"], "where": region, "short": short,
        "colours": f"assets/colours/{id_}.css", "old": w["edition_old"].format(year=year), "newest": newest,
        "links": [{"kind": kind, "path": places[kind], "label": labels[kind]} for kind in kinds],
        "theme": say("theme", raw["theme"]["text"]), "when": raw["period"], "period_source": raw["period_source"],
        "summary": say("summary", raw["summary"]), "aims": say("aims", raw["aims"].strip()),
        "urn": f"urn:microsite:{id_}", "parent": say("parent/name", raw["parent"]["name"]),
        "count": w["count_activities"].format(count=count),
        "contacts_lead": w["contacts_lead"].format(count=len(edition.phones)),
        "contacts_year": w["contacts_year"].format(year=edition.raw["year"]),
        "people_gone": w["contacts_people_gone"].format(day=edition.people_until),
        **_document(raw["document"], say, w, named), **_hosting(raw["hosting"], say, w, named),
        **_lists(raw, say), **_drawing(raw),
    }  # fmt: skip


def _document(raw: Record, say: Say, w: Words, named: dict[str, Record]) -> Record:
    to, at = raw["addressees"], "document/addressees"
    return {
        "document": say("document/title", raw["title"]), "plan_title": say("document/plan_title", raw["plan_title"]),
        "number": raw["number"], "signed": raw["signed"], "printed_on": raw["printed"]["on"],
        "printed_by": link(named[raw["printed"]["by"]]), "printed_office": raw["printed"]["office"],
        "document_link": w["campaign_document_link"].format(number=raw["number"]),
        "issuers": _printed(raw["issuers"], named, w), "signatories": _printed(raw["signatories"], named, w),
        "addressees": say(f"{at}/text", to["text"]), "scope": say(f"{at}/scope", to["scope"]),
        "addressee_bodies": [say(f"{at}/bodies", name) for name in to["bodies"]],
        "basis": [{"title": w["book"].format(title=say("document/basis/title", each["title"])),
                   "issuer": say("document/basis/issuer", each["issuer"])} for each in raw["basis"]],
    }  # fmt: skip


def _hosting(raw: Record, say: Say, w: Words, named: dict[str, Record]) -> Record:
    hosts = [named[name] for name in raw["hosts"]]
    more = ("type", "urn", "full")
    return {
        "hosting_source": raw["source"], "relation": say("hosting/relation", raw["relation"]),
        "hosts_count": w["campaign_hosts_count"].format(count=len(hosts)),
        "hosts": [{**link(body), **{key: body[key] for key in more}, "comma": ", " if index else ""}
                  for index, body in enumerate(hosts)],
        "hosts_printed": _printed(raw["hosts"], named, w),
        "local": {"who": say("hosting/local/scope", raw["local"]["scope"]),
                  "what": say("hosting/local/duty", raw["local"]["duty"])},
    }  # fmt: skip


def _lists(raw: Record, say: Say) -> Record:
    requirements = [
        {"id": each["id"], "source": each["source"], "title": say(f"requirements/{each['id']}/title", each["title"]),
         "text": say(f"requirements/{each['id']}/text", each["text"].strip()),
         **_duties(each, f"requirements/{each['id']}", say)}
        for each in raw["requirements"]
    ]  # fmt: skip
    return {
        "phases": [_phase(phase, say) for phase in raw["phases"]],
        "platforms": [{**each, "name": say("platforms/name", each["name"]),
                       "summary": say("platforms/summary", each["summary"])} for each in raw["platforms"]],
        "requirements": requirements,
        "deadlines": [due for each in requirements for due in each["deadlines"]],
    }  # fmt: skip


def _phase(raw: Record, say: Say) -> Record:
    at = f"phases/{raw['id']}"
    return {
        "id": raw["id"], "number": raw["number"], "source": raw["source"], "when": raw["when"],
        "key": when_key(raw["when"]), "name": say(f"{at}/name", raw["name"]),
        "summary": say(f"{at}/summary", raw["summary"]),
        "materials": [say(f"{at}/materials", name) for name in raw.get("materials", ())], **_duties(raw, at, say),
    }  # fmt: skip


def _duties(raw: Record, at: str, say: Say) -> Record:
    duties = [
        {"who": say(f"{at}/duties/who", each["who"]), "what": say(f"{at}/duties/what", each["what"])}
        for each in raw["duties"]
    ]
    keys = ("who", "what", "to")
    dues = [
        {"when": each["due"], **{key: say(f"{at}/deadlines/{key}", each[key]) for key in keys}}
        for each in raw.get("deadlines", ())
    ]
    return {"duties": duties, "deadlines": dues}


def _drawing(raw: Record) -> Record:
    """Months and the campaign's time in a drawing from the first phase on, 62 days wide."""
    first = when_key(raw["phases"][0]["when"])
    month = first // 31
    months = [{"label": f"{month + index}月", "x": f"{index * 50}%"} for index in range(2)]
    start = (when_key(raw["period"]) - first) / 0.62
    return {
        "months": months,
        "first": first,
        "window_x": f"{start:.1f}%",
        "window_width": "50.0%",
        "width": "20.0%",
    }


def drawn(when: str, first: int) -> str:
    """Where a printed time begins in the drawing."""
    return f"{min(80, (when_key(when) - first) / 0.62):.1f}%"


# --- activities -------------------------------------------------------------------------------


def activity(
    raw: Record, say: Say, w: Words, named: dict[str, Record], at: Record, phones: dict[str, str]
) -> Record:
    """An activity of the campaign ``at``."""
    own, id_ = f"activities/{raw['id']}", raw["id"]
    lead, support = [named[name] for name in raw["lead"]], [named[name] for name in raw["support"]]
    title = say(f"{own}/title", raw["title"])
    lists = [(key, raw[key]) for key in LISTS if key in raw]
    return {
        "id": id_, "path": f"{at['path']}{id_}/", "title": title, "number": raw["number"], "phase_id": raw["phase"],
        "number_words": w["activity_number"].format(number=raw["number"]), "sort": w[f"kind_{raw['kind']}"],
        "summary": say(f"{own}/summary", raw["summary"]), "when": raw["when"], "key": when_key(raw["when"]),
        "x": drawn(raw["when"], at["first"]), "description": say(f"{own}/description", raw["description"].strip()),
        "audiences": [{"code": code, "label": w[f"audience_{code}"]} for code in raw["audiences"]],
        "tile": raw["audiences"][0],
        "audience_printed": say(f"{own}/audience_printed", raw["audience_printed"]),
        "form_code": raw["form"], "form": w[f"form_{raw['form']}"], "open_to_public": raw["open_to_public"],
        "joining": say(f"{own}/joining", raw["joining"]), "source": raw["source"], "credit": raw["credit"],
        "code": raw["code"], "clause": w["activity_source_clause"].format(number=at["number"], clause=raw["source"]),
        "short": f"{w['home']}a/{raw['code']}/", "original": raw["title"] if title != raw["title"] else "",
        "lead": [link(body) for body in lead], "support": [link(body) for body in support],
        "lead_names": w["list_comma"].join(body["name"] for body in lead),
        "support_names": w["list_comma"].join(body["name"] for body in support),
        "contacts": _calls(raw["lead"], named, phones), "others": _calls(raw["support"], named, phones),
        "others_count": w["activity_call_more"].format(count=len(raw["support"])),
        "lists": [_names(key, names, f"{own}/{key}", say, w) for key, names in lists],
        "counts": [{**count, "what": say(f"{own}/counts", count["what"])} for count in raw.get("counts", ())],
        "parts": [_part(part, say, w, f"{own}/parts/{part['id']}") for part in raw["parts"]],
    }  # fmt: skip


def _calls(names: list[str], named: dict[str, Record], phones: dict[str, str]) -> list[Record]:
    return [{**link(named[name]), "phone": phones[name], "dial": dial(phones[name])} for name in names]


def dial(phone: str) -> str:
    return f"+86{phone[1:].replace('-', '')}"


def _names(key: str, names: list[str], at: str, say: Say, w: Words) -> Record:
    is_open = names[-1] == "等"
    said = [say(at, name) for name in (names[:-1] if is_open else names)]
    return {"label": w[f"activity_{key}"], "names": said, "is_open": is_open}


def _part(raw: Record, say: Say, w: Words, at: str) -> Record:
    return {
        "id": raw["id"], "name": say(f"{at}/name", raw["name"]), "sort": w[f"kind_{raw['kind']}"],
        "form": w[f"form_{raw['form']}"], "when": raw.get("when", ""),
        "summary": say(f"{at}/summary", raw["summary"]) if "summary" in raw else "",
    }  # fmt: skip


def searched(a: Record, full: dict[str, str]) -> str:
    """All words of an activity in one line, for the search index; ``full`` names of bodies are by id."""
    names = [name for each in a["lists"] for name in each["names"]]
    texts = (a["title"], a["summary"], a["description"], a["joining"], a["audience_printed"])
    marks = [*(part["name"] for part in a["parts"]), *(tag["label"] for tag in a["audiences"])]
    of_bodies = [name for body in (*a["lead"], *a["support"]) for name in (body["name"], full[body["id"]])]
    joined = " ".join((*texts, *marks, *names, *of_bodies)).replace("*", " ")
    return " ".join(joined.lower().split())


def choices(activities: list[Record], phases: list[Record], named: list[Record], w: Words) -> Record:
    """What an activity can be found by, with how many each finds; also the audiences of the overview."""
    audiences = Counter((tag["code"], tag["label"]) for a in activities for tag in a["audiences"])
    forms = Counter((a["form_code"], a["form"]) for a in activities)
    involved = Counter(body["id"] for a in activities for body in (*a["lead"], *a["support"]))
    in_phase = Counter(a["phase_id"] for a in activities)
    counted = {
        "audience": list(audiences.items()), "form": list(forms.items()),
        "body": [((body["id"], body["name"]), involved[body["id"]]) for body in named if involved[body["id"]]],
        "phase": [((each["id"], each["name"]), in_phase[each["id"]]) for each in phases if in_phase[each["id"]]],
    }  # fmt: skip
    listed: list[Record] = [
        {"name": name, "label": w[f"finder_{name}"],
         "options": [{"code": code, "label": label, "number": number} for (code, label), number in found]}
        for name, found in counted.items()
    ]  # fmt: skip
    tags = [{**each, "count": w["count_items"].format(count=each["number"])} for each in listed[0]["options"]]
    return {"choices": listed, "audiences": tags}
