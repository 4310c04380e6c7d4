"""The site in one file: the same bytes each time, and one that opens from a folder without a server."""

import json
import zipfile
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

import building
import reading
from microsite.cli import main


def pack(site, file, *options):
    return main.main(["pack", str(file), "--site", str(site), *options])


@pytest.fixture(scope="module")
def unpacked(site, tmp_path_factory):
    """The archive, as somebody finds it years later."""
    root = tmp_path_factory.mktemp("archive")
    assert pack(site, root / "archive.zip", "--offline") == 0
    with zipfile.ZipFile(root / "archive.zip") as packed:
        packed.extractall(root)
    return root / "site"


def test_a_packed_site_is_the_site_and_the_same_each_time(site, tmp_path):
    for name in ("one.zip", "two.zip"):
        assert pack(site, tmp_path / name) == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as packed:
        files = {name.removeprefix("site/"): packed.read(name) for name in packed.namelist()}
    assert files == building.contents(site)


def test_a_file_that_is_there_is_not_written_over(site, tmp_path, capsys):
    (tmp_path / "one.zip").write_text("别的")
    assert pack(site, tmp_path / "one.zip") == 1
    assert (tmp_path / "one.zip").read_text() == "别的"
    assert "这个文件已经有了" in capsys.readouterr().err


def test_every_link_of_the_archive_names_a_file(unpacked):
    missing = []
    for name, page in reading.pages(unpacked).items():
        folder = unpacked / name if name.endswith("/") or not name else (unpacked / name).parent
        for _, link in page.links:
            path = unquote(urlsplit(link).path)
            is_here = path and not urlsplit(link).scheme and not link.startswith("/")
            if is_here and not (folder / path).is_file():
                missing.append(f"{name}: {link}")
    assert missing == []


def test_the_archive_is_read_without_a_server(browser, unpacked):
    page = browser.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("requestfailed", lambda asked: asked.failure != "net::ERR_ABORTED" and problems.append(asked.url))
    page.goto((unpacked / "index.html").as_uri())
    page.locator(".ms-edition__name a").first.click()
    assert page.url.endswith("/shandong-2024/index.html")
    page.goto((unpacked / "jiangxi-2022/activities/index.html").as_uri())
    page.locator(".ms-card__title a").first.click()
    page.wait_for_url("**/jiangxi-2022/*/index.html")
    expect(page.locator("h1")).to_have_count(1)
    style = page.evaluate("getComputedStyle(document.querySelector('.ms-poster')).backgroundColor")
    assert style not in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    page.locator("[data-language]").click()
    assert "/en/jiangxi-2022/" in page.url
    page.close()
    assert problems == []


@pytest.mark.parametrize("page_", ["jiangxi-2022/activities", "en/jiangxi-2022/activities"])
def test_the_finder_of_the_archive_finds_every_word(browser, unpacked, page_):
    """A browser reads no data from a folder: what is searched comes as a script."""
    page = browser.new_page()
    index = json.loads((unpacked / page_ / "index.json").read_bytes())
    page.goto((unpacked / page_ / "index.html").as_uri())
    for id_, text, *_ in index["activities"]:
        words = text.split()
        page.fill("#f-q", words[-1])
        expect(page.locator(f"[data-activity={id_}]").first).to_be_visible()
    page.fill("#f-q", "养老机构 银龄" if page_.startswith("j") else "nursing")
    expect(page.locator(".ms-card:not([hidden])").nth(2)).to_have_count(0)
    page.close()


def test_the_home_page_of_the_archive_finds_activities_of_all_editions(browser, unpacked):
    page = browser.new_page()
    page.goto((unpacked / "index.html").as_uri())
    page.fill("#h-q", "手机")
    expect(page.locator("[data-hits] a")).to_have_count(2)
    page.locator("[data-hits] a").last.click()
    assert page.locator("h1").inner_text() == "开展全民数字科普宣传活动"
    page.close()


def test_the_directory_of_the_archive_finds_what_activities_say(browser, unpacked):
    page = browser.new_page()
    page.goto((unpacked / "jiangxi-2022/contacts/index.html").as_uri())
    page.fill("#f-q", "养老")
    page.locator("[data-matter]:visible a[href^='tel:']").first.wait_for()
    page.close()


def test_settings_go_along_in_the_archive_even_where_each_page_has_a_storage_of_its_own(browser, unpacked):
    """As in Firefox, where what is stored belongs to one file."""
    page = browser.new_page()
    page.goto((unpacked / "jiangxi-2022/index.html").as_uri())
    page.locator("[data-larger]").click()
    size = page.evaluate("document.documentElement.dataset.size")
    page.evaluate("localStorage.clear()")
    page.locator("main a[href$='activities/index.html']").first.click()
    page.wait_for_url("**/activities/index.html?look=*")
    assert page.evaluate("document.documentElement.dataset.size") == size
    page.evaluate("localStorage.clear()")
    page.locator("[data-language]").click()
    page.wait_for_url("**/en/**")
    assert page.evaluate("document.documentElement.dataset.size") == size
    page.close()
