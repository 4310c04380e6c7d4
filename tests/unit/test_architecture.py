"""The shape of the code: who may import whom, who may touch the world, and how large a piece may be."""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
PACKAGE = HOOKS / "microsite"

DESIGN = (HOOKS.parent / "DESIGN.md").read_text("utf-8")


def table(text: str) -> dict[str, set[str]]:
    """The packages from the lowest to the highest, each with those that it may use."""
    rows = re.findall(r"^\| `([a-z]+)` \| [^|]+ \| ([^|]+) \| [^|]+ \|$", text, re.MULTILINE)
    return {package: set(re.findall(r"`(.+?)`", used)) for package, used in rows}


def boxes(text: str) -> list[list[str]]:
    """The names in the picture, a list for each level, from the highest to the lowest."""
    levels = [re.findall(r"│ +([a-z_]+) +(?=│)", line) for line in text.split("```")[1].splitlines()]
    return [level for level in levels if level]


PACKAGES = table(DESIGN)
MOST_LINES = {
    "build": 2950,
    "checks": 3885,
    "cli": 3200,
    "core": 5110,
    "importing": 9360,
    "loading": 4040,
    "model": 3580,
    "site": 3010,
    "views": 3755,
}
"""A package can be read in a morning (2,700 lines at most); the importer has two levels, and every kind of page its view."""

# What a module may ask of the world outside; all others are given everything they need.
WORLD = {
    "__main__": "the terminal",
    "loading.site_settings": "mkdocs.yml",
    "build.docs_files": "the pages written by hand",
    "loading.data_files": "the data folder",
    "loading.data_folder": "docs/, and the words shipped beside the code",
    "cli.git": "git, for comparing",
    "build.swap": "the folder of the site",
    "cli.release": "the ledger, on the command line",
    "cli.main": "the command line",
    "build.build": "the folder of the build",
    "build.incremental": "the package's own files, to name them; what the host built",
    "build.manifest": "the folder of the site and the list of what it holds",
    "build.parallel": "processes",
    "core.atomic_files": "files that a command makes",
    "core.locks": "the locks of folders",
    "build.preview": "the files that a preview watches, its folder, its port, signals",
    "build.pack": "the finished site and the file it is packed into",
    "build.deploy": "the finished site and the folder of the web server",
    "cli.status": "the data folder",
    "cli.schemas": "the schemas for editors, on the command line",
    "cli.spreadsheets.command": "the spreadsheet and the data folder, on the command line",
    "cli.next_year_command": "the data folder, on the command line",
    "importing.command": "the notice and the data folder, on the command line",
    "importing.notice.doc": "a folder of its own, as the converter reads and writes files only",
    "site.assets": "style sheets and scripts shipped beside the code",
    "site.cards": "the font shipped beside the code",
    "build.caches": "cards that were drawn and templates that were compiled before",
}

_CLOCK = ("date.today", "datetime.today", "datetime.now", "datetime.utcnow")
_DISK = {
    "read_text", "read_bytes", "write_text", "write_bytes", "open", "glob", "rglob", "iterdir", "exists", "is_file",
    "is_dir", "unlink", "mkdir", "rmdir", "rename", "touch", "symlink_to",
}  # fmt: skip
_MODULES = {
    "os", "subprocess", "tempfile", "shutil", "random", "secrets", "uuid", "locale", "socket", "urllib.request", "time",
}  # fmt: skip


def name_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in FILES.items()}
MODULES = [name for name in FILES if name]


