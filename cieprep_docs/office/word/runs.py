"""Words as Word runs: character styles, languages, links and fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from cieprep_docs.content.direction import runs_leftwards
from cieprep_docs.content.nodes import Inline, Inlines, Note, Paragraph, Run
from cieprep_docs.office.word.comments import commented
from cieprep_docs.office.word.parts import Footnote
from cieprep_docs.office.word.place import Place
from cieprep_docs.office.word.references import counted_at, mark_of_note
from cieprep_docs.office.xml import attributes, escape

# Letters that Word draws with the Latin or the Chinese font, whichever the hint says.
_EITHER = re.compile("[“”‘’—…·×–°±÷§¶′″‰※№℃]")
_FOREIGN = re.compile("([A-Za-zÀ-ɏͰ-ӿ]+)")
_VARIABLE = re.compile(r"%\((\w+)\)s")
_EMPHASIS = {"key figure": "qualifier", "table": "table emphasis", "table total": "table emphasis"}
_DIRECT = {
    "strong": "<w:b/><w:bCs/>",
    "emphasis": "<w:i/><w:iCs/>",
    "raised": '<w:vertAlign w:val="superscript"/>',
    "abbreviation": "<w:smallCaps/>",
    "lowered": '<w:vertAlign w:val="subscript"/>',
}


def write_runs(content: Inlines, place: Place) -> str:
    """Return the runs of a paragraph, neighbours with the same target in one link."""
    if len(content) == 1 and not getattr(content[0], "href", ""):
        return _write_inline(content[0], place)  # most cells and paragraphs are of this kind
    groups = groupby(content, key=lambda each: each.href if isinstance(each, Run) else "")
    return "".join(
        _linked(href, "".join(_write_inline(each, place) for each in group), place) for href, group in groups
    )


def field(instruction: str, look: str = "", result: str = "") -> str:
    """Return a field that Word works out; `look` is the inside of ``w:rPr``, `result` what stands there until then."""
    begin, end = field_around(instruction, look)
    return begin + (_run(look, text_element(result)) if result else "") + end


def field_around(instruction: str, look: str = "") -> tuple[str, str]:
    """Return what stands before and after the result of a field."""
    begin, separate, end = (_run(look, f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end"))
    code = _run(look, f'<w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText>')
    return begin + code + separate, end


def fill_label(label: Inlines, place: Place, put: Callable[[str, Run], str], look: str = "") -> str:
    """Return the runs of a label; each ``%(name)s`` in it is what `put` makes of the name and the run around it.

    `look` is the inside of a ``w:rPr`` that all of its words share.
    """
    return "".join(
        _fill_run(replace(each, href=""), place, put, look) if isinstance(each, Run) else _write_inline(each, place)
        for each in label
    )


def _fill_run(run: Run, place: Place, put: Callable[[str, Run], str], look: str) -> str:
    return "".join(
        put(piece, run) if index % 2 else _run(look + run_look(run, place), text_element(piece))
        for index, piece in enumerate(_VARIABLE.split(run.text))
        if piece
    )


def _run(look: str, inner: str) -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f"<w:r>{properties}{inner}</w:r>"


def text_element(text: str) -> str:
    """Return words as ``w:t``, tabs between them as ``w:tab``."""
    return "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\t"))


def run_look(run: Run, place: Place) -> str:
    """Return the inside of a run's ``w:rPr`` but for the hint: character style, what it leaves unsaid, language."""
    kind = (_traits_of(run), place.context, place.manner)
    found = place.parts.looks.get(kind)
    if found is None:
        found = place.parts.looks[kind] = _new_look(run, place)
    return found


_traits_of = attrgetter("lang", "mark", "raised", "href", "abbreviation", "emphasis", "strong", "lowered", "second")


def _new_look(run: Run, place: Place) -> str:
    style, direct = "", ""
    for role in _roles_of(run, place):
        found = None if style else place.style.stylesheet.find("character", role, run.lang)
        if found:
            style = f'<w:rStyle w:val="{found.id}"/>'
        else:
            direct += _DIRECT.get(role, "")
    if run.lowered:
        direct += _DIRECT["lowered"]
    return style + direct + _language(run.lang, place.document.lang)


def _linked(href: str, runs: str, place: Place) -> str:
    if not href:
        return runs
    if href[1:] in place.parts.notes:
        return _note_reference(href[1:], place)
    if href.startswith("#"):
        target = attributes(w__anchor=place.parts.bookmarks[href[1:]])
    else:
        target = attributes(r__id=place.parts.link("hyperlink", href, external=True))
    return f'<w:hyperlink{target} w:history="1">{runs}</w:hyperlink>'


