from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.catalogs.messages import Message
from cieprep_docs.catalogs.templates import template_messages
from cieprep_docs.diagnostics import Location
from cieprep_docs.errors import TemplateError

BAD = Path(__file__).parent / "bad"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    (folder / "decks").mkdir(parents=True)
    return folder


def test_every_kind_of_call_gives_a_message_with_its_place_and_comment(folder: Path) -> None:
    (folder / "decks" / "briefing.html").write_text(
        "{# translators: heading of the last slide #}\n"
        '<h1>{{ _("Next steps") }}</h1>\n'
        '<h1>{{ pgettext("slide", "Cities") }}</h1>\n'
        '<p>{{ ngettext("%(n)s event", "%(n)s events", 9) }}</p>\n'
        "<p>{% trans n=9 %}\n  One\n  city{% pluralize %}{{ n }} cities{% endtrans %}</p>\n",
        encoding="utf-8",
    )
    name = "templates/decks/briefing.html"
    assert template_messages(folder) == (
        Message("Next steps", comments=("heading of the last slide",), places=(Location(name, 2),)),
        Message("Cities", context="slide", places=(Location(name, 3),)),
        Message("%(n)s event", plural="%(n)s events", places=(Location(name, 4),)),
        Message("One city", plural="%(n)s cities", places=(Location(name, 5),)),
    )


def test_a_message_used_twice_stands_once_with_both_places(folder: Path) -> None:
    for name in ("b.html", "a.html"):
        (folder / name).write_text('<p>{{ _("Theme") }}</p>', encoding="utf-8")
    (message,) = template_messages(folder)
    assert [each.file for each in message.places] == ["templates/a.html", "templates/b.html"]


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("unclosed", "unclosed/report.html:3: CAT002 the template cannot be read: Unexpected end of template."),
        ("not-literal", "not-literal/report.html:2: CAT003 _(…) needs literal words"),
    ],
)
def test_nothing_is_skipped_silently(case: str, words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        template_messages(BAD / case)
    assert str(caught.value).startswith(words)


def test_two_plurals_of_one_message_are_an_error(folder: Path) -> None:
    (folder / "a.html").write_text(
        '{{ ngettext("%(n)s person", "%(n)s persons", 2) }}\n{{ ngettext("%(n)s person", "%(n)s people", 2) }}',
        encoding="utf-8",
    )
    with pytest.raises(Exception, match=r"templates/a.html:2: CAT001 '%\(n\)s person' has two plurals"):
        template_messages(folder)
