"""Placeholders ``{{ event.title }}`` in a house style's own words: on its cover, in its headers and footers.

Office programs split what was typed over several runs, for example after each correction; a placeholder is found all
the same and takes the looks of the run in which it begins.
"""

from __future__ import annotations

import copy
import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from immutabledict import immutabledict
from lxml import etree
from lxml.etree import _Element as Element

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.office.xml import plain_xml

NAMES = (
    "event.title",
    "event.short-title",
    "event.series",
    "event.when",
    "event.cities",
    "short-title",
    "delegation",
    "copy",
    "page",
    "issued",
    "issuer",
    "docket",
    "addressee",
    "attachments",
    "post",
    "signatory",
    "seal",
    "copies",
    "executor",
)
"""What every document can say; what it has no words for stays empty. Build-time fields and labels join them."""
REQUISITES = NAMES[NAMES.index("issuer") :]
"""Fields that a report shows as blocks of an official paper, whether or not its house style has placeholders."""
_OF_ALL = tuple(name for name in NAMES if name not in REQUISITES)

_FIELD = re.compile(r"\{\{(.*?)\}\}")
_SLOT = re.compile("\ue000(\\d+)\ue001")


def label_of(name: str) -> str:
    """Return the label of the document that fills a placeholder: ``event-title`` for ``event.title``."""
    return re.sub("[._]", "-", name)


@dataclass(frozen=True, slots=True)
class Slot:
    """A placeholder, and how the run was set in which it stood."""

    name: str
    look: str = ""
    """The children of the run's properties as XML."""
    traits: Mapping[str, str] = immutabledict()
    """The attributes of the run's properties: where slides have size and weight."""


