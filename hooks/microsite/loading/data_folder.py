"""The data folder in, the whole plan or all problems out; and what else the program learns from the disk."""

from __future__ import annotations

import codecs
import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path, PurePath

from ..checks import (
    drafts,
    former_ids,
    identifiers,
    ledger,
    lost_permalinks,
    permalinks,
    personal_data,
    references,
    remarks,
    typed_days,
    typed_values,
)
from ..core import urls
from ..core.language import DEFAULT, Language
from ..core.problems import InvalidData, Mark, Note, Problem, capped
from ..core.settings import Drafts
from ..model import file_kinds
from ..model.campaign import Campaign, Plan
from ..model.contacts import ContactList
from ..model.editions import Editions
from ..model.fields import nothing
from ..model.organisations import Region
from ..model.places import Places
from ..yamlfile import tree, yaml_parser
from ..yamlfile.tree import Node, Scalar
from . import names_alone, session_table, translation_files, translations, validate
from .data_files import FOLDERS, DataFile, Snapshot, below, content, snapshot
from .worked_out import Known

PACKAGE = Path(__file__).parents[1]
"""Where the interface's words and the font lie, beside the code."""


@dataclass(frozen=True, slots=True)
class Data:
    """The plan with its translations and the notes for its editor.

    ``catalogues`` is keyed by language and by the name of the data file (campaign or region).
    ``published`` is the ledger: every address that was public once. Without drafts the plan has no trace
    of one; ``drafts`` says how many there are, and the notes are about them, too. ``withheld`` are files that only drafts
    offer, by their names in docs/files.
    """

    plan: Plan
    catalogues: Mapping[tuple[Language, str], translations.Catalogue]
    notes: tuple[Note, ...]
    synonyms: Mapping[Language, tuple[tuple[str, ...], ...]]
    published: tuple[ledger.Line, ...] = ()
    drafts: str = ""
    withheld: frozenset[str] = frozenset()
    editions: Editions = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "editions", Editions.from_plan(self.plan))

    def catalogue(self, language: Language, name: str) -> translations.Catalogue:
        return self.catalogues.get((language, name), translations.EMPTY)


NOTHING = Data(Plan({}, ()), {}, (), {})
"""A site without data: what a preview shows that was started with broken files."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What belongs to no campaign and no register: the words of the finder, the ledger, files for readers.

    ``files`` are the sizes of those in docs/files by their paths there; None without docs/, as in an earlier state
    from git: then nobody asks whether an attachment is there.
    """

    synonyms: Mapping[Language, tuple[tuple[str, ...], ...]]
    published: tuple[ledger.Line, ...]
    problems: tuple[Problem, ...]
    files: Mapping[str, int] | None = None
    notes: tuple[Note, ...] = ()


NOTHING_SHARED = Shared({}, (), ())


def shared(root: Path) -> Shared:
    problems: list[Problem] = []
    synonyms = _synonyms(root, problems)
    published = _published(root, problems)
    docs = root.absolute().parent / "docs"
    files = _files_for_readers(docs)
    return Shared(synonyms, published, tuple(problems), files, tuple(_disguised(docs / file_kinds.FOLDER, files or ())))


def _disguised(folder: Path, names: Iterable[str]) -> Iterator[Note]:
    """Files for readers that are of another kind than their ending says: a program opens them with a warning, or not at all."""
    for name in (name for name in names if re.fullmatch(file_kinds.NAME, name)):
        if what := file_kinds.disguise(name, content(folder / name, file_kinds.MOST_TO_KNOW)):
            zh = f"扩展名是 .{name.rpartition('.')[2]}，内容却是{what[0]}；请打开后另存为扩展名所说的格式"
            en = f"its ending says .{name.rpartition('.')[2]}, but it is {what[1]}; open it and save it as what its ending says"
            yield Note(Mark(f"docs/{file_kinds.FOLDER}/{name}"), "other-kind-of-file", zh, en)


