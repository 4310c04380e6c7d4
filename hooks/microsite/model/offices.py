"""How Chinese offices and provinces are called: common knowledge that no register and no notice states."""

from __future__ import annotations

import re

# Long forms and the short ones in use, longest first.
_SHORT = (
    ("网络安全和信息化委员会办公室", "网信办"), ("网络安全和信息化领导小组办公室", "网信办"),
    ("网络安全和信息化委员会", "网信委"), ("人力资源和社会保障", "人社"), ("人力资源社会保障", "人社"),
    ("国有资产监督管理委员会", "国资委"), ("社会科学界联合会", "社科联"), ("文学艺术界联合会", "文联"),
    ("卫生健康委员会", "卫健委"), ("卫生健康委", "卫健委"), ("发展和改革委员会", "发改委"), ("发展改革委", "发改委"),
    ("工业和信息化", "工信"), ("科学技术协会", "科协"), ("残疾人联合会", "残联"), ("工商业联合会", "工商联"),
    ("社会科学院", "社科院"), ("文化和旅游", "文旅"), ("住房和城乡建设", "住建"), ("市场监督管理", "市场监管"),
    ("广播电视局", "广电局"), ("妇女联合会", "妇联"), ("科学技术", "科技"), ("归国华侨联合会", "侨联"),
    ("中国人民银行", "人民银行"), ("机构编制委员会办公室", "编办"), ("委员会党校", "委党校"),
)  # fmt: skip
_LONG = (
    ("网信办", "网络安全和信息化委员会办公室"), ("工信厅", "工业和信息化厅"), ("工信局", "工业和信息化局"),
    ("人社厅", "人力资源和社会保障厅"), ("人社局", "人力资源和社会保障局"), ("科技厅", "科学技术厅"),
    ("科技局", "科学技术局"), ("文旅厅", "文化和旅游厅"), ("卫健委", "卫生健康委员会"), ("卫生健康委", "卫生健康委员会"),
    ("国资委", "国有资产监督管理委员会"), ("发改委", "发展和改革委员会"), ("妇联", "妇女联合会"),
    ("科协", "科学技术协会"), ("残联", "残疾人联合会"), ("社科院", "社会科学院"), ("社科联", "社会科学界联合会"),
    ("文联", "文学艺术界联合会"), ("工商联", "工商业联合会"), ("广电局", "广播电视局"), ("住建厅", "住房和城乡建设厅"),
    ("市场监管局", "市场监督管理局"),
)  # fmt: skip

_KINDS = (
    ("party_school", r"党校|行政学院"),
    ("academy", r"社科院|社会科学院|科学院|研究院|研究所"),
    ("university", r"大学|学院$"),
    ("library", r"图书馆"),
    ("museum", r"博物馆|科技馆|文化馆|美术馆|纪念馆|艺术馆"),
    ("hospital", r"医院"),
    ("mass", r"总工会|妇联|科协|科学技术协会|残联|联合会|团[省市县区]委|团委|共青团|文联|工商联|侨联|社科联|红十字会"),
    ("central", r"通信管理局|税务局|气象局|海关|邮政管理局|地震局|监管局$(?<!市场监管局)|证监局|人民银行|调查总队|管制局"),
    ("media", r"日报|报社|广播电视台|电视台|新闻网|传媒|出版集团|报业"),
    ("association", r"学会|协会|联盟|商会|促进会"),
    ("company", r"公司|集团|银行"),
    ("charity", r"基金会|慈善"),
    ("community", r"社区|居委会|村委会"),
    ("school", r"中学|小学|学校|幼儿园"),
    ("party", r"省委|市委|区委|县委|自治区党委|网信办|网信委|纪委|领导小组"),
    ("government", r"厅|局|委|政府|办|署|中心|处|科|部|队|站"),
)  # fmt: skip
IDS = {
    "网信办": "cac", "党校": "party-school", "宣传部": "publicity", "组织部": "personnel", "教育厅": "education",
    "科技厅": "science-technology", "工信厅": "industry-it", "工业和信息化厅": "industry-it", "民政厅": "civil-affairs",
    "司法厅": "justice", "财政厅": "finance", "人社厅": "human-resources", "人力资源社会保障厅": "human-resources",
    "农业农村厅": "agriculture", "商务厅": "commerce", "文旅厅": "culture-tourism", "卫健委": "health",
    "卫生健康委": "health", "国资委": "state-assets", "发改委": "development-reform", "公安厅": "public-security",
    "自然资源厅": "natural-resources", "生态环境厅": "environment", "住建厅": "housing", "交通运输厅": "transport",
    "应急管理厅": "emergency", "退役军人事务厅": "veterans", "市场监管局": "market", "广电局": "broadcasting",
    "体育局": "sports", "统计局": "statistics", "医保局": "medical-insurance", "大数据局": "big-data", "数据局": "data",
    "通信管理局": "communications", "税务局": "tax", "气象局": "meteorology", "总工会": "trade-unions",
    "妇联": "women", "科协": "science-association", "残联": "disabled", "文联": "arts", "工商联": "industry-commerce",
    "团省委": "youth-league", "社科院": "social-sciences", "社科联": "social-sciences-federation",
    "科学院": "academy-of-sciences", "红十字会": "red-cross", "图书馆": "library", "政务服务局": "services",
}  # fmt: skip
"""The end of a body’s id by its short name without its level."""

_PROVINCES = """
beijing 北京市 110000|tianjin 天津市 120000|hebei 河北省 130000|shanxi 山西省 140000|neimenggu 内蒙古自治区 150000
liaoning 辽宁省 210000|jilin 吉林省 220000|heilongjiang 黑龙江省 230000|shanghai 上海市 310000|jiangsu 江苏省 320000
zhejiang 浙江省 330000|anhui 安徽省 340000|fujian 福建省 350000|jiangxi 江西省 360000|shandong 山东省 370000
henan 河南省 410000|hubei 湖北省 420000|hunan 湖南省 430000|guangdong 广东省 440000|guangxi 广西壮族自治区 450000
hainan 海南省 460000|chongqing 重庆市 500000|sichuan 四川省 510000|guizhou 贵州省 520000|yunnan 云南省 530000
xizang 西藏自治区 540000|shaanxi 陕西省 610000|gansu 甘肃省 620000|qinghai 青海省 630000|ningxia 宁夏回族自治区 640000
xinjiang 新疆维吾尔自治区 650000
"""
PROVINCES = tuple(tuple(each.split()) for each in re.split(r"[|\n]", _PROVINCES.strip()))
"""Id of its register, name, administrative code (GB/T 2260) of each province."""


def lengthened(name: str) -> str:
    """省人社厅 with its end in full: 省人力资源和社会保障厅."""
    for short, long in _LONG:
        if name.endswith(short):
            return name.removesuffix(short) + long
    return name


def kind_of(name: str) -> str:
    """The kind of a body as far as its name tells; nothing where no kind fits.

    >>> [kind_of(name) for name in ("省委网信办", "省教育厅", "省妇联", "省通信管理局")]
    ['party', 'government', 'mass', 'central']
    """
    return next((kind for kind, pattern in _KINDS if re.search(pattern, name)), "")


def shortened(name: str) -> str:
    """A name with the short forms in use: 云岭省人力资源和社会保障厅 is 云岭省人社厅."""
    for long, short in _SHORT:
        name = name.replace(long, short)
    return name
