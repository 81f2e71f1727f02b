"""Days that may be half known, periods, and clock times."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from cieprep_docs.model.time import Day, Hours, Period, When

OPENING = {"from": "2020-12-09 03:00", "to": "2020-12-09 05:00", "zone": "Asia/Shanghai"}


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("2020-12-09", Day),
        ("2020", Day),
        ({"from": "2020-09", "to": "2020-12-09"}, Period),
        ({"from": "2020-12-09 15:00", "zone": "Asia/Shanghai"}, Hours),
    ],
)
def test_when_is_what_is_written(given: Any, kind: type) -> None:
    assert isinstance(When.model_validate(given).value, kind)


@pytest.mark.parametrize("day", ["2020-9", "2020-02-30", "20-12-09", "09.12.2020", "2020-13", "２０２０-12-09", "1815"])
def test_no_other_writing_is_a_day(day: str) -> None:
    with pytest.raises(ValidationError):
        Day.model_validate(day)


@pytest.mark.parametrize(
    "hours",
    [
        {"from": "2020-12-09", "zone": "Asia/Shanghai"},
        {"from": "2020-12-09 15:00+03:00", "zone": "Asia/Shanghai"},
        {"from": "1607500000", "zone": "Asia/Shanghai"},
        {"from": "2020-12-09 15:00", "zone": "Beijing"},
        {**OPENING, "to": "2020-12-09 02:00"},
    ],
)
def test_clock_times_need_a_local_time_and_a_zone(hours: Any) -> None:
    with pytest.raises(ValidationError):
        Hours.model_validate(hours)


def test_clock_times_are_told_in_another_zone() -> None:
    hours = Hours.model_validate(OPENING)

    assert hours.start_in("Europe/Moscow").replace(tzinfo=None) == dt.datetime(2020, 12, 8, 22, 0)  # noqa: DTZ001 - local
    assert hours.end_in("Europe/Moscow") == dt.datetime(2020, 12, 8, 21, 0, tzinfo=dt.UTC)


def test_a_period_may_end_inside_the_month_in_which_it_starts() -> None:
    Period.model_validate({"from": "2020-12-09", "to": "2020-12"})

    with pytest.raises(ValidationError, match="ends before it starts"):
        Period.model_validate({"from": "2020-12-09", "to": "2020-11"})


def test_what_has_no_clock_time_stands_before_the_hours_of_its_day() -> None:
    later, month, day = (
        When.model_validate(each) for each in (OPENING, {"from": "2020-12", "to": "2020-12-31"}, "2020-12-09")
    )

    assert sorted([later, day, month], key=lambda each: each.key) == [month, day, later]


def test_an_empty_when_is_refused() -> None:
    with pytest.raises(ValidationError, match="needs a day, a period or hours"):
        When()