def _files_for_readers(docs: Path) -> dict[str, int] | None:
    if not docs.is_dir():
        return None
    folder = docs / file_kinds.FOLDER
    found = (path for path in below(folder) if path.is_file() and not path.is_symlink())
    return {path.relative_to(folder).as_posix(): path.stat().st_size for path in found}


def folder(root: Path, as_of: date, by_hand: Iterable[str] | None = None, drafts: Drafts = "none") -> Data:
    """Read everything under ``root`` (the data folder); raises InvalidData with all problems."""
    return everything(snapshot(root), shared(root), as_of, by_hand, drafts)


def everything(
    read_files: Snapshot, common: Shared, as_of: date, by_hand: Iterable[str] | None = None, drafts: Drafts = "none"
) -> Data:
    """What all data files say together; raises InvalidData with all problems.

    ``by_hand`` are the addresses of the pages of docs/; without them nobody asks whether a
    published one is gone. With ``drafts`` (in a preview) they are in what is read; only where ``all`` are asked
    for, empty places of whole editions are problems, too.
    """
    read_ = _plan(read_files.files, common, as_of, drafts)
    none = () if any(file.below == "campaigns" for file in read_files.files) else (NO_CAMPAIGNS,)
    problems = [*common.problems, *read_files.misnamed, *none, *_of_no_plan_at_all(read_.problems, read_files)]
    # Only a plan without mistakes can say that something is gone.
    lost = problems or _lost(read_, common.published, by_hand)
    if lost:
        raise InvalidData(lost)
    outdated = translation_files.outdated(read_.plan, read_files.files, read_.catalogues)
    notes = (*read_.owed, *read_.asked, *remarks.notes(read_.plan), *outdated, *common.notes)
    return _data(read_, drafts, notes, common, common.published)


def _of_no_plan_at_all(problems: list[Problem], read_files: Snapshot) -> Iterator[Problem]:
    """The problems without those of files whose plan is there, but in a file under a wrong name, which is told."""
    misnamed = (PurePath(each.mark.file) for each in read_files.misnamed)
    called = {each.name.partition(".")[0] for each in misnamed if each.parent.name == "campaigns"}
    plans = (file.content for file in read_files.files if file.below == "campaigns")
    called |= {found[1].decode() for each in plans if (found := re.search(rb"^id:[ \t]*([a-z0-9-]+)", each, re.MULTILINE))}
    for each in problems:
        if each.code != "contacts-without-campaign" or PurePath(each.mark.file).stem not in called:
            yield each


def part(some: Iterable[DataFile], common: Shared, as_of: date, drafts: Drafts = "none") -> Data:
    """What some data files say, which name no others; raises InvalidData, where ``everything`` has to be asked."""
    read_ = _plan(tuple(some), common, as_of, drafts)
    published = _own(common.published, read_.plan)
    lost = read_.problems or _lost(read_, published, None)
    if lost:
        raise InvalidData(lost)
    return _data(read_, drafts, (), common, published)


def _data(read_: _Read, drafts: Drafts, notes: tuple[Note, ...], common: Shared, published: tuple[ledger.Line, ...]) -> Data:
    """What is public of what was read; a file that was published once is never withheld."""
    plan = read_.shown(drafts, published)
    released = {line.meaning for line in common.published}
    withheld = {name for name in read_.attached - plan.attachments if f"file {name}" not in released}
    return Data(plan, read_.catalogues, notes, common.synonyms, published, read_.drafts, frozenset(withheld))


def _lost(read_: _Read, published: tuple[ledger.Line, ...], by_hand: Iterable[str] | None) -> list[Problem]:
    """What was published and is gone, or hidden in a draft; a preview is told the same."""
    hidden = list(drafts.published(read_.plan, published))
    plan = read_.plan if hidden else read_.shown("none", published)
    return [*hidden, *lost_permalinks.problems(plan, published, by_hand)]


def _own(published: tuple[ledger.Line, ...], plan: Plan) -> tuple[ledger.Line, ...]:
    """Published addresses of the campaigns and bodies of a plan."""
    names = permalinks.names(plan)
    return tuple(line for line in published if line.owner in names.campaigns or line.owner in names.organisations)


