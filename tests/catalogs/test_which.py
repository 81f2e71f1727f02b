"""Translators are told which one words belong to: whose post, the title of which session."""

from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.catalogs.events import event_messages
from cieprep_docs.source import read_event
from tests.support.command import CHECKOUT, EXAMPLE

RICH = """\
id: forum
series: {en: Forum, zh: 论坛, ru: Форум}
title: Forum of Crafts
short_title: Forum
when: 2020-12-09
cities:
  shenzhen: {name: Shenzhen, country: CN, zone: Asia/Shanghai}
  moscow: {name: {en: Moscow, zh: 莫斯科}, country: RU, zone: Europe/Moscow}
venues:
  hall: {name: Great Hall, city: shenzhen, address: 1 Park Road}
organisations:
  academy: {name: Academy of Crafts, short_name: The Academy, kind: institute, country: CN}
people:
  delegate-012:
    name: {zh: 王安娜}
    tradition: chinese
    gender: female
    post: rector
    note: chairs twice
  delegate-013: {name: {en: Delegate 013}, tradition: western, gender: male, post: rector, biography: A life.}
delegations:
  china:
    country: CN
    languages: [zh]
    zone: Asia/Shanghai
    members: [{person: delegate-013, role: interpreter}]
sessions:
  closing:
    kind: ceremony
    title: Closing
    when: {from: 2020-12-09 15:00, to: 2020-12-09 17:00, zone: Asia/Shanghai}
    cities: [shenzhen, moscow]
    description: All say goodbye.
  later: {kind: other, title: Later talks, cities: [moscow]}
  some-time: {kind: other, title: Visits, when: {from: 2020-09, to: 2020-12-09}, note: By bus.}
statements:
  word: {speaker: delegate-013, session: closing, kind: paraphrase, part: closing speech, substance: [Well done.]}
figures:
  visits:
    quantity: {value: 1500, qualifier: more than, unit: {one: visit, other: visits}}
    label: Visits
    remark: Counted at the doors.
    breakdown: [{label: Adults, value: 1000}, {label: Children, value: 500}]
fields:
  clay: {name: Clay}
projects:
  kiln: {title: A new kiln, kind: cooperation project, field: clay, stage: prototype}
outcomes:
  guild: {kind: alliance, title: Guild, when: 2020-12, description: All join it.}
annexes:
  notes: {title: Practical notes, paragraphs: [Bring a coat.]}
"""


@pytest.fixture(scope="module")
def comments(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], str]:
    folder = tmp_path_factory.mktemp("event")
    (folder / "event.yaml").write_text(RICH, encoding="utf-8")
    return {each.key: each.comments[0] for each in event_messages(read_event(folder), ("ru",))}


@pytest.mark.parametrize(
    ("context", "source", "words"),
    [
        (
            "session.title",
            "Closing",
            "title of the session on 9 December 2020, Shenzhen and Moscow; title of its slide",
        ),
        ("session.title", "Later talks", "title of the session in Moscow; title of its slide"),
        ("session.note", "By bus.", "remark about the session “Visits” from September to 9 December 2020"),
        ("city.name", "Shenzhen", "name of a city in China"),
        ("venue.name", "Great Hall", "name of a venue, hall or building (Shenzhen)"),
        ("venue.address", "1 Park Road", "postal address of a venue (Great Hall, Shenzhen)"),
        ("organisation.name", "Academy of Crafts", "official full name of a body (institute, China)"),
        (
            "organisation.short_name",
            "The Academy",
            "official short name of a body (Academy of Crafts, institute, China)",
        ),
        ("person.note", "chairs twice", "remark beside Wang Anna"),
        ("person.biography", "A life.", "two or three sentences about Delegate 013"),
        (
            "member.role",
            "interpreter",
            "role of a member in a delegation, for example interpreter (Delegate 013, China)",
        ),
        (
            "statement.part",
            "closing speech",
            "kind of contribution, for example closing speech (Delegate 013, 9 December 2020, Shenzhen and Moscow)",
        ),
        ("figure.remark", "Counted at the doors.", "how the figure “more than 1,500 visits” is to be read"),
        ("figure.share", "Adults", "one part of the figure “more than 1,500 visits”, label in a chart"),
        ("project.title", "A new kiln", "title of a cooperation project in Clay"),
        ("project.stage", "prototype", "stage of the cooperation project “A new kiln”, for example prototype"),
        ("outcome.title", "Guild", "name of an alliance, award, initiative or agreement (alliance, December 2020)"),
        ("annex.paragraph", "Bring a coat.", "paragraph of the annex “Practical notes”"),
        ("annex.title", "Practical notes", "title of an annex"),
        ("unit", "%(n)s visit", "what the figure “more than 1,500 visits” counts, after the number alone"),
    ],
)
def test_a_comment_names_the_one_that_is_meant(
    comments: dict[tuple[str, str], str], context: str, source: str, words: str
) -> None:
    comment = comments[context, source]
    assert comment.startswith(words)
    assert comment.removeprefix(words)[:1] in {"", ";", " "}


def test_words_that_several_share_name_the_first_and_how_many_more(comments: dict[tuple[str, str], str]) -> None:
    assert comments["person.post", "rector"] == (
        "post of Wang Anna, and 1 more, lower case in Russian, without the body's name if that follows"
    )


def test_the_limit_follows_what_the_words_are(comments: dict[tuple[str, str], str]) -> None:
    assert comments["session.title", "Closing"].endswith(
        "; title of its slide; at most 84 half-widths, 42 Chinese characters"
    )


@pytest.mark.parametrize("event", [EXAMPLE, CHECKOUT / "examples" / "forum"], ids=lambda path: path.name)
def test_records_of_the_examples_are_all_named(event: Path) -> None:
    nameless = {"a session", "a speaker", "a figure", "a person"}
    messages = [each for each in event_messages(read_event(event), ("zh", "ru")) if "(" not in each.comments[0]]
    assert [each for each in messages if any(f" {noun}" in each.comments[0] for noun in nameless)] == []
