"""Names that end their lines between phrases, as in 2024年山东省|全民数字素养与|技能提升月: no dictionary, and only where it is sure."""

import re

from markupsafe import Markup, escape

_PHRASE = re.compile(r"(?:(?<=[省市县区州盟旗])|(?<=[\u4e00-\u9fff]{2}[与和及]))(?=[\u4e00-\u9fff]{3})")


def phrased(name: object) -> Markup:
    return Markup(_PHRASE.sub("<wbr>", escape(name)))  # noqa: S704 - escaped