@dataclass(frozen=True, slots=True)
class _Read:
    """Everything that the files say, drafts among it; ``owed`` are empty places of drafts.

    ``asked`` are notes about what is public and somebody should look at: what a program copied, odd days.
    """

    plan: Plan
    catalogues: Mapping[tuple[Language, str], translations.Catalogue]
    problems: list[Problem]
    owed: tuple[Note, ...]
    asked: tuple[Note, ...]
    drafts: str
    hidden: frozenset[str]
    attached: frozenset[str]

    def shown(self, with_drafts: Drafts, published: tuple[ledger.Line, ...]) -> Plan:
        """The plan with or without drafts."""
        is_public = with_drafts != "none" or not self.drafts
        return self.plan if is_public else drafts.without(self.plan, self.hidden, published)


def _plan(given: tuple[DataFile, ...], common: Shared, as_of: date, with_drafts: Drafts) -> _Read:
    problems: list[Problem] = []
    registers, places, editions, people = (_parsed(given, folder, problems) for folder in FOLDERS)
    of_form = tuple(problems)
    nodes = {file.stem: file.node for file in editions}
    years = {stem: typed_days.year_of(node) for stem, node in nodes.items()}
    known = identifiers.Identifiers(common.published)
    made, broken = _regions(registers, problems)
    regions = {id_: known.region(region) for id_, region in made.items()}
    _places_of(places, regions, broken, problems)
    campaigns = _campaigns(editions, regions, broken, common.files, problems)
    homes = {stem: validate.home_of(node, regions, _wholes(stem, nodes)) for stem, node in nodes.items()}
    campaigns, asked = _with_sessions(given, editions, homes, campaigns, as_of, problems)
    contacts = _contacts(people, editions, homes, as_of, problems)
    records: dict[str, Campaign | Region] = {**regions, **{each.id: each for each in campaigns}}
    read_ = translation_files.read(given, problems)
    catalogues = {key: found.moved(records[key[1]]) if key[1] in records else found for key, found in read_.items()}
    problems += _between_files(registers, {file.stem: file.node if file.is_sure else None for file in editions})
    problems += _personal(given, [*registers, *places], editions, people)
    problems += _days_to_come([*editions, *people], years, as_of)
    problems += translation_files.into_their_own(records, given)
    joined = [replace(known.campaign(_by_number(c)), contacts=contacts.get(c.id)) for c in campaigns]
    joined.sort(key=lambda c: (-c.year, c.part_of is not None, c.region.id, c.id))
    plan = Plan(dict(sorted(regions.items())), tuple(joined))
    guessed = {file.name for file in (*registers, *places, *editions, *people) if not file.is_sure}
    problems = [*of_form, *_surely(problems[len(of_form) :], guessed, of_form)]
    kept, owed = (problems, ()) if with_drafts == "all" else drafts.owed(problems, nodes)
    return _Read(
        plan,
        catalogues,
        kept,
        owed,
        asked=(*_asked([*editions, *people], nodes, years, as_of), *asked),
        drafts=drafts.counted(plan, nodes.values()),
        hidden=drafts.hidden_regions(nodes.values()),
        attached=drafts.attached(nodes.values()),
    )


_OF_ONE_VALUE = frozenset(
    "not-a-number not-an-id not-a-phone not-offered unknown-body unknown-place not-an-address not-a-point no-such-file weak-colour "
    "too-long personal-number personal-mailbox personal-identity personal-account not-true-or-false not-one-line not-an-extension "
    "not-a-year not-a-time-of-day not-a-mailbox not-a-day not-a-date impossible-date end-before-start not-a-colour not-a-code "
    "mailbox-in-phone last-years-date".split()
)
"""Mistakes of a value that are so wherever it stands."""


def _surely(problems: list[Problem], guessed: set[str], slips: Iterable[Problem]) -> Iterator[Problem]:
    """The problems without those that only the way is to blame for in which some files were read on behind their slips."""
    lines = {(each.mark.file, each.mark.line) for each in slips}
    for each in problems:
        if each.mark.file not in guessed or (each.code in _OF_ONE_VALUE and (each.mark.file, each.mark.line) not in lines):
            yield each


