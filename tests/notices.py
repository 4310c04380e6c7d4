"""An invented notice of an invented province, in every shape in which offices keep such papers."""

import io
import textwrap

import docx
import yaml
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from microsite.importing import command

NOTICE = """\
中共云岭省委网络安全和信息化委员会办公室
云岭省教育厅
云岭省人力资源和社会保障厅
云岭省妇联
云网办字〔2025〕7号
关于印发《2025年云岭省全民数字素养与技能提升月工作方案》的通知
各设区市党委网信办、教育局、妇联，省直新闻网站：
　　为落实省委网信委《云岭省数字技能行动计划》（云网委〔2023〕5号）的安排，省委网信办同有关单位商定举办本届提升月，方案随文印发。请早做准备，把群众请进来。
　　联系人：省委网信办　　林　岚　　0999—6512001
　　省教育厅　　周小舟　　0999—6512002
中共云岭省委网络安全和信息化委员会办公室
云岭省教育厅
云岭省人力资源和社会保障厅
云岭省妇女联合会
2025年5月9日
2025年云岭省全民数字素养与技能提升月工作方案
　　根据中央网信办等国家有关部门《2025年全民数字素养与技能提升月工作方案》，结合云岭实际，写成这份方案。
一、总体要求
　　让住在山里的人也用得上数字服务，让不会用手机的人有人教、有处问，让老人办事时不再为一块屏幕发愁。
二、活动主题
　　数字云岭 人人共享
三、时间安排
　　2025年6月中旬至7月中旬。
　　（一）预热阶段（2025年6月上旬）。发布提升月海报、手册、短视频等。
　　（二）实施阶段（2025年6月中旬至7月中旬）。各单位按分工办好活动。
四、活动组织
　　提升月由省委网信办、省教育厅、省人社厅、省妇联等4家单位联合举办。各设区市有关部门参照方案，在当地办好自己的活动。
五、主要活动及分工
　　（一）开展乡村数字课堂行动（6月中旬）。组织2家省级培训基地和30家市级培训基地送课下乡，面向农村居民讲授手机的用法。（省教育厅牵头，省人社厅、省妇联等分工负责）
　　（二）举办“云岭杯”数字技能竞赛（7月上旬）。举办第三届云岭省“云岭杯”数字技能大赛，设置数据标注、数据安全2个竞赛项目，赛前两周公布报名办法。（省人社厅牵头负责）
　　（三）开展“数字妈妈”公益讲堂（6月7月）。在科技周、儿童节等活动节点请专家讲家庭上网的事。（省妇联、省教育厅分工负责）
　　（四）举办线上数字知识竞答。答题页面设在各单位网站，答对的人可以领取电子证书。（省委网信办牵头，各活动单位分工负责）
六、工作要求
　　（一）加强组织领导。各地要把提升月排进日程，有人管、有人办。
　　（二）按时总结情况。各设区市党委网信办请于7月底前向省委网信办报送总结。图片和视频一并附上。
中共云岭省委网络安全和信息化委员会办公室综合处　2025年5月12日印发
"""

REGISTER = """\
region: yunling
name: 云岭省
code: "990000"
organisations:
  - id: yunling-cac
    name: 中共云岭省委网络安全和信息化委员会办公室
    short: 省委网信办
    kind: party
    offices:
      - id: general
        name: 综合处
  - id: yunling-education
    name: 云岭省教育厅
    short: 省教育厅
    kind: government
  - id: yunling-human-resources
    name: 云岭省人力资源和社会保障厅
    short: 省人社厅
    kind: government
  - id: yunling-women
    name: 云岭省妇女联合会
    short: 省妇联
    aliases: [云岭省妇联]
    kind: mass
"""


def text():
    """The notice without its indents, as it is pasted from a page."""
    return "\n".join(line.strip("　") for line in NOTICE.splitlines())


SIGNATURES = """\
中共云岭省委网络安全和信息化委员会办公室
云岭省教育厅
云岭省人力资源和社会保障厅
云岭省妇女联合会
2025年5月9日
"""


def data(notice, name="notice.txt", registers=()):
    """What the importer makes of a notice: path to the record, every scalar as text."""
    given = notice.encode("utf-8") if isinstance(notice, str) else notice
    made = command.from_notice(given, name, registers)
    return {path: yaml.load(content, yaml.CBaseLoader) for path, content in made.files}  # noqa: S506


