"""Names of persons are published until the campaign's own date, then they are in no byte of the site."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import yaml

import building
from microsite.build import outputs
from microsite.core.language import LANGUAGES
from microsite.core.settings import Settings
from microsite.loading import data_folder
from microsite.site.pages import Site
from microsite.site.render import Renderer

FILE = building.REPOSITORY / "data" / "contacts" / "jiangxi-2022.yml"
CONTACTS = yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - reads plain text only
UNTIL = date.fromisoformat(CONTACTS["people_until"])
PEOPLE = [each["person"] for each in CONTACTS["contacts"]]
SETTINGS = Settings(site_name="提升月", site_url=building.SITE_URL)


def published(as_of, data=building.REPOSITORY / "data"):
    """Every file of the core’s site as it is on one day; the share cards are blank here, and painted in the site built today."""
    settings = replace(SETTINGS, as_of=as_of)
    interfaces = {language: data_folder.interface(language) for language in LANGUAGES}
    renderer = Renderer(building.REPOSITORY / "overrides" / "microsite")
    site = Site(data_folder.folder(data, as_of), settings, interfaces, renderer)
    return dict(outputs.site(site, (), paint=lambda _: b""))


@pytest.fixture(scope="module")
def before():
    return published(UNTIL)


@pytest.fixture(scope="module")
def after():
    return published(UNTIL + timedelta(days=1))


def named(files, people=PEOPLE):
    """Which persons are in which files, however the two characters of a name are spaced."""
    writings = {each: (each.encode(), each.replace(" ", "").encode()) for each in people}
    return {
        (person, path)
        for person, written in writings.items()
        for path, content in files.items()
        if any(way in content for way in written)
    }


def test_there_are_seventeen_persons():
    assert len(set(PEOPLE)) == 17


def test_on_the_last_day_all_names_are_in_the_directory_and_on_the_cards(before):
    found = named(before)
    for path in ("jiangxi-2022/contacts/index.html", "en/jiangxi-2022/contacts/index.html"):
        assert [person for person in PEOPLE if (person, path) not in found] == []
    cards = {person for person, path in found if path.endswith(".vcf") and not path.endswith("/all.vcf")}
    assert cards == set(PEOPLE)


def test_a_day_later_no_name_is_in_any_byte(after):
    assert named(after) == set()


def test_offices_and_lines_stay(before, after):
    assert list(after) == list(before)
    directory = after["jiangxi-2022/contacts/index.html"].decode()
    assert [
        each["phone"] for each in CONTACTS["contacts"] if each["phone"].replace("—", "-") not in directory
    ] == []


def test_the_directory_says_until_when_names_are_published(before, after):
    shown, gone = (files["jiangxi-2022/contacts/index.html"].decode() for files in (before, after))
    assert "联系人姓名公布至2022年12月31日。" in "".join(shown.split())
    assert "联系人姓名只公布到2022年12月31日，现在不再显示。" in "".join(gone.split())


def test_a_site_built_today_names_nobody(site):
    """The whole site, with the manual and its search: their day has passed."""
    assert date.today() > UNTIL  # noqa: DTZ011 - a date long ago
    assert named(building.contents(site)) == set()


def test_a_site_without_the_contacts_file_has_no_directory_and_no_number(tmp_path):
    root = building.copy_of_repository(tmp_path / "repository")
    (root / "data/contacts/jiangxi-2022.yml").unlink()
    files = published(UNTIL, root / "data")
    assert [path for path in files if "contacts" in path] == []
    helpline = b'href="tel:12345"'  # that of Shandong, which the site adds
    assert [path for path, content in files.items() if b'href="tel:' in content.replace(helpline, b"")] == []
