"""The named styles of a Word file, found by role and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from immutabledict import immutabledict
from lxml.etree import _Element as Element

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.office.word.roles import OPTIONAL, ROLES
from cieprep_docs.office.xml import plain_xml, qualified, read_xml

_VAL = qualified("w:val")
_DEFAULT_SIZE = 10.0
"""Points; what Word takes where no style says a size."""


_MARKS = {"list bullet": ", with bullets added", "list number": ", with numbers added"}


@dataclass(frozen=True, slots=True)
class Style:
    """One named style: what the writer needs to know of it."""

    id: str
    name: str
    size: float
    """Points, of its text."""
    list: str = ""
    """The numbering instance (``w:numId``) that its paragraphs belong to."""
    left: int = 0
    """Twips that its first line begins behind the margin."""
    hanging: int = 0
    """Twips that its first line begins before the others."""
    right: int = 0
    """Twips that its lines end before the margin."""
    before: int = 0
    """Twips above it."""
    keeps: bool = False
    """Whether its paragraphs stay on the page of what follows them."""
    padded: bool = False
    """Whether words of a table keep off the lines above and below them."""
    end_tab: bool = False
    """Whether a right tab lets the end of its line stand at the margin."""
    frame: str = ""
    """Its ``w:framePr`` as XML: a place on the page. LibreOffice heeds it only on the paragraph itself."""


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """The styles of a file by kind (``paragraph``, ``character``, ``table``) and small-letter name."""

    styles: Mapping[tuple[str, str], Style]
    normal: Style
    """What paragraphs take that name no style."""
    _found: dict[tuple[str, str, str, str], Style | None] = field(default_factory=dict, compare=False, repr=False)
    """What was asked for before; a long table asks for the same few styles thousands of times."""

    def find(self, kind: str, role: str, lang: str = "", manner: str = "") -> Style | None:
        """Return the style that serves a role for words of `lang` (BCP 47), None where the file has none.

        `manner` is the end of the names of styles for documents in several languages, for example ``column``; where
        the file has none for ``narrow column``, one for ``column`` serves.
        """
        asked = (kind, role, lang, manner)
        if asked not in self._found:
            self._found[asked] = next(self._candidates(*asked), None)
        return self._found[asked]

    def _candidates(self, kind: str, role: str, lang: str, manner: str) -> Iterator[Style]:
        key = lang.partition("-")[0]
        for name in ROLES[kind].get(role, (role.replace("-", " "),)):
            own = [f" {each}" for each in (manner, manner.partition(" ")[2]) if each]
            for variant in (name + each for end in (*own, "") for each in (f"{end} {key}", end)):
                found = self.styles.get((kind, variant.casefold()))
                if found:
                    yield found

    def missing(self, file: str) -> tuple[Diagnostic, ...]:
        """Return a warning for each role whose own style is not in the file, with the one used instead."""
        return tuple(
            _missing(kind, role, names[0], self.find(kind, role), file)
            for kind, roles in ROLES.items()
            for role, names in roles.items()
            if (kind, names[0].casefold()) not in self.styles and role not in OPTIONAL
        )


def read_stylesheet(data: bytes) -> Stylesheet:
    """Return the styles of ``word/styles.xml``."""
    root = read_xml(data, "word/styles.xml")
    by_id = {each.get(qualified("w:styleId"), ""): each for each in root.iter(qualified("w:style"))}
    default = _size_in(root.find(_path("w:docDefaults", "w:rPrDefault"))) or _DEFAULT_SIZE
    styles = {
        (each.get(qualified("w:type"), ""), _value(each, "w:name").casefold()): _read_style(key, by_id, default)
        for key, each in by_id.items()
    }
    normal = next(
        (key for key, each in by_id.items() if each.get(qualified("w:default")) and _is_paragraph(each)), "Normal"
    )
    return Stylesheet(immutabledict(styles), _read_style(normal, by_id, default))


def _read_style(key: str, by_id: Mapping[str, Element], default: float) -> Style:
    chain = list(_ancestry(key, by_id))
    return Style(
        id=key,
        name=_value(chain[0], "w:name") if chain else "",
        size=next(filter(None, map(_size_in, chain)), default),
        list=next(filter(None, map(_list_of, chain)), ""),
        left=_indent_of(chain, "left") - _indent_of(chain, "hanging"),
        hanging=_indent_of(chain, "hanging"),
        right=_indent_of(chain, "right"),
        before=_space_above(chain),
        keeps=_stays(chain),
        padded=_is_padded(chain),
        end_tab=any(map(_has_end_tab, chain)),
        frame=next(filter(None, map(_frame_of, chain)), ""),
    )


def _ancestry(key: str, by_id: Mapping[str, Element]) -> Iterator[Element]:
    """Yield a style and those it is based on; a ring of styles ends where it closes."""
    seen: set[str] = set()
    while key in by_id and key not in seen:
        seen.add(key)
        yield by_id[key]
        key = _value(by_id[key], "w:basedOn")


def _size_in(element: Element | None) -> float | None:
    size = None if element is None else element.find(_path("w:rPr", "w:sz"))
    return None if size is None else float(size.get(_VAL, "20")) / 2


def _list_of(style: Element) -> str:
    number = style.find(_path("w:pPr", "w:numPr", "w:numId"))
    return "" if number is None else number.get(_VAL, "")


def _indent_of(chain: Iterable[Element], side: str) -> int:
    """Return the indent that the nearest style says, in twips."""
    indents = (style.find(_path("w:pPr", "w:ind")) for style in chain)
    said = (None if each is None else each.get(qualified(f"w:{side}")) for each in indents)
    return int(next(filter(None, said), "0"))


def _space_above(chain: Iterable[Element]) -> int:
    """Return the space that the nearest style says, in twips."""
    gaps = (style.find(_path("w:pPr", "w:spacing")) for style in chain)
    said = (None if each is None else each.get(qualified("w:before")) for each in gaps)
    return int(next(filter(None, said), "0"))


def _stays(chain: Iterable[Element]) -> bool:
    """Return whether the nearest style that speaks of it keeps a paragraph with the next one."""
    said = (style.find(_path("w:pPr", "w:keepNext")) for style in chain)
    found = next((each for each in said if each is not None), None)
    return found is not None and found.get(_VAL, "1") not in {"0", "false", "off"}


def _is_padded(chain: Iterable[Element]) -> bool:
    """Return whether the nearest table style that speaks of it leaves room above the words of a cell."""
    said = (style.find(_path("w:tblPr", "w:tblCellMar", "w:top")) for style in chain)
    return int(next((each.get(qualified("w:w"), "0") for each in said if each is not None), "0")) > 0


def _has_end_tab(style: Element) -> bool:
    return any(tab.get(_VAL) in {"right", "end"} for tab in style.iterfind(_path("w:pPr", "w:tabs", "w:tab")))


def _frame_of(style: Element) -> str:
    found = style.find(_path("w:pPr", "w:framePr"))
    return "" if found is None else plain_xml(found)


def _is_paragraph(style: Element) -> bool:
    return style.get(qualified("w:type")) == "paragraph"


def _value(element: Element, child: str) -> str:
    found = element.find(qualified(child))
    return "" if found is None else found.get(_VAL, "")


def _path(*names: str) -> str:
    return "/".join(qualified(name) for name in names)


def _missing(kind: str, role: str, name: str, instead: Style | None, file: str) -> Diagnostic:
    message = f"no {kind} style “{name}” for {role}"
    used = f"“{instead.name}” is used instead" if instead else "the default style is used instead"
    marks = "" if instead and instead.list else _MARKS.get(role, "")
    return Diagnostic("OFF060", message, Location(file), used + marks, "warning")
