"""A repository that is edited back and forth, for trying what happens to its site meanwhile."""

import hashlib
import re
import shutil
import subprocess
import sys

import building
from microsite.build import deploy

PART = "Publication"
EDITED = "data/campaigns/shandong-2024.yml"
NAV = "nav:\n  - 首页: index.md\n  - 关于本站: about.md\n  - 无障碍说明: accessibility.md\n  - 媒体参考: press.md"


def small_repository(root):
    """Both plans without the manual and its search, whose part of a build is the host's alone."""
    building.copy_of_repository(root)
    shutil.rmtree(root / "docs/manual")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    without_search, count = re.subn(r"  - /search:\n.*?(?=  - i18n:)", "", settings, flags=re.DOTALL)
    assert count == 1
    (root / "mkdocs.yml").write_text(without_search, "utf-8")
    building.configure(root, NAV)
    return root


class Editions:
    """A repository that is edited back and forth, and what its two sites are."""

    def __init__(self, root):
        self.root, self.site = root, root / "site"
        first = (root / EDITED).read_text("utf-8")
        second = first.replace("    summary: ", "    summary: 改过，", 1)
        assert second != first
        self.texts = (first, second)
        self.whole = tuple(self._made(number) for number in (1, 0))[::-1]
        assert self.whole[0] != self.whole[1]

    def _made(self, number):
        self.write(number)
        building.succeed(self.root, config=building.CONFIGURED)
        return fingerprint(self.site)

    def write(self, number):
        (self.root / EDITED).write_text(self.texts[number], "utf-8")

    def start(self):
        command = building.arguments("mkdocs", building.CONFIGURED)
        return started(command, self.root)

    def build(self):
        return building.build(self.root, config=building.CONFIGURED)


def fingerprint(folder):
    """One hash over the names and the bytes of all files, without the list of what was published."""
    digest = hashlib.sha256()
    for path, content in building.contents(folder).items():
        if path != deploy.LIST:
            digest.update(f"{path}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def started(command, root):
    return subprocess.Popen(
        command, cwd=root, env=building.surroundings({}), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def publishing(site, folder):
    """The command that puts a finished site into a server's folder."""
    hooks = building.REPOSITORY / "hooks"
    run = f"import sys; sys.path.insert(0, {str(hooks)!r}); from microsite.__main__ import main; sys.exit(main())"
    return [sys.executable, "-c", run, "publish", str(folder), "--site", str(site)]


def project_in(root):
    """A folder to publish from, which may not be around the one that is published into."""
    (root / "office/data").mkdir(parents=True, exist_ok=True)
    return root / "office"


def delivered(site, folder, root):
    return subprocess.run(
        publishing(site, folder), cwd=project_in(root), env=building.surroundings({}), capture_output=True, text=True, check=False
    )
