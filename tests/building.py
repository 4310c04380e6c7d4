"""Whole builds of the repository, in folders of their own, run as an office runs them."""

import contextlib
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from microsite.cli import main

REPOSITORY = Path(__file__).parent.parent
SOURCES = ("mkdocs.yml", "data", "docs", "hooks", "overrides")
SITE_URL = "https://www.example.gov.cn/ztzl/2024/"
BASE = "/ztzl/2024/"
CONFIGURED = "test.yml"


def copy_of_repository(root):
    """Everything a build reads, and nothing else; gives the folder back."""
    root.mkdir(parents=True)
    for name in SOURCES:
        if (REPOSITORY / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".*_cache")
            shutil.copytree(REPOSITORY / name, root / name, ignore=ignored)
        else:
            shutil.copy2(REPOSITORY / name, root / name)
    return root


def configure(root, settings):
    """Settings on top of the project's own, in a file beside it."""
    (root / CONFIGURED).write_text(f"INHERIT: mkdocs.yml\n{settings}\n", "utf-8")


def of_an_office(root, settings=""):
    """An official site: what the manual says to rewrite is rewritten."""
    for page in ("docs/about.md", "docs/about.en.md"):
        text = (root / page).read_text("utf-8")
        before, _, rest = text.partition("{#example}")
        assert rest, page
        kept = before.rpartition("\n## ")[0] + "\n## " + rest.partition("\n## ")[2]
        (root / page).write_text(kept, "utf-8")
    ours = "official: true\n    organiser: 云岭省委网信办\n    organiser_en: Cyberspace Administration of Yunling"
    configure(root, f"{settings}\nextra:\n  microsite:\n    {ours}")


def build(root, config="mkdocs.yml", command="mkdocs", **environment):
    """Run a strict build; the finished process with all it printed in ``stdout``."""
    return subprocess.run(
        arguments(command, config),
        cwd=root,
        env=surroundings(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=300,
    )


def start(root):
    """The same, running."""
    return subprocess.Popen(
        arguments("mkdocs", "mkdocs.yml"),
        cwd=root,
        env=surroundings({}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def arguments(command, config):
    return [sys.executable, "-m", command, "build", "--strict", "-f", config]


def surroundings(more):
    kept = {key: value for key, value in os.environ.items() if key not in {"SOURCE_DATE_EPOCH", "PYTHONDONTWRITEBYTECODE"}}
    quiet = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
    return {**kept, **quiet, "PYTHONUTF8": "1", **more}


def succeed(root, **options):
    """A build that must succeed; shows what it said if it does not."""
    done = build(root, **options)
    assert done.returncode == 0, done.stdout
    return done


def command(root, *arguments):
    """``microsite …`` in a folder, in this process; gives its code and what it printed on both streams."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.chdir(root), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main.main(list(arguments))
    return code, out.getvalue(), err.getvalue()


def contents(folder):
    """Every file below a folder: path with slashes to bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def none_of(problems):
    """Fail with all of them, a line each."""
    if problems:
        pytest.fail("\n".join(map(str, problems)), pytrace=False)
