"""The event: everything that one event file says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from immutabledict import immutabledict
from pydantic import AfterValidator, Field, PrivateAttr

from cieprep_docs.model.base import Id, Records, Ref, Value
from cieprep_docs.model.people import Delegation, Organisation, Person
from cieprep_docs.model.programme import (
    Annex,
    City,
    FieldOfWork,
    Figure,
    Image,
    Mode,
    Outcome,
    Project,
    Session,
    Source,
    Statement,
    Venue,
)
from cieprep_docs.model.text import Heading, Lang, Role, Text
from cieprep_docs.model.time import When


def _known_format(number: int) -> int:
    if number != 1:
        message = f"this version does not read file format {number}; write 1"
        raise ValueError(message)
    return number


class Theme(Value):
    """What an edition is about."""

    title: Annotated[Text, Role("theme.title", "theme of the event, a short phrase; printed in quotation marks")]
    summary: Annotated[Text, Role("theme.summary", "the theme explained in one sentence")] | None = None


class Event(Value):
    """One event: a conference, a guest-of-honour programme, an exchange. Language-neutral and immutable."""

    format: Annotated[int, AfterValidator(_known_format), Field(json_schema_extra={"const": 1})] = 1
    """Version of this file format."""
    id: Id
    source_language: Lang = "en"
    """The language in which this file is written; the catalogs translate from it."""
    languages: tuple[Lang, ...] = Field(default=("zh", "en", "ru"), min_length=1)
    """The languages in which documents are made."""
    packs: bool = False
    """Whether each delegation's pack is made where a build is asked for nothing else, instead of the public's set."""
    kind: Literal["conference", "guest of honour", "exchange", "forum"] = "conference"
    stage: Literal["planned", "held"] = "held"
    """Whether the event is still to come: documents then speak of what is planned. No clock decides it."""
    series: Annotated[Heading, Role("event.series", "name of the series without the edition")]
    edition: int | None = Field(default=None, ge=1)
    """Which one of the series: 18 prints as 18th, 第十八届, 18-я."""
    title: Annotated[Heading, Role("event.title", "full title of the event; cover and title slide", 120)]
    short_title: Annotated[Heading, Role("event.short_title", "short title in headers and footers", 48)]
    headline: (
        Annotated[
            Text,
            Role("event.headline", "the main result in one sentence without a stop; title of the slide of figures", 90),
        ]
        | None
    ) = None
    theme: Theme | None = None
    summary: tuple[Annotated[Text, Role("event.summary", "paragraph of the summary")], ...] = ()
    about: tuple[Annotated[Text, Role("event.about", "paragraph about the event")], ...] = ()
    approach: tuple[
        Annotated[Text, Role("event.approach", "one item of how the event works or what it focuses on")], ...
    ] = ()
    activities: tuple[
        Annotated[Text, Role("event.activity", "kind of activity, lower case in English and Russian")], ...
    ] = ()
    outlook: tuple[Annotated[Text, Role("event.outlook", "one item of what comes next")], ...] = ()
    framework: Annotated[Text, Role("event.framework", "larger programme of which the event is part")] | None = None
    host: Annotated[str, Ref("delegations")] | None = None
    guest_of_honour: Annotated[str, Ref("delegations")] | None = None
    when: When
    mode: Mode = "on site"
    cities: Records[City] = immutabledict()
    venues: Records[Venue] = immutabledict()
    organisations: Records[Organisation] = immutabledict()
    people: Records[Person] = immutabledict()
    delegations: Records[Delegation] = immutabledict()
    fields: Records[FieldOfWork] = immutabledict()
    sessions: Records[Session] = immutabledict()
    statements: Records[Statement] = immutabledict()
    figures: Records[Figure] = immutabledict()
    projects: Records[Project] = immutabledict()
    outcomes: Records[Outcome] = immutabledict()
    annexes: Records[Annex] = immutabledict()
    sources: Records[Source] = immutabledict()
    images: Records[Image] = immutabledict()
    _folder: Path | None = PrivateAttr(default=None)

    @property
    def folder(self) -> Path | None:
        """The folder of the event file, with its catalogs and pictures; None for an event made in Python."""
        return self._folder

    def in_folder(self, folder: Path) -> Event:
        """Return the same event as it stands in a folder."""
        moved = self.model_copy()
        moved._folder = folder  # noqa: SLF001 - a copy of its own class
        return moved
