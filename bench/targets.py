"""What the project wants to be, beside what was measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from report import Results, exponent, middle

FLOOR, EMPTY, HUGO = "floor", "empty MkDocs build", "Hugo"
STOCK = "stock MkDocs, one Chinese page"
LIKE = "sessions, like, cold"
PREVIEW = "preview, from saving to the page"


@dataclass(frozen=True, slots=True)
class Target:
    """A sentence, the most that is allowed, what was measured, and the unit of both."""

    what: str
    most: float
    found: float
    unit: str

    @property
    def is_met(self) -> bool:
        return self.found <= self.most


def table(results: Results, plans: Results, held: Results, shown: Results) -> str:
    """A line for every target that this run can say something about."""
    found = (*every(results), *_office(plans), *_sessions(held), *_previews(shown))
    lines = [
        f"| {each.what} | ≤ {each.most:g} {each.unit} | {each.found:.2f} {each.unit} "
        f"| {'met' if each.is_met else '**not met**'} |\n"
        for each in found
    ]
    head = "\n| target | wanted | measured | |\n|:-|-:|-:|:-|\n"
    return head + "".join(lines) if lines else ""


def every(results: Results) -> Iterator[Target]:
    for size in sorted(results):
        if size >= 1500:
            yield from _cold(results, size)
            yield from _warm(results, size)
    if {1500, 10000} <= results.keys() and _has(results, 10000, "like, cold"):
        found = exponent(results, "like, cold", 1500, 10000)
        yield Target("growth from 1,500 to 10,000, like", 1.05, found, "(exponent)")


def _office(plans: Results) -> Iterator[Target]:
    """The office's own two plans with the manual beside the theme with one page."""
    for size in plans:
        for name, most in (("cold", 1.5), ("nothing changed", 1.15), ("one field", 1.25)):
            times = _wall(plans, size, f"two plans, {name}") / _wall(plans, size, STOCK)
            yield Target(f"two plans with the manual, {name}", most, times, "× stock MkDocs")


def _sessions(held: Results) -> Iterator[Target]:
    for size in held:
        if size == 10000:
            above = _wall(held, size, "sessions, one edited") - _wall(held, size, EMPTY)
            yield Target(f"one of {size:,} sessions edited", 0.5, above, "s above empty")
            if _has(held, size, LIKE, HUGO):
                yield Target(f"{size:,} {LIKE}", 0.6, _wall(held, size, LIKE) / _wall(held, size, HUGO), "× Hugo")
    if {1000, 10000} <= held.keys():
        found = exponent(held, "sessions, cold", 1000, 10000)
        yield Target("growth from 1,000 to 10,000 sessions", 1.0, found, "(exponent)")


def _previews(shown: Results) -> Iterator[Target]:
    for size, most in ((2, 0.25), (1500, 0.9)):
        if size in shown:
            what = "two plans with the manual" if size == 2 else f"{size:,} activities"
            yield Target(f"preview of {what}, from saving to the page", most, _wall(shown, size, PREVIEW), "s")


def _cold(results: Results, size: int) -> Iterator[Target]:
    """Like for like beside the floor and Hugo, and the whole product beside the floor."""
    for name, other, most in (
        ("like, cold", FLOOR, 1.3 if size < 5000 else 1.1),
        ("like, cold", HUGO, 0.6 if size < 5000 else 0.45),
        ("full, cold", FLOOR, 1.6),
    ):
        if _has(results, size, name, other):
            times = _wall(results, size, name) / _wall(results, size, other)
            yield Target(f"{size:,}: {name}", most, times, f"× {other}")
    for name, most in (("like, cold", 400), ("full, cold", 300)):
        if size == 10000 and _has(results, size, name):
            yield Target(f"{size:,}: peak memory, {name}", most, middle(results[size][name], "memory"), "MiB")
    if size == 1500 and _has(results, size, "full, cold"):
        yield Target(f"{size:,}: bytes written, full", 200, results[size]["full, cold"][-1].size / 1e6, "MB")


def _warm(results: Results, size: int) -> Iterator[Target]:
    """A second build beside an empty one, or beside the first."""
    for variant in ("like", "full"):
        again, cold = f"{variant}, nothing changed", f"{variant}, cold"
        for name, most in ((again, 0.3), (f"{variant}, one field", 0.5)):
            if size == 1500 and _has(results, size, name, EMPTY):
                above = _wall(results, size, name) - _wall(results, size, EMPTY)
                yield Target(f"{size:,}: {name}", most, above, "s above empty")
        if size == 10000 and _has(results, size, again, cold):
            times = _wall(results, size, again) / _wall(results, size, cold)
            yield Target(f"{size:,}: {again}", 0.4, times, "× cold")


def _named(results: Results, size: int, begin: str) -> str:
    """The contestant whose name begins so: Hugo's has its version."""
    return next((name for name in results[size] if name == begin or name.startswith(f"{begin} ")), "")


def _has(results: Results, size: int, *names: str) -> bool:
    return all(_named(results, size, name) for name in names)


def _wall(results: Results, size: int, name: str) -> float:
    return middle(results[size][_named(results, size, name)], "wall")
