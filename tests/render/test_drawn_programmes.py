"""A long programme as it is drawn: its head on every page, and no day that begins at the foot of one."""

from __future__ import annotations

from pathlib import Path

import pytest
from immutabledict import immutabledict

from cieprep_docs import Event, load_event, make_report
from cieprep_docs.model.programme import Session
from tests.support.command import CHECKOUT
from tests.support.drawing import Drawing, draw, find_in_order, what_is_missing

pytestmark = [pytest.mark.draw, pytest.mark.slow, pytest.mark.xdist_group("drawing")]

DAYS = {
    "ru": ("Понедельник, 1 марта", "Вторник, 2 марта", "Среда, 3 марта", "Четверг, 4 марта"),
    "zh+ru": ("2027年3月1日星期一", "2027年3月2日星期二", "2027年3月3日星期三", "2027年3月4日星期四"),
}
HEADS = {"ru": "мероприятие", "zh+ru": "活动мероприятие"}
FOOT = 90
"""Points above the lower edge of a page that its foot takes."""


def long_programme() -> Event:
    """Return four days of twelve sessions of different length."""
    event = load_event(CHECKOUT / "tests" / "packs").value
    sessions = {f"talk-{number}": talk(number) for number in range(48)}
    return event.model_copy(update={"sessions": immutabledict(sessions)})


def talk(number: int) -> Session:
    day, hour = divmod(number, 12)
    words = {language: " ".join([word] * (number % 7 + 1)) for language, word in (("zh", "报告"), ("ru", "доклад"))}
    when = {"from": f"2027-03-0{day + 1} {hour + 8:02}:00", "zone": "Asia/Shanghai"}
    title = {"en": "Talk", **words}
    record = {"id": f"talk-{number}", "kind": "forum", "title": title, "description": title, "when": when}
    return Session.model_validate({**record, "venues": ["hall"], "speakers": ["delegate-001"]})


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Drawing]:
    missing = what_is_missing()
    if missing:
        pytest.skip(missing)
    folder = tmp_path_factory.mktemp("programmes")
    event, paths = long_programme(), list[Path]()
    for languages in DAYS:
        paths.append(folder / f"programme.{languages}.docx")
        paths[-1].write_bytes(make_report(event, languages, kind="programme").to_bytes())
    return dict(zip(DAYS, draw(paths, folder), strict=True))


@pytest.mark.parametrize("languages", DAYS)
def test_every_page_of_a_long_programme_has_its_head(languages: str, drawn: dict[str, Drawing]) -> None:
    drawing = drawn[languages]
    assert len(drawing.pages) >= 5
    headless = [n for n in range(2, len(drawing.pages) + 1) if HEADS[languages] not in drawing.on_page(n).words()]
    assert not headless


@pytest.mark.parametrize("languages", DAYS)
def test_no_day_begins_at_the_foot_of_a_page(languages: str, drawn: dict[str, Drawing]) -> None:
    drawing = drawn[languages]
    for day, signs in find_in_order(drawing, DAYS[languages]):
        assert signs, day
        page, bottom = signs[0].page, signs[-1].bottom
        end = drawing.pages[page - 1][1] - FOOT
        below = {round(each.baseline) for each in drawing.on_page(page).signs if bottom < each.baseline < end}
        assert len(below) >= 4, day
