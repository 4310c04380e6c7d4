"""The strict content security policy on every page, light and dark, while everything that a page offers is used."""

from collections import Counter
from typing import NamedTuple

import chromium
import serving
import watching

import building
import reading


class Used(NamedTuple):
    """What went wrong on one page, and what was used on it."""

    problems: list
    offered: dict


def look(page, job):
    """One page, light and dark, in a window of its own, so that whatever goes wrong in it is heard."""
    base, path, moves = job
    tab, offered = page.context.new_page(), Counter()
    problems = watching.watch(tab, base)
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        tab.goto(base + path)
        if not moves:
            offered.update(watching.use(tab, "数字"))
        tab.wait_for_load_state("networkidle")
    tab.close()
    return Used(problems, offered)


def used(folder, workers=2):
    """Every page of a folder, served with the policy; also those that lead elsewhere at once."""
    pages = reading.pages(folder)
    with serving.served(folder, serving.STRICT_POLICY) as base:
        jobs = [(base, path, reading.leads_elsewhere(page)) for path, page in pages.items()]
        found = chromium.look_at_each(
            jobs, look, workers, locale="zh-CN", permissions=["clipboard-read", "clipboard-write"]
        )
    return {path: said for (_, path, _), said in found.items()}


def test_no_page_breaks_the_policy_whatever_is_used(site, measured):
    found = used(site)
    problems = [problem for said in found.values() for problem in said.problems]
    offered = sum((Counter(said.offered) for said in found.values()), Counter())
    what = ", ".join(f"{number} {kind}" for kind, number in offered.items())
    measured("Policy", f"violations, errors and requests elsewhere on all {len(found)} pages, light and dark, "
             f"with all used ({what})", "0", len(problems))  # fmt: skip
    assert len(found) > 250
    assert min(offered.values()) >= 10, offered
    building.none_of(problems)


def test_what_the_policy_forbids_would_be_heard(tmp_path):
    """The proof that the test above can fail: a style when a button is pressed, and a picture from elsewhere."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>t</title><button id=b>b</button><details><summary>s</summary></details>"
        "<script src=a.js></script><img src='https://www.example.gov.cn/a.png'>",
        "utf-8",
    )
    (tmp_path / "a.js").write_text(
        "b.onclick = () => document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')", "utf-8"
    )
    problems = used(tmp_path, 1)[""].problems
    for told in ("Loading the image", "Applying inline style"):
        assert len([each for each in problems if told in each]) >= 2, (told, problems)
