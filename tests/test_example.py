"""The invented edition in examples/: everything that a plan can say stands in it, and ``make demo`` shows it."""

import csv
import json
import re
from datetime import date
from typing import get_args

import pytest

import building
import reading
from microsite.cli import main
from microsite.core.language import LANGUAGES
from microsite.loading import data_folder, po, session_table, translations
from microsite.loading.json_schema import ROOTS
from microsite.loading.reader import SHORT
from microsite.model.choices import SessionStatus
from microsite.model.fields import declared, is_record
from microsite.yamlfile import tree, yaml_parser
from test_preview import previewed

DATA = building.REPOSITORY / "examples/data"
FILES = {
    "campaign": "campaigns/*.yml",
    "contacts": "contacts/*.yml",
    "organisations": "organisations/*.yml",
    "places": "places/*.yml",
    "synonyms": "synonyms.yml",
}
INVENTED = {"zh-CN": "虚构", "en": "Invented"}


def fields_of(cls, seen=None):
    """Every field that a data file of this kind can have, and that the records within it can have."""
    seen = set() if seen is None else seen
    if cls in seen:
        return set()
    seen.add(cls)
    below = [kind for each in declared(cls) for kind in (each.kind, each.items) if is_record(kind)]
    return {(cls.__name__, each.key) for each in declared(cls)}.union(
        *(fields_of(kind, seen) for kind in below)
    )


def written(cls, node):
    """The fields of a record that a data file has, and those of the records within it."""
    if isinstance(node, tree.Scalar):
        return {(cls.__name__, SHORT[cls])} if cls in SHORT else set()
    found = set()
    for each in declared(cls):
        value = node.get(each.key)
        if value is not None:
            found.add((cls.__name__, each.key))
        if value is not None and is_record(each.kind):
            found |= written(each.kind, value)
        if isinstance(value, tree.Sequence) and is_record(each.items):
            found = found.union(*(written(each.items, item) for item in value.items))
    return found


def in_the_example(name):
    files = sorted(DATA.glob(FILES[name]))
    nodes = [yaml_parser.parse(file.read_bytes(), file.name)[0] for file in files]
    return set().union(*(written(ROOTS[name][0], node) for node in nodes))


def test_every_field_of_the_format_stands_in_the_example():
    """Whoever adds a field writes it into the example, too."""
    known = set().union(*(fields_of(cls) for cls, *_ in ROOTS.values()))
    missing = known.difference(*map(in_the_example, ROOTS))
    assert sorted(f"{record}.{key}" for record, key in missing) == []


