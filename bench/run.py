"""Measure this project, the floor and others on the same data, in turn, and print one table.

``python bench/run.py --sizes 150,1500 --what ours,floor`` for a quick look; without ``--what``
everything, written to bench/RESULTS.md. How to read it: bench/README.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import contestants
import office
import report
import targets
import tools
from contestants import Contestant
from measure import CommandFailed, Measured
from previews import Preview
from tools import NoTool

SIZES = (15, 150, 1500, 5000, 10000)
WHAT = ("floor", "ours", "empty", "stock", "office", "sessions", "previews")
SESSIONS = (1000, 10000)
PREVIEWS = (2, 1500)
PEERS = ("hugo", "eleventy")
REPOSITORY = contestants.BENCH.parent
WORK = REPOSITORY / ".cache" / "bench"

Results = dict[int, dict[str, list[Measured]]]


def chosen(what: Sequence[str], size: int, work: Path, source: Path) -> Iterator[Contestant]:
    """The contestants of one size, in the order in which they run in every round."""
    root, where = contestants.folder(work, size), work / "tools"
    if "floor" in what:
        yield from contestants.floor(root)
    if "ours" in what or "like" in what:
        if contestants.has_switch(source):
            yield from contestants.ours(root, "like", source)
        else:
            print("like for like: the project has no switch for it, left out", file=sys.stderr)
    if "ours" in what or "full" in what:
        yield from contestants.ours(root, "full", source)
    if "empty" in what:
        yield from contestants.without_us(root)
    if "stock" in what:
        yield from contestants.stock(root, size)
    if "hugo" in what:
        yield from contestants.hugo(root, where)
    if "eleventy" in what:
        yield from contestants.eleventy(root, where)


def rounds(size: int, runs: int | None) -> int:
    """How often everybody runs."""
    return runs or (5 if size <= 1500 else 3)


def measured(size: int, everybody: Sequence[Contestant | Preview], runs: int) -> dict[str, list[Measured]]:
    """Everybody once, then everybody again: what disturbs the machine disturbs all."""
    found: dict[str, list[Measured]] = {}
    for number in range(runs):
        for each in everybody:
            if number and each.is_slow:
                continue
            print(f"{size}: {number + 1}. {each.name}", end="", file=sys.stderr, flush=True)
            result = each.run()
            print(f" {result.wall:.2f} s", file=sys.stderr)
            found.setdefault(each.name, []).append(result)
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)), help="numbers of activities")
    parser.add_argument("--what", default="", help=f"some of {', '.join((*WHAT, 'like', 'full', *PEERS))}")
    parser.add_argument("--runs", type=int, help="rounds; 5 up to 1,500 activities and 3 above, unless given")
    parser.add_argument("--peers", action="store_true", help="also Hugo and Eleventy, which are downloaded")
    parser.add_argument("--out", type=Path, help="the file to write; RESULTS.md if everything is measured")
    parser.add_argument(
        "--source", type=Path, default=REPOSITORY, help="another checkout of this project to measure"
    )
    parser.add_argument("--work", type=Path, default=WORK, help="where everything is made")
    return parser.parse_args()


def main() -> int:
    arguments = _arguments()
    what = arguments.what.split(",") if arguments.what else [*WHAT, *(PEERS if arguments.peers else ())]
    if unknown := set(what) - {*WHAT, *PEERS, "like", "full"}:
        print(f"unknown: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    work = arguments.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    results: Results = {}
    held: Results = {}
    plans: Results = {}
    shown: Results = {}
    source = arguments.source.resolve()
    try:
        if "office" in what:
            everybody = list(office.two_plans(work, source))
            plans[2] = measured(2, everybody, arguments.runs or 5)
        for size in PREVIEWS if "previews" in what else ():
            shown[size] = measured(size, list(office.previews(work, size, source)), arguments.runs or 5)
        for size in SESSIONS if "sessions" in what else ():
            held[size] = measured(size, list(office.sessions(work, size, source, "hugo" in what)), arguments.runs or 3)
        for size in map(int, arguments.sizes.split(",")) if {*what} - {"office", "sessions", "previews"} else ():
            everybody = list(chosen(what, size, work, source))
            results[size] = measured(size, everybody, rounds(size, arguments.runs))
    except (CommandFailed, NoTool) as failed:
        print(f"{report.table(results)}\n{failed}", file=sys.stderr)
        return 1
    text = report.whole(results, plans, held, shown) + report.growth(results) + targets.table(results, plans, held, shown)
    print(text)
    out = arguments.out or (None if arguments.what else contestants.BENCH / "RESULTS.md")
    if out is not None:
        node = f"Eleventy {tools.eleventy_version()}" if "eleventy" in what else ""
        out.write_text(report.document(text, node), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
