"""Publishing into a web server's folder: whole or not at all, and nothing else is ever overwritten."""

import os
import threading
import zipfile

import pytest

import building
from microsite.build import swap
from microsite.cli import main


@pytest.fixture
def place(tmp_path):
    """A finished site beside a data folder."""
    for name, text in (("index.html", "一"), ("assets/editions.json", "{}"), ("a/b/index.html", "二")):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def publish(place, folder):
    return main.main(["--data", str(place / "data"), "publish", str(folder), "--site", str(place / "site")])


def test_the_folder_becomes_the_site_and_keeps_what_did_not_change(place, capsys):
    folder = place / "www/campaign"
    assert publish(place, folder) == 0
    assert building.contents(folder) == building.contents(place / "site")
    before = (folder / "index.html").lstat()
    (place / "site/a/b/index.html").write_text("三", "utf-8")
    (place / "site/assets/new.css").write_text("", "utf-8")
    for _ in range(3):
        assert publish(place, folder) == 0
        assert building.contents(folder) == building.contents(place / "site")
        assert (folder / "index.html").lstat().st_ino == before.st_ino
    assert capsys.readouterr().out.splitlines()[-1] == f"{folder}：4 个文件，写入 0 个 / 4 files, 0 written"


def test_a_page_that_is_gone_from_the_site_is_gone_from_the_folder(place):
    folder = place / "www"
    assert publish(place, folder) == 0
    (place / "site/a/b/index.html").unlink()
    assert publish(place, folder) == 0
    assert sorted(building.contents(folder)) == ["assets/editions.json", "index.html"]
    assert not (folder / "a").exists()


def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(place, capsys):
    folder = place / "www"
    folder.mkdir()
    (folder / "other.html").write_text("别人的", "utf-8")
    assert publish(place, folder) == 1
    assert building.contents(folder) == {"other.html": "别人的".encode()}
    assert "这个文件夹里有别的东西" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["site", "site/inner", "."])
def test_the_site_is_not_published_into_itself(place, capsys, name):
    before = building.contents(place / "site")
    assert publish(place, place / name) == 1
    assert building.contents(place / "site") == before
    assert "互相包含" in capsys.readouterr().err


def test_without_a_site_there_is_nothing_to_publish(place, capsys):
    (place / "site/assets/editions.json").unlink()
    assert publish(place, place / "www") == 1
    assert "make site" in capsys.readouterr().err
    assert not (place / "www").exists()


def test_a_disk_that_refuses_is_told_in_a_line_and_the_old_site_stays(place, capsys, monkeypatch):
    folder = place / "www"
    assert publish(place, folder) == 0
    (place / "site/index.html").write_text("新", "utf-8")
    real = os.write

    def full(handle, content):
        if content == "新".encode():
            raise OSError(28, "No space left on device")
        return real(handle, content)

    monkeypatch.setattr(os, "write", full)
    assert publish(place, folder) == 1
    monkeypatch.undo()
    assert (folder / "index.html").read_text("utf-8") == "一"
    said = capsys.readouterr().err
    assert "No space left on device" in said
    assert "Traceback" not in said
    assert publish(place, folder) == 0
    assert (folder / "index.html").read_text("utf-8") == "新"


def test_a_delivery_waits_for_a_build_of_the_site(place):
    """Else half of what it copies would be of the old site and half of the new one."""
    folder = place / "www"
    with swap.lock(place / "site"):
        running = threading.Thread(target=publish, args=(place, folder))
        running.start()
        running.join(0.3)
        assert running.is_alive()
        assert not folder.exists()
        (place / "site/index.html").write_text("新", "utf-8")
    running.join(30)
    assert (folder / "index.html").read_text("utf-8") == "新"


def test_a_disk_that_refuses_a_packed_site_is_told_in_a_line_and_nothing_is_left(place, capsys, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    assert main.main(["pack", str(place / "site.zip"), "--site", str(place / "site")]) == 1
    assert not (place / "site.zip").exists()
    assert "写不进去（No space left on device），没有留下文件" in capsys.readouterr().err
