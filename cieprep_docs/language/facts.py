"""What a language file says: the shape of ``data/<key>.toml``.

Everything that differs between languages and is no grammar of its own stands in these files: patterns, words,
joiners, marks. In them ``⍽`` is a no-break space. A language is added by such a file and a catalog.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from cieprep_docs.language.name_facts import CaseFacts, Country, Order, People, Precedence
from cieprep_docs.language.patterns import reads

_DAY = ("d", "dd", "m", "mm", "month", "month_alone", "month_in", "year", "weekday")

DayPattern = Annotated[str, AfterValidator(reads(*_DAY))]
"""``{d}`` 9, ``{dd}`` 09, ``{m}`` and ``{mm}`` 12, ``{month}`` as in a date, ``{month_alone}``, ``{month_in}`` after
a preposition (write ``{month}`` where these do not differ), ``{year}``, ``{weekday}``."""

PeriodPattern = Annotated[
    str, AfterValidator(reads("from", "to", *(f"{end}.{field}" for end in ("from", "to") for field in _DAY)))
]
"""``{from}`` and ``{to}`` are whole days in the same form; ``{from.d}``, ``{to.month}`` … their parts."""


def _check_regex(text: str) -> str:
    try:
        re.compile(text)
    except re.error as error:
        message = f"is no regular expression: {error}"
        raise ValueError(message) from error
    return text


Regex = Annotated[str, AfterValidator(_check_regex)]


def _pattern(*fields: str) -> AfterValidator:
    return AfterValidator(reads(*fields))


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True, populate_by_name=True)


class DayForms(_Table):
    """One form of a day, for as much of it as is known; what is left out reads as in the long form."""

    day: DayPattern | None = None
    month: DayPattern | None = None
    year: DayPattern | None = None


class Days(_Table):
    """How days read in each form."""

    first: str = "1"
    """``{d}`` on the first of a month, for languages that have an ordinal there."""
    long: DayForms
    weekday: DayForms = DayForms()
    table: DayForms = DayForms()
    month: DayForms = DayForms()
    short: DayForms = DayForms()
    """Without the year."""
    inside: DayForms = Field(default=DayForms(), alias="in")
    """Inside a sentence, with the preposition that the language puts before it."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if not (self.long.day and self.long.month and self.long.year):
            message = "long needs day, month and year"
            raise ValueError(message)
        return self


class PeriodForms(_Table):
    """One form of a period, by what is known of both ends and what they share; ``any`` serves all that is left out.

    What a form leaves out altogether reads as in the long form, ``{from}`` and ``{to}`` being days in the form asked
    for.
    """

    any: PeriodPattern | None = None
    days_same_month: PeriodPattern | None = None
    days_same_year: PeriodPattern | None = None
    months_same_year: PeriodPattern | None = None
    month_to_day_same_year: PeriodPattern | None = None
    day_to_month_same_year: PeriodPattern | None = None
    days: PeriodPattern | None = None
    months: PeriodPattern | None = None
    month_to_day: PeriodPattern | None = None
    day_to_month: PeriodPattern | None = None
    years: PeriodPattern | None = None


class Periods(_Table):
    """How periods read in each form. The form ``month`` is the long one without the days."""

    long: PeriodForms
    weekday: PeriodForms = PeriodForms()
    table: PeriodForms = PeriodForms()
    short: PeriodForms = PeriodForms()
    inside: PeriodForms = Field(default=PeriodForms(), alias="in")

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if not self.long.any:
            message = "long needs any"
            raise ValueError(message)
        return self


class Clock(_Table):
    """How times of day read."""

    hour: Annotated[str, _pattern("h", "hh", "mm", "h12", "half")]
    """A full hour: ``{h12} {half}`` reads 3 p.m., ``{hh}:{mm}`` reads 15:00."""
    time: Annotated[str, _pattern("h", "hh", "mm", "h12", "half")]
    halves: tuple[str, str] = ("", "")
    """Words for the hours before and after noon, for ``{half}``."""
    named: dict[str, str] = {}
    """Times that have a name of their own, by ``hh:mm``: noon, midnight."""
    range: Annotated[str, _pattern("from", "to")]


class Hours(_Table):
    """How hours read in one or several zones: ``{time}`` is a time or a range, ``{zone}`` the zone's words."""

    same_day: Annotated[str, _pattern("time", "zone", "place", "offset")]
    other_day: Annotated[str, _pattern("time", "date", "zone", "place", "offset")]
    """Where the date differs between the zones, or must be said."""
    dated: Annotated[str, _pattern("time", "date", "zone", "place", "offset")]
    """The first zone, with the whole date, where the other zones have the same one."""
    across: Annotated[str, _pattern("from", "to", "zone", "place", "offset")]
    """Hours that end on another day than they begin: both ends with their dates."""
    end: Annotated[str, _pattern("time", "date")]
    """One end of hours that cross midnight."""
    several: Annotated[str, _pattern("first", "others")]
    unnamed: Annotated[str, _pattern("offset")] = "%(offset)s"
    """The words of a zone that the language file does not name."""
    joiner: str = "; "
    line: Annotated[str, _pattern("time", "place")] = "%(time)s, %(place)s"
    """A day or a time by the clock of a place, alone on its line."""


