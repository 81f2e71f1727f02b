"""What a language file says of names: of people, countries, cases and order. Part of ``facts.Facts``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict

from cieprep_docs.language.patterns import reads
from cieprep_docs.model.text import Case

PersonForm = Literal["running", "list", "badge", "signature", "initials", "addressee", "formal"]
"""Running text, a list of participants, a badge, under a document, shortened in running text, the head of a letter
(«Борисовой Н.А.»), and with an honorific."""

NamePattern = Annotated[
    str, AfterValidator(reads("name", "family", "capitals", "given", "patronymic", "g", "p", "honorific"))
]
"""``{family}``, ``{capitals}`` (the family name in capitals), ``{given}``, ``{patronymic}``, ``{g}`` and ``{p}``
(initials with a stop). In the form ``formal``: ``{name}``, which is the running form, and ``{honorific}``."""

Forms = dict[PersonForm, NamePattern]

_CHINESE: Forms = {"running": "%(family)s %(given)s"}


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class People(_Table):
    """How names of people read: by ``forms``, or by the table of the tradition where the name comes from.

    A form that is left out reads as ``running``; ``formal`` stands in ``forms`` for all. Without a table of their own
    Chinese names keep the family name first.
    """

    forms: Forms = {}
    chinese: Forms = {}
    """Chinese names, whose family name comes first in every language."""
    russian: Forms = {}
    western: Forms = {}
    honorifics: dict[Literal["male", "female"], str] = {}
    """What ``{honorific}`` is where the person has none given."""

    def pattern(self, tradition: Literal["chinese", "russian", "western"], form: PersonForm) -> str:
        """Return the pattern by which a name of that tradition reads in a form."""
        if form == "formal":
            return self.forms.get(form, "%(honorific)s %(name)s")
        others = _CHINESE if tradition == "chinese" else self.forms
        table: Forms = getattr(self, tradition) or others
        return table.get(form) or table.get("running", "%(given)s %(family)s")


class Country(_Table):
    """What a country is called. What is left out is CLDR's short name."""

    short: str = ""
    full: str = ""
    """The official name, with the article where running text needs one."""
    adjective: str = ""
    """The last part of a pair of countries, without its ending: ``китайск``."""
    combining: str = ""
    """The first part of a pair of countries: ``российско``, ``中``."""
    cases: dict[Case, str] = {}
    """Oblique forms of the short name."""
    full_cases: dict[Case, str] = {}


class Precedence(_Table):
    """How several countries stand together."""

    home: str = ""
    """The country whose copy a document in this language is, where nothing else is said: its name comes first."""
    pair: str = "–"
    """What joins the countries of an adjective: ``中俄``, ``российско-китайский``, ``China–Russia``."""
    endings: dict[Literal["m", "f", "n", "pl"], str] = {}
    """Endings of the last adjective by gender and number."""


class Order(_Table):
    """The alphabet of lists."""

    collation: Literal["alphabet", "pinyin", "strokes"] = "alphabet"
    """How names of equal rank stand."""
    alphabet: str = ""
    """The letters in order, small; letters that are not in it lose their marks, then follow in Unicode order."""


class CaseFacts(_Table):
    """How oblique cases are made where none is given."""

    rule: Literal["", "russian"] = ""
    """Empty: the language has no cases, and a name asked for in one reads as it is unless a form is given."""
