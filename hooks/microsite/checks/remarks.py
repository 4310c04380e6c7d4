"""Remarks about the documents themselves, for their editor.

A wrong *plan document* is a note, never an error: the office must be able to publish its notice
faithfully (design promise 3). Each rule is one function; pages show what those in ``NOTES`` find.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ..core.dates import in_words
from ..core.dates.fuzzy import FuzzyDate
from ..core.language import some
from ..core.problems import Mark, Note
from ..model import file_kinds, phones
from ..model.activity import Activity, Deadline, Session
from ..model.campaign import Campaign, Phase, Plan
from ..model.organisations import Organisation
from ..model.values import Words
from . import contradictions, printed_times
from .contradictions import called, leaves
from .printed_times import all_times, in_english

Rule = Callable[[Campaign], Iterator[Note]]


def notes(plan: Plan) -> tuple[Note, ...]:
    """Everything worth knowing, campaign by campaign: about the documents, and about what was typed."""
    rules = (
        notes_on, images_in_texts, comments_in_texts, large_attachments, sessions_twice, numbers_without_an_area_code, numbers_twice,
        off_without_an_update, due_before_its_phase_ends,
        *contradictions.RULES, *printed_times.RULES,
    )  # fmt: skip
    of_all = (*parts_of_another_year(plan), *bodies_in_both(plan))
    return (*(note for c in plan.campaigns for rule in rules for note in rule(c)), *of_all)


def notes_on(campaign: Campaign) -> tuple[Note, ...]:
    return tuple(note for rule in NOTES for note in rule(campaign))


def _names(bodies: Iterable[Organisation]) -> tuple[str, str]:
    """Bodies in one line, for the Chinese and the English wording."""
    names = [body.short.text for body in bodies]
    return "、".join(names), ", ".join(names)


def _missing(bodies: Iterable[Organisation], present: Iterable[Organisation]) -> list[Organisation]:
    """Bodies that are not among others, each once, in order."""
    there = {body.id for body in present}
    return list({body.id: body for body in bodies if body.id not in there}.values())


def _taking_part(campaign: Campaign) -> Iterator[Organisation]:
    yield from campaign.hosting.bodies
    for activity in campaign.activities:
        for bodies in activity.roles.values():
            yield from bodies.organisations


def report_due_before_the_end(campaign: Campaign) -> Iterator[Note]:
    """What a requirement wants is due after the campaign; what a phase wants is looked at by ``due_before_its_phase_ends``."""
    for deadline in (each for requirement in campaign.requirements for each in requirement.deadlines):
        yield from _due_before(deadline, campaign.window, "活动", "the campaign")


def due_before_its_phase_ends(campaign: Campaign) -> Iterator[Note]:
    for phase in campaign.phases:
        for deadline in phase.deadlines:
            yield from _due_before(deadline, phase.when.date, f"“{phase.name.text}”", f"“{phase.name.text}”")


def _due_before(deadline: Deadline, time: FuzzyDate, zh: str, en: str) -> Iterator[Note]:
    due = deadline.due.date
    if due.latest is not None and time.latest is not None and due.latest < time.latest:
        yield Note(
            deadline.due.mark,
            "due-before-end",
            f"“{deadline.what.text}”的期限（{due.text}）早于{zh}结束（{time.text}）",
            f"“{deadline.what.text}” is due ({in_english(due)}) before {en} ends ({in_english(time)})",
        )


def issued_after_the_start(campaign: Campaign) -> Iterator[Note]:
    start, signed = campaign.window.start_latest, campaign.document.signed
    if start is not None and signed is not None and signed > start:
        yield Note(
            campaign.document.mark,
            "issued-after-start",
            f"成文日期（{in_words.day(signed, 'zh')}）晚于活动开始（{campaign.window.text}）",
            f"the notice was signed ({in_words.day(signed, 'en')}) after the campaign began ({in_english(campaign.window)})",
        )


def dates_corrected(campaign: Campaign) -> Iterator[Note]:
    for when in all_times(campaign):
        if when.date.correction is not None:
            fixed = when.date.correction
            yield Note(
                when.mark,
                "date-corrected",
                f"时间原文为“{fixed.printed}”，按“{fixed.means}”理解",
                f"the time is printed as “{fixed.printed}” and read as {in_english(when.date)}",
            )


def text_corrected(campaign: Campaign) -> Iterator[Note]:
    for activity in campaign.activities:
        for slip in activity.corrections:
            zh = f"按“{slip.means}”理解" if slip.means else "疑有误，未作更正"
            en = f"and read as “{slip.means}”" if slip.means else "which is doubtful; it is left as it is"
            yield Note(
                activity.mark,
                "text-corrected",
                f"{activity.source}原文“{slip.printed}”{zh}",
                f"{called(activity)}: “{slip.printed}” is printed, {en}",
            )


def activities_without_a_lead(campaign: Campaign) -> Iterator[Note]:
    """Where a plan says of some who leads them; one that divides no work is not asked."""
    divides = any(activity.lead for activity in campaign.activities)
    for activity in campaign.activities if divides else ():
        if not (activity.lead or activity.host or activity.organise):
            yield _note_of(activity, activity.mark, "no-lead", "没有写明牵头单位", "names no lead organisation")


def bodies_without_names(campaign: Campaign) -> Iterator[Note]:
    """Where the notice gives work to all, which pages say of each body: who reads the notice decides who all are."""
    for activity in campaign.activities:
        if any(bodies.everyone for bodies in activity.roles.values()):
            zh, en = "没有逐一列出单位，按全部举办单位理解", "does not name its organisations one by one; read as all organisers"
            yield _note_of(activity, activity.mark, "read-as-all", zh, en)


def outside_the_window(campaign: Campaign) -> Iterator[Note]:
    records: tuple[Phase | Activity, ...] = (*campaign.phases, *campaign.activities)
    for record in records:
        when = record.when
        if when is not None and when.date.kind != "window" and leaves(when.date, campaign.window):
            zh = f"的时间（{when.date.text}）超出活动时间（{campaign.window.text}）"
            en = f"({in_english(when.date)}) reaches beyond the campaign’s period ({in_english(campaign.window)})"
            yield _note_of(record, when.mark, "outside-window", zh, en)


def sessions_outside_the_window(campaign: Campaign) -> Iterator[Note]:
    """One note an activity: where one session is of another month, others may be."""
    for activity in campaign.activities:
        found = [each for each in activity.sessions if leaves(each.when.date, campaign.window)]
        if found and not (activity.when is not None and leaves(activity.when.date, campaign.window)):
            first, more = found[0].when.date, len(found) - 1
            yield Note(
                found[0].mark,
                "outside-window",
                f"“{activity.title.text}”有 {len(found)} 场超出活动时间（{campaign.window.text}），如 {first.text}",
                f"{some(len(found), 'session', 'sessions')} of {called(activity)} "
                f"{'is' if not more else 'are'} beyond the campaign’s period ({in_english(campaign.window)}), such as {in_english(first)}",
            )


def sessions_twice(campaign: Campaign) -> Iterator[Note]:
    """A session that stands twice, most likely a row that was copied."""
    for activity in campaign.activities:
        seen: set[tuple[str, ...]] = set()
        for session in activity.sessions:
            words = (each.text if each else "" for each in (session.title, session.place, session.address, session.note))
            hosts = (body.id for body in session.host.organisations)
            key = (str(session.when.date.slots or session.when.date.text), *words, session.area or "", *hosts)
            if key in seen:
                yield Note(
                    session.mark,
                    "session-twice",
                    f"“{activity.title.text}”的这一场（{session.when.date.text}）前面已经有了；多写的请删去，确是两场的请写各自的题目（title）",
                    f"this session of {called(activity)} ({in_english(session.when.date)}) is already listed; delete it, or give "
                    "each its own title",
                )
            seen.add(key)


def _note_of(record: Phase | Activity, mark: Mark, code: str, zh: str, en: str) -> Note:
    """A note that begins with what a phase or an activity is called."""
    name = record.name if isinstance(record, Phase) else record.title
    return Note(mark, code, f"“{name.text}”{zh}", f"{called(record)} {en}")


def without_an_end(campaign: Campaign) -> Iterator[Note]:
    for activity in campaign.activities:
        if activity.when is not None and activity.when.date.kind == "from":
            zh = f"只写明开始时间（{activity.when.date.text}），没有结束时间"
            en = f"has a beginning ({in_english(activity.when.date)}) and no end"
            yield _note_of(activity, activity.when.mark, "no-end", zh, en)


def activities_without_a_time(campaign: Campaign) -> Iterator[Note]:
    undated = [a for a in campaign.activities if a.when is None and not a.occasions.items and not a.has_times]
    if undated:
        zh, en = _which(undated)
        en = f"{some(len(undated), 'activity has', 'activities have')} no time ({en})"
        yield Note(undated[0].mark, "no-time", f"{len(undated)} 项活动没有写明时间（{zh}）", en)


_MOST_NAMED = 5


def _which(activities: list[Activity]) -> tuple[str, str]:
    """Activities by their numbers, without any the first of them by their titles."""
    runs = _runs(a.number for a in activities if a.number)
    if not runs:
        titles, more = [f"“{a.title.text}”" for a in activities[:_MOST_NAMED]], len(activities) > _MOST_NAMED
        return "、".join(titles) + ("等" if more else ""), ", ".join(titles) + (" and others" if more else "")
    zh = "、".join(f"{first} 至 {last}" if last > first else f"{first}" for first, last in runs)
    en = ", ".join(f"{first} to {last}" if last > first else f"{first}" for first, last in runs)
    return f"第 {zh} 项", f"{'number' if len(activities) == 1 else 'numbers'} {en}"


def _runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """First and last of each unbroken run of numbers."""
    runs: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return runs


def taking_part_without_issuing(campaign: Campaign) -> Iterator[Note]:
    """Bodies among which the work is divided; that others hold or organise an opening is usual."""
    divided = (body for a in campaign.activities for body in (*a.lead.organisations, *a.support.organisations))
    issuers = campaign.document.issuers.organisations
    others = _missing((*campaign.hosting.hosts.organisations, *divided), issuers) if issuers else ()
    if others:
        zh, en = _names(others)
        yield Note(
            campaign.document.mark,
            "not-an-issuer",
            f"举办、牵头或分担工作，没有参加发文的单位：{zh}",
            f"organisations that host, lead or share the work but did not issue the notice: {en}",
        )


def signed_without_issuing(campaign: Campaign) -> Iterator[Note]:
    document = campaign.document
    others = _missing(document.signatories.organisations, document.issuers.organisations)
    if others and document.issuers:
        zh, en = _names(others)
        yield Note(
            document.mark,
            "signatory-not-issuer",
            f"有落款但不在发文机关之列：{zh}",
            f"organisations that signed but are not among the issuers: {en}",
        )


def signatures_missing(campaign: Campaign) -> Iterator[Note]:
    document = campaign.document
    unsigned = _missing(document.issuers.organisations, document.signatories.organisations)
    if document.signatories_missing is not None:
        seen = len(document.signatories.mentions)
        zh = f"所据文本落款不全，只见 {seen} 家"
        en = f"the copy is incomplete: {some(seen, 'signature is', 'signatures are')} visible"
        yield Note(document.mark, "copy-incomplete", zh, en)
    elif unsigned and document.signatories:
        zh, en = _names(unsigned)
        yield Note(document.mark, "issuer-not-signing", f"发文机关中没有落款的：{zh}", f"issuers without a signature: {en}")


def without_a_contact(campaign: Campaign) -> Iterator[Note]:
    if campaign.contacts is None:
        # Whether the notice names none, or the file is kept out of this copy, cannot be told here.
        zh, en = "没有列出联系人", "no contacts are listed"
        yield Note(campaign.mark, "no-contacts", zh, en)
        return
    listed = [contact.body.organisation for contact in campaign.contacts.contacts]
    if others := _missing(_taking_part(campaign), listed):
        mark = campaign.hosting.mark if campaign.hosting.mark.file else campaign.mark
        zh, en = _names(others)
        yield Note(mark, "no-contact", f"参与活动但没有联系方式：{zh}", f"organisations that take part but have no contact: {en}")


def contact_without_a_part(campaign: Campaign) -> Iterator[Note]:
    deadlines = (*campaign.deadlines, *(each for activity in campaign.activities for each in activity.due))
    taking_part = {body.id for body in (*_taking_part(campaign), *campaign.addressees(deadlines))}
    for mention in (contact.body for contact in campaign.lines):
        if mention.organisation.id not in taking_part:
            name = mention.printed
            zh = f"{name}有联系方式，但方案没有写它参与什么"
            yield Note(mention.mark, "contact-only", zh, f"{name} has a contact, but the plan does not say what it takes part in")


def printed_counts_that_differ(campaign: Campaign) -> Iterator[Note]:
    hosting = campaign.hosting
    listed = len(hosting.hosts.mentions)
    if hosting.printed_count is not None and hosting.printed_count != listed:
        zh = f"原文写 {hosting.printed_count} 家单位举办，所列为 {listed} 家"
        en = f"the notice says {some(hosting.printed_count, 'host')}, the list has {listed}"
        yield Note(hosting.mark, "count-differs", zh, en)
    for activity in campaign.activities:
        for part in activity.parts:
            found = len(part.tracks.items)
            if part.tracks_printed is not None and part.tracks_printed != found:
                zh = f"“{part.name.text}”原文写 {part.tracks_printed} 个赛项，所列为 {found} 个"
                en = f"the notice says {some(part.tracks_printed, 'track')}, the list has {found} ({called(activity)})"
                yield Note(activity.mark, "count-differs", zh, en)


def theme_spelt_differently(campaign: Campaign) -> Iterator[Note]:
    spellings = list(dict.fromkeys(campaign.theme.printed))
    if len(spellings) > 1:
        quoted = [f"“{spelling}”" for spelling in spellings]
        zh = f"主题有 {len(spellings)} 种写法：{'、'.join(quoted)}"
        en = f"the theme is printed in {len(spellings)} ways: {', '.join(quoted)}"
        yield Note(campaign.mark, "theme-spellings", zh, en)


_IMAGE = re.compile(r"(?<!\\)!\[[^\]\n]{0,300}\][(\[]")


def _texts(campaign: Campaign) -> Iterator[tuple[Words, Mark]]:
    """What is written in Markdown."""
    yield campaign.aims, campaign.mark
    for requirement in campaign.requirements:
        yield requirement.text, requirement.mark
    for activity in campaign.activities:
        yield activity.description, activity.mark
        if activity.results is not None:
            yield activity.results.text, activity.mark


_COMMENT = re.compile(r"^[ \t]*#(?!#)[ \t]*(?P<words>[^\s#][^#\n]*)$", re.MULTILINE)


def comments_in_texts(campaign: Campaign) -> Iterator[Note]:
    """A line with one # in Markdown: it is published as a heading, and may be meant for editors alone."""
    for words, mark in _texts(campaign):
        for found in _COMMENT.finditer(words.text):
            line = f"# {found['words'][:40]}"
            yield Note(
                mark,
                "comment-in-text",
                f"{words.context} 的正文里“{line}”会作为小标题公布；要作注释，请移到正文外面单独一行，要作小标题，请写两个 #",
                f"“{line}” within {words.context} is published as a heading; move it out of the text if it is a comment, "
                "and write ## if it is a heading",
            )


