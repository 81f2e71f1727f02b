"""A session stands in the reader's own time first, and with both dates where they differ."""

from __future__ import annotations

import pytest

from cieprep_docs import Event, make_deck, make_report
from cieprep_docs.content.outline import show

EVENT = Event.model_validate(
    {
        "id": "video-link",
        "series": "Forum",
        "title": "Forum",
        "short_title": "Forum",
        "when": "2020-12-09",
        "cities": {"shenzhen": {"name": "Shenzhen", "country": "CN", "zone": "Asia/Shanghai"}},
        "delegations": {
            "china": {"country": "CN", "languages": ["zh"], "zone": "Asia/Shanghai"},
            "russia": {"country": "RU", "languages": ["ru"], "zone": "Europe/Moscow"},
        },
        "sessions": {
            "day": {
                "kind": "ceremony",
                "title": "Opening",
                "when": {"from": "2020-12-09 15:00", "zone": "Asia/Shanghai"},
            },
            "night": {
                "kind": "forum",
                "title": "Night session",
                "when": {"from": "2020-12-10 03:00", "zone": "Asia/Shanghai"},
            },
        },
    }
)


@pytest.mark.parametrize(
    ("delegation", "language", "expected"),
    [
        ("china", "zh", "北京时间2020年12月9日15:00"),
        ("russia", "ru", "9⍽декабря 2020⍽г., 10:00 МСК (15:00 по⍽пекинскому времени)"),
        ("russia", "ru", "22:00 9⍽декабря 2020⍽г. МСК (03:00 10⍽декабря по⍽пекинскому времени)"),
        ("russia", "zh", "莫斯科时间2020年12月9日22:00（北京时间12月10日03:00）"),
        ("russia", "en", "10 a.m. Moscow time (3 p.m. Beijing time)"),
    ],
)
def test_the_readers_own_time_stands_first(delegation: str, language: str, expected: str) -> None:
    assert expected in show(make_report(EVENT, language, delegation=delegation).tree)


@pytest.mark.parametrize(
    ("delegation", "language", "own", "there"),
    [
        ("russia", "ru", "step 9⍽декабря, МСК⏎10:00", "15:00, Пекин"),
        ("russia", "ru", "step 9⍽декабря, МСК⏎22:00", "10⍽декабря, 03:00, Пекин"),
        ("russia", "zh", "step 莫斯科12月9日⏎22:00", "北京12月10日03:00"),
        ("russia", "en", "step 9 December, Moscow⏎10:00", "15:00, Beijing"),
    ],
)
def test_slides_say_both_times_briefly_the_readers_own_first(
    delegation: str, language: str, own: str, there: str
) -> None:
    text = show(make_deck(EVENT, language, delegation=delegation).tree)
    assert f"paragraph: {there}" in text
    assert text.index(own) < text.index(there)


def test_the_public_reads_the_time_of_the_place() -> None:
    assert "北京时间2020年12月9日15:00" in show(make_report(EVENT, "zh").tree)