@dataclass(frozen=True, slots=True)
class FieldedPart:
    """XML cut where placeholders stand, to be filled for each document."""

    name: str
    """For example ``word/header2.xml``."""
    pieces: tuple[str | Slot, ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The placeholders in the order of the part."""
        return tuple(each for each in self.pieces if isinstance(each, Slot))

    def fill(self, runs_of: Callable[[Slot], str]) -> str:
        """Return the part with each placeholder replaced by the runs given for it."""
        return "".join(each if isinstance(each, str) else runs_of(each) for each in self.pieces)


def read_fielded_part(name: str, roots: Sequence[Element], head: str = "") -> FieldedPart:
    """Return elements as one text of XML behind `head`, cut at their placeholders; the elements are changed."""
    slots: list[Slot] = []
    for root in roots:
        for paragraph in list(root.iter("{*}p")):
            _isolate(paragraph, slots)
    xml = head + "".join(etree.tostring(root, encoding="unicode", with_tail=False) for root in roots)
    pieces = (slots[int(piece)] if index % 2 else piece for index, piece in enumerate(_SLOT.split(xml)))
    return FieldedPart(name, tuple(pieces))


def unknown_fields(parts: Iterable[FieldedPart], labels: Collection[str] = ()) -> Iterator[Diagnostic]:
    """Yield an error for each placeholder that neither every document nor this one has words for."""
    known = {*NAMES, *labels}
    fillers = {label_of(name) for name in known}
    for part in parts:
        for slot in part.slots:
            if label_of(slot.name) not in fillers:
                yield _unknown(slot.name, part.name, sorted(known))


def fields_to_give(parts: Iterable[FieldedPart]) -> tuple[str, ...]:
    """Return the placeholders that only the build has words for; one that looks like a slip of the pen is none."""
    fillers = {label_of(name) for name in NAMES}
    names = dict.fromkeys(slot.name for part in parts for slot in part.slots)
    return tuple(
        name for name in names if label_of(name) not in fillers and not difflib.get_close_matches(name, NAMES, 1)
    )


def unused_fields(parts: Iterable[FieldedPart], fields: Iterable[str]) -> Iterator[Diagnostic]:
    """Yield a warning for each given field that no placeholder shows, and that is no requisite of an official paper."""
    shown = {slot.name for part in parts for slot in part.slots}
    labels = {label_of(name) for name in shown}
    given = tuple(fields)
    if any(name in REQUISITES for name in given):
        labels |= {"issued", *REQUISITES}
    for name in given:
        if label_of(name) not in labels:
            hint = f"it has {', '.join(sorted(shown))}" if shown else "it has no placeholders"
            message = f"the house style shows no {{{{ {name} }}}}"
            yield Diagnostic("STY019", message, hint=hint, severity="warning")


def _unknown(name: str, part: str, known: Sequence[str]) -> Diagnostic:
    close = difflib.get_close_matches(name, known, 1)
    given = f"give its words with --field {name}=WORDS; every document knows {', '.join(_OF_ALL)}"
    hint = f"did you mean {{{{ {close[0]} }}}}?" if close else given
    return Diagnostic("STY001", f"nothing is called {{{{ {name} }}}}", Location(part), hint)


def _isolate(paragraph: Element, slots: list[Slot]) -> None:
    """Replace the placeholders of a paragraph by marks between its runs, the last first so that places hold."""
    texts = [text for run in _runs_of(paragraph) for text in run.iterchildren("{*}t")]
    found = list(_FIELD.finditer("".join(text.text or "" for text in texts)))
    for each in reversed(found):
        run = _cut(texts, *each.span())
        slots.append(Slot(each[1].strip(), _look_of(run), _traits_of(run)))
        run.tail = f"\ue000{len(slots) - 1}\ue001{run.tail or ''}"
    if found:
        _drop_empty(list(_runs_of(paragraph)))


def _runs_of(paragraph: Element) -> Iterator[Element]:
    """Yield the runs of a paragraph, without those of text boxes in it, which have paragraphs of their own."""
    for run in paragraph.iter("{*}r"):
        if next(run.iterancestors("{*}p")) is paragraph:
            yield run


def _cut(texts: Sequence[Element], start: int, end: int) -> Element:
    """Take the characters from `start` to `end` out of texts and return the run before the gap."""
    begin = 0
    touched: list[tuple[Element, str, str]] = []
    for text in texts:
        words = text.text or ""
        if begin < end and begin + len(words) > start:
            touched.append((text, words[: max(start - begin, 0)], words[max(end - begin, 0) :]))
        begin += len(words)
    (first, before, after), *others = touched
    run = _split(first, before, after)
    for text, _, rest in others:
        _say(text, rest)
    return run


def _split(text: Element, before: str, after: str) -> Element:
    """Return the run that ends with `before`; what followed in it stands in a run of its own behind."""
    run = text.getparent()
    if run is None:
        message = "a text stands in no run"
        raise TypeError(message)
    place = run.index(text)
    behind = copy.deepcopy(run)
    del run[place + 1 :]
    del behind[(1 if _properties(behind) is not None else 0) : place]
    _say(text, before)
    _say(next(behind.iterchildren("{*}t")), after)
    behind.tail, run.tail = run.tail, None
    run.addnext(behind)
    return run


def _drop_empty(runs: Sequence[Element]) -> None:
    """Remove runs that say nothing any more; marks behind them stay."""
    for run in runs:
        parent, before = run.getparent(), run.getprevious()
        if parent is None or any(child.text or not child.tag.endswith("}t") for child in _content_of(run)):
            continue
        if before is None:
            parent.text = (parent.text or "") + (run.tail or "")
        else:
            before.tail = (before.tail or "") + (run.tail or "")
        parent.remove(run)


def _content_of(run: Element) -> list[Element]:
    return [child for child in run if child is not _properties(run)]


def _say(text: Element, words: str) -> None:
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _properties(run: Element) -> Element | None:
    return run.find("{*}rPr")


def _traits_of(run: Element) -> Mapping[str, str]:
    properties = _properties(run)
    found = () if properties is None else properties.attrib.items()
    return immutabledict({str(name): str(value) for name, value in found})


def _look_of(run: Element) -> str:
    properties = _properties(run)
    return "" if properties is None else "".join(plain_xml(child) for child in properties)
