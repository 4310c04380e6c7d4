"""Publishing into a web server's folder: whole or not at all, and nothing else is ever overwritten."""

import json
import os
import shutil
import stat
import threading
import zipfile
from pathlib import Path

import pytest

import access_lists
import building
from microsite.build import deploy, swap
from microsite.cli import main
from microsite.core import locks


@pytest.fixture
def place(tmp_path):
    """A finished site in a project, and room for a server beside it."""
    for name, text in (("index.html", "一"), (swap.SIGN, "{}"), ("a/b/index.html", "二")):
        path = tmp_path / "office/site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "office/data").mkdir()
    return tmp_path


def publish(place, folder):
    office = place / "office"
    return main.main(["--data", str(office / "data"), "publish", str(folder), "--site", str(office / "site")])


def keep(place, *names):
    (place / "office/mkdocs.yml").write_text(f"extra:\n  microsite:\n    keep: {json.dumps(names)}\n", "utf-8")


def published(folder):
    """What is in the folder besides the list of it."""
    return {path: content for path, content in building.contents(folder).items() if path != deploy.LIST}


def put(folder, **files):
    """Files of others: names to texts."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def rights(folder):
    """The rights of everything in a folder and of the folder itself, each as often as it occurs."""
    found = [folder, *folder.rglob("*")]
    return {("folder" if path.is_dir() else "file", f"{stat.S_IMODE(path.lstat().st_mode):04o}") for path in found}


def test_the_folder_becomes_the_site_and_keeps_what_did_not_change(place, capsys):
    folder = place / "www/campaign"
    assert publish(place, folder) == 0
    assert published(folder) == building.contents(place / "office/site")
    before = (folder / "index.html").lstat()
    (place / "office/site/a/b/index.html").write_text("三", "utf-8")
    (place / "office/site/assets/new.css").write_text("", "utf-8")
    for _ in range(3):
        assert publish(place, folder) == 0
        assert published(folder) == building.contents(place / "office/site")
        assert (folder / "index.html").lstat().st_ino == before.st_ino
    assert capsys.readouterr().out.splitlines()[-1] == f"{folder}：4 个文件，写入 0 个 / 4 files, 0 written"


def test_a_page_that_is_gone_from_the_site_is_gone_from_the_folder(place):
    folder = place / "www"
    assert publish(place, folder) == 0
    (place / "office/site/a/b/index.html").unlink()
    assert publish(place, folder) == 0
    assert sorted(published(folder)) == sorted([swap.SIGN, "index.html"])
    assert not (folder / "a").exists()


def test_a_folder_with_something_else_in_it_is_refused_and_left_alone(place, capsys):
    folder = place / "www"
    put(folder, **{"other.html": "别人的", "news/index.html": "新闻"})
    (folder / "upload").mkdir()
    before = building.contents(folder)
    assert publish(place, folder) == 1
    assert building.contents(folder) == before
    assert sorted(path.name for path in place.iterdir()) == ["office", "www"]
    assert capsys.readouterr().err.splitlines() == [
        (f"{folder}: news/index.html、other.html、upload/不是从这里公布的，或者公布以后有人改过，所以什么也没有动；"
        "请移到别处，要留在原处就写进 mkdocs.yml 的 extra: microsite: keep: / news/index.html, other.html, upload/ did not "
        "come from here or was changed since, so nothing was touched; move it elsewhere, or list it in mkdocs.yml under "
        "extra: microsite: keep: to leave it there [foreign-files]")
    ]


@pytest.mark.parametrize("name", ["MP_verify_abc.txt", ".well-known/x.txt", ".htaccess", "a/b/mine.txt"])
def test_what_others_put_into_a_published_folder_is_named_and_stays(place, capsys, name):
    folder = place / "www"
    assert publish(place, folder) == 0
    put(folder, **{name: "v"})
    (place / "office/site/a/b/index.html").write_text("三", "utf-8")
    assert publish(place, folder) == 1
    assert (folder / name).read_text("utf-8") == "v"
    assert (folder / "a/b/index.html").read_text("utf-8") == "二"
    assert f"{folder}: {name}不是从这里公布的" in capsys.readouterr().err


def test_a_published_file_that_somebody_changed_is_not_written_over(place, capsys):
    folder = place / "www"
    assert publish(place, folder) == 0
    (folder / "index.html").write_text("手改", "utf-8")
    assert publish(place, folder) == 1
    assert (folder / "index.html").read_text("utf-8") == "手改"
    assert "index.html不是从这里公布的，或者公布以后有人改过" in capsys.readouterr().err


def test_what_the_settings_name_is_kept_as_the_same_file(place, capsys):
    folder = place / "www"
    assert publish(place, folder) == 0
    theirs = {"MP_verify_abc.txt": "v", ".well-known/a/b.txt": "w", "index.html": "办公室自己的首页"}
    put(folder, **theirs)
    (folder / "upload").mkdir(mode=0o775)
    (folder / "upload").chmod(0o775)
    (folder / "latest").symlink_to("a")
    (folder / ".well-known/a/b.txt").chmod(0o640)
    inode = (folder / ".well-known/a/b.txt").stat().st_ino
    keep(place, "MP_verify_*.txt", ".well-known/", "upload", "latest", "index.html")
    for text in "三四五":
        (place / "office/site/a/b/index.html").write_text(text, "utf-8")
        assert publish(place, folder) == 0
        found = published(folder)
        assert {name: found[name].decode() for name in theirs} == theirs
        assert found["a/b/index.html"].decode() == text
        assert (folder / "latest").readlink().name == "a"
        assert stat.S_IMODE((folder / "upload").stat().st_mode) == 0o775
        assert (folder / ".well-known/a/b.txt").stat().st_ino == inode
        assert stat.S_IMODE((folder / ".well-known/a/b.txt").stat().st_mode) == 0o640
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"{folder}：3 个文件，写入 1 个，保留别人的 5 个 / 3 files, 1 written, 5 of others kept"
    )


def test_a_site_that_was_copied_by_hand_becomes_a_published_one(place):
    folder = place / "www"
    shutil.copytree(place / "office/site", folder)
    assert publish(place, folder) == 0
    (place / "office/site/index.html").write_text("新", "utf-8")
    assert publish(place, folder) == 0
    assert published(folder) == building.contents(place / "office/site")


def test_nothing_stays_beside_the_folder(place):
    folder = place / "server/www"
    for text in "一二":
        (place / "office/site/index.html").write_text(text, "utf-8")
        assert publish(place, folder) == 0
        assert [path.name for path in (place / "server").iterdir()] == ["www"]
        assert sorted(path.name for path in (place / "office").iterdir()) == ["data", "site"]


@pytest.mark.parametrize("name", [".campaign.spare", ".campaign.old", ".campaign.host", ".campaign.lock"])
def test_a_link_beside_the_folder_never_leads_to_what_is_somebody_elses(place, capsys, name):
    folder = place / "www/campaign"
    assert publish(place, folder) == 0
    put(place / "private", **{"names.txt": "甲"})
    (place / "www" / name).symlink_to(place / ("private/new" if name.endswith("lock") else "private"))
    assert publish(place, folder) == (1 if name.endswith("lock") else 0)
    assert building.contents(place / "private") == {"names.txt": "甲".encode()}
    assert "names.txt" not in published(folder)
    assert "None" not in capsys.readouterr().err


def test_a_file_that_came_while_the_site_was_copied_is_in_the_new_folder(place, monkeypatch):
    folder = place / "www"
    assert publish(place, folder) == 0
    real = swap.exchange

    def late(site):
        put(folder, **{"upload/late.txt": "late"})
        real(site)

    monkeypatch.setattr(swap, "exchange", late)
    assert publish(place, folder) == 0
    assert (folder / "upload/late.txt").read_text("utf-8") == "late"


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o027, 0o077])
def test_everybody_can_read_what_is_published_under_any_umask(place, umask):
    before = os.umask(umask)
    try:
        assert publish(place, place / "srv/www") == 0
    finally:
        os.umask(before)
    assert rights(place / "srv") == {("folder", "0755"), ("file", "0644")}


def test_rights_that_were_too_strict_are_put_right(place):
    folder = place / "www"
    assert publish(place, folder) == 0
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o700 if path.is_dir() else 0o600)
    assert publish(place, folder) == 0
    assert rights(folder) == {("folder", "0755"), ("file", "0644")}


def test_the_folder_keeps_its_group_and_its_rights_and_one_that_not_all_can_read_is_told(place, capsys):
    folder = place / "www"
    folder.mkdir()
    os.chown(folder, -1, os.getgroups()[-1] if os.getuid() else 33)
    group = folder.stat().st_gid
    for mode in (0o2775, 0o2750):
        folder.chmod(mode)
        for text in "甲乙丙":
            (place / "office/site/index.html").write_text(text, "utf-8")
            assert publish(place, folder) == 0
            assert (stat.S_IMODE(folder.stat().st_mode), folder.stat().st_gid) == (mode, group)
            assert (folder / "index.html").stat().st_gid == group
            assert (folder / "a").stat().st_gid == group
    told = capsys.readouterr().out.splitlines()
    assert told[-1] == (
        "文件夹的权限是 2750，保持不变；请确认网站服务器读得到 / "
        "the folder keeps its permissions, 2750: make sure that the web server can read it"
    )
    assert not [line for line in told[:3] if "权限" in line]


def test_the_folder_keeps_its_access_list(place):
    folder = place / "www/campaign"
    for text in ("一", "二", "三"):
        put(place / "office/site", **{"index.html": text})
        assert publish(place, folder) == 0
        access_list = access_lists.for_one_user(folder)
    assert publish(place, folder) == 0
    assert access_lists.of(folder) == access_list


def test_a_link_is_named_before_anything_is_copied(place, capsys):
    (place / "real").mkdir()
    (place / "www").symlink_to("real")
    (place / "nowhere").symlink_to("not-there")
    for name in ("www", "nowhere"):
        assert publish(place, place / name) == 1
    assert sorted(path.name for path in place.iterdir()) == ["nowhere", "office", "real", "www"]
    assert list((place / "real").iterdir()) == []
    assert [line.partition(" / ")[0] for line in capsys.readouterr().err.splitlines() if "www" in line or "nowhere" in line] == [
        f"{place}/www: 这是一个链接，指向 real；请写那个文件夹本身",
        f"{place}/nowhere: 这是一个链接，指向 not-there；请写那个文件夹本身",
    ]


@pytest.mark.parametrize(("mounted", "told"), [("www", "这里挂载着另一个磁盘或卷"), ("www/up load", "up load 挂载着另一个磁盘或卷")])
def test_a_mounted_disk_is_named_before_anything_is_copied(place, capsys, monkeypatch, mounted, told):
    mounts = place / "office/mountinfo"
    there = str(place / mounted).replace(" ", "\\040")
    mounts.write_text(f"36 35 98:0 / /proc rw - proc proc rw\n37 35 98:0 / {there} rw - ext4 x rw\n")
    monkeypatch.setattr(deploy, "_MOUNTS", mounts)
    (place / "www/up load").mkdir(parents=True)
    assert publish(place, place / "www") == 1
    assert sorted(path.name for path in place.iterdir()) == ["office", "www"]
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("name", ["office", "office/docs/sub", "office/data/sub", "."])
def test_the_site_is_not_published_into_the_project(place, capsys, name):
    before = building.contents(place)
    assert publish(place, place / name) == 1
    assert building.contents(place) == before
    assert "互相包含" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["office/site", "office/site/inner"])
def test_the_site_is_not_published_into_itself(place, capsys, name):
    before = building.contents(place / "office/site")
    assert publish(place, place / name) == 1
    assert building.contents(place / "office/site") == before
    assert "互相包含" in capsys.readouterr().err


def test_without_a_site_there_is_nothing_to_publish(place, capsys):
    (place / "office/site" / swap.SIGN).unlink()
    assert publish(place, place / "www") == 1
    assert "make site" in capsys.readouterr().err
    assert not (place / "www").exists()


def test_a_disk_that_refuses_is_told_in_a_line_and_the_old_site_stays(place, capsys, monkeypatch):
    folder = place / "www"
    assert publish(place, folder) == 0
    (place / "office/site/index.html").write_text("新", "utf-8")
    real = Path.write_bytes

    def full(path, content):
        if content == "新".encode():
            raise OSError(28, "No space left on device")
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
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
    with locks.Lock(place / "office/site"):
        running = threading.Thread(target=publish, args=(place, folder))
        running.start()
        running.join(0.3)
        assert running.is_alive()
        assert not folder.exists()
        (place / "office/site/index.html").write_text("新", "utf-8")
    running.join(30)
    assert (folder / "index.html").read_text("utf-8") == "新"


def test_a_disk_that_refuses_a_packed_site_is_told_in_a_line_and_nothing_is_left(place, capsys, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(zipfile.ZipFile, "writestr", full)
    assert main.main(["pack", str(place / "office/site.zip"), "--site", str(place / "office/site")]) == 1
    assert not (place / "office/site.zip").exists()
    assert "写不进去（No space left on device），没有留下文件" in capsys.readouterr().err


def pack(place, file):
    return main.main(["pack", str(file), "--site", str(place / "office/site")])


@pytest.mark.parametrize("name", ["site.zip", "a/site.zip"])
def test_a_site_is_not_packed_into_itself(place, capsys, name):
    before = building.contents(place)
    assert pack(place, place / "office/site" / name) == 1
    assert building.contents(place) == before
    assert "会和网站一起公布；请写到别处 / this file lies in the site and would be published with it" in capsys.readouterr().err


def test_of_two_packs_of_one_name_only_one_says_that_it_wrote(place, capsys, monkeypatch):
    real = zipfile.ZipFile.writestr

    def meanwhile(*arguments, **named):
        (place / "site.zip").write_bytes(b"another's")
        real(*arguments, **named)

    monkeypatch.setattr(zipfile.ZipFile, "writestr", meanwhile)
    assert pack(place, place / "site.zip") == 1
    assert (place / "site.zip").read_bytes() == b"another's"
    assert "写不进去（File exists）" in capsys.readouterr().err


def test_a_pack_that_is_killed_leaves_no_file_that_looks_whole(place, monkeypatch):
    def killed(*_):
        assert not (place / "site.zip").exists()
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(zipfile.ZipFile, "writestr", killed)
        with pytest.raises(KeyboardInterrupt):
            pack(place, place / "site.zip")
    assert [path.name for path in place.iterdir()] == ["office"]
    (place / ".site.zip.0a1b.tmp").write_bytes(b"of one that could not even clear up")
    os.utime(place / ".site.zip.0a1b.tmp", (0, 0))
    assert pack(place, place / "site.zip") == 0
    assert sorted(path.name for path in place.iterdir()) == ["office", "site.zip"]
    assert zipfile.ZipFile(place / "site.zip").testzip() is None
