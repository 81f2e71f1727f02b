"""Russian typography (GOST 7.32, R 7.0.97; Milchin): what a typist leaves and an editor would mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cieprep_docs.catalogs.checks.subject import Found, Subject

_PAIRED = re.compile(r'["“]([^"“”„]*)["”]')
_DASH = re.compile(r"(?<=[\w»)\ue000])[ \xa0]+(?:-|--)[ \xa0]+(?=[^\W\d]|[«(\ue000])|(?<=[^\W\d_])—(?=[^\W\d_])|--")
_NO_BREAK = re.compile(r"(?<=\d) (?=(?:гг?\.|%|млн\b|млрд\b|тыс\.|руб\.|кг\b|км\b))|(?<=№) |(?<=\b[А-ЯЁ]\.) (?=[А-ЯЁ])")


def check_quotes(subject: Subject) -> Iterator[Found]:
    """CAT210: quotation marks are «…», inside them „…“."""
    bare = subject.bare
    if '"' in bare or "”" in bare or ("“" in bare and "„" not in bare):
        fixed = subject.put_back(_PAIRED.sub(r"«\1»", bare))
        yield Found("CAT210", "has quotation marks of another language", "«…», inside them „…“", fixed)


def check_dash(subject: Subject) -> Iterator[Found]:
    """CAT211: between words stands a spaced —."""
    if _DASH.search(subject.bare):
        hint = "a blank, —, a blank"
        yield Found("CAT211", "has no dash between words", hint, subject.put_back(_DASH.sub("\xa0— ", subject.bare)))


def check_no_break(subject: Subject) -> Iterator[Found]:
    """CAT212: what belongs together is not broken: 2020 г., № 5, А. С. Пушкин."""
    if _NO_BREAK.search(subject.bare):
        fixed = subject.put_back(_NO_BREAK.sub("\xa0", subject.bare))
        yield Found("CAT212", "has a blank that may break where it must not", "a no-break space", fixed)