def parts_of_another_year(plan: Plan) -> Iterator[Note]:
    years = {campaign.id: campaign.year for campaign in plan.campaigns}
    for campaign in plan.campaigns:
        year = years.get(campaign.part_of or "", campaign.year)
        if year != campaign.year:
            yield Note(
                campaign.mark,
                "part-of-year",
                f"part_of 的“{campaign.part_of}”是 {year} 年的，这个方案是 {campaign.year} 年的；请核对是否忘了改",
                f"“{campaign.part_of}” in part_of is of {year}, but this plan is of {campaign.year}; "
                "check whether you forgot to change it",
            )


def bodies_in_both(plan: Plan) -> Iterator[Note]:
    """A body of a part's register that stands in the wider one, too: readers would find it twice, each with half of its activities."""
    regions = {campaign.region.id: campaign.region for campaign in plan.campaigns if campaign.region.wider}
    for region in regions.values():
        for body in region.organisations:
            if region.wider and (same := region.wider.find(body.name.text)):
                yield Note(
                    body.mark,
                    "body-in-both",
                    f"“{body.name.text}”在上级的名册里也有（{same.id}），网站会当成两个单位；请从本级的名册删去，方案里照样可以写它",
                    f"“{body.name.text}” is also in the register of the larger region ({same.id}), so the site takes them for two bodies; "
                    "delete it here, plans can still name it",
                )


