"""What a house style decides about its charts, and the DrawingML that says it. Theme fonts and theme colours only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from cieprep_docs.office.xml import attributes, quote


@dataclass(frozen=True, slots=True)
class ChartLook:
    """Sizes and theme colours of a chart; the defaults suit a report."""

    size: float = 10
    """Points, of all words and numbers."""
    colours: tuple[str, ...] = ("accent1", "accent3", "accent5", "accent4", "accent2", "accent6")
    """Names of the theme, one for each series or slice, then once more and paler."""
    ink: str = "tx1"
    """Of words and numbers beside the shapes."""
    paper: str = "bg1"
    """Of numbers inside the shapes, and of the lines between slices."""
    rule: str = "bg2"
    """Of the line at the foot of columns."""
    latin: str = "+mn-lt"
    east_asian: str = "+mn-ea"
    gap: int = 60
    """Space between bars in percent of their width."""


def fill(colour: str) -> str:
    """Return a fill; `colour` is the name of a theme colour, ``accent1*`` is its paler form."""
    return f"<a:solidFill>{_colour(colour)}</a:solidFill>"


def line(colour: str, width: float) -> str:
    """Return a line of `width` points."""
    return f'<a:ln w="{round(width * 12700)}" cap="rnd">{fill(colour)}<a:round/></a:ln>'


def colour_at(look: ChartLook, index: int) -> str:
    """Return the colour of a series or slice."""
    paler, place = divmod(index, len(look.colours))
    return look.colours[place] + "*" * min(paler, 1)


@lru_cache(maxsize=64)
def text_properties(look: ChartLook, lang: str, colour: str) -> str:
    """Return ``c:txPr``: how the words of a part of the chart are set."""
    tags = attributes(lang=lang, sz=round(look.size * 100), b=0)
    faces = f"<a:latin typeface={quote(look.latin)}/><a:ea typeface={quote(look.east_asian)}/>"
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr{tags}>{fill(colour)}{faces}</a:defRPr></a:pPr>"
        f"<a:endParaRPr{attributes(lang=lang)}/></a:p></c:txPr>"
    )


def _colour(name: str) -> str:
    paler = '<a:lumMod val="60000"/><a:lumOff val="40000"/>' if name.endswith("*") else ""
    return f"<a:schemeClr val={quote(name.rstrip('*'))}>{paler}</a:schemeClr>"
