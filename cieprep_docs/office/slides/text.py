"""Words on slides as DrawingML: every run with its language, every paragraph with its level."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cieprep_docs.content import nodes
from cieprep_docs.content.direction import runs_leftwards
from cieprep_docs.deck.fit import NUMBER_HANG, is_bold, margin_of, run_size
from cieprep_docs.deck.layouts import Field
from cieprep_docs.deck.slides import Para
from cieprep_docs.office.xml import attributes, escape

Link = Callable[[str], str]
"""Address → ``a:hlinkClick``, or nothing where it leads nowhere."""

# Words that nobody has translated yet: dark on the theme's second accent made pale, so readable on any slide.
_PALE = '<a:schemeClr val="accent2"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr>'
_UNTRANSLATED = f'<a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:highlight>{_PALE}</a:highlight>'
_EMU = 12700
# Sides are those of the slide, whichever way its words run.
_MIRRORED = {None: "r", "r": "l", "ctr": "ctr"}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is written: its field, its scale, the lead between paragraphs, where links lead."""

    field: Field
    link: Link
    scale: float = 1.0
    lead: float = 0.0
    align: str | None = None
    """``ctr`` or ``r`` where the paragraphs are not set as the field sets them."""
    sized: bool = False
    """State sizes and weight although the scale is 1, and no level: table cells inherit none of them."""


def write_paragraphs(paras: Sequence[Para], lang: str, setting: Setting) -> str:
    """Return ``a:p`` for each paragraph; an empty one where there is none, as the schema asks."""
    if not paras:
        return f"<a:p><a:endParaRPr{_languages(lang)}/></a:p>"
    return "".join(write_paragraph(para, setting, first=index == 0) for index, para in enumerate(paras))


def write_paragraph(para: Para, setting: Setting, *, first: bool) -> str:
    """Return one ``a:p``."""
    return f"<a:p>{_properties(para, setting, first=first)}{write_inlines(para, setting)}</a:p>"


def write_inlines(para: Para, setting: Setting) -> str:
    """Return the runs and breaks of a paragraph."""
    return "".join(
        _run(each, para, setting) if isinstance(each, nodes.Run) else _break(para, setting) for each in para.content
    )


def _break(para: Para, setting: Setting) -> str:
    """Return a break of the paragraph's own size: a larger one would make its line higher."""
    if not setting.sized and setting.scale == 1:
        return "<a:br/>"
    size = round(setting.field.size(para.level, setting.scale) * 100)
    return f"<a:br><a:rPr{attributes(sz=size)}/></a:br>"


def _properties(para: Para, setting: Setting, *, first: bool) -> str:
    level = setting.field.level(para.level)
    leftwards = any(isinstance(each, nodes.Run) and runs_leftwards(each.lang) for each in para.content)
    side = _MIRRORED[setting.align] if leftwards and not level.centred else setting.align
    tags = _placing(0 if setting.sized else para.level, side, leftwards=leftwards, hangs=level.hangs)
    tags += _indents(para, setting) if level.bullet else ""
    lead = _before(level.before + setting.lead) if setting.lead and not first else ""
    marker = _marker(para) if level.bullet else ""
    return f"<a:pPr{tags}>{lead}{marker}</a:pPr>" if tags or lead or marker else ""


@lru_cache(maxsize=64)
def _placing(level: int, side: str | None, *, leftwards: bool, hangs: bool) -> str:
    """Return the attributes of a paragraph; punctuation that hangs would stand outside the room that was measured."""
    return attributes(lvl=level or None, algn=side, rtl=1 if leftwards else None, hangingPunct=0 if hangs else None)


def _indents(para: Para, setting: Setting) -> str:
    """Return the margins of a paragraph that is no bulleted item: plain, under an item, or numbered."""
    if para.marker == "bullet":
        return ""
    margin = round(margin_of(para, setting.field, setting.scale) * _EMU)
    hang = round(NUMBER_HANG * setting.field.size(para.level, setting.scale) * _EMU) if para.marker == "number" else 0
    return attributes(marL=margin, indent=-min(hang, margin))


def _marker(para: Para) -> str:
    if para.marker == "number":
        return f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod" startAt="{para.number}"/>'
    return "" if para.marker == "bullet" else "<a:buNone/>"


def _before(points: float) -> str:
    return f'<a:spcBef><a:spcPts val="{round(points * 100)}"/></a:spcBef>'


def _run(run: nodes.Run, para: Para, setting: Setting) -> str:
    fine = para.fine and run.emphasis
    size = _size(run, para, setting, fine=fine) if setting.sized or fine or run.second or setting.scale != 1 else None
    level = setting.field.level(para.level)
    bold = is_bold(run, level) and (setting.sized or not level.bold)
    traits = _traits(run.lang, size, bold=bold, slanted=run.emphasis and not fine, shift=_shift(run))
    mark = _UNTRANSLATED if run.mark == "untranslated" else ""
    link = setting.link(run.href) if run.href else ""
    return f"<a:r><a:rPr{traits}>{mark}{link}</a:rPr><a:t>{escape(run.text)}</a:t></a:r>"


def _shift(run: nodes.Run) -> int | None:
    """Return how far words are raised or lowered, in thousandths of a percent of their size."""
    return 30000 if run.raised else -25000 if run.lowered else None


def _size(run: nodes.Run, para: Para, setting: Setting, *, fine: bool) -> int:
    """Return a size in hundredths of a point."""
    return round(run_size(run, setting.field.size(para.level, setting.scale), fine=fine) * 100)


@lru_cache(maxsize=256)
def _traits(lang: str, size: int | None, *, bold: bool, slanted: bool, shift: int | None) -> str:
    """Return the attributes of a run; a deck has thousands of runs and few that differ in them."""
    return _languages(lang) + attributes(
        sz=size,
        b=1 if bold else None,
        i=1 if slanted and not lang.startswith("zh") else None,
        baseline=shift,
        dirty=0,
    )


def _languages(lang: str) -> str:
    """Return the language of a run; Chinese names a second one for the Latin letters inside."""
    return attributes(lang=lang, altLang="en-US" if lang.startswith("zh") else None)
