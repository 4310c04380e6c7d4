"""The command ``microsite`` of an environment."""

import importlib.util

import pytest

import building

FILE = building.REPOSITORY / "hooks/install.py"


@pytest.fixture
def install():
    spec = importlib.util.spec_from_file_location("install", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.install


@pytest.mark.parametrize(
    ("is_windows", "name", "content"),
    [
        (True, "microsite.cmd", b'@"%~dp0python.exe" -m microsite %*\r\n'),
        (False, "microsite", b'#!/bin/sh\nexec "${0%/*}/python" -m microsite "$@"\n'),
    ],
)
def test_the_command_starts_the_python_beside_it(install, tmp_path, is_windows, name, content):
    packages = building.REPOSITORY / "hooks"
    install(tmp_path, tmp_path, is_windows)
    assert (tmp_path / name).read_bytes() == content
    assert (tmp_path / (tmp_path / "microsite.pth").read_text("utf-8").strip()).resolve() == packages
