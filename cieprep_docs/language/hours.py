"""Clock times, in as many zones as the reader needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from cieprep_docs.language import facts
from cieprep_docs.language.dates import say_date
from cieprep_docs.language.forms import choose_form
from cieprep_docs.language.languages import Language
from cieprep_docs.model.time import Day
from cieprep_docs.model.time import Hours as HoursValue

_FORMS = {"": "hours", "table": "table_hours"}


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the clock of one zone shows."""

    zone: str
    start: dt.datetime
    end: dt.datetime | None

    @property
    def last(self) -> dt.datetime:
        return self.end or self.start


def say_hours(
    language: Language, hours: HoursValue, zones: Sequence[str] = (), form: str = "", date: str | None = None
) -> str:
    """Return times of day on the clocks of ``zones``, in that order, and on the clock of the place itself.

    Dates are said where they differ between the clocks. Forms: ``""`` running text, ``table``. With ``date``, a form of
    days, the day is said in any case.

    >>> from cieprep_docs.language.languages import load_language
    >>> hours = HoursValue.model_validate({"from": "2020-12-09 15:00", "zone": "Asia/Shanghai"})
    >>> say_hours(load_language("en"), hours, ("Europe/Moscow",))
    '10 a.m. Moscow time (3 p.m. Beijing time)'
    """
    said = list_hours(language, hours, zones, form, date)
    patterns = language.facts.table_hours if form == "table" else language.facts.hours
    if len(said) == 1:
        return said[0]
    return patterns.several % {"first": said[0], "others": patterns.joiner.join(said[1:])}


def list_hours(
    language: Language, hours: HoursValue, zones: Sequence[str] = (), form: str = "", date: str | None = None
) -> tuple[str, ...]:
    """Return what each clock shows that ``say_hours`` names, in the same order."""
    table = choose_form(form, _FORMS, "a clock time") == "table_hours"
    readings = _readings(language, hours, zones)
    differ = len({day for each in readings for day in (each.start.date(), each.last.date())}) > 1
    return tuple(
        _say_reading(language, each, table=table, place=place, differ=differ, date=date)
        for place, each in enumerate(readings)
    )


def list_lines(
    language: Language, hours: HoursValue, zones: Sequence[str] = (), form: str = ""
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the reader's clock shows, the day above the time, and a line for each other clock of ``say_hours``.

    Days are said in a form of days, zones as short as can be; the other clocks say a day only where it is another one.

    >>> from cieprep_docs.language.languages import load_language
    >>> hours = HoursValue.model_validate({"from": "2020-12-09 15:00", "zone": "Asia/Shanghai"})
    >>> list_lines(load_language("en"), hours, ("Europe/Moscow",), "short")
    (('9 December, Moscow', '10:00'), ('15:00, Beijing',))
    """
    own, *others = _readings(language, hours, zones)
    clock, today = language.facts.table_clock, own.start.date()
    lines = tuple(_say_line(language, each, form, today) for each in others)
    if own.last.date() != today:
        return (_say_line(language, own, form, today),), lines
    day = language.facts.table_hours.line % {
        "time": say_date(language, own.start, form),
        "place": _short_place(language, own),
    }
    return (day, _say_times(clock, own)), lines


def first_day(hours: HoursValue, zones: Sequence[str]) -> Day:
    """Return the day on which the hours begin for the reader."""
    start = hours.start_in(zones[0] if zones else hours.zone)
    return Day(year=start.year, month=start.month, day=start.day)


def _readings(language: Language, hours: HoursValue, zones: Sequence[str]) -> list[_Reading]:
    """Return one reading for each zone that is called differently, the first of a name."""
    shown: dict[str, str] = {}
    for zone in (*zones, hours.zone):
        shown.setdefault(_zone_name(language, zone), zone)
    return [_Reading(zone, hours.start_in(zone), hours.end_in(zone)) for zone in shown.values()]


def _zone_name(language: Language, zone: str) -> str:
    known = language.facts.zones.get(zone)
    return known.name if known else zone


def _say_reading(  # noqa: PLR0913 - what one clock shows depends on all of them
    language: Language, reading: _Reading, *, table: bool, place: int, differ: bool, date: str | None
) -> str:
    patterns = language.facts.table_hours if table else language.facts.hours
    clock = language.facts.table_clock if table else language.facts.clock
    dated = date is not None and place == 0
    day_form = date if date is not None and place == 0 else "short"
    values = _zone_words(language, reading, first=place == 0)
    if reading.start.date() != reading.last.date():
        for word, at in (("from", reading.start), ("to", reading.last)):
            values[word] = patterns.end % {"time": _say_time(clock, at), "date": say_date(language, at, day_form)}
        return patterns.across % values
    values["time"] = _say_times(clock, reading)
    if not differ and not dated:
        return patterns.same_day % values
    values["date"] = say_date(language, reading.start, day_form)
    return (patterns.other_day if differ else patterns.dated) % values


def _say_line(language: Language, reading: _Reading, form: str, today: dt.date) -> str:
    """Return what a clock shows, the day too where it does not show this one all the time."""
    patterns, clock, place = language.facts.table_hours, language.facts.table_clock, _short_place(language, reading)
    days = [reading.start.date(), reading.last.date()]
    if days[0] != days[1]:
        ends = zip(("from", "to"), (reading.start, reading.last), strict=True)
        said = {word: _say_end(language, at, _say_time(clock, at), form) for word, at in ends}
        return patterns.across % {**said, "place": place}
    time = _say_times(clock, reading)
    return patterns.line % {
        "time": time if days[0] == today else _say_end(language, reading.start, time, form),
        "place": place,
    }


def _say_end(language: Language, at: dt.datetime, time: str, form: str) -> str:
    return language.facts.table_hours.end % {"time": time, "date": say_date(language, at, form)}


def _short_place(language: Language, reading: _Reading) -> str:
    zone = language.facts.zones.get(reading.zone)
    offset = _say_offset(reading.start)
    return (zone.short or zone.place) % {"offset": offset} if zone else offset


def _say_times(clock: facts.Clock, reading: _Reading) -> str:
    if reading.end is None or reading.end == reading.start:
        return _say_time(clock, reading.start)
    return clock.range % {"from": _say_time(clock, reading.start), "to": _say_time(clock, reading.end)}


def _say_time(clock: facts.Clock, at: dt.datetime) -> str:
    name = clock.named.get(f"{at:%H:%M}")
    pattern = clock.time if at.minute else clock.hour
    return name or pattern % {
        "h": str(at.hour),
        "hh": f"{at.hour:02}",
        "mm": f"{at.minute:02}",
        "h12": str(at.hour % 12 or 12),
        "half": clock.halves[at.hour >= 12],  # noqa: PLR2004 - noon
    }


def _zone_words(language: Language, reading: _Reading, *, first: bool) -> dict[str, str]:
    offset = {"offset": _say_offset(reading.start)}
    zone = language.facts.zones.get(reading.zone)
    if zone is None:
        return offset | {"zone": language.facts.hours.unnamed % offset, "place": offset["offset"]}
    name = zone.first if first and zone.first else zone.name
    return offset | {"zone": name % offset, "place": zone.place % offset}


def _say_offset(at: dt.datetime) -> str:
    """Return ``UTC+8``, ``UTC−3:30``, ``UTC``."""
    minutes = int((at.utcoffset() or dt.timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
