"""How many facts of the hand-made data the importer finds in the notices, and how many it makes up.

Run by hand, with the folder that holds the notices (they are no part of the repository):

    PYTHONPATH=hooks python tests/import_facts.py FOLDER

Each ``FOLDER/<campaign>.txt`` is imported twice, with the registers of ``data/`` and without any, and compared
with ``data/campaigns/<campaign>.yml`` and ``data/contacts/<campaign>.yml``. Ends with 1 where a kind of fact that the
product promises stays under 95 % or where one is made up.
"""

import sys
import unicodedata
from collections import defaultdict
from datetime import date
from pathlib import Path

import yaml

from microsite.importing import command
from microsite.loading import data_folder

DATA = Path(__file__).parent.parent / "data"
PROMISED = (
    "activities titles leads supports times phases contacts numbers requirements document hosting".split()
)
LEAST = 0.95


def plain(text):
    """A text without what differs only in typesetting."""
    return "".join(unicodedata.normalize("NFKC", str(text)).split())


def bodies(value):
    return [value] if isinstance(value, str) else list(value or [])


def time_of(value):
    return plain(value.get("means") or value["text"]) if isinstance(value, dict) else plain(value)


def facts(campaign, contacts):
    """Every fact of a campaign by its kind; facts are tuples that can be compared."""
    found = defaultdict(set)
    _of_activities(campaign, found)
    _of_the_campaign(campaign, found)
    _of_the_document(campaign.get("document", {}), found)
    _of_hosting(campaign.get("hosting", {}), found)
    for phase in campaign.get("phases", []):
        found["phases"].add(
            (phase["number"], plain(phase["source"]), plain(phase["name"]), phase.get("tentative", ""))
        )
        found["times"].add(("phase", phase["number"], time_of(phase["when"])))
        found["names"] |= {
            ("phase", phase["number"], "materials", plain(each)) for each in bodies(phase.get("materials"))
        }
        _deadlines(phase, ("phase", phase["number"]), found)
    for demand in campaign.get("requirements", []):
        found["requirements"].add((demand["number"], plain(demand["source"]), plain(demand["title"])))
        _deadlines(demand, ("requirement", demand["number"]), found)
    for contact in contacts.get("contacts", []):
        found["contacts"].add((contact["body"], contact.get("person", ""), plain(contact["phone"])))
    return found


def _deadlines(record, where, found):
    for each in record.get("deadlines", []):
        found["times"].add((*where, "due", time_of(each["due"])))
        found["deadlines"].add((*where, plain(each.get("who", "")), plain(each["what"]), plain(each.get("to", ""))))


def _of_activities(campaign, found):
    for each in campaign.get("activities", []):
        number = each["number"]
        found["activities"].add((number, plain(each["source"])))
        found["titles"].add((number, plain(each["title"])))
        found["credits"].add((number, plain(each["credit"])))
        found["kinds"].add((number, each["kind"]))
        for role in ("lead", "support", "guide", "host", "organise", "co_organise", "assist", "back"):
            kind = "leads" if role == "lead" else "supports"
            found[kind] |= {(number, role, at, plain(body)) for at, body in enumerate(bodies(each.get(role)))}
        if "when" in each:
            found["times"].add(("activity", number, time_of(each["when"])))
        found["times"] |= {("occasion", number, plain(name)) for name in bodies(each.get("occasions"))}
        found["numbers"] |= {
            (number, plain(c["what"]), c["number"], c["unit"]) for c in each.get("counts", [])
        }
        for part in each.get("parts", []):
            found["parts"].add((number, plain(part["name"])))
            for key in ("edition", "tracks_printed", "order"):
                if key in part:
                    found["numbers"].add((number, plain(part["name"]), key, part[key]))
            found["names"] |= {(number, "tracks", plain(name)) for name in bodies(part.get("tracks"))}
        for key in ("venues", "places", "reach", "materials", "services", "topics", "platforms"):
            found["names"] |= {(number, key, plain(name)) for name in bodies(each.get(key))}
        if "audience_printed" in each:
            found["audiences"].add((number, plain(each["audience_printed"])))


