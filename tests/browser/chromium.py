"""The system's own Chromium, once or several times."""

import queue
import shutil
from concurrent.futures import ThreadPoolExecutor

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
SHELL = ("chromium-headless-shell", *NAMES)
"""First the same engine without a desktop's windows around it: a page in it costs a third. The gate takes the whole browser."""
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip


def program(names=NAMES):
    """Where it is; where there is none the tests fail, as nothing would be proved."""
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"none of {', '.join(NAMES)} is installed; run: make tools"
    return found


def started(playwright, names=NAMES):
    return playwright.chromium.launch(executable_path=program(names), args=list(FLAGS))


def look_at_each(jobs, look, workers=2, before="", **context):
    """What ``look(page, job)`` says about each job, by job; several browsers share the work.

    ``before`` is a script that runs first in every page; ``context`` are options of the browser's window.
    """
    waiting = queue.SimpleQueue()
    for job in jobs:
        waiting.put(job)

    def work():
        found = {}
        with sync_playwright() as playwright, started(playwright) as browser:
            window = browser.new_context(**context)
            window.add_init_script(before)
            page = window.new_page()
            while not waiting.empty():
                try:
                    job = waiting.get_nowait()
                except queue.Empty:
                    break
                found[job] = look(page, job)
        return found

    with ThreadPoolExecutor(workers) as pool:
        done = [pool.submit(work) for _ in range(workers)]
        return {job: said for each in done for job, said in each.result().items()}
