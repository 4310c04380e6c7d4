"""What is not for readers is in no byte of the site: comments, drafts, copies, and whatever lies about."""

import doctest
import gzip
import io
import struct
import zipfile
import zlib

import pytest

import building
import canaries
from microsite.build import docs_files
from microsite.views import safe_markdown


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A site whose data, pages and folders are full of what must not be published."""
    root = building.copy_of_repository(tmp_path_factory.mktemp("canaries") / "repository")
    assert canaries.plant(root) > 600
    building.succeed(root)
    return root


def test_comments_copies_links_and_expired_names_are_in_no_byte(planted):
    files = building.contents(planted / "site")
    assert len(files) > 500
    building.none_of(canaries.found(files))


KIND = "这种文件不公布；给读者下载的请放进 docs/files，或者存成 PDF，不给读者的请放到这个文件夹外面"
LINK = "这是一个链接，指向的内容不公布；请把文件本身放进来，或删去链接"


def test_files_and_links_that_are_not_for_readers_are_asked_about_and_not_published(planted, tmp_path):
    before = building.contents(planted / "site")
    strays_there = [canaries.put(planted, name) for name in canaries.REFUSED if name.startswith("docs")]
    outside = canaries.put(tmp_path / "outside", "page.md").parent
    links = [planted / name for name in ("docs/linked", "docs/linked.md", "docs/assets/linked.png")]
    for link, target in zip(links, (outside, outside / "page.md", outside / "page.md"), strict=True):
        link.symlink_to(target)
    done = building.build(planted)
    for path in (*strays_there, *links):
        path.unlink()
    assert done.returncode == 1
    told = sorted(line.partition(" / ")[0] for line in done.stdout.splitlines() if line.startswith("docs/"))
    assert told == sorted(
        [f"{path.relative_to(planted)}:1:1: {KIND}" for path in strays_there]
        + [f"{path.relative_to(planted)}:1:1: {LINK}" for path in links]
    )
    assert building.contents(planted / "site") == before


def test_a_stray_file_among_the_templates_is_asked_about_and_not_published(planted):
    (stray,) = (canaries.put(planted, name) for name in canaries.REFUSED if name.startswith("overrides"))
    done = building.build(planted)
    stray.unlink()
    assert done.returncode == 1
    assert f"{stray.relative_to(planted)}:1:1: {KIND}" in done.stdout


def test_the_canary_is_found_wherever_it_hides():
    """The check can fail: each of these would be a leak."""
    word = canaries.WORD.encode()
    text = b"tEXt" + b"Comment\0" + word
    packed = b"zTXt" + b"Comment\0\0" + zlib.compress(word)
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + b"\0\0\0\0" for chunk in (text, packed)
    )
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("a.txt", word * 50)
    hidden = {
        f"{canaries.WORD}.html": b"",
        "folded.ics": b"SUMMARY:" + word[:4] + b"\r\n " + word[4:],
        "capitals.html": word.upper(),
        "entities.html": canaries.WRITINGS[f"{canaries.NAME} in HTML"],
        "escaped.json": canaries.WRITINGS[f"{canaries.NAME} in JSON"],
        "packed.png": png,
        "only-packed.png": png.replace(b"Comment\0" + word, b"Comment\0" + b"-" * len(word)),
        "packed.gz": gzip.compress(word),
        "packed.zip": archive.getvalue(),
    }
    assert {line.partition(": ")[0] for line in canaries.found(hidden)} == set(hidden)
    assert canaries.found({"index.html": b"nothing"}) == []


def test_the_examples_of_the_documentation_hold():
    assert doctest.testmod(docs_files).failed == doctest.testmod(safe_markdown).failed == 0


def test_kinds_of_files_are_known_by_their_ending_and_copies_by_their_names(tmp_path):
    for name in ("about.md", "about.md~"):
        canaries.put(tmp_path / "docs", name)
    paths = ["about.md", "a/b.PNG", "c.pdf", "about.md~", "x.yml.bak", "a/Thumbs.db", "~$form.docx"]
    assert docs_files.for_readers(tmp_path, tmp_path / "docs", paths) == {"about.md", "a/b.PNG", "c.pdf"}
