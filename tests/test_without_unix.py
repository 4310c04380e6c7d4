"""What clerks do goes on where the system has no fcntl, fork, renameat2, prctl or make, as on Windows.

Windows itself is not tried here; what it lacks is taken away by ``without_unix/sitecustomize.py``.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import building
import notices
import small_repository
from test_preview import JIANGXI, previewed

WITHOUT = {"PYTHONPATH": str(Path(__file__).parent / "without_unix")}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return small_repository.cut(building.copy_of_repository(tmp_path_factory.mktemp("without-unix") / "repository"))


def said(root, *arguments):
    """What a command that must succeed says."""
    both = os.pathsep.join((WITHOUT["PYTHONPATH"], str(root / "hooks")))
    done = subprocess.run(
        [sys.executable, *arguments], cwd=root, env=building.surroundings({"PYTHONPATH": both}),
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_what_windows_lacks_is_really_gone(root):
    script = "import os, signal, ctypes; print(hasattr(os, 'fork'), hasattr(signal, 'SIGHUP'));"
    script += "print(hasattr(ctypes.CDLL(None), 'renameat2'), hasattr(ctypes.CDLL(None), 'prctl'));"
    script += "\ntry: import fcntl\nexcept ImportError: print('no fcntl')"
    assert said(root, "-c", script) == "False False\nFalse False\nno fcntl\n"


def test_the_data_are_checked(root):
    assert "没有错误：1 个方案，9 项活动 / no problems" in said(root, "-m", "microsite", "check")


def test_a_site_is_built_twice_and_published_twice(root, tmp_path):
    folder = tmp_path / "served"
    for _ in range(2):
        building.succeed(root, **WITHOUT)
        said(root, "-m", "microsite", "publish", str(folder))
    made, published = building.contents(root / "site"), building.contents(folder)
    assert {name: published.get(name) for name in made} == made
    assert [path.name for path in folder.parent.iterdir()] == ["served"]


def test_a_site_is_the_same_bytes_as_with_all_that_linux_has(root, small):
    building.succeed(root, **WITHOUT)
    ours, theirs = building.contents(root / "site"), building.contents(small / "site")
    assert [name for name in ours.keys() | theirs if ours.get(name) != theirs.get(name)] == []


def test_a_notice_becomes_data_files(root, tmp_path):
    data = shutil.copytree(root, tmp_path / "repository")
    (data / "通知.txt").write_text(notices.text(), "utf-8")
    assert "data/campaigns/" in said(data, "-m", "microsite", "import", "通知.txt")


def test_the_preview_follows_edits_and_mistakes(small, tmp_path):
    with previewed(shutil.copytree(small, tmp_path / "repository"), **WITHOUT) as preview:
        preview.replace("    summary: ", "    summary: 新的话，")
        preview.until("jiangxi-2022/", lambda page: "新的话，" in page)
        preview.replace("activities:\n", "activitiess:\n")
        assert f"{JIANGXI}:" in preview.until("jiangxi-2022/", lambda page: "ms-problems" in page)
