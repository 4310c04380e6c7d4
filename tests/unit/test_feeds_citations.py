"""Citations for reference managers: rendered by a citation processor, as a manager would."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source import BibliographySource
from citeproc.source.bibtex import BibTeX
from citeproc.source.json import CiteProcJSON

import builders
from microsite.site.feeds import citations
from microsite.views.cite import Source
from publishing import formats

STYLE = Path(__file__).parent.parent / "citations.csl"
NOTICE = (
    "中共云岭省委网信办; 云岭省教育厅; 云岭省人力资源和社会保障厅; 云岭省妇联 | "
    "关于印发《2025年云岭省提升月工作方案》的通知 | 云网办字〔2025〕1号 | 2025/5/20"
)
PAGE = (
    "数字素养与技能 | 举办数字知识网上竞答 | 2025/5/20 | https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/"
)
TAGS = {"TI": "title", "M1": "number", "UR": "URL"}


def rendered(source: BibliographySource) -> str:
    """The one reference of a source, with all that the processor found in it."""
    (key,) = source
    bibliography = CitationStylesBibliography(CitationStylesStyle(str(STYLE), validate=False), source, formatter.plain)
    bibliography.register(Citation([CitationItem(key)]))
    return str(bibliography.bibliography()[0])


def from_ris(text: str) -> list[dict]:
    """What a reference manager makes of RIS."""
    lines = [line.split("  - ", 1) for line in text.splitlines()]
    item = {"id": "one", "type": "webpage", "author": [{"literal": value} for tag, value in lines if tag == "AU"]}
    item |= {TAGS[tag]: value for tag, value in lines if tag in TAGS}
    (day,) = (value for tag, value in lines if tag == "DA")
    return [item | {"issued": {"date-parts": [[int(part) for part in day.split("/")]]}}]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    return formats(builders.data(builders.a_data_folder(tmp_path)))


@pytest.mark.parametrize(
    ("page", "said"), [("yunling-2025/plan/", NOTICE), ("yunling-2025/online-quiz/", PAGE)]
)
def test_a_processor_finds_everything_in_csl_json_and_in_ris(files: dict[str, bytes], page: str, said: str) -> None:
    assert rendered(CiteProcJSON(json.loads(files[f"{page}citation.json"]))) == said
    assert rendered(CiteProcJSON(from_ris(files[f"{page}citation.ris"].decode()))) == said


@pytest.mark.filterwarnings("ignore:Unsupported BibTeX field")
@pytest.mark.parametrize(
    ("page", "said"), [("yunling-2025/plan/", NOTICE), ("yunling-2025/online-quiz/", PAGE)]
)
def test_a_processor_reads_bibtex(files: dict[str, bytes], page: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "citation.bib"
    path.write_bytes(files[f"{page}citation.bib"])
    authors, title = said.split(" | ")[:2]
    assert rendered(BibTeX(str(path), encoding="utf-8")) == f"{authors} | {title} | 2025/5"


def test_bibtex_has_what_the_processor_passes_over(files: dict[str, bytes]) -> None:
    assert files["yunling-2025/online-quiz/citation.bib"].decode() == (
        "@misc{yunling-2025-online-quiz,\n"
        "  author = {{数字素养与技能}},\n"
        "  title = {{举办数字知识网上竞答}},\n"
        "  year = {2025},\n"
        "  month = {5},\n"
        "  date = {2025-05-20},\n"
        "  url = {https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/},\n"
        "  langid = {chinese}\n"
        "}\n"
    )


def test_signs_of_a_format_in_a_title_stay_in_the_title(tmp_path: Path) -> None:
    title = "50% {一} & 二_三 #4 \\input{x}\nER  - "
    source = Source("a/b", "zh", False, ("甲",), title, "", "", None, "https://a.cn/")
    assert citations.ris(source).splitlines() == [
        "TY  - ELEC", "AU  - 甲", "TI  - 50% {一} & 二_三 #4 \\input{x} ER -", "UR  - https://a.cn/", "LA  - zh-CN", "ER  - ",
    ]  # fmt: skip
    assert r"{{50\% \{一\} \& 二\_三 \#4 \textbackslash{}input\{x\} ER -}}" in citations.bibtex(source)
    assert json.loads(citations.csl(source))[0]["title"] == title
