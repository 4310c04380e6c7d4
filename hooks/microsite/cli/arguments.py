"""What is wrong with a command as it was typed, in both languages."""

from __future__ import annotations

import argparse
import re
import shlex
from typing import NoReturn

from ..core.problems import did_you_mean


class Parser(argparse.ArgumentParser):
    """The standard library's, which tells mistakes in English alone."""

    def error(self, message: str) -> NoReturn:
        zh, en = told(message)
        usage = self.format_usage().removeprefix("usage:").strip()
        self.exit(2, f"{zh} / {en}\n用法 / usage: {usage}\n")


def told(message: str) -> tuple[str, str]:
    """A message of the standard library, as a colleague would say it.

    >>> told("the following arguments are required: file")[0], told("unrecognized arguments: --x")[0]
    ('缺少 file', '这个命令没有 --x')
    >>> told("argument --format: invalid choice: 'xml' (choose from 'text', 'json')")
    ('--format 没有“xml”；可选：text、json', '--format has no “xml”; choose from text, json')
    """
    if found := re.fullmatch(r"the following arguments are required: (.+)", message):
        if found[1].startswith("{"):
            offered = found[1].strip("{}").split(",")
            return f"缺少命令；可选：{'、'.join(offered)}", f"the command is missing; choose from {', '.join(offered)}"
        return f"缺少 {found[1]}", f"{found[1]} is missing"
    if found := re.fullmatch(r"unrecognized arguments: (.+)", message, re.DOTALL):
        return f"这个命令没有 {found[1]}", f"this command has no {found[1]}"
    if found := re.fullmatch(r"argument (\S+): invalid choice: (.+) \(choose from (.+)\)", message, re.DOTALL):
        return _no_choice(found[1], "".join(shlex.split(found[2])), found[3].replace("'", "").split(", "))
    if found := re.fullmatch(r"argument (\S+): expected (?:one|at least one) argument", message):
        return f"{found[1]} 后面要写一个值", f"{found[1]} needs a value"
    return f"命令写得不对（{message}）", message


def _no_choice(argument: str, typed: str, offered: list[str]) -> tuple[str, str]:
    zh, en = did_you_mean(typed, offered)
    if argument.startswith("{"):  # the commands have no name of their own
        zh_begin, en_begin = f"没有命令“{typed}”", f"there is no command “{typed}”"
    else:
        zh_begin, en_begin = f"{argument} 没有“{typed}”", f"{argument} has no “{typed}”"
    zh_all, en_all = f"可选：{'、'.join(offered)}", f"choose from {', '.join(offered)}"
    return f"{zh_begin}{zh or '；'}{zh_all}", f"{en_begin}{f'{en} ' if en else '; '}{en_all}"
