"""The shape of the code: who may import whom, who may touch the world, and how large a piece may be."""

from __future__ import annotations

import ast
import fnmatch
import graphlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
PACKAGE = HOOKS / "microsite"

# Several files that are one thing; they may import each other.
FAMILIES = ("date", "source", "interpret", "views", "feeds", "importing", "successor", "sheets", "translate")


def table(text: str) -> dict[str, int]:
    """Modules and their rows, as DESIGN.md has them; ``source_…`` and ``views/`` name whole families."""
    rows = re.findall(r"^\| (\d+) \| (.*?) \|", text, re.MULTILINE)
    return {name: int(row) for row, cell in rows for name in re.findall(r"`(.+?)`", cell)}


ROWS = table((HOOKS.parent / "DESIGN.md").read_text("utf-8"))

# What a module may ask of the world outside; all others are given everything they need.
WORLD = {
    "load": "the data folder, and the words shipped beside the code",
    "history": "git, for comparing",
    "publish": "the folder of the site",
    "releasing": "the ledger, on the command line",
    "__main__": "the command line",
    "build": "the folder of the build",
    "making": "the package's own files, to name them; what the host built",
    "shards": "the data folder",
    "trees": "the folder of the site and the list of what it holds",
    "workers": "processes",
    "newfiles": "files that a command makes",
    "packing": "the finished site and the file it is packed into",
    "delivering": "the finished site and the folder of the web server",
    "status": "the data folder",
    "editing": "data files and schemas, on the command line",
    "watching": "the data folder, to see when it changes",
    "sheets.command": "the spreadsheet and the data folder, on the command line",
    "successor_command": "the data folder, on the command line",
    "importing.command": "the notice and the data folder, on the command line",
    "assets": "style sheets and scripts shipped beside the code",
    "cards": "the font shipped beside the code",
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


def row_of(module: str) -> int:
    folder = f"{module.split('.', maxsplit=1)[0]}/"
    start = f"{module.split('_', maxsplit=1)[0]}_…"
    known = [ROWS[name] for name in (module, folder, start) if name in ROWS]
    assert known, f"{module} does not stand in the table of DESIGN.md"
    return known[0]


def family_of(module: str) -> str | None:
    return next((name for name in FAMILIES if re.fullmatch(rf"{name}(s|_.+|\..+)?", module)), None)


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
    if row_of(other) != row_of(module):
        return row_of(other) < row_of(module)
    return family_of(module) is not None and family_of(module) == family_of(other)


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


# --- layers -----------------------------------------------------------------------------------


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_rows_above_its_own(module: str) -> None:
    assert [other for other in imports(module) if other and not may_import(module, other)] == []


def test_every_name_in_the_table_is_a_module() -> None:
    patterns = {name: name.replace("_…", "_*").replace("/", ".*") for name in (*ROWS, *WORLD)}
    assert [name for name, pattern in patterns.items() if not fnmatch.filter(MODULES, pattern)] == []


def test_the_table_has_a_row_for_everything_from_problems_to_the_command_line() -> None:
    assert sorted(set(ROWS.values())) == list(range(max(ROWS.values()) + 1))
    assert (ROWS["quick"], ROWS["problems"], ROWS["__main__"]) == (0, 1, max(ROWS.values()))
    assert ROWS["source"] < ROWS["model"] < ROWS["read"] < ROWS["load"] < ROWS["views/"] < ROWS["outputs"] < ROWS["publish"]


@pytest.mark.parametrize(
    ("module", "other", "allowed"),
    [
        ("read", "problems", True),
        ("problems", "read", False),
        ("views.site", "views.scope", True),
        ("source", "source_text", True),
        ("interpret_bodies", "interpret", True),
        ("dates", "date_points", True),
        ("checks", "references", False),
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


@pytest.mark.parametrize("module", [module for module in WORLD if module != "__main__"])
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
def test_a_module_is_short_enough_to_be_read(module: str) -> None:
    assert len(FILES[module].read_text("utf-8").splitlines()) <= 450


def test_what_translates_for_the_host_has_no_room_for_more() -> None:
    assert len((HOOKS / "mkdocs_hooks.py").read_text("utf-8").splitlines()) < 150


@pytest.mark.parametrize("module", MODULES)
def test_a_module_says_what_it_is_for(module: str) -> None:
    said = (ast.get_docstring(TREES[module]) or "").split("\n")[0]
    assert said.endswith((".", ":", ";", ",")) or len(said) > 60, said
    assert len(said) > 20


def classes(module: str) -> Iterator[ast.ClassDef]:
    yield from (node for node in ast.walk(TREES[module]) if isinstance(node, ast.ClassDef))


@pytest.mark.parametrize("module", [module for module in MODULES if module != "shapes"])
def test_a_class_of_many_fields_says_what_it_is(module: str) -> None:
    """In ``shapes`` every field has its title, in both languages."""
    silent = [
        each.name
        for each in classes(module)
        if sum(isinstance(node, ast.AnnAssign) for node in each.body) > 3 and ast.get_docstring(each) is None
    ]
    assert silent == []


def test_every_field_of_a_data_file_has_its_title_in_both_languages() -> None:
    calls = [
        node.value
        for each in classes("shapes")
        for node in each.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call)
    ]
    titles = [[arg.value for arg in call.args[:2] if isinstance(arg, ast.Constant)] for call in calls]
    assert len(titles) > 100
    assert [title for title in titles if len(title) != 2 or not all(title)] == []


def test_hooks_offers_exactly_two_importable_names() -> None:
    shown = {path.stem if path.suffix == ".py" else path.name for path in HOOKS.iterdir() if path.name[0] not in "._"}
    assert shown == {"microsite", "mkdocs_hooks"}
    assert not (HOOKS / "__init__.py").exists()