def wrapped(width=28, lines=22):
    """Hard lines of 28 signs and pages of 22 lines with their numbers, as some programs save text."""
    rows, page = [], 1
    for paragraph in NOTICE.splitlines():
        for row in textwrap.wrap(paragraph, width, drop_whitespace=False) or [""]:
            rows.append(row)
            if len(rows) % (lines + 3) == lines:
                rows += ["", f"— {page} —", "\f"]
                page += 1
    return "\n".join(rows)


def half_width():
    """Brackets and commas as a Latin keyboard gives them, and spaces beside numbers."""
    table = str.maketrans({"（": "(", "）": ")", "，": ",", "：": ":"})
    return NOTICE.translate(table).replace("2025年", "2025 年 ").replace("（一）", "(一) ")


def markdown():
    """Headings of uneven depth, bold and a rule, as a converter writes them."""
    rows = []
    for row in text().splitlines():
        plain = row
        if row.startswith(("一、", "二、", "三、")):
            plain = f"### **{row}**"
        elif row.startswith(("四、", "五、", "六、", "关于印发")):
            plain = f"## {row}"
        elif row.endswith("印发"):
            plain = f"---\n\n{row}  "
        rows.append(plain)
    return "\n\n".join(rows)


def saved(document):
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def word():
    """A Word file: bold stretches, numbers that Word counts, contacts in a table, a page number in the foot."""
    made = docx.Document()
    ids = _numbering(made)
    for row in text().splitlines():
        if row.startswith("联系人"):
            _contacts(made)
            continue
        if row.startswith("省教育厅　　周"):
            continue
        level = 0 if row[1:2] == "、" else 1 if row.startswith("（") else None
        paragraph = made.add_paragraph()
        plain = row if level is None else row.split("、" if level == 0 else "）", 1)[1]
        half = len(plain) // 3
        paragraph.add_run(plain[:half]).bold = True
        paragraph.add_run(plain[half:])
        if level is not None:
            _numbered(paragraph, ids, level)
    made.sections[0].footer.paragraphs[0].text = "— 1 —"
    return saved(made)


def _contacts(made):
    rows = [
        ("单位", "联系人", "联系电话"),
        ("省委网信办", "林　岚", "0999—6512001"),
        ("省教育厅", "周小舟", "0999—6512002"),
    ]
    table = made.add_table(rows=0, cols=3)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def _numbering(made):
    """A list that counts 一、 and （一） by itself; gives its number back."""
    part = made.part.numbering_part.element
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), "77")
    for level, pattern in enumerate(("%1、", "（%2）")):
        each = OxmlElement("w:lvl")
        each.set(qn("w:ilvl"), str(level))
        for name, value in (("start", "1"), ("numFmt", "chineseCounting"), ("lvlText", pattern)):
            child = OxmlElement(f"w:{name}")
            child.set(qn("w:val"), value)
            each.append(child)
        abstract.append(each)
    part.insert(0, abstract)
    number = OxmlElement("w:num")
    number.set(qn("w:numId"), "77")
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), "77")
    number.append(link)
    part.append(number)
    return "77"


def _numbered(paragraph, list_id, level):
    properties = paragraph._p.get_or_add_pPr()
    numbering = OxmlElement("w:numPr")
    for name, value in (("ilvl", str(level)), ("numId", list_id)):
        child = OxmlElement(f"w:{name}")
        child.set(qn("w:val"), value)
        numbering.append(child)
    properties.append(numbering)


def html():
    """The notice as a page to be printed: A4, the margins and the 28 signs a line of official papers."""
    rows = "".join(
        f"<p{' class=in' if row.startswith('　') else ''}>{row.strip('　')}</p>"
        for row in NOTICE.splitlines()
    )
    style = (
        "@page{size:A4;margin:37mm 26mm 35mm 28mm}body{font:16pt/28pt 'Noto Serif CJK SC',serif}"
        "p{margin:0;text-align:center}p.in{text-indent:2em;text-align:justify}"
    )
    return f'<!doctype html><meta charset="utf-8"><style>{style}</style>{rows}'