def images_in_texts(campaign: Campaign) -> Iterator[Note]:
    """Pictures in Markdown, which no page shows. For the editor alone: the document has no part in it."""
    for words, mark in _texts(campaign):
        if found := _IMAGE.search(words.text):
            shown = found[0][:-1]
            yield Note(
                mark,
                "no-images",
                f"{words.context} 里的图片“{shown}”不会显示；请删去，要让人看的写进 links",
                f"the image “{shown}” in {words.context} is not shown; delete it, and put what readers should see "
                "into links",
            )


def off_without_an_update(campaign: Campaign) -> Iterator[Note]:
    """Readers see that it is off, and neither since when nor why; feeds and calendars tell of a change by its day."""
    for activity in campaign.activities:
        if activity.status and not activity.updates:
            word, off = ("取消", "cancelled") if activity.status == "cancelled" else ("延期", "postponed")
            en = f"is {off}, but nothing says when and why; add an entry to updates"
            yield _note_of(activity, activity.mark, "off-without-update", f"写了{word}，没有写哪天宣布、为什么；请在 updates 里添一条", en)


LARGE = 10 * 1024**2
"""More bytes than somebody should load on a phone."""


def large_attachments(campaign: Campaign) -> Iterator[Note]:
    listed = (campaign.attachments, *(activity.attachments for activity in campaign.activities))
    for each in (each for offered in listed for each in offered if each.size > LARGE):
        size = file_kinds.in_words(each.size)
        yield Note(
            each.mark,
            "large-attachment",
            f"附件“{each.file}”有 {size}，用手机打开很慢；请压缩图片，或者拆成几个文件",
            f"the attachment “{each.file}” has {size}, which is slow on a phone; compress its pictures, or split it",
        )