def _between_files(registers: Iterable[_File], editions: Mapping[str, Node | None]) -> Iterator[Problem]:
    """What one file says of another, or what two of them say."""
    bodies = [file.node for file in registers if file.node is not None]
    yield from references.twin_organisations(bodies)
    yield from references.lost_predecessors(editions)
    yield from references.lost_wholes(editions)
    yield from former_ids.of_organisations(bodies)
    yield from former_ids.of_campaigns(node for node in editions.values() if node is not None)


def _days_to_come(files: Iterable[_File], years: Mapping[str, int], as_of: date) -> Iterator[Problem]:
    """Days of what was done that cannot have been reached; ``years`` are those of the editions."""
    for file in files:
        if file.node is not None and file.stem in years:
            yield from capped(typed_days.problems(file.node, years[file.stem], as_of))


def _asked(
    files: Iterable[_File], plans: Mapping[str, Node | None], years: Mapping[str, int], as_of: date
) -> Iterator[Note]:
    """What somebody should look at in public files: what a program copied, odd days, words that say nothing."""
    read = list(files)
    hidden = {file.stem for file in read if drafts.is_draft(file.node)}
    public = [file for file in read if file.stem not in hidden]
    yield from (typed_values.unconfirmed(file.name, file.unconfirmed) for file in public if file.unconfirmed)
    for file in public:
        if file.node is not None and (plan := plans.get(file.stem)) is not None:
            yield from (*typed_days.notes(file.node, as_of, typed_days.signed(plan)), *typed_values.notes(file.node))
            yield from typed_days.names_kept_long(file.node, years[file.stem])


def _by_number(campaign: Campaign) -> Campaign:
    """What is numbered stands everywhere in the order of its numbers, wherever it was typed; what is not, in that of the file."""
    return replace(
        campaign,
        activities=tuple(sorted(campaign.activities, key=lambda each: each.number or 0)),
        phases=tuple(sorted(campaign.phases, key=lambda each: each.number or 0)),
        requirements=tuple(sorted(campaign.requirements, key=lambda each: each.number or 0)),
    )


def _personal(
    given: tuple[DataFile, ...], registers: list[_File], editions: list[_File], people: list[_File]
) -> Iterator[Problem]:
    """Numbers and mailboxes of persons in plans, registers, tables and translations; contacts are asked one by one."""
    plans, contacts = ([file.node for file in files if file.node] for files in (editions, people))
    known = personal_data.owned(plans, contacts)
    for file in (*registers, *editions, *people):
        if file.node is not None:
            yield from capped(personal_data.in_data(file.node, known))
    for each in given:
        if each.below == session_table.FOLDER:
            yield from capped(personal_data.in_table(session_table.decoded(each.content), each.name, known))
        elif each.below.startswith("translations/"):
            yield from capped(personal_data.in_translation(each.content.decode("utf-8", "replace"), each.name, known))


@dataclass(frozen=True, slots=True)
class _File:
    """A data file that was read; ``node`` is None where it could not be understood.

    ``unconfirmed`` are the lines whose comments say 请核对. ``head`` is the tree, or the lines that can be made out
    without one: how the times of a plan are read, for its table. ``is_sure``: the tree says what was meant; else only
    what is wrong with its values can be told.
    """

    stem: str
    name: str
    node: Node | None
    head: Node
    unconfirmed: tuple[int, ...]
    is_sure: bool


def _parsed(given: tuple[DataFile, ...], below: str, problems: list[Problem]) -> list[_File]:
    """The data files of one folder; what is wrong with their form is told."""
    read = []
    for file in given:
        if file.below == below:
            node, found, is_sure = yaml_parser.parse_as_meant(file.content, file.name)
            problems += found
            head = node if node and is_sure else _head(file.content.decode("utf-8", "replace"), Mark(file.name))
            read.append(_File(file.stem, file.name, node, head, typed_values.unconfirmed_lines(file.content), is_sure))
    return read


_HEAD = re.compile(r"^(year|period|region|language|draft):[ \t]+([^\s\[{|>&*!#][^#\n]*)", re.MULTILINE)


