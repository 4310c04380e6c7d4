"""Where the name of a campaign may end a line."""

import pytest

from microsite.site.line_breaks import phrased


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("2024年山东省全民数字素养与技能提升月", "2024年<wbr>山东省<wbr>全民数字素养与<wbr>技能提升月"),
        ("2026年林谷镇上网周", "2026年<wbr>林谷镇上网周"),
        ("和谐社区活动月", "和谐社区<wbr>活动月"),
        ("Digital Literacy & Skills", "Digital Literacy &amp; Skills"),
    ],
)
def test_a_name_may_be_broken_after_its_year_its_region_and_an_and(name, shown):
    assert phrased(name) == shown