def _numbers(campaign: Campaign) -> Iterator[tuple[str | None, Mark]]:
    if campaign.helpline:
        yield campaign.helpline.phone, campaign.mark
    for activity in campaign.activities:
        records: tuple[Activity | Session, ...] = (activity, *activity.sessions)
        yield from ((each.booking.phone, each.mark) for each in records if each.booking)
    for contact in campaign.lines:
        yield from ((number, contact.mark) for number in (*(each.number for each in contact.numbers), contact.fax))


def numbers_without_an_area_code(campaign: Campaign) -> Iterator[Note]:
    """Each such number once, where it stands first."""
    found: dict[str, Mark] = {}
    for number, mark in _numbers(campaign):
        if number and phones.has_no_area_code(number):
            found.setdefault(number, mark)
    for number, mark in found.items():
        yield Note(
            mark,
            "no-area-code",
            f"“{number}”没有区号，外地打不通；请连区号一起写，如 0791-88912762",
            f"“{number}” has no area code and cannot be reached from elsewhere; add the code, as in 0791-88912762",
        )


def numbers_twice(campaign: Campaign) -> Iterator[Note]:
    """A number that a contact has twice, as for two persons, stands on every page twice."""
    for contact in campaign.lines:
        counted = Counter((each.dial, each.ext) for each in contact.numbers)
        for number in {each.dial: each.number for each in contact.numbers if counted[each.dial, each.ext] > 1}.values():
            yield Note(
                contact.mark,
                "number-twice",
                f"“{number}”写了两次，页面上会并排出现；请只写一次，几个人合用的写成 person: 甲、乙",
                f"“{number}” is there twice and will stand on pages twice; write it once, and several persons as person: A, B",
            )


NOTES: tuple[Rule, ...] = (
    issued_after_the_start,
    report_due_before_the_end,
    dates_corrected,
    text_corrected,
    theme_spelt_differently,
    outside_the_window,
    sessions_outside_the_window,
    without_an_end,
    activities_without_a_time,
    activities_without_a_lead,
    bodies_without_names,
    taking_part_without_issuing,
    signed_without_issuing,
    signatures_missing,
    without_a_contact,
    contact_without_a_part,
    printed_counts_that_differ,
)
