"""What the importer finds in the invented notices of ``tests/corpus``, kind by kind, beside what is right.

Each ``corpus/*.txt`` holds a notice, a line ``=====``, and the right answer, written by hand before the importer saw
the notice. ``PYTHONPATH=hooks python tests/corpus_figures.py [-v] [NAME]`` prints the table, with ``-v`` also each
fact that was missed or made up; ``--write`` keeps the table in ``corpus/RESULTS.md``.
"""

import functools
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import yaml

from microsite.core.problems import RefusalError
from microsite.importing import command

CORPUS = Path(__file__).parent / "corpus"
RESULTS = CORPUS / "RESULTS.md"
_KIND = "a kind of bodies"
"""各县教育局 is in no register: by the format it stands in ``credit`` as printed, and nowhere else."""
ROLES = ("lead", "support", "guide", "host", "organise", "co_organise", "assist", "back")
KINDS = ("activities", "times", "bodies", "places", "attendance", "contacts", "deadlines", "requirements", "document")


def plain(text):
    return "".join(unicodedata.normalize("NFKC", str(text)).split()).strip("。")


def notices(folder=CORPUS):
    """Name, notice and right answer of each."""
    for path in sorted(folder.glob("*.txt")):
        notice, answer = path.read_text("utf-8").split("=====\n")
        yield path.stem, notice, read(answer)


def read(text):
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - every scalar as text


def several(value):
    return [value] if isinstance(value, str) else list(value or [])


def wanted(answer):
    """The facts of an answer by kind, each as often as it stands there."""
    found = {kind: Counter() for kind in KINDS}
    for each in answer.get("activities", []):
        _activity(each, several(each.get("when")), several(each.get("places")), found)
    found["contacts"].update(plain(_shown(each)) for each in answer.get("contacts", []))
    found["deadlines"].update(map(plain, answer.get("deadlines", [])))
    found["requirements"].update(map(plain, answer.get("requirements", [])))
    for key in ("name", "theme", "period", "hosts", "number", "addressees", "issuers", *ROLES):
        found["document"].update((key, plain(each)) for each in several(answer.get(key)) if each != "等")
    return found


def _activity(each, times, places, found):
    title = plain(each["title"])
    found["activities"][title] += 1
    found["times"].update((title, plain(time)) for time in times)
    found["places"].update((title, plain(place)) for place in places)
    room = each.get("capacity") or next((one["capacity"] for one in each.get("sessions", []) if "capacity" in one), None)
    said = (("cost", each.get("cost")), ("capacity", room), ("booking", _needed(each.get("booking"))))
    found["attendance"].update((title, key, plain(value)) for key, value in said if value)
    for role in ROLES:
        found["bodies"].update((title, _KIND if "各" in body else role, plain(body)) for body in several(each.get(role)) if body != "等")


def _shown(contact):
    """钟同学 15555501234 without the number, which a site must not carry: somebody has to put in that of the office."""
    return contact.replace(mobile[0], "") if (mobile := re.search(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])", contact)) else contact


def _needed(booking):
    return booking.get("needed") if isinstance(booking, dict) else booking


@functools.cache
def made_of(notice):
    """What the importer makes of a notice of the corpus, for all who ask; nothing where it refuses."""
    try:
        return command.from_notice(notice.encode(), "notice.txt", ())
    except RefusalError:
        return None


def got(notice):
    """The facts of what the importer makes of a notice; none where it refuses."""
    found = {kind: Counter() for kind in KINDS}
    made = made_of(notice)
    if made is None:
        return found
    texts = dict(made.files)
    campaign = read(next(text for path, text in texts.items() if path.startswith("campaigns/")))
    people = read(next((text for path, text in texts.items() if path.startswith("contacts/")), "{}"))
    found["credit"] = {plain(each["title"]): plain(each.get("credit", "")) for each in campaign["activities"] or []}
    for each in campaign["activities"] or []:
        parts = [part["place"] for part in (*each.get("parts", []), *each.get("sessions", [])) if "place" in part]
        _activity(each, _times(each), [*several(each.get("venues")), *several(each.get("places")), *parts], found)
    for each in people.get("contacts", []):
        numbers = each.get("phones") or [{"number": each["phone"], "person": each.get("person", "")}]
        pairs = [(person, one["number"]) for one in numbers for person in one.get("person", "").split("、")]
        found["contacts"].update(plain(f"{person} {number}") for person, number in pairs)
    for each in [*(campaign["activities"] or []), *campaign.get("requirements", []), *campaign.get("phases", [])]:
        found["deadlines"].update(plain(time) for due in each.get("deadlines", []) for time in _time(due["due"]))
    comments = re.findall(r"# .*?期限“(.+?)”", "".join(texts.values()))
    found["deadlines"].update(map(plain, comments))
    found["requirements"].update(plain(each["title"]) for each in campaign.get("requirements", []))
    document, theme = campaign.get("document") or {}, campaign.get("theme") or {}
    values = {
        "name": campaign["name"], "theme": theme.get("text", ""), "period": _time(campaign["period"]),
        "hosts": campaign.get("hosting", {}).get("source", ""), "number": document.get("number", ""),
        "addressees": document.get("addressees") and document["addressees"]["text"], "issuers": document.get("issuers"),
    }  # fmt: skip
    hosting = campaign.get("hosting", {})
    values |= {key: hosting.get(key) for key in ROLES} | {"host": hosting.get("hosts")}
    for key, value in values.items():
        found["document"].update((key, plain(each)) for each in several(value) if each and each != "等")
    return found


def _time(value):
    return [value["text"] if isinstance(value, dict) else value]


def _times(each):
    parts = [time for part in (*each.get("parts", []), *each.get("sessions", [])) if "when" in part for time in _time(part["when"])]
    return [*(_time(each["when"]) if "when" in each else []), *parts]


def figures(name="", told=False, folder=CORPUS):
    """Per kind: how many facts there are, how many were found, how many were found that are none."""
    sums = {kind: [0, 0, 0] for kind in KINDS}
    for title, notice, answer in notices(folder):
        if name not in title:
            continue
        right, made = wanted(answer), got(notice)
        kinds = [fact for fact in right["bodies"] if fact[1] == _KIND and fact[2] in made.get("credit", {}).get(fact[0], "")]
        made["bodies"] |= Counter(kinds)
        for kind in KINDS:
            hit = right[kind] & made[kind]
            sums[kind] = [
                a + sum(b.values())
                for a, b in zip(sums[kind], (right[kind], hit, made[kind] - right[kind]), strict=True)
            ]
            for word, facts in (("missed", right[kind] - hit), ("made up", made[kind] - hit)):
                for fact in facts if told else ():
                    print(f"{title} {kind} {word}: {fact}")
    return sums


def table(sums):
    """The figures as a table of Markdown, recall and precision in percent."""
    rows = ["| kind | facts | found | made up | recall | precision |", "|-|-:|-:|-:|-:|-:|"]
    whole = [sum(each[at] for each in sums.values()) for at in range(3)]
    for kind, (there, found, extra) in {**sums, "all": whole}.items():
        recall, precision = (found / there if there else 1), (found / (found + extra) if found + extra else 1)
        rows.append(f"| {kind} | {there} | {found} | {extra} | {recall:.0%} | {precision:.0%} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    names = [each for each in sys.argv[1:] if not each.startswith("-")]
    folder = Path(names.pop(0)) if names and Path(names[0]).is_dir() else CORPUS
    made = table(figures(names[0] if names else "", "-v" in sys.argv, folder))
    print(made)
    if "--write" in sys.argv:
        RESULTS.write_text(made, "utf-8")