class Zone(_Table):
    """What a time zone is called: words of the language, not of a standard."""

    name: Annotated[str, _pattern("offset")]
    """For ``{zone}``."""
    first: Annotated[str, _pattern("offset")] = ""
    """For ``{zone}`` where this zone comes first, the reader's own; ``name`` where empty."""
    place: Annotated[str, _pattern("offset")]
    """For ``{place}``, in tables."""
    short: Annotated[str, _pattern("offset")] = ""
    """For ``{place}`` where room is short; ``place`` where empty."""


class Scale(_Table):
    """A word that shortens a large number: ``1.2 million``, ``80万``."""

    value: int = Field(gt=1)
    pattern: Annotated[str, _pattern("n")]


class Numbers(_Table):
    """How numbers read."""

    decimal: str
    group: str = ""
    """Stands between groups of three digits; empty for none."""
    group_from: int = 4
    """The number of digits from which they are grouped."""
    table_group: str | None = None
    """The same in tables and charts, where it differs."""
    minus: str = "\u2212"
    scales: tuple[Scale, ...] = ()
    """Largest first; one is used where the number then has at most ``scale_decimals`` decimals."""
    scale_decimals: int = 2
    words: tuple[str, ...] = ()
    """Words for 0, 1, 2 … that running text prefers to figures."""
    percent: Annotated[str, _pattern("n")]
    percent_table: Annotated[str, _pattern("n")] | None = None
    range: Annotated[str, _pattern("from", "to")] = "%(from)s–%(to)s"
    ordinal: dict[str, Annotated[str, _pattern("n", "numeral")]]
    """By CLDR ordinal category; ``other`` serves all that are left out."""
    edition: dict[str, Annotated[str, _pattern("n", "numeral")]]
    """Which one of a series: 18th, 第十八届, 18-я."""
    edition_endings: dict[str, Annotated[str, _pattern("n", "numeral")]] = {}
    """Where the number agrees with the series, by the ending of the series' first word; ``edition`` serves the rest."""
    numeral: Literal["decimal", "han", "roman", "letters"] = "decimal"
    """The system of ``{numeral}`` and of the form ``numeral``."""
    letters: str = ""
    """The letters that number items, in order."""
    currencies: dict[str, dict[str, Annotated[str, _pattern("n")]]] = {}
    """By ISO 4217 code, then by CLDR plural category; ``other`` serves all that are left out."""


class NumberPattern(_Table):
    """A pattern for the numbers whose figures match."""

    numbers: Regex
    text: Annotated[str, _pattern("n")]


class QualifierForm(_Table):
    """How a number is qualified."""

    text: Annotated[str, _pattern("n")]
    special: tuple[NumberPattern, ...] = ()
    """The first that matches wins over ``text``, for languages whose endings hang on the number: ``500-ден астам``."""
    round: Annotated[str, _pattern("n")] | None = None
    """After a round number, where the language has another way for it: ``500多``."""
    genitive: bool = False
    """Whether the counted noun then stands in the form of the context ``unit after genitive qualifier``."""


class Quantities(_Table):
    """How counted things read."""

    qualifiers: dict[str, QualifierForm]
    space: str = " "
    """What stands for a blank between the number and what is counted."""
    measure_words: tuple[str, ...] = ()
    """Words that belong to the number, not to the noun, on a card."""
    fraction_like: int = 2
    """The whole number whose plural form fractions take."""
    genitive_fraction_like: int = 2


class SpecialList(_Table):
    """Joiners for lists of certain items."""

    items: Regex
    """What each item as a whole must match, or with ``any`` one of them: ``.* and .*``."""
    any: bool = False
    separator: str
    last: str


class Lists(_Table):
    """How lists are joined."""

    separator: str
    last: str
    pair: str | None = None
    """Between two items, where it differs from ``last``."""
    special: tuple[SpecialList, ...] = ()


class Rule(_Table):
    """A regular expression and what takes its place."""

    find: Regex
    put: str


class Typography(_Table):
    """What the typographic pass does to running text."""

    quotes: tuple[str, str, str, str]
    """Outer opening and closing, inner opening and closing marks."""
    rules: tuple[Rule, ...] = ()
    """Applied in order. They may change spaces, quotation marks and dashes, never words, and nothing when run twice."""


class Facts(_Table):
    """A language file. Its name without ``.toml`` is the key: what event files call the language."""

    base: str = ""
    """Another language file, which says all that this one leaves out: a variant has the key of its base."""
    name: str
    """What the language calls itself."""
    locale: str
    """The CLDR locale whose names of months and weekdays and plural rules are read."""
    tag: str
    """BCP 47, written into the documents."""
    direction: Literal["ltr", "rtl"] = "ltr"
    aliases: tuple[str, ...] = ()
    """Other tags that mean this language; the key and the tag always do, what is not listed is refused."""
    disguise: Literal["", "accented", "wide"] = ""
    """In a pseudo-language, how the words of templates and events come out; its catalogs are never read."""
    months_in: tuple[str, ...] = Field(default=(), max_length=12)
    """Names of the months after the preposition of the form ``in``, where CLDR has no such form."""
    days: Days
    periods: Periods
    clock: Clock
    table_clock: Clock
    hours: Hours
    table_hours: Hours
    zones: dict[str, Zone] = {}
    numbers: Numbers
    quantities: Quantities
    lists: Lists
    typography: Typography
    people: People = People()
    cases: CaseFacts = CaseFacts()
    countries: dict[str, Country] = {}
    """By ISO 3166-1 alpha-2 code."""
    precedence: Precedence = Precedence()
    order: Order = Order()
