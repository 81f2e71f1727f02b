"""Days and periods in the words of a language."""

from __future__ import annotations

import datetime as dt

from cieprep_docs.language.forms import DAY_FORMS, choose_form
from cieprep_docs.language.languages import Language
from cieprep_docs.model.time import Day, Period


def say_day(language: Language, day: Day, form: str = "") -> str:
    r"""Return a day, or as much of it as is known.

    Forms: ``""`` long, ``weekday``, ``table``, ``month``, ``short`` (without the year), ``in`` (inside a sentence).

    >>> from cieprep_docs.language.languages import load_language
    >>> say_day(load_language("zh"), Day(year=2020, month=12, day=9))
    '2020年12月9日'
    >>> say_day(load_language("ru"), Day(year=2020, month=12), "in")
    'в\xa0декабре 2020\xa0г.'
    """
    return _say_day(language, day, choose_form(form, DAY_FORMS, "a day"))


def say_date(language: Language, date: dt.date, form: str = "") -> str:
    """Return a calendar day of the clock. Forms as for days."""
    name = choose_form(form, DAY_FORMS, "a day")
    return _pattern(language, "day", name) % _fields(language, date.year, date.month, date.day)


def say_period(language: Language, period: Period, form: str = "") -> str:
    """Return a period, saying once what both ends share. Forms as for days.

    >>> from cieprep_docs.language.languages import load_language
    >>> period = Period.model_validate({"from": "2020-09", "to": "2020-12-09"})
    >>> say_period(load_language("en"), period)
    'September to 9 December 2020'
    """
    name = choose_form(form, DAY_FORMS, "a period")
    if name == "month":
        return _say_span(language, _month_of(period.start), _month_of(period.end), "long")
    return _say_span(language, period.start, period.end, name)


def _say_span(language: Language, start: Day, end: Day, name: str) -> str:
    if start == end:
        return _say_day(language, start, name)
    day_name = "long" if name == "inside" else name
    values = {}
    for word, day in (("from", start), ("to", end)):
        fields = _fields(language, day.year, day.month, day.day)
        values[word] = _pattern(language, _known(day), day_name) % fields
        values |= {f"{word}.{field}": value for field, value in fields.items()}
    return _period_pattern(language, _case(start, end), name) % values


def _say_day(language: Language, day: Day, name: str) -> str:
    return _pattern(language, _known(day), name) % _fields(language, day.year, day.month, day.day)


def _month_of(day: Day) -> Day:
    return Day(year=day.year, month=day.month)


def _known(day: Day) -> str:
    return "day" if day.day else "month" if day.month else "year"


def _pattern(language: Language, known: str, name: str) -> str:
    days = language.facts.days
    pattern: str = getattr(getattr(days, name), known) or getattr(days.long, known)
    return pattern


def _period_pattern(language: Language, case: str, name: str) -> str:
    periods = language.facts.periods
    form = getattr(periods, name)
    pattern: str | None = getattr(form, case) or form.any or getattr(periods.long, case)
    return pattern or str(periods.long.any)


def _case(start: Day, end: Day) -> str:
    """Return which pattern of ``PeriodForms`` says this span."""
    known = _known(start), _known(end)
    if "year" in known:
        return "years" if known == ("year", "year") else "any"
    case = f"{known[0]}s" if known[0] == known[1] else f"{known[0]}_to_{known[1]}"
    if start.year != end.year:
        return case
    return "days_same_month" if case == "days" and start.month == end.month else f"{case}_same_year"


def _fields(language: Language, year: int, month: int | None, day: int | None) -> dict[str, str]:
    fields = {"year": str(year)}
    if month:
        fields |= {"m": str(month), "mm": f"{month:02}", **_month_names(language, month - 1)}
    if month and day:
        weekday = language.weekdays[dt.date(year, month, day).weekday()]
        figure = language.facts.days.first if day == 1 else str(day)
        fields |= {"d": figure, "dd": f"{day:02}", "weekday": weekday}
    return fields


def _month_names(language: Language, index: int) -> dict[str, str]:
    inside = language.facts.months_in or language.months_alone
    return {
        "month": language.months[index],
        "month_alone": language.months_alone[index],
        "month_in": inside[index],
    }
