"""Words → markup: escaped text, set by the rules of its language, with its language and mark where they matter."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from markupsafe import Markup, escape

from cieprep_docs.language.languages import Language
from cieprep_docs.language.typography import set_typography
from cieprep_docs.language.words import Phrase, Words, join_words

_TAG = re.compile(r"<[^>]*>")


@lru_cache(maxsize=8192)
def mark_up(phrase: Phrase, language: Language) -> Markup:
    """Return the phrase as markup for a document in a language."""
    return Markup("").join(_span(words, language) for words in join_words(phrase))


def _span(words: Words, language: Language) -> Markup:
    text = escape(set_typography(words.text, words.lang, *language.folders))
    if words.lang == language.tag and not words.mark:
        return text
    tag = Markup(' lang="{}"').format(words.lang) if words.lang != language.tag else ""
    mark = Markup(' class="{}"').format(words.mark) if words.mark else ""
    return Markup("<span{}{}>{}</span>").format(tag, mark, text)


def plain_text(markup: Markup) -> str:
    """Return the words without their tags, no-break spaces kept."""
    return unescape(_TAG.sub("", markup))
