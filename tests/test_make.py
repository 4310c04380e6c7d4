"""What somebody types after `make` reaches the program as it is: no shell reads a file's name."""

import json
import os
import shutil
import subprocess
import sys

import pytest

import building

RECORDER = f"""#!{sys.executable}
import json, sys
print(json.dumps(sys.argv[1:], ensure_ascii=False))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The Makefile with an environment whose program only says how it was called."""
    root = tmp_path_factory.mktemp("make")
    for name in ("Makefile", "requirements.txt", "requirements-build.txt"):
        shutil.copy2(building.REPOSITORY / name, root / name)
    (root / "hooks").mkdir()
    shutil.copy2(building.REPOSITORY / "hooks/install.py", root / "hooks/install.py")
    (root / ".venv/bin").mkdir(parents=True)
    for name in ("python", "mkdocs"):
        (root / ".venv/bin" / name).write_text(RECORDER, "utf-8")
        (root / ".venv/bin" / name).chmod(0o755)
    (root / ".venv/.runtime").touch()
    return root


def called(folder, *arguments):
    """The arguments of the program, and what a shell would have left behind."""
    before = sorted(path.name for path in folder.iterdir())
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "GIVEN"))}
    done = subprocess.run(
        ["make", "-s", *arguments], cwd=folder, env=quiet, capture_output=True, text=True, check=False, timeout=60
    )
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout.splitlines()[-1])


NAMES = [
    "通知.docx", "a b.docx", "`touch ran`.docx", '"; touch ran; ".docx', "'; touch ran; '.docx", "$(touch ran).docx",
    "$(shell touch ran).docx", "${HOME}.docx", "-rf.docx", "a\\b.docx", "a#b.docx", "a;b&c|d.docx", "*.docx", "%.docx",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_the_name_of_a_notice_is_only_a_name(folder, name):
    assert called(folder, "import", f"FILE={name}") == ["-m", "microsite", "import", "--", name]
    assert called(folder, "import", "FILE=x", f"ID={name}") == ["-m", "microsite", "import", f"--id={name}", "--", "x"]


@pytest.mark.parametrize("name", NAMES)
def test_folders_files_and_ids_are_only_names(folder, name):
    assert called(folder, "publish", f"DEST={name}") == ["-m", "microsite", "publish", "--", name]
    assert called(folder, "pack", f"FILE={name}", "OFFLINE=1") == ["-m", "microsite", "pack", "--offline", "--", name]
    assert called(folder, "new", f"YEAR={name}", f"FROM={name}") == ["-m", "microsite", "new", f"--from={name}", "--", name]
    assert called(folder, "serve", f"ADDR={name}") == ["serve", "--dev-addr", name]


def test_without_a_name_the_address_of_the_preview_is_the_usual_one(folder):
    assert called(folder, "serve") == ["serve", "--dev-addr", "127.0.0.1:8000"]


@pytest.mark.parametrize("target", ["import", "publish", "pack", "new"])
def test_without_a_name_nothing_is_run(folder, target):
    done = subprocess.run(["make", "-s", target], cwd=folder, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert f"make {target} " in done.stderr


def test_a_clone_brings_only_files_and_nothing_that_make_makes():
    def git(*arguments):
        done = subprocess.run(
            ["git", *arguments], cwd=building.REPOSITORY, capture_output=True, text=True, check=True, timeout=60
        )
        return done.stdout.splitlines()

    assert [line for line in git("ls-files", "--stage") if not line.startswith("100")] == []
    assert git("ls-files", "--cached", "--ignored", "--exclude-standard") == []
