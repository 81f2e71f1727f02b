"""Which way words run, by their language."""

from __future__ import annotations

from functools import cache

_LANGUAGES = frozenset(("ar", "ckb", "dv", "fa", "he", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi"))
"""Languages that are written from right to left where their tag names no script; as CLDR has them."""
_SCRIPTS = frozenset(("Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"))


@cache
def runs_leftwards(lang: str) -> bool:
    """Return whether the words of a language (BCP 47) run from right to left.

    >>> [runs_leftwards(lang) for lang in ("ar-SA", "ru-RU", "kk-Arab", "ug-Latn")]
    [True, False, True, False]
    """
    language, *others = lang.split("-")
    scripts = [each.title() for each in others if len(each) == 4 and each.isalpha()]  # noqa: PLR2004 - ISO 15924
    return scripts[0] in _SCRIPTS if scripts else language in _LANGUAGES
