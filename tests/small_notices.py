"""Small notices, each around what one test is about; names and numbers are invented."""

import yaml

from microsite.importing import command

HEAD = "关于举办2025年青禾市读书周的通知\n各区教育局：\n　　现通知如下：\n"
TWO = "一、活动安排\n（一）书展（市科协主办）\n（二）诵读会（市教育局主办）"
FOOT = "青禾市教育局\n2025年3月1日\n"


def made(text):
    """Campaign and contacts of a notice with the given clauses."""
    files = dict(command.from_notice(f"{HEAD}{text}\n{FOOT}".encode(), "a.txt", ()).files)
    read = {path.split("/")[0]: yaml.load(each, yaml.BaseLoader) for path, each in files.items()}  # noqa: S506
    return read["campaigns"], read.get("contacts", {}).get("contacts", [])


def activities(text):
    keys = ("title", "when", "places", "lead", "support", "assist", "organise", "co_organise", "host")
    return [{key: each[key] for key in keys if key in each} for each in made(text)[0]["activities"]]


def comments(text):
    return dict(command.from_notice(f"{HEAD}{text}\n{FOOT}".encode(), "a.txt", ()).files)["campaigns/qinghe-2025.yml"]


def attendance(text):
    keys = ("booking", "cost", "capacity")
    return [{key: each[key] for key in keys if key in each} for each in made(text)[0]["activities"]]
