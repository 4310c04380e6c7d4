"""What somebody types after `make` reaches the program as it is: no shell reads a file's name."""

import os
import re
import shutil
import subprocess

import pytest

import building

ENVIRONMENT = ("ONLY", "PROFILE", "SOURCE_DATE_EPOCH")
RECORDER = f"""#!/bin/sh
printf '%s\\n' called "$@" {" ".join(f'${{{name}:+"{name}=${name}"}}' for name in ENVIRONMENT)}
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


def called(folder, *arguments, **environ):
    """The arguments of the program and what it is told in its environment; a shell would have left something behind."""
    before = sorted(path.name for path in folder.iterdir())
    quiet = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS", "GIVEN", *ENVIRONMENT))}
    done = subprocess.run(
        ["make", "-s", *arguments], cwd=folder, env=quiet | environ, capture_output=True, text=True, check=False, timeout=60
    )
    assert sorted(path.name for path in folder.iterdir()) == before
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.rpartition("called\n")[2].splitlines()


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


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("variable", ENVIRONMENT)
def test_what_a_build_is_told_is_only_told(folder, variable, name):
    assert called(folder, "site", f"{variable}={name}") == ["build", "--strict", f"{variable}={name}"]
    assert called(folder, "site", **{variable: name}) == ["build", "--strict", f"{variable}={name}"]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_switched_on_is_only_switched_on(folder, name):
    assert called(folder, "release", f"EXAMPLE={name}", f"VERBOSE={name}")[-2:] == ["--example", "--verbose"]
    assert called(folder, "pack", "FILE=x", f"OFFLINE={name}") == ["-m", "microsite", "pack", "--offline", "--", "x"]
    assert called(folder, "bench", f"PEERS={name}") == ["bench/run.py", "--peers"]
    assert called(folder, "bench", PEERS=name) == ["bench/run.py", "--peers"]


@pytest.mark.parametrize("sign", ["$(shell touch ran)", "$$(touch ran)", "`touch ran`", "x;touch ran", 'x"', "x>ran", "(x)"])
@pytest.mark.parametrize("variable", ["PYTHON", "UPGRADE", "VENV"])
def test_a_word_of_a_command_that_a_shell_would_read_is_refused(folder, variable, sign):
    before = sorted(path.name for path in folder.iterdir())
    done = subprocess.run(
        ["make", "-s", "clean", f"{variable}={sign}"], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert f"{variable} 里不能有 " in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == before


def test_every_variable_that_somebody_types_is_only_text():
    """Those that the Makefile does not set itself, or that it sets where nobody did."""
    text = (building.REPOSITORY / "Makefile").read_text("utf-8")
    used = set(re.findall(r"\b(?:GIVEN_)?([A-Z_]{2,})=(?=\S)", " ".join(re.findall("## .*", text))))
    used |= set(re.findall(r"^([A-Z]+) *\?=", text, re.MULTILINE)) | set(re.findall(r"\$\(([A-Z_]+)\)", text))
    used -= set(re.findall(r"^(?:define )?([A-Z_]+)(?: *:?=|$)", text, re.MULTILINE)) | {"MAKEFILE_LIST"}
    (typed,) = re.findall("^TYPED := (.*)", text, re.MULTILINE)
    assert used | {*ENVIRONMENT} == {*typed.split()}


def test_without_a_name_the_address_of_the_preview_is_the_usual_one(folder):
    assert called(folder, "serve") == ["serve", "--dev-addr", "127.0.0.1:8000"]


def test_a_package_about_which_nothing_could_be_learned_fails_the_search_for_vulnerabilities():
    """Else pip-audit ends with 0 where the service that it asks does not answer."""
    done = subprocess.run(["make", "-n", "audit"], cwd=building.REPOSITORY, capture_output=True, text=True, check=False, timeout=60)
    assert "pip-audit --strict " in done.stdout


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