def _note_reference(identity: str, place: Place) -> str:
    """Return the mark of a footnote, or a field with its number where the text has pointed to it before."""
    noted = place.parts.noted
    if identity in noted:
        return field(f"NOTEREF _Note{noted[identity]} \\h", raised_look(place), str(noted[identity]))
    mark = mark_of_note(place.document.lang, place)
    reference = _footnote_reference(Footnote(place.parts.notes[identity].blocks, place.document.lang), place)
    noted[identity] = int(mark)
    name = f'<w:bookmarkStart w:id="{place.parts.next_mark()}" w:name="_Note{mark}"/>'
    return f'{name}{reference}<w:bookmarkEnd w:id="{place.parts.marks}"/>'


def _write_note(note: Note, place: Place) -> str:
    """Return the mark of a note with its own words; Word counts those of the document's first language."""
    lang = note.lang if note.lang in place.document.other_labels else place.document.lang
    mark = mark_of_note(lang, place)
    own = "" if lang == place.document.lang else mark
    return _footnote_reference(Footnote((Paragraph(note.content),), note.lang, own), place)


def _footnote_reference(note: Footnote, place: Place) -> str:
    notes = place.parts.footnotes
    notes.append(note)
    follows = ' w:customMarkFollows="1"' if note.mark else ""
    shown = text_element(note.mark) if note.mark else ""
    return _run(raised_look(place), f'<w:footnoteReference{follows} w:id="{len(notes)}"/>{shown}')


def raised_look(place: Place) -> str:
    """Return the inside of ``w:rPr`` for the mark of a note."""
    found = place.style.stylesheet.find("character", "raised", place.document.lang)
    return f'<w:rStyle w:val="{found.id}"/>' if found else _DIRECT["raised"]


def _write_inline(inline: Inline, place: Place) -> str:
    if isinstance(inline, Note):
        return _write_note(inline, place)
    if not isinstance(inline, Run):
        return "<w:r><w:br/></w:r>"
    look = run_look(inline, place)
    if inline.counted:
        return _write_counted(inline, look, place)
    if not inline.mark and is_one_piece(inline):
        return _run(look, f'<w:t xml:space="preserve">{escape(inline.text)}</w:t>')  # most runs
    return commented(inline, "".join(_write_run(text, hint, look) for text, hint in _by_font(inline)), place)


def _write_counted(run: Run, look: str, place: Place) -> str:
    """Return the number of a table, figure or heading as a field, as words where Word would set another one."""
    found = counted_at(run.href[1:], run.lang, place)
    if found is None:
        return _run(look, text_element(run.text))
    if not found.bookmark:
        return _run(look, text_element(found.number))
    return field(f"REF {found.bookmark} {found.switches}\\h", look, found.number)


def _write_run(text: str, hint: str, look: str) -> str:
    style, end, rest = look.partition("/>") if look.startswith("<w:rStyle") else ("", "", look)
    return _run(f"{style}{end}{hint}{rest}", text_element(text))


def _by_font(run: Run) -> Iterator[tuple[str, str]]:
    """Yield the words of a run with the font hint of each piece.

    Chinese quotation marks and dashes take the Chinese font only where the run says so, and a run that says so must
    hold no Latin or Cyrillic letters: mixed words are cut.
    """
    if not (run.lang.startswith("zh") and _EITHER.search(run.text)):
        yield run.text, ""
        return
    for piece in _FOREIGN.split(run.text):
        if piece:
            yield piece, '<w:rFonts w:hint="eastAsia"/>' if _EITHER.search(piece) else ""


def is_one_piece(run: Run) -> bool:
    """Return whether the words of a run stand in one ``w:t``, without a tab or a font hint."""
    return "\t" not in run.text and not (run.lang.startswith("zh") and _EITHER.search(run.text))


def _roles_of(run: Run, place: Place) -> Iterator[str]:
    """Yield what is special about a run, the most telling first: one of them becomes its character style."""
    if run.mark:
        yield run.mark
    if run.raised:
        yield "raised"
    elif run.href:
        yield "link"
    if run.abbreviation and not run.lang.startswith("zh"):
        yield "abbreviation"
    if run.emphasis:
        yield _EMPHASIS.get(place.context.partition(" header")[0], "emphasis")
    if place.context == "fact label":
        yield "fact label"
    elif run.strong:
        yield "strong"
    elif run.second and not (run.mark or run.raised or run.href or run.emphasis or place.manner):
        yield "second"


def _language(lang: str, default: str) -> str:
    """Return the language of a run where it is not the document's own.

    Chinese is the East Asian language of every document already; a run that says so is safe against other defaults.
    """
    if runs_leftwards(lang):
        return f"<w:rtl/><w:lang{attributes(w__bidi=lang)}/>"
    if lang == default:
        return ""
    return (
        f"<w:lang{attributes(w__eastAsia=lang)}/>" if lang.startswith("zh") else f"<w:lang{attributes(w__val=lang)}/>"
    )
