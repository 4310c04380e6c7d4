"""Folders that hold a site: what is kept, what is linked, what is written, and when nothing is believed."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.build import manifest
from microsite.build.manifest import Collision, Part, Target
from properties import examples


def made(target, parts):
    """Let the folder have these parts; their files by part and path."""
    put = {
        name: Part(name, {path: target.put(path, content) for path, content in files.items()})
        for name, files in parts.items()
    }
    return target.finish(put)


def contents(folder):
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def fresh(root, name):
    (root / name).mkdir()
    return manifest.Tree(root / name)


@pytest.fixture
def published(tmp_path):
    """A folder with two parts, known by its list."""
    target = Target(fresh(tmp_path, "one"), manifest.Tree(tmp_path / "none"))
    tree = made(target, {"a": {"a/index.html": b"A", "a/x/index.html": b"X"}, "b": {"b/index.html": b"B"}})
    manifest.remember(tree, tmp_path / "lists")
    return tree


def test_a_folder_is_known_by_its_list(published, tmp_path):
    assert manifest.known(published.folder, tmp_path / "lists") == published


def _edited(folder):
    (folder / "a/index.html").write_bytes(b"Z")


def _deleted(folder):
    (folder / "b/index.html").unlink()


def _added(folder):
    (folder / "a/x/more.txt").write_bytes(b"")


def _touched(folder):
    os.utime(folder / "a/index.html", ns=(0, 0))


def _emptied(folder):
    (folder / "b/index.html").unlink()
    (folder / "b").rmdir()


@pytest.mark.parametrize("change", [_edited, _deleted, _added, _touched, _emptied])
def test_a_folder_that_somebody_touched_is_not_known(published, tmp_path, change):
    change(published.folder)
    assert manifest.known(published.folder, tmp_path / "lists") == manifest.Tree(published.folder)


@pytest.mark.parametrize("is_listed_once", [False, True])
@pytest.mark.parametrize("change", [_deleted, _added, _emptied])
def test_a_folder_beside_another_is_known_only_if_nobody_touched_either(published, tmp_path, change, is_listed_once):
    lists, target = tmp_path / "lists", Target(fresh(tmp_path, "two"), published)
    tree = made(target, {"a": {"a/index.html": b"A", "a/x/index.html": b"Y"}, "b": {"b/index.html": b"B"}})
    manifest.remember(tree, lists, published if is_listed_once else None)
    assert manifest.known(tree.folder, lists, published) == tree
    (tree.folder / "a/index.html").write_bytes(b"Z")  # the published one, too: they are one file
    assert manifest.known(tree.folder, lists, manifest.known(published.folder, lists)).parts == {}
    change(tree.folder)
    assert manifest.known(tree.folder, lists, published).parts == {}


def test_a_part_that_is_listed_with_the_folder_beside_is_known_only_with_it(published, tmp_path):
    lists, target = tmp_path / "lists", Target(fresh(tmp_path, "two"), published)
    tree = made(target, {"b": {"b/index.html": b"B"}})
    manifest.remember(tree, lists, published)
    assert manifest.known(tree.folder, lists, published) == tree
    assert manifest.known(tree.folder, lists).parts == {}
    other = replace(published, parts={"b": replace(published.parts["b"], key="another")})
    assert manifest.known(tree.folder, lists, other).parts == {}


def test_lists_of_a_preview_are_in_memory_and_can_be_forgotten(published, tmp_path):
    held = {}
    manifest.remember(published, held)
    assert manifest.known(published.folder, held) == published
    manifest.forget(published.folder, held)
    assert manifest.known(published.folder, held).parts == {}


def test_a_file_that_only_one_of_two_folders_has_is_looked_at(published, tmp_path):
    lists, target = tmp_path / "lists", Target(fresh(tmp_path, "two"), published)
    tree = made(target, {"a": {"a/index.html": b"A", "a/x/index.html": b"Y"}})
    manifest.remember(tree, lists)
    (tree.folder / "a/x/index.html").write_bytes(b"Z")
    assert manifest.known(tree.folder, lists, published).parts == {}


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: b"",
        lambda text: text[:-1],
        lambda text: text.replace(b"a/index.html", b"../../escape"),
        lambda text: b"[]",
        lambda text: b"\xff\xfe",
    ],
)
def test_a_damaged_list_is_ignored(published, tmp_path, damage):
    (path,) = (tmp_path / "lists").glob("*.list")
    path.write_bytes(damage(path.read_bytes()))
    assert manifest.known(published.folder, tmp_path / "lists").parts == {}


def test_a_copy_of_a_folder_is_not_the_folder(published, tmp_path):
    published.folder.rename(tmp_path / "moved")
    (tmp_path / "one").mkdir()
    assert manifest.known(tmp_path / "one", tmp_path / "lists").parts == {}


def test_what_did_not_change_is_the_same_file_and_what_changed_is_another(published, tmp_path):
    target = Target(fresh(tmp_path, "two"), published)
    tree = made(target, {"a": {"a/index.html": b"A", "a/x/index.html": b"Y"}, "b": {"b/index.html": b"B"}})
    assert contents(tree.folder) == {"a/index.html": b"A", "a/x/index.html": b"Y", "b/index.html": b"B"}
    assert target.written == 1
    same = {path for path in tree.files() if tree.files()[path] == published.files()[path]}
    assert same == {"a/index.html", "b/index.html"}
    assert contents(published.folder)["a/x/index.html"] == b"X"


def test_two_files_for_one_place_are_a_collision(tmp_path):
    target = Target(fresh(tmp_path, "one"), manifest.Tree(tmp_path / "none"))
    stamp = target.put("a/index.html", b"A")
    with pytest.raises(Collision, match=r"a/index\.html"):
        target.finish({"a": Part("", {"a/index.html": stamp}), "b": Part("", {"a/index.html": stamp})})
    with pytest.raises(FileExistsError):
        target.put("a/index.html", b"B")


_SITES = st.lists(
    st.dictionaries(
        st.sampled_from(["index.html", "a/index.html", "a/b/index.html", "a/b/c.txt", "d/e.txt"]),
        st.sampled_from([b"", b"1", b"2", b"33"]),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=examples(60), deadline=None)
@given(sites=_SITES)
def test_whatever_changes_from_build_to_build_the_folder_is_what_it_should_be(sites, tmp_path_factory):
    """Two folders take turns; each is brought up to date from what it was two builds ago."""
    root = tmp_path_factory.mktemp("turns")
    folders, lists = (root / "one", root / "two"), root / "lists"
    for folder in folders:
        folder.mkdir()
    for number, site in enumerate(sites):
        spare, out = folders[number % 2], folders[1 - number % 2]
        before = contents(out)
        published = manifest.known(out, lists)
        target = Target(manifest.known(spare, lists, published), published)
        manifest.remember(made(target, {"p": site}), lists)
        assert contents(spare) == site
        assert contents(out) == before
        assert all(any(folder.iterdir()) for folder in spare.rglob("*") if folder.is_dir())
        assert manifest.known(spare, lists).files().keys() == site.keys()


def test_lists_of_folders_that_are_gone_do_not_pile_up(tmp_path):
    for number in range(12):
        target = Target(fresh(tmp_path, str(number)), manifest.Tree(tmp_path / "none"))
        manifest.remember(made(target, {"a": {"index.html": b"A"}}), tmp_path / "lists")
    assert len(list(Path(tmp_path / "lists").iterdir())) == 8
