"""Valid HTML, CSS and SVG, as the checker of the W3C judges (vnu)."""

import json
import subprocess
from collections import Counter

import pytest

import building

JAR = building.REPOSITORY / "tests/gate/js/node_modules/vnu-jar/build/dist/vnu.jar"
KINDS = (".html", ".css", ".svg")


def errors(files):
    """What is wrong in files, a line each."""
    assert JAR.is_file(), "vnu is not installed; run: make gate"
    options = ["--errors-only", "--also-check-css", "--also-check-svg", "--format", "json", "--stdout"]
    command = ["java", "-jar", str(JAR), *options, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.stderr == ""
    said = json.loads(done.stdout)["messages"]
    return [f"{each['url']}:{each.get('lastLine')}: {each['message']}" for each in said]


def test_every_file_is_valid(site, measured):
    files = sorted(path for path in site.rglob("*") if path.suffix in KINDS)
    found = errors(files)
    kinds = Counter(path.suffix.removeprefix(".").upper() for path in files)
    what = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items(), reverse=True))
    measured("Readable", f"vnu: errors in {what}", "0", len(found))
    assert len(files) > 200
    assert set(kinds) == {"HTML", "CSS", "SVG"}
    building.none_of(found)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.html", "<!doctype html><html lang=en><title>t</title><p role=button role=link>", "Duplicate"),
        ("a.css", "p { colour: red }", "colour"),
        ("a.svg", '<svg xmlns="http://www.w3.org/2000/svg"><p/></svg>', "not allowed as child"),
    ],
)
def test_a_wrong_file_of_each_kind_would_be_found(tmp_path, name, text, told):
    """The proof that the test above can fail."""
    (tmp_path / name).write_text(text, "utf-8")
    found = errors([tmp_path / name])
    assert len([each for each in found if told in each]) == 1, found
