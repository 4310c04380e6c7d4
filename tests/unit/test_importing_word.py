"""A Word file says what its reader sees: numbers as Word counts them, no hidden or deleted words, notes in the report."""

import io
import re
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

import notices
from microsite.core.problems import RefusalError
from microsite.importing import command, report
from microsite.importing.notice import documents, opening, packages
from microsite.importing.notice import docx as reader

WHOLE = notices.data(notices.NOTICE)
OFFICE = "http://schemas.openxmlformats.org"
RELATIONS = f"{OFFICE}/officeDocument/2006/relationships"
NAMESPACE = (
    f'xmlns:w="{OFFICE}/wordprocessingml/2006/main" xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:mc="{OFFICE}/markup-compatibility/2006" '
    f'xmlns:m="{OFFICE}/officeDocument/2006/math" xmlns:r="{RELATIONS}" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def changed(**changes):
    """The notice as a Word file in which parts were changed by (pattern, replacement)."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(notices.word())) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith(".xml") and (change := changes.get(name.rsplit("/", 1)[-1].removesuffix(".xml"))):
                text = re.sub(change[0], change[1], text.decode(), count=change[2] if len(change) > 2 else 0).encode()
            new.writestr(name, text)
    return made.getvalue()


def told(data):
    return "\n".join(report.lines(command.from_notice(data, "notice.docx", ()).report))


@pytest.mark.parametrize("kind", ["taiwaneseCountingThousand", "japaneseCounting", "koreanDigital2", "chineseCountingThousand"])
def test_chinese_numbers_are_read_by_whichever_name_a_program_calls_them(kind):
    assert notices.data(changed(numbering=("chineseCounting", kind))) == WHOLE


def test_lists_of_one_abstract_list_count_on_together():
    """The clauses from the fourth on belong to another list of the same abstract one."""
    data = changed(
        numbering=("</w:numbering>", '<w:num w:numId="78"><w:abstractNumId w:val="77"/></w:num></w:numbering>'),
        document=(r'(活动组织.*|主要活动及分工.*)', lambda found: found[0].replace('w:numId w:val="77"', 'w:numId w:val="78"')),
    )
    assert notices.data(data) == WHOLE


def test_the_levels_of_a_list_are_read_once_however_many_lists_use_it(monkeypatch):
    read, level = [], reader._level
    monkeypatch.setattr(reader, "_level", lambda node: read.append(node) or level(node))
    lists = "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="77"/></w:num>' for number in range(100, 200))
    assert notices.data(changed(numbering=("</w:numbering>", f"{lists}</w:numbering>"))) == WHOLE
    assert 2 < len(read) < 200


def test_a_list_that_begins_anew_begins_with_its_number():
    override = (
        '<w:num w:numId="78"><w:abstractNumId w:val="77"/>'
        '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="3"/></w:lvlOverride></w:num></w:numbering>'
    )
    document = docx.Document(io.BytesIO(changed(numbering=("</w:numbering>", override))))
    for paragraph in document.paragraphs:
        if "乡村数字课堂" in paragraph.text:
            paragraph._p.pPr.numPr.numId.val = 78
    found = notices.data(notices.saved(document))["campaigns/yunling-2025.yml"]["activities"]
    assert [each["source"] for each in found] == ["五（三）", "五（四）", "五（五）", "五（六）"]


def test_hidden_words_are_left_out_and_told():
    document = docx.Document(io.BytesIO(notices.word()))
    document.paragraphs[7].add_run("（内部：0999—6512777）").font.hidden = True
    data = notices.saved(document)
    assert notices.data(data) == WHOLE
    assert "第 1 处隐藏文字：（内部：0999—6512777）" in told(data)


def test_words_that_are_struck_through_are_left_out_and_told():
    document = docx.Document(io.BytesIO(notices.word()))
    document.paragraphs[7].add_run("（原定6月1日）").font.strike = True
    document.paragraphs[8].add_run("（作废）").font.double_strike = True
    data = notices.saved(document)
    assert notices.data(data) == WHOLE
    assert "第 1 处划去的字：（原定6月1日）" in told(data)
    assert "第 2 处划去的字：（作废）" in told(data)


def test_numbers_in_a_ring_are_read_and_other_fields_say_what_they_show():
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    asked = '<w:r><w:instrText xml:space="preserve"> eq \\o\\ac({})</w:instrText></w:r><w:r><w:instrText>,{})</w:instrText></w:r>'
    begin, shows, end = map(field.format, ("begin", "separate", "end"))
    rings = "".join(begin + asked.format("○", number).replace("○)", "○") + end for number in (1, 12))
    page = f"{begin}<w:r><w:instrText>PAGE</w:instrText></w:r>{shows}<w:r><w:t>3</w:t></w:r>{end}"
    paragraph = docx.oxml.parse_xml(f"<w:p {NAMESPACE}>{rings}<w:r><w:t>报名</w:t></w:r>{page}</w:p>")
    document = docx.Document()
    document.element.body.insert(0, paragraph)
    assert [line.text for line in opening.read(notices.saved(document), "a.docx").lines] == ["①⑫报名3"]


def _fields(*codes):
    """A paragraph of fields without results, 。 behind each."""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{each}"/></w:r>' for each in ("begin", "end"))
    return "<w:p>" + "".join(
        f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{end}<w:r><w:t>。</w:t></w:r>" for code in codes
    ) + "</w:p>"


def with_body(xml, **parts):
    """A small Word file of the given blocks; ``parts`` are further parts by their kind of relation."""
    document = docx.Document()
    body = docx.oxml.parse_xml(f"<w:body {NAMESPACE}>{xml}</w:body>")
    for each in reversed(body):
        document.element.body.insert(0, each)
    for kind, content in parts.items():
        part = docx.opc.part.Part(docx.opc.packuri.PackURI(f"/word/{kind}.xml"), "application/xml", content.encode(), None)
        document.part.relate_to(part, f"{RELATIONS}/{kind}")
    return notices.saved(document)


def lines_and_aside(data):
    read = opening.read(data, "a.docx")
    return [line.cells or line.text for line in read.lines], [f"{line.place}：{line.text}" for line in read.aside]


def test_fields_that_print_signs_over_each_other_say_their_words_without_the_reading_above():
    codes = (
        r' EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(sōu),溲疏堂) ', r"eq \o(\s\up 5(青禾),\s\do 2(书展))", r"EQ \x\to(甲)",
        r"EQ \f(1,2)", "PAGE",
    )  # fmt: skip
    assert lines_and_aside(with_body(_fields(*codes)))[0] == [r"溲疏堂。青禾书展。甲。EQ \f(1,2)。。"]


def test_a_field_that_goes_over_several_paragraphs_shows_none_of_its_code():
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    first = f"<w:p>{field.format('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>{field.format('separate')}<w:r><w:t>一</w:t></w:r></w:p>"
    last = f"<w:p><w:r><w:t>二</w:t></w:r>{field.format('end')}</w:p>"
    assert lines_and_aside(with_body(first + last))[0] == ["一", "二"]


def test_words_of_drawings_and_formulas_comments_and_addresses_under_words_are_told():
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    blocks = (
        '<w:p><w:r><w:pict><v:textpath string="红头"/></w:pict></w:r><w:r><w:drawing><a:t>流程</a:t></w:drawing></w:r>'
        "<m:oMath><m:r><m:t>S=1</m:t></m:r></m:oMath></w:p>"
        f'<w:p>{field.format("begin")}<w:r><w:instrText>HYPERLINK "https://a.example/bm"</w:instrText></w:r>{field.format("separate")}'
        f"<w:r><w:t>点此报名</w:t></w:r>{field.format('end')}</w:p>"
        '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>网上答题</w:t></w:r></w:hyperlink></w:p>'
    )
    drawn = '<d:dataModel xmlns:d="d" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:t>第一步</a:t><a:t>第二步</a:t></d:dataModel>'
    comment = f"<w:comments {NAMESPACE}><w:comment><w:p><w:r><w:t>改到7月</w:t></w:r></w:p></w:comment></w:comments>"
    document = docx.Document(io.BytesIO(with_body(blocks, diagramData=drawn, comments=comment)))
    id_ = document.part.relate_to("https://a.example/dt", f"{RELATIONS}/hyperlink", is_external=True)
    document.element.body.find(f".//{qn('w:hyperlink')}").set(qn("r:id"), id_)
    document.part.relate_to("sub.docx", f"{RELATIONS}/subDocument", is_external=True)
    assert lines_and_aside(notices.saved(document)) == (["点此报名", "网上答题"], [
        "第 1 处图形：第一步 第二步", "第 1 处批注：改到7月",
        "第 1 处嵌入：文件里还嵌着另一份文件，没有读；请打开后另存再导入", "第 1 处链接：网上答题（https://a.example/dt）", "第 2 处链接：点此报名（https://a.example/bm）",
        "第 1 处公式：S=1", "第 2 处图形：流程", "第 3 处图形：红头",
    ])  # fmt: skip


def test_paragraphs_that_have_a_copy_for_old_programs_and_a_text_box_within_a_cell_are_read_once():
    both = "<mc:AlternateContent><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
    words = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    box = both.format(f"<w:pict><v:textbox><w:txbxContent>{words.format('框')}</w:txbxContent></v:textbox></w:pict>")
    cells = f"<w:tc><w:p><w:r><w:t>甲</w:t></w:r><w:r>{box}</w:r></w:p></w:tc><w:tc>{both.format(words.format('乙'))}</w:tc>"
    assert lines_and_aside(with_body(f"{both.format(words.format('段'))}<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))[0] == ["段", ("甲 框", "乙")]


def test_boxes_to_tick_and_lists_to_choose_from_say_what_was_chosen():
    field = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    words, symbol = "<w:r><w:t>{}</w:t></w:r>", '<w:r><w:sym w:font="Wingdings 2" w:char="{}"/></w:r>'
    entries = '<w:ddList>{}<w:listEntry w:val="线上"/><w:listEntry w:val="线下"/></w:ddList>'
    marks = "<w:checked/>", '<w:default w:val="1"/><w:checked w:val="0"/>', ""
    choices = '<w:result w:val="1"/>', '<w:default w:val="1"/>', "", '<w:result w:val="5"/>'
    boxes = [field.format(f"<w:checkBox>{mark}</w:checkBox>") for mark in marks]
    lists = [field.format(entries.format(choice)) for choice in choices]
    between = map(words.format, ("甲", "乙", "丙", "丁", "；", "；", "；", "。"))
    signs = [*boxes, *map(symbol.format, ("F052", "00A3", "0031")), *lists[1:]]
    inside = lists[0] + "".join(sign + word for sign, word in zip(signs, between, strict=False))
    document = docx.Document()
    document.element.body.insert(0, docx.oxml.parse_xml(f"<w:p {NAMESPACE}>{inside}</w:p>"))
    assert [line.text for line in opening.read(notices.saved(document), "a.docx").lines] == ["线下☑甲□乙□丙☑丁□；；线下；线上。"]


def test_a_row_that_begins_behind_the_first_column_keeps_its_columns():
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    for row, texts in zip(table.rows, (("活动", "时间", "地点"), ("展览", "6月1日", "科技馆")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    row = table.rows[1]._tr
    row.remove(row.tc_lst[0])
    row.get_or_add_trPr().append(docx.oxml.parse_xml(f'<w:gridBefore {NAMESPACE} w:val="1"/>'))
    assert [line.cells for line in opening.read(notices.saved(document), "a.docx").lines][1] == ("", "6月1日", "科技馆")


def test_the_reading_above_a_name_is_left_out():
    ruby = r"<w:ruby><w:rt><w:r><w:t>lán</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>林</w:t></w:r></w:rubyBase></w:ruby>"
    data = changed(document=("<w:t>林　岚</w:t>", f"<w:t/>{ruby}<w:t>　岚</w:t>"))
    assert notices.data(data) == WHOLE


def test_a_numbered_paragraph_that_was_deleted_counts_for_nothing():
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="77"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
        '<w:del w:id="2"><w:r><w:delText>删去的活动。</w:delText></w:r></w:del></w:p>'
    )
    document = docx.Document(io.BytesIO(notices.word()))
    at = next(each for each in document.paragraphs if "乡村数字课堂" in each.text)
    at._p.addprevious(docx.oxml.parse_xml(gone.replace("<w:p>", f"<w:p {NAMESPACE}>", 1)))
    assert notices.data(notices.saved(document)) == WHOLE


def test_headers_of_the_first_page_stand_in_the_report():
    document = docx.Document(io.BytesIO(notices.word()))
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "签发人：林岚"
    assert "处页眉：签发人：林岚" in told(notices.saved(document))


def test_a_cell_merged_downwards_is_that_of_each_of_its_rows():
    document = docx.Document()
    for text in ("关于举办2025年青禾市科普周活动的通知", "各县科协：", "安排如下。"):
        document.add_paragraph(text)
    table = document.add_table(rows=0, cols=3)
    for row in (("活动名称", "时间", "牵头单位"), ("展览", "6月1日", "市科协"), ("讲座", "6月2日", "")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.cell(1, 2).merge(table.cell(2, 2))
    for text in ("青禾市科学技术协会", "2025年5月6日"):
        document.add_paragraph(text)
    campaign = notices.data(notices.saved(document))["campaigns/qinghe-2025.yml"]
    assert [(each["title"], each["lead"]) for each in campaign["activities"]] == [("展览", ["市科协"]), ("讲座", ["市科协"])]


def test_a_table_within_a_cell_is_read_once():
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "时间"
    table.cell(0, 1).add_table(rows=1, cols=2).cell(0, 1).text = "6月1日"
    assert [line.cells for line in opening.read(notices.saved(document), "a.docx").lines] == [("时间", "6月1日")]


def test_a_page_laid_out_in_one_cell_is_read_as_paragraphs():
    document = docx.Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    for text in ("关于举办2025年青禾市科普周活动的通知", "各县科协："):
        cell.add_paragraph(text)
    lines = opening.read(notices.saved(document), "a.docx").lines
    assert [each.text for each in lines] == ["关于举办2025年青禾市科普周活动的通知", "各县科协："]


@pytest.mark.parametrize("text", ["<w:p/>" * 600_001, "<!--" + " " * (24 * 1024 * 1024) + "-->"], ids=["many marks", "a long text"])
def test_a_file_that_would_need_much_memory_is_refused_before_it_is_read(text):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_small())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in old.namelist():
            package.writestr(name, old.read(name).replace(b"</w:body>", text.encode() + b"</w:body>"))
    _is_too_large(out.getvalue())


def _is_too_large(data):
    with pytest.raises(RefusalError) as refused:
        opening.read(data, "通知.docx")
    assert str(refused.value) == (
        "这个 Word 文件展开后太大；请去掉图片等附带内容后另存再试 / "
        "this Word file is too large when unpacked; remove pictures and the like and save it again"
    )


def _small():
    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def test_a_line_break_within_a_paragraph_cuts_no_title_and_no_sentence():
    opened = docx.Document()
    notice = (
        "关于举办2025年青禾市|读书周的通知\n各区教育局：\n一、活动时间|2025年6月|中旬至7月中旬。\n二、活动主题\n数字云岭|人人共享\n三、活动安排\n"
        "（一）开展乡村数字|课堂行动（6月中旬）。组织志愿者下乡授课。（责任单位：市教育局）\n（二）举办“云岭杯”|数字技能竞赛（市科协主办）\n"
        "（三）开放日|时间：6月3日|地点：市图书馆|责任单位：市科协\n四、工作要求\n（一）加强组织|领导。各单位要重视。\n"
        "（二）做好宣传。|各单位要宣传。\n青禾市教育局|2025年3月1日"
    )
    for words in notice.split("\n"):
        paragraph = opened.add_paragraph()
        for number, part in enumerate(words.split("|")):
            if number:
                paragraph.add_run().add_break()
            paragraph.add_run(part)
    campaign = notices.data(notices.saved(opened))["campaigns/qinghe-2025.yml"]
    assert (campaign["name"], campaign["period"], campaign["theme"]["text"]) == (
        "2025年青禾市读书周", "2025年6月中旬至7月中旬", "数字云岭人人共享",
    )  # fmt: skip
    assert [(each["title"], each.get("when")) for each in campaign["activities"]] == [
        ("开展乡村数字课堂行动", "6月中旬"), ("举办“云岭杯”数字技能竞赛", None), ("开放日", "6月3日"),
    ]  # fmt: skip
    assert [each["title"] for each in campaign["requirements"]] == ["加强组织领导", "做好宣传"]


@pytest.mark.parametrize("name", ["vanish", "specVanish", "strike"])
@pytest.mark.parametrize("kind", ["character", "paragraph", "based on"])
def test_what_a_style_hides_is_left_out_and_told(name, kind):
    document = docx.Document(io.BytesIO(notices.word()))
    styles = document.styles
    hiding = styles.add_style("内部", WD_STYLE_TYPE.PARAGRAPH if kind == "paragraph" else WD_STYLE_TYPE.CHARACTER)
    hiding.element.get_or_add_rPr().append(hiding.element.makeelement(qn(f"w:{name}"), {}))
    if kind == "based on":
        own = styles.add_style("内部二", WD_STYLE_TYPE.CHARACTER)
        own.base_style, hiding = hiding, own
    if kind == "paragraph":
        document.paragraphs[7].insert_paragraph_before("内部掌握0999—6512777", hiding)
    else:
        document.paragraphs[7].add_run("内部掌握0999—6512777", hiding)
    data = notices.saved(document)
    assert notices.data(data) == WHOLE
    assert "内部掌握0999—6512777" in told(data)


def _with(name, content):
    """A small Word file in which a part says something else."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_small())) as old, zipfile.ZipFile(out, "w") as package:
        for each in {*old.namelist(), name}:
            package.writestr(each, content if each == name else old.read(each))
    return out.getvalue()


def test_the_relations_of_a_word_file_and_xml_of_another_name_are_counted_before_it_is_read(monkeypatch):
    relation = '<Relationship Id="a" Type="b" Target="c"/>'
    _is_too_large(_with("word/_rels/document.xml.rels", f"<Relationships>{relation * 10_001}</Relationships>"))
    monkeypatch.setattr(packages, "_MAX_MARKS", 100_000)
    assert opening.read(changed(), "通知.docx").lines
    for content in (f"<a>{'<b/>' * 100_000}</a>", "<a " + " ".join(f'b{number}=""' for number in range(100_000)) + "/>"):
        _is_too_large(_with("word/other.bin", content))
        _is_too_large(_with("word/other.bin", content.encode("utf-16")))


def test_a_table_has_no_more_columns_than_a_page_could_hold():
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("活动", "时间", "展览", "6月1日"), strict=True):
        cell.text = text
    row = table.rows[1]._tr
    row.get_or_add_trPr().append(docx.oxml.parse_xml(f'<w:gridBefore {NAMESPACE} w:val="3000"/>'))
    row.tc_lst[0].get_or_add_tcPr().append(docx.oxml.parse_xml(f'<w:gridSpan {NAMESPACE} w:val="3000"/>'))
    cells = opening.read(notices.saved(document), "a.docx").lines[1].cells
    assert (len(cells), [cell for cell in cells if cell]) == (202, ["展览", "6月1日"])


def test_a_word_file_is_not_read_further_than_a_notice_can_go(monkeypatch):
    monkeypatch.setattr(documents, "MAX_SIGNS", 20)
    read = []
    monkeypatch.setattr(reader, "_indented", read.append)
    document = docx.Document()
    for _ in range(10):
        document.add_paragraph("十个字的一段通知文字")
    with pytest.raises(RefusalError, match="不像一份通知"):
        opening.read(notices.saved(document), "a.docx")
    assert len(read) == 3


def test_a_paragraph_that_spaces_set_in_begins_where_it_does():
    made = docx.Document()
    for text in ("　　19:00—20:00　一楼石刻长廊", "    座位先到先得。", "座位先到先得。"):
        made.add_paragraph(text)
    saved = io.BytesIO()
    made.save(saved)
    assert [line.starts for line in reader.read(saved.getvalue()).lines] == [True, True, None]
