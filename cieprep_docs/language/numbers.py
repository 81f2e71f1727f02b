"""Numbers in the words of a language."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from cieprep_docs.errors import UsageError
from cieprep_docs.language.facts import Numbers
from cieprep_docs.language.forms import choose_form
from cieprep_docs.language.languages import Language
from cieprep_docs.language.numerals import say_numeral

_FORMS = {
    "": "text",
    "figure": "figure",
    "table": "table",
    "percent": "percent",
    "percent table": "percent_table",
    "ordinal": "ordinal",
    "edition": "edition",
    "numeral": "numeral",
    "roman": "roman",
    "letters": "letters",
}


@dataclass(frozen=True, slots=True)
class Shortened:
    """A number as running text writes it: figures, and the pattern of the word that shortens it (``%(n)s million``)."""

    amount: Decimal
    scale: str = ""


def say_number(language: Language, number: Decimal | int, form: str = "") -> str:
    r"""Return a number.

    Forms: ``""`` running text (80万, 1,2 млн), ``figure`` all figures, ``table``, ``percent`` (of a share: 0.15),
    ``percent table``, ``ordinal``, ``edition``, ``numeral``, ``roman`` and ``letters`` (of whole numbers).

    >>> from cieprep_docs.language.languages import load_language
    >>> [say_number(load_language(key), 1_200_000) for key in ("zh", "en", "ru")]
    ['120万', '1.2 million', '1,2\xa0млн']
    >>> say_number(load_language("zh"), 18, "edition")
    '第十八届'
    """
    return _SAY[choose_form(form, _FORMS, "a number")](language, _decimal(number))


def say_edition(language: Language, number: Decimal | int, series: str) -> str:
    """Return which one of a series it is, in agreement with the first word of the series.

    >>> from cieprep_docs.language.languages import load_language
    >>> [say_edition(load_language("ru"), 3, series) for series in ("Конференция по обмену", "Форум", "Дни науки")]
    ['3-я', '3-й', '3-е']
    """
    first = next(iter(series.split()), "")
    endings = language.facts.numbers.edition_endings
    for ending in sorted(endings, key=len, reverse=True):
        if first.endswith(ending):
            return _fill_by_ordinal(language, {"other": endings[ending]}, _whole(_decimal(number), "edition"))
    return say_number(language, number, "edition")


def shorten(numbers: Numbers, number: Decimal) -> Shortened:
    """Return the number with the largest word of the language that leaves few enough decimals."""
    for scale in numbers.scales:
        amount = number / scale.value
        if abs(amount) >= 1 and amount == round(amount, numbers.scale_decimals):
            return Shortened(amount.normalize(), scale.pattern)
    return Shortened(number)


def write_figures(numbers: Numbers, number: Decimal, group: str | None = None) -> str:
    """Return the number in figures, grouped and pointed as the language does."""
    whole, _, fraction = format(abs(number), "f").partition(".")
    group = numbers.group if group is None else group
    if group and len(whole) >= numbers.group_from:
        whole = f"{int(whole):,}".replace(",", group)
    text = f"{whole}{numbers.decimal}{fraction}" if fraction else whole
    return f"{numbers.minus}{text}" if number < 0 else text


def say_money(language: Language, amount: Decimal | int, currency: str) -> str:
    r"""Return an amount of money with the language's word for the currency (ISO 4217).

    >>> from cieprep_docs.language.languages import load_language
    >>> say_money(load_language("ru"), 1_500_000, "CNY")
    '1,5\xa0млн\xa0юаней'
    """
    currencies = language.facts.numbers.currencies
    if currency not in currencies:
        hint = f"there are {', '.join(currencies)}"
        raise UsageError.at("LNG012", f"{language.key} has no words for the currency {currency!r}", hint=hint)
    forms, number = currencies[currency], _decimal(amount)
    pattern = forms.get(language.plural_category(number), forms["other"])
    return pattern % {"n": _say_text(language, number)}


def say_span(language: Language, first: Decimal | int, last: Decimal | int) -> str:
    """Return a range of numbers: ``9–11``, ``100～150``."""
    numbers = language.facts.numbers
    return numbers.range % {"from": say_number(language, first), "to": say_number(language, last)}


def _decimal(number: Decimal | int) -> Decimal:
    if isinstance(number, bool) or not isinstance(number, Decimal | int):
        raise UsageError.at("LNG013", f"{number!r} is no Decimal and no int", hint="a float has no exact decimals")
    if not Decimal(number).is_finite():
        raise UsageError.at("LNG013", f"{number} is no finite number")
    return Decimal(number)


def _whole(number: Decimal, form: str) -> int:
    if number != int(number) or number < 1:
        raise UsageError.at("LNG013", f"only whole numbers from 1 have the form {form!r}, not {number}")
    return int(number)


def _say_text(language: Language, number: Decimal) -> str:
    numbers = language.facts.numbers
    short = shorten(numbers, number)
    figures = write_figures(numbers, short.amount)
    return short.scale % {"n": figures} if short.scale else figures


def _say_figure(language: Language, number: Decimal) -> str:
    return write_figures(language.facts.numbers, number)


def _say_table(language: Language, number: Decimal) -> str:
    return write_figures(language.facts.numbers, number, language.facts.numbers.table_group)


def _say_percent(language: Language, number: Decimal) -> str:
    return language.facts.numbers.percent % {"n": _percentage(language, number)}


def _say_percent_table(language: Language, number: Decimal) -> str:
    numbers = language.facts.numbers
    return (numbers.percent_table or numbers.percent) % {"n": _percentage(language, number)}


def _percentage(language: Language, number: Decimal) -> str:
    amount = (number * 100).normalize()
    return write_figures(language.facts.numbers, amount)


def _say_ordinal(language: Language, number: Decimal) -> str:
    return _fill_by_ordinal(language, language.facts.numbers.ordinal, _whole(number, "ordinal"))


def _say_edition(language: Language, number: Decimal) -> str:
    return _fill_by_ordinal(language, language.facts.numbers.edition, _whole(number, "edition"))


def _fill_by_ordinal(language: Language, patterns: dict[str, str], number: int) -> str:
    pattern = patterns.get(language.ordinal_category(number), patterns["other"])
    numeral = say_numeral(number, language.facts.numbers.numeral, language.facts.numbers.letters)
    return pattern % {"n": str(number), "numeral": numeral}


def _say_numeral(language: Language, number: Decimal) -> str:
    numbers = language.facts.numbers
    return say_numeral(_whole(number, "numeral"), numbers.numeral, numbers.letters)


def _say_roman(_language: Language, number: Decimal) -> str:
    return say_numeral(_whole(number, "roman"), "roman")


def _say_letters(language: Language, number: Decimal) -> str:
    return say_numeral(_whole(number, "letters"), "letters", language.facts.numbers.letters)


_SAY = {
    "text": _say_text,
    "figure": _say_figure,
    "table": _say_table,
    "percent": _say_percent,
    "percent_table": _say_percent_table,
    "ordinal": _say_ordinal,
    "edition": _say_edition,
    "numeral": _say_numeral,
    "roman": _say_roman,
    "letters": _say_letters,
}