def test_the_sessions_of_the_example_use_every_column_and_every_status_in_every_city():
    with (DATA / "sessions/yunling-2026.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    used = {name for row in rows for name, cell in row.items() if cell}
    assert len(rows) > 250
    assert sorted({column.key for column in session_table.COLUMNS} - used) == []
    assert {row["status"] for row in rows} == {"", *get_args(SessionStatus)}
    plan = data_folder.folder(DATA, date(2026, 6, 1)).plan
    (edition,) = (each for each in plan.campaigns if each.id == "yunling-2026")
    held = {each.town.id for activity in edition.activities for each in activity.sessions if each.town}
    assert len(held) == 8


def test_the_check_finds_no_mistake_in_the_example(capsys):
    assert main.main(["--data", str(DATA), "check"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_example_is_translated(language):
    data = data_folder.folder(DATA, date(2026, 6, 1), drafts="all")
    owed = []
    for record in (each for each in (*data.plan.campaigns, *data.plan.regions.values()) if each.language != language):
        path = data_folder.catalogue_path(DATA, language, record.id)
        old, problems = po.parse(path.read_bytes(), path.name)
        assert problems == []
        made = po.updated(old, list(translations.all_words(record)), record.id, language)
        owed += [
            f"{path.name}: {each.context}: {each.id}"
            for each in made
            if each.id and (not each.string or each.fuzzy)
        ]
        assert made.obsolete == {}
    assert owed == []


def test_every_page_of_the_example_says_that_it_is_invented(example):
    pages = reading.pages(example / "site")
    shown = [
        page
        for page in pages.values()
        if not reading.leads_elsewhere(page) and "/embed/" not in f"/{page.path}"
    ]
    assert len(shown) > 100
    assert [page.path for page in shown if INVENTED[page.language] not in page.text] == []
    assert [page.path for page in shown if page.meta("robots") != ["noindex"]] == []


def test_no_heading_of_the_example_skips_a_level(example):
    pages = reading.pages(example / "site")
    assert {path: page.skipped for path, page in pages.items() if page.skipped and "embed/" not in path} == {}


def test_rows_for_people_who_do_not_hear_have_an_address_to_write_to(example):
    pages = reading.pages(example / "site")
    deaf, older = ({link for _, link in pages[f"yunling-2026/for/{who}/"].links} for who in ("deaf", "older"))
    assert "mailto:classes@yunling.example.org" in deaf
    card = '<strong class="ms-takeaway__mail">classes@yunling.example.org</strong>'
    assert card in (example / "site/yunling-2026/for/deaf/index.html").read_text("utf-8")
    assert not [link for link in older if link.startswith("mailto:")]


def test_files_for_download_lie_where_pages_of_both_languages_lead(example):
    pages = reading.pages(example / "site")
    for path in ("yunling-2026/opening/", "yunling-2026/plan/"):
        linked = {
            reading.urljoin(f"/{language}{path}", link).removeprefix("/")
            for language in ("", "en/")
            for _, link in pages[f"{language}{path}"].links
            if "/files/" in link
        }
        (file,) = linked
        assert (example / "site" / file).read_bytes() == (example / "docs" / file).read_bytes()


def test_make_demo_checks_and_serves_the_example_with_its_draft(example):
    recipe = (
        (building.REPOSITORY / "Makefile").read_text("utf-8").partition("\ndemo:")[2].partition("\n\n")[0]
    )
    assert recipe.split("\n")[1:] == [
        "\t$(BIN)/python -m microsite --data examples/data check",
        '\t$(BIN)/mkdocs serve --config-file examples/mkdocs.yml --dev-addr "$$GIVEN_ADDR"',
    ]
    with previewed(example.parent, config="examples/mkdocs.yml") as preview:
        assert "〔草稿〕" in preview.page("yunling-2027/")
        assert "虚构" in preview.page("manual/")


def test_a_banner_that_says_postponed_says_why_and_leads_to_the_update(example):
    page = reading.pages(example / "site")["yunling-2026/forum/"]
    assert "活动已延期：论坛延期，新的时间定了以后在这里公布。2026年6月29日的更新" in page.text
    assert ("href", "#change-2026-06-29") in page.links


def test_a_number_to_ask_stands_once_among_the_answers_of_an_activity(example):
    page = (example / "site/yunling-2026/anti-fraud/index.html").read_text("utf-8")
    answers = page.partition("<header class=\"ms-facts\">")[2].partition("</header>")[0]
    assert answers.count("0640-55501007") == 1


def test_what_is_on_site_has_the_picture_of_a_place_and_an_address_is_parted_from_its_city(example):
    page = (example / "site/yunling-2026/for/older/index.html").read_text("utf-8")
    where = re.findall(r'<p class="ms-actrow__where"><svg.*?<path d="(.*?)".*?</svg><span>(.*?)</span>', page)
    online = {picture for picture, words in where if words == "线上"}
    assert len(online) == 1
    assert online.isdisjoint(picture for picture, words in where if words.startswith("线下"))
    page = (example / "site/en/yunling-2026/sessions/index.html").read_text("utf-8")
    assert '124 Xinmin Street, <a href="../../../en/yunling-2026/in/lanchuan/">Lanchuan</a>' in page
    assert "Lanchuan Library, 82 Xuefu Road</span>" in page, "its name says the city"


def test_what_the_public_may_not_come_to_is_marked_in_a_row_and_not_on_the_card(example):
    page = (example / "site/yunling-2026/for/communities/index.html").read_text("utf-8")
    rows, card = page.split('<div class="ms-takeaway__card">')
    assert rows.count("不对公众开放。") == 1
    assert re.findall('data-activity="([^"]*)"', rows)[:2] == ["anti-fraud", "opening"]
    assert "专门为您办的有 1 项" in rows
    assert "<strong>启动仪式</strong>" not in card
    assert "0640-55501000" in card


def test_the_search_knows_cities_access_and_costs(example):
    index = json.loads((example / "site/yunling-2026/activities/index.json").read_text("utf-8"))
    found = {word: sum(word in text for _, text, *_ in index["activities"]) for word in ("轮椅", "岚川", "免费")}
    assert found["轮椅"] > 5
    assert found["岚川"] > 5
    assert found["免费"] > 10


def test_a_row_of_an_activity_with_sessions_names_the_first_cities(example):
    page = (example / "site/yunling-2026/for/everyone/index.html").read_text("utf-8")
    (row,) = re.findall(r'<li class="ms-actrow" data-activity="theme-days">.*?</li>', page, re.DOTALL)
    assert re.search(r'class="ms-actrow__where">.*?线下.*?岚川市.*?等', row, re.DOTALL)