def _head(text: str, mark: Mark) -> tree.Mapping:
    """The short lines of the first level in a file that YAML cannot read."""
    found = ((Scalar(mark, key, False), Scalar(mark, said.strip(" \t\r'\""), True)) for key, said in _HEAD.findall(text))
    return tree.Mapping(mark, tuple(found))


NO_CAMPAIGNS = Problem(
    Mark("data/campaigns"),
    "",
    "no-campaigns",
    "这里一个活动方案也没有；请检查数据文件夹的位置",
    "there is no campaign here; check where the data folder is",
)


def _regions(files: list[_File], problems: list[Problem]) -> tuple[dict[str, Region], frozenset[str]]:
    """The registers by region, those that have problems with their names alone; and the names of these."""
    regions: dict[str, Region] = {}
    broken: set[str] = set()
    for file in files:
        made, found = validate.region(file.node, file.name) if file.node is not None else (None, [])
        problems += found
        if made is not None and file.is_sure:
            regions[made.id] = made
            continue
        named = validate.region_of(file.node) if file.node is not None else ""
        broken |= {file.stem, named}
        are_told_apart = all(each.code != "shared-name" for each in found)
        alone = names_alone.region(file.node, named) if file.node is not None and file.is_sure and are_told_apart else None
        if alone and named == file.stem:
            regions[named] = alone
    return regions, frozenset(broken)


def _places_of(files: list[_File], regions: dict[str, Region], broken: frozenset[str], problems: list[Problem]) -> None:
    """The cities and venues of each region, put into its record."""
    for file in files:
        language = regions[file.stem].language if file.stem in regions else DEFAULT
        made, found = validate.places(file.node, file.name, language) if file.node is not None else (None, [])
        problems += found
        if file.stem not in regions and file.stem not in broken:
            problems.append(references.of_no_register(file.name, file.stem, regions))
        elif file.stem in regions:
            none = nothing(Places, region=file.stem, areas=(), is_known=False, mark=Mark(file.name))
            alone = names_alone.places(file.node, file.stem) if file.node is not None and file.is_sure else None
            places = (made if file.is_sure else None) or alone or none
            regions[file.stem] = replace(regions[file.stem], places=places)


def _with_sessions(
    given: tuple[DataFile, ...],
    editions: list[_File],
    homes: Mapping[str, Region | None],
    campaigns: list[Campaign],
    as_of: date,
    problems: list[Problem],
) -> tuple[list[Campaign], list[Note]]:
    """The campaigns with the sessions of their tables, and what somebody should look at in these; what is wrong with
    a table is told beside what is wrong with its plan."""
    nodes, found = {file.stem: file.head for file in editions}, {each.id: each for each in campaigns}
    asked: list[Note] = []
    for file in given:
        if file.below != session_table.FOLDER:
            continue
        if file.stem not in nodes:
            problems.append(references.contacts_without_campaign(file.name, file.stem, nodes))
            continue
        node, campaign = nodes[file.stem], found.get(file.stem)
        table, when = session_table.SessionTable(file.content, file.name), validate.reader_of_dates(node)
        if campaign is not None:
            sessions = table.read(campaign, Known(campaign.region, when, as_of))
            found[campaign.id] = replace(campaign, activities=session_table.joined(campaign, sessions))
        elif not drafts.is_draft(node):
            table.read_alone(node, Known(homes[file.stem], when, as_of), validate.language_of(node))
        problems += table.problems
        asked += table.notes if not drafts.is_draft(node) else ()
    return [found[each.id] for each in campaigns], asked


def _campaigns(
    listed: list[_File],
    regions: dict[str, Region],
    broken: frozenset[str],
    attached: Mapping[str, int] | None,
    problems: list[Problem],
) -> list[Campaign]:
    nodes = {file.stem: file.node for file in listed}
    campaigns = []
    for file in listed:
        made = None
        if file.node is not None:
            made, found = validate.campaign(file.node, file.name, regions, broken, attached, _wholes(file.stem, nodes))
            problems += found
        if made is not None and file.is_sure:
            campaigns.append(made)
    return campaigns


