"""Days that may be half known, periods, and clock times in a zone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema, model_validator

from cieprep_docs.model.base import Value

_CLOCK_TIME = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?", re.ASCII)
_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII)


class Day(Value):
    """A calendar day, or a month or year whose day is not known: ``2020-12-09``, ``2020-09``, ``2020``."""

    year: int = Field(ge=1900, le=2999)
    month: int | None = Field(default=None, ge=1, le=12)
    day: int | None = Field(default=None, ge=1, le=31)

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: Any) -> Any:
        if isinstance(value, str):
            match = _DAY.fullmatch(value)
            if match is None:
                message = "is no date; write 2020-12-09, or 2020-09 where the day is not known"
                raise ValueError(message)
            return {key: int(part) for key, part in match.groupdict().items() if part}
        return value

    @model_validator(mode="after")
    def _exists(self) -> Self:
        if self.month and self.day:
            dt.date(self.year, self.month, self.day)
        return self

    @property
    def date(self) -> dt.date | None:
        """The full date, or None where the day is not known."""
        return dt.date(self.year, self.month, self.day) if self.month and self.day else None

    @property
    def key(self) -> tuple[int, int, int]:
        """Sorts days in time; a month stands before its days."""
        return self.year, self.month or 0, self.day or 0


class Period(Value):
    """From one day to another, both included. In the event file: ``{from: 2020-09, to: 2020-12-09}``."""

    start: Day = Field(alias="from")
    end: Day = Field(alias="to")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        # Only what is known of both can be in the wrong order: 9 December to (some day of) December is right.
        known = list(zip(_known(self.start), _known(self.end), strict=False))
        if [end for _, end in known] < [start for start, _ in known]:
            message = "ends before it starts"
            raise ValueError(message)
        return self


def _known(day: Day) -> tuple[int, ...]:
    return tuple(part for part in (day.year, day.month, day.day) if part)


@cache
def zone_names() -> frozenset[str]:
    """Return the names of all time zones of the IANA database."""
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in zone_names():
        message = "is no time zone of the IANA database; write for example Asia/Shanghai"
        raise ValueError(message)
    return name


Zone = Annotated[str, AfterValidator(_known_zone)]
"""The IANA name of a time zone, for example ``Asia/Shanghai``."""


def _clock_time(value: Any) -> Any:
    if isinstance(value, str) and not _CLOCK_TIME.fullmatch(value):
        message = "is no local time; write 2020-12-09 15:00"
        raise ValueError(message)
    return value


LocalTime = Annotated[
    dt.datetime,
    BeforeValidator(_clock_time),
    WithJsonSchema({"type": "string", "pattern": f"^{_CLOCK_TIME.pattern}$"}),
]
"""A day and a clock time without an offset: ``2020-12-09 15:00``."""


class Hours(Value):
    """Clock times on the clock of one place: ``{from: 2020-12-09 15:00, to: …, zone: Asia/Shanghai}`` in the file.

    Without ``to`` only the beginning is known. ``zone`` is an IANA name.
    """

    start: LocalTime = Field(alias="from")
    end: LocalTime | None = Field(default=None, alias="to")
    zone: Zone

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start.tzinfo or (self.end and self.end.tzinfo):
            message = "has an offset; write the local time and name the zone"
            raise ValueError(message)
        if self.end and self.end < self.start:
            message = "ends before it starts"
            raise ValueError(message)
        return self

    def start_in(self, zone: str) -> dt.datetime:
        """Return the beginning as an aware time on the clock of another zone."""
        return self.start.replace(tzinfo=ZoneInfo(self.zone)).astimezone(ZoneInfo(zone))

    def end_in(self, zone: str) -> dt.datetime | None:
        """Return the end as an aware time on the clock of another zone, or None where it is not known."""
        return self.end and self.end.replace(tzinfo=ZoneInfo(self.zone)).astimezone(ZoneInfo(zone))


class When(Value):
    """When something is: a day, a period, or hours. Exactly one is filled.

    In the event file it is written as what it is: ``2020-12-09``, ``{from: 2020-09, to: 2020-12-09}`` or
    ``{from: 2020-12-09 15:00, to: 2020-12-09 17:00, zone: Asia/Shanghai}``.
    """

    day: Day | None = None
    period: Period | None = None
    hours: Hours | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_event_file(cls, value: Any, info: ValidationInfo) -> Any:  # noqa: ARG003 - pydantic's signature
        if isinstance(value, str):
            return {"day": value}
        if isinstance(value, Mapping) and not {"from", "to", "zone"}.isdisjoint(value):
            return {"hours": value} if "zone" in value or ":" in str(value.get("from")) else {"period": value}
        return value

    @model_validator(mode="after")
    def _filled_once(self) -> Self:
        if sum(each is not None for each in (self.day, self.period, self.hours)) != 1:
            message = "needs a day, a period or hours"
            raise ValueError(message)
        return self

    @property
    def value(self) -> Day | Period | Hours:
        """The one that is filled."""
        filled = self.day or self.period or self.hours
        if filled is None:
            message = "a When without a day, a period or hours"
            raise ValueError(message)
        return filled

    @property
    def key(self) -> tuple[int, int, int, int, int]:
        """Sorts in time; what has no clock time stands before the hours of its day."""
        if self.hours:
            at = self.hours.start
            return at.year, at.month, at.day, at.hour, at.minute
        first = self.period.start if self.period else self.day
        return (*first.key, 0, 0) if first else (0, 0, 0, 0, 0)
