"""The archive, opened from a folder in a Firefox that nobody drives: there a page reads no data and shares no storage.

Automation switches security.fileuri.strict_origin_policy off and so makes it another browser; pictures are compared.
"""

import io
import subprocess
import zipfile

import pytest
from PIL import Image, ImageStat

from microsite.cli import main

FINDER = "jiangxi-2022/activities/index.html"


@pytest.fixture(scope="module")
def archive(site, tmp_path_factory):
    root = tmp_path_factory.mktemp("archive")
    assert main.main(["pack", str(root / "archive.zip"), "--site", str(site), "--offline"]) == 0
    with zipfile.ZipFile(root / "archive.zip") as packed:
        packed.extractall(root)
    return root / "site"


@pytest.fixture(scope="module")
def seen(archive, tmp_path_factory):
    """What Firefox paints of a page of the archive: its size and its pixels below the form."""
    home = tmp_path_factory.mktemp("home")

    def look(page, query):
        picture = home / "picture.png"
        picture.unlink(missing_ok=True)
        address = f"{(archive / page).as_uri()}?{query}"
        command = ["firefox-esr", "--headless", "--window-size", "500,1600", "--screenshot", str(picture), address]
        environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
        subprocess.run(command, env=environment, capture_output=True, check=True, timeout=120)
        return Image.open(io.BytesIO(picture.read_bytes())).convert("L")

    return look


def _ink(picture):
    """How much of the lower half is not paper."""
    half = picture.crop((0, picture.height // 2, picture.width, picture.height))
    return sum(half.histogram()[:200])


def test_a_word_of_the_text_is_found(seen, measured):
    """关心的问题 stands in the text of one activity alone, and 数字助老 in its title.

    A picture may be taken before the page has read its data; without these it never shows the same.
    """
    by_title, nothing = (_ink(seen(FINDER, f"q={word}")) for word in ("数字助老", "zzzz"))
    is_found = any(_ink(seen(FINDER, "q=关心的问题")) == by_title != nothing for _ in range(5))
    measured("Archive", "Firefox without automation shows an activity for a word of its text", "yes", is_found)
    assert is_found


def test_the_settings_of_one_page_hold_on_the_next(seen, measured):
    light, dark = (ImageStat.Stat(seen("jiangxi-2022/index.html", f"look={theme},,")).mean[0] for theme in ("", "dark"))
    measured("Archive", "Firefox without automation keeps the dark background on the next page", "yes", dark < light / 2)
    assert dark < light / 2