def _wholes(stem: str, nodes: Mapping[str, Node | None]) -> Iterator[Node | None]:
    """The campaigns that one is a part of, the next one first."""
    return map(nodes.get, references.wholes(stem, nodes))


def _contacts(
    people: list[_File],
    editions: list[_File],
    homes: Mapping[str, Region | None],
    as_of: date,
    problems: list[Problem],
) -> dict[str, ContactList]:
    """Contacts by campaign; a campaign that cannot be read does not hide what is wrong with them."""
    languages = {each.stem: validate.language_of(each.node) for each in editions}
    lists: dict[str, ContactList] = {}
    for file in people:
        if file.stem not in homes:
            problems.append(references.contacts_without_campaign(file.name, file.stem, homes))
        if file.node is None:
            continue
        made, found = validate.contacts(file.node, file.name, homes.get(file.stem), as_of, languages.get(file.stem, DEFAULT))
        if file.stem not in homes:  # which of the two names is wrong, is said above
            found = [problem for problem in found if problem.code != "not-the-file-name"]
        problems += found
        if made is not None:
            lists[file.stem] = made
    return lists


def _synonyms(root: Path, problems: list[Problem]) -> dict[Language, tuple[tuple[str, ...], ...]]:
    """Words that the finder takes for the same; the file may be missing."""
    path, file = root / "synonyms.yml", "data/synonyms.yml"
    if not path.is_file():
        return {}
    node, found = yaml_parser.parse(content(path), file)
    problems += found
    if node is None:
        return {}
    made, told = validate.synonyms(node)
    problems += [*told, *capped(personal_data.in_data(node, frozenset()))]
    return made


def _published(root: Path, problems: list[Problem]) -> tuple[ledger.Line, ...]:
    """The ledger; a site that was never released has none."""
    path = root / ledger.FILE
    if not path.is_file():  # what else is called so is told as misnamed
        return ()
    lines, found = ledger.parse(path.read_bytes())
    problems += found
    return lines


def hand_written(docs: Path) -> tuple[str, ...]:
    """Addresses of the pages of docs/, as MkDocs gives them: Chinese, in the order of their names."""
    names = (path.relative_to(docs).as_posix() for path in below(docs) if path.suffix == ".md" and path.is_file())
    bare = (name.removesuffix(".md") for name in names if not name.endswith(".en.md"))
    return tuple("" if name == "index" else f"{name.removesuffix('/index')}/" for name in bare)


def addresses(docs: Path) -> tuple[str, ...]:
    """What is published of docs/ and may stand in the ledger: its pages, and files for readers to download."""
    files = (name for name in _files_for_readers(docs) or () if re.fullmatch(file_kinds.NAME, name))
    return (*hand_written(docs), *map(urls.attachment, files))


def public_texts(docs: Path, endings: Container[str] = (".md",)) -> dict[str, str]:
    """The pages of docs/ for the public (or files with these endings), in both languages, by their files; not the manual."""
    pages = (path for path in below(docs) if path.suffix in endings and path.is_file() and path.relative_to(docs).parts[0] != "manual")
    return {f"docs/{path.relative_to(docs).as_posix()}": _as_text(path.read_bytes()) for path in pages}


def _as_text(data: bytes) -> str:
    """A file of docs/ as a program shows it that knows the marks of UTF-16 (Unicode text, as spreadsheets call it)."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if is_wide else "utf-8", "replace").replace("\0", "")


@cache
def interface(language: Language) -> translations.Interface:
    """The interface's own words, shipped beside the code."""
    path = PACKAGE / "words" / f"{language}.po"
    return translations.interface(path.read_bytes(), language)


def card_font() -> bytes:
    """The font of the share cards, shipped beside the code; never published."""
    return (PACKAGE / "assets" / "fonts" / "NotoSansSC-Bold-GB2312.otf").read_bytes()


def catalogue_path(root: Path, language: Language, name: str) -> Path:
    """Where the translations of one data file are kept."""
    return root / "translations" / language / f"{name}.po"
