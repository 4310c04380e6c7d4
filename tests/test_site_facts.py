"""Nothing is lost: what the data files say stands on the page where a reader looks for it.

The files are read here as plain text, without the project's own reader, so that a fact which that
reader drops is missed.
"""

import re
from pathlib import Path

import pytest
import yaml

from building import REPOSITORY
from reading import squeezed

EDITIONS = ("jiangxi-2022", "shandong-2024")

# Codes, not words: they are shown as words of the interface, or stand in addresses. A short title stands in lists.
CODES = {"id", "code", "number", "kind", "form", "audiences", "phase", "open_to_public", "parts_open", "continues",
         "tentative", "printed_count", "date", "order", "edition", "former_ids", "material", "url", "region", "year",
         "colour", "short_name", "short_title", "support", "source"}  # fmt: skip

# Times that mean the campaign's own, and are said so outside the activity's page.
OURS = {"在提升月期间": "活动期间"}

# Where the other parts of a plan belong.
OVERVIEW = ("name", "summary")
PLAN = ("theme", "aims", "period", "document", "hosting", "phases", "requirements")


def plain(path):
    return yaml.load((REPOSITORY / path).read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - reads text only


def facts(value, key=""):
    """Every text below a value, without codes; 等 at the end of a list says that it stays open."""
    if isinstance(value, dict):
        for name, below in value.items():
            if name not in CODES:
                yield from facts(below, name)
    elif isinstance(value, list):
        for each in value:
            yield from facts(each, key)
    elif value not in ("", "all", "true", "false", "等"):
        yield value


def words(text):
    """Text without white space, Markdown and quotation marks, which the page may set its own way."""
    return re.sub(r"[*_`>#“”《》\-]|\s", "", text)


def missing(page, values):
    shown = words(page.text)
    return sorted({value for value in values if words(value) not in shown})


@pytest.fixture(scope="module", params=EDITIONS)
def plan(request):
    return plain(f"data/campaigns/{request.param}.yml")


def test_every_fact_of_an_activity_is_on_its_page(plan, pages):
    lost = {}
    for activity in plan["activities"]:
        page = pages[f"{plan['id']}/{activity['id']}/"]
        if values := missing(page, facts(activity)):
            lost[activity["id"]] = values
    assert lost == {}


def test_every_activity_s_headline_is_its_title(plan, pages):
    titles = {activity["id"]: [activity["title"]] for activity in plan["activities"]}
    assert {id_: pages[f"{plan['id']}/{id_}/"].h1 for id_ in titles} == titles


def test_every_number_of_an_activity_is_on_its_page_with_its_unit(plan, pages):
    lost = []
    for activity in plan["activities"]:
        text = pages[f"{plan['id']}/{activity['id']}/"].text
        counts = [
            squeezed(f"{each['what']}：{each['number']}{each['unit']}") for each in activity.get("counts", [])
        ]
        lost += [count for count in counts if count not in text]
    assert lost == []


def test_every_clause_is_named_on_the_page_of_its_activity(plan, pages):
    clauses = {each["id"]: f"{plan['document']['number']}，{each['source']}" for each in plan["activities"]}
    shown = {id_: pages[f"{plan['id']}/{id_}/"].text for id_ in clauses}
    assert [id_ for id_, clause in clauses.items() if clause not in shown[id_]] == []


def test_every_body_of_an_activity_is_linked_from_its_page(plan, pages):
    register = plain(f"data/organisations/{plan['region']}.yml")["organisations"]
    ids = {name: body["id"] for body in register for name in names(body)}
    lost = []
    for activity in plan["activities"]:
        page = pages[f"{plan['id']}/{activity['id']}/"]
        linked = {link for _, link in page.links}
        for role in ("lead", "support"):
            bodies = activity.get(role, [])
            lost += [
                f"{activity['id']}: {name}"
                for name in (bodies if isinstance(bodies, list) else [])
                if name != "等" and f"../../organisations/{ids[name]}/" not in linked
            ]
    assert lost == []


def names(body):
    return [body["name"], body.get("short_name", body.get("short")), *body.get("aliases", [])]


def test_every_activity_is_on_the_overview_the_finder_the_timeline_and_the_plan(plan, pages):
    titles = [activity["title"] for activity in plan["activities"]]
    short = [activity["short_title"] for activity in plan["activities"]]
    shown = {path: missing(pages[f"{plan['id']}/{path}"], short) for path in ("", "activities/", "timeline/")}
    assert (shown, missing(pages[f"{plan['id']}/plan/"], titles)) == ({"": [], "activities/": [], "timeline/": []}, [])


def test_what_introduces_a_campaign_is_on_its_front_page(plan, pages):
    values = [plan[name] for name in OVERVIEW] + [plan["theme"]["text"]]
    values += [each[name] for each in plan.get("platforms", []) for name in ("name", "summary")]
    assert missing(pages[f"{plan['id']}/"], values) == []


def test_every_fact_of_the_document_is_on_the_plan_s_page(plan, pages):
    values = [fact for name in PLAN for fact in facts(plan.get(name, ""), name)]
    values += [each[name] for each in plan.get("platforms", []) for name in ("name", "label")]
    assert missing(pages[f"{plan['id']}/plan/"], values) == []


def test_notes_on_an_english_page_name_bodies_in_english_and_nothing_by_its_id(plan, pages):
    notes = pages[f"en/{plan['id']}/plan/"].text.partition("Nothinginthenoticehasbeenchanged.")[2].partition("Calendar,data")[0]
    unquoted = re.sub("“[^”]*”|[一二三四五六七八九十]+（[一二三四五六七八九十]+）", "", notes)
    assert len(notes) > 150
    assert re.findall("[\u4e00-\u9fff]+", unquoted) == []
    assert [each["id"] for each in plan["activities"] if f"({each['id']})" in notes] == []


def test_every_clause_of_the_document_can_be_linked_to(plan, pages):
    wanted = {f"{kind}-{each['id']}" for kind, group in (("activity", "activities"), ("phase", "phases"),
              ("requirement", "requirements")) for each in plan.get(group, [])}  # fmt: skip
    assert wanted - pages[f"{plan['id']}/plan/"].ids == set()


def test_every_time_is_on_the_timeline_as_it_was_printed_or_meant(plan, pages):
    times = [each["when"] for each in (*plan["activities"], *plan.get("phases", [])) if "when" in each]
    meant = [OURS.get(time, time) if isinstance(time, str) else time["means"] for time in times]
    assert missing(pages[f"{plan['id']}/timeline/"], meant) == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_number_is_in_the_directory_and_on_the_page_of_its_body(pages, language):
    contacts = plain("data/contacts/jiangxi-2022.yml")["contacts"]
    numbers = [each["phone"].replace("—", "-") for each in contacts]
    assert len(numbers) == 17
    directory = pages[f"{language}jiangxi-2022/contacts/"]
    assert [number for number in numbers if number not in directory.text] == []
    on_bodies = "".join(
        page.text for path, page in pages.items() if path.startswith(f"{language}organisations/")
    )
    assert [number for number in numbers if number not in on_bodies] == []


def test_every_body_has_a_page_with_its_names(pages):
    lost = []
    for file in Path(REPOSITORY, "data/organisations").glob("*.yml"):
        for body in plain(file.relative_to(REPOSITORY))["organisations"]:
            lost += missing(pages[f"organisations/{body['id']}/"], [body["name"]])
    assert lost == []


def test_a_body_without_a_number_is_called_by_its_province_and_leads_on(pages):
    page = pages["organisations/shandong-civil-affairs/"]
    assert page.h1 == ["山东省民政厅"]
    assert {("href", "tel:12345"), ("href", "../../shandong-2024/activities/")} <= set(page.links)
    assert pages["organisations/jiangxi-civil-affairs/"].h1 == ["江西省民政厅"]
    assert ("href", "../../jiangxi-2022/contacts/") in pages["organisations/jiangxi-social-sciences/"].links


def test_the_page_for_lost_addresses_leads_to_the_newest_editions_in_both_languages(pages):
    links = {link for _, link in pages["404.html"].links}
    assert {"/ztzl/2024/shandong-2024/", "/ztzl/2024/en/jiangxi-2022/"} <= links