def package_of(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


def imports(module: str) -> Iterator[str]:
    """The modules of the package that a module imports, wherever in the file."""
    folder = FILES[module].parent
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = folder.parents[node.level - 2] if node.level > 1 else folder
            start = ".".join([*base.relative_to(PACKAGE).parts, *filter(None, [node.module])])
            for alias in node.names:
                below = f"{start}.{alias.name}".lstrip(".")
                yield below if below in FILES else start


def outside(module: str) -> Iterator[str]:
    """Full names of everything that a module imports from outside the package."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield str(node.module)


def may_import(module: str, other: str) -> bool:
    package, used = package_of(module), package_of(other)
    return package == used or used in PACKAGES.get(package, {"cli"})


def touches(tree: ast.Module) -> set[str]:
    """What a module asks of the clock, the environment or the disk, as it is written there."""
    found = set()
    for node in ast.walk(tree):
        called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if called in ("open", "Path.home", "Path.cwd") or called.endswith(_CLOCK) or _is_of_the_disk(called):
            found.add(called)
        elif isinstance(node, ast.Attribute) and node.attr in ("environ", "getenv"):
            found.add(ast.unparse(node))
    return found


def _is_of_the_disk(called: str) -> bool:
    return "." in called and called.rsplit(".", 1)[-1] in _DISK


# --- packages ---------------------------------------------------------------------------------


def test_the_program_holds_the_packages_of_the_table_and_nothing_else() -> None:
    here = {path.name for path in PACKAGE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert here == set(PACKAGES)
    assert {path.name for path in PACKAGE.glob("*.py")} == {"__init__.py", "__main__.py"}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_packages_that_its_own_may_use(module: str) -> None:
    assert [other for other in imports(module) if other and not may_import(module, other)] == []


@pytest.mark.parametrize("module", MODULES)
def test_what_a_module_imports_keeps_its_name(module: str) -> None:
    imported = (node for node in ast.walk(TREES[module]) if isinstance(node, ast.Import | ast.ImportFrom))
    assert [alias.name for node in imported for alias in node.names if alias.asname] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_uses_every_package_that_the_table_names(package: str) -> None:
    used = {package_of(other) for module in MODULES if package_of(module) == package for other in imports(module) if other}
    assert used - {package} == PACKAGES[package]


def test_packages_use_only_those_above_them_in_the_table() -> None:
    order = list(PACKAGES)
    assert [(package, used) for package in order for used in PACKAGES[package] if order.index(used) >= order.index(package)] == []


def test_the_picture_has_the_packages_on_levels_that_agree_with_the_table() -> None:
    levels = boxes(DESIGN)
    height = {name: -level for level, names in enumerate(levels) for name in names}
    assert height.keys() == {*PACKAGES, "mkdocs_hooks"}
    assert [(package, used) for package in PACKAGES for used in PACKAGES[package] if height[used] >= height[package]] == []


def test_whatever_the_table_says_is_somewhere_is_there() -> None:
    rows = re.findall(r"^\| `([a-z]+)` \|.*\| ([^|]+) \|$", DESIGN, re.MULTILINE)
    found = [PACKAGE / package / name for package, cell in rows for name in re.findall(r"`(.+?)`", cell)]
    assert len(found) >= 6 * len(PACKAGES)
    assert [path for path in found if not path.with_suffix(".py").is_file() and not path.is_dir()] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_can_be_read_in_a_morning(package: str) -> None:
    lines = sum(len(path.read_text("utf-8").splitlines()) for path in (PACKAGE / package).rglob("*.py"))
    assert lines <= MOST_LINES.get(package, 2700)


def test_every_module_that_touches_the_world_is_there() -> None:
    assert [name for name in WORLD if name not in MODULES] == []


@pytest.mark.parametrize(
    ("module", "other", "allowed"),
    [
        ("loading.validate", "core.problems", True),
        ("core.problems", "loading.validate", False),
        ("views.site", "views.scope", True),
        ("yamlfile.tree", "checks.references", False),
        ("__main__", "cli.main", True),
        ("__main__", "core.problems", False),
    ],
)
def test_the_check_of_imports_itself_sees_what_it_looks_for(module: str, other: str, allowed: bool) -> None:
    assert may_import(module, other) is allowed


def test_no_module_leads_back_to_itself() -> None:
    graph = {module: {other for other in imports(module) if other} for module in MODULES}
    assert len(list(graphlib.TopologicalSorter(graph).static_order())) == len(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_no_module_of_the_core_knows_mkdocs(module: str) -> None:
    hosts = {"mkdocs", "properdocs", "material", "mkdocs_static_i18n", "mkdocs_hooks"}
    assert {name.split(".")[0] for name in outside(module)} & hosts == set()


def test_the_core_runs_where_mkdocs_is_not_installed() -> None:
    program = """
import importlib, sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("mkdocs", "material", "properdocs", "mkdocs_static_i18n"):
            raise ImportError(name)

sys.meta_path.insert(0, Blocked())
for name in sys.argv[1:]:
    importlib.import_module(f"microsite.{name}")
print(len(sys.argv[1:]))
"""
    done = subprocess.run(
        [sys.executable, "-c", program, *MODULES], cwd=HOOKS, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout.strip(), done.stderr) == (str(len(MODULES)), "")


# --- the world outside ------------------------------------------------------------------------


@pytest.mark.parametrize("module", [module for module in MODULES if module not in WORLD])
def test_a_module_of_the_core_touches_neither_clock_nor_environment_nor_disk(module: str) -> None:
    assert touches(TREES[module]) == set()
    assert [name for name in outside(module) if name in _MODULES] == []


@pytest.mark.parametrize("module", [module for module in WORLD if module != "cli.main"])
def test_those_that_touch_the_disk_leave_clock_and_environment_alone(module: str) -> None:
    assert [name for name in touches(TREES[module]) if name.endswith((*_CLOCK, "environ", "getenv"))] == []


@pytest.mark.parametrize(
    "code",
    [
        "date.today()", "datetime.now(UTC)", "os.environ['X']", "os.getenv('X')", "open('x')", "Path('x').read_text()",
        "p.exists()", "Path.cwd()",
    ],
)  # fmt: skip
def test_the_check_itself_sees_what_it_looks_for(code: str) -> None:
    assert len(touches(ast.parse(code))) == 1


# --- sizes and words --------------------------------------------------------------------------


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_for(module: str) -> None:
    said = (ast.get_docstring(TREES[module]) or "").split("\n")[0]
    assert said.endswith((".", ":", ";", ",")) or len(said) > 60, said
    assert len(said) > 20


def classes(module: str) -> Iterator[ast.ClassDef]:
    yield from (node for node in ast.walk(TREES[module]) if isinstance(node, ast.ClassDef))


@pytest.mark.parametrize("module", MODULES)
def test_a_class_of_many_fields_says_what_it_is(module: str) -> None:
    silent = [
        each.name
        for each in classes(module)
        if sum(isinstance(node, ast.AnnAssign) for node in each.body) > 3 and ast.get_docstring(each) is None
    ]
    assert silent == []


def test_hooks_holds_the_package_and_two_files() -> None:
    shown = {path.stem if path.suffix == ".py" else path.name for path in HOOKS.iterdir() if path.name[0] not in "._"}
    assert shown == {"microsite", "mkdocs_hooks", "install"}
    assert not (HOOKS / "__init__.py").exists()


@pytest.mark.parametrize("module", MODULES)
def test_a_function_is_called_by_what_it_gives(module: str) -> None:
    """``of`` says nothing where it is read and cannot be searched for."""
    assert [node.lineno for node in ast.walk(TREES[module]) if getattr(node, "name", "") == "of"] == []