def _of_the_campaign(campaign, found):
    found["times"].add(("period", time_of(campaign["period"]), plain(campaign["period_source"])))
    found["document"] |= {("name", plain(campaign["name"])), ("short", plain(campaign["short_name"]))}
    found["document"].add(("theme", plain(campaign["theme"]["text"])))
    found["document"] |= {("printed", plain(each)) for each in bodies(campaign["theme"].get("printed"))}
    for each in campaign.get("platforms", []):
        found["document"].add(("platform", plain(each["name"]), each["url"], plain(each["source"])))
    found["parent"] |= {(key, plain(value)) for key, value in campaign.get("parent", {}).items()}


def _of_the_document(document, found):
    found["numbers"].add(("document", plain(document["number"])))
    found["times"].add(("signed", plain(document["signed"])))
    found["document"] |= {(key, plain(document[key])) for key in ("title", "plan_title")}
    for key in ("issuers", "signatories"):
        found["document"] |= {(key, at, plain(name)) for at, name in enumerate(document[key])}
    for key, value in document["addressees"].items():
        found["document"] |= {("addressees", key, plain(name)) for name in bodies(value)}
    for key, value in document.get("printed", {}).items():
        found["document"].add(("imprint", key, plain(value)))
    for each in document.get("basis", []):
        found["document"].add(("basis", *(plain(each.get(key, "")) for key in ("title", "issuer", "number"))))


def _of_hosting(hosting, found):
    for key, value in hosting.items():
        if key == "committee":
            for inner, word in value.items():
                words = word.values() if isinstance(word, dict) else bodies(word)
                found["hosting"] |= {("committee", inner, at, plain(each)) for at, each in enumerate(words)}
        elif key == "local":
            found["hosting"].add(("local", plain(value["scope"])))
        elif key == "printed_count":
            found["numbers"].add(("hosts", value))
        else:
            found["hosting"] |= {(key, at, plain(each)) for at, each in enumerate(bodies(value))}


def read(text):
    return yaml.load(text, yaml.BaseLoader)  # noqa: S506 - every scalar as text


def by_hand(name):
    contacts = DATA / "contacts" / f"{name}.yml"
    return facts(
        read((DATA / "campaigns" / f"{name}.yml").read_text("utf-8")),
        read(contacts.read_text("utf-8")) if contacts.exists() else {},
    )


def imported(notice, registers):
    made = dict(command.from_notice(notice.read_bytes(), notice.name, registers, notice.stem).files)
    contacts = made.get(f"contacts/{notice.stem}.yml", "{}")
    return facts(read(made[f"campaigns/{notice.stem}.yml"]), read(contacts))


def compared(name, wanted, got):
    """Print the figures; the kinds that are promised and not kept."""
    failed = []
    print(f"\n{name}\n{'kind':14}{'by hand':>9}{'found':>8}{'share':>8}{'not by hand':>13}")
    for kind in [*PROMISED, *sorted(set(wanted) - set(PROMISED))]:
        right, extra = wanted[kind] & got[kind], got[kind] - wanted[kind]
        share = len(right) / len(wanted[kind]) if wanted[kind] else 1.0
        print(f"{kind:14}{len(wanted[kind]):9}{len(right):8}{share:8.1%}{len(extra):13}")
        if kind in PROMISED and (share < LEAST or extra):
            failed.append(kind)
        if "-v" in sys.argv:
            for each in sorted(wanted[kind] - right, key=str):
                print("    missed:", *each)
            for each in sorted(extra, key=str):
                print("    not by hand:", *each)
    return failed


def main():
    notices = sorted(Path(sys.argv[1]).glob("*.txt"))
    registers = tuple(
        (region, (DATA / "organisations" / f"{region.id}.yml").read_text("utf-8"))
        for region in data_folder.folder(DATA, date(2024, 1, 1)).plan.regions.values()
    )
    failed = []
    for notice in notices:
        wanted = by_hand(notice.stem)
        for title, known in (("with registers", registers), ("without registers", ())):
            failed += compared(f"{notice.stem}, {title}", wanted, imported(notice, known))
    print("\nnot kept:", ", ".join(failed) or "none")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
