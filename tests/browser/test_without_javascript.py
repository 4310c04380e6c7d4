"""A phone that runs no script gets everything that matters."""

import pytest
import yaml
from kinds import EVERY_PUBLIC_KIND, PUBLIC

from building import REPOSITORY

EDITIONS = ("jiangxi-2022", "shandong-2024")


@pytest.fixture
def plain(look):
    return lambda path, **options: look(path, java_script_enabled=False, **options)


def activities(edition):
    text = (REPOSITORY / f"data/campaigns/{edition}.yml").read_text("utf-8")
    return yaml.load(text, yaml.BaseLoader)["activities"]  # noqa: S506 - reads plain text only


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_activities_are_listed_and_the_finder_is_not(plain, edition):
    page = plain(f"{edition}/activities/")
    shown = page.locator(".ms-card:visible .ms-card__title").all_inner_texts()
    assert shown == [each.get("short_title", each["title"]) for each in activities(edition)]
    assert page.locator("form[data-finder]").is_hidden()
    assert page.locator("[data-settings]").is_hidden()


def test_an_activity_says_when_and_whom_to_call(plain):
    page = plain("jiangxi-2022/older-people/")
    assert "2022年8月" in page.locator("main").inner_text()
    assert page.locator("main a[href^='tel:']:visible").count() >= 1


def test_the_directory_shows_every_line_and_no_form(plain):
    page = plain("jiangxi-2022/contacts/")
    assert page.locator(".ms-contact a[href^='tel:']:visible").count() == 17
    assert page.locator("form[data-directory]").is_hidden()


def test_no_page_says_anything_about_today(plain):
    page = plain("")
    said = {}
    for _, path in EVERY_PUBLIC_KIND:
        page.goto(page.url.split("/ztzl/2024/")[0] + "/ztzl/2024/" + path)
        said[path] = page.locator("[data-state]:visible, [data-now]:visible").count()
        said[path] += page.locator("[data-state]:not(:empty)").count()
    assert set(said.values()) == {0}


@pytest.mark.parametrize("path", PUBLIC.values(), ids=PUBLIC)
def test_the_other_language_of_the_same_page_is_one_link_away(plain, path):
    page = plain(path)
    start = page.url
    page.locator("a[data-language]").click()
    assert page.url.endswith(f"/ztzl/2024/en/{path}")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("a[data-language]").click()
    assert page.url == start
    assert page.locator("html").get_attribute("lang") == "zh-CN"
