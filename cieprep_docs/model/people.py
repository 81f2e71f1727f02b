"""People, the bodies they speak for, and delegations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from immutabledict import immutabledict
from pydantic import AfterValidator, Field, model_validator

from cieprep_docs.model.base import Record, Ref, Value, freeze
from cieprep_docs.model.text import Cases, Lang, Langs, Role, Status, Text
from cieprep_docs.model.time import Zone

Country = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
"""An ISO 3166-1 alpha-2 code. The languages know its short name, its full name and its adjective."""

Tradition = Literal["chinese", "russian", "western"]
"""Which order and which parts a name has where its bearer comes from."""


class NameForm(Value):
    """A person's name in one language: its parts, or the whole as one string where the parts are not known.

    A plain string in the event file is ``full``. Parts allow list, badge and signature forms («Н.А. Борисова»).
    """

    full: str = ""
    """The whole name in running order, for example ``Huang Wei`` or ``纳塔利娅·鲍里索娃``."""
    family: str = ""
    given: str = ""
    patronymic: str = ""
    """Russian only."""
    reading: str = ""
    """How it is said, for interpreters: Pinyin with tone marks, or Russian with the stress marked («Бори́сова»)."""
    status: Status = "confirmed"
    cases: Cases = immutabledict()
    """Checked oblique forms of the whole name in Russian; they win over any rule."""

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: Any) -> Any:
        return {"full": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _filled(self) -> NameForm:
        if not self.full and not (self.family and self.given):
            message = "needs the whole name as one string, or family and given"
            raise ValueError(message)
        return self


NameForms = Annotated[Mapping[Lang, NameForm], Field(min_length=1), AfterValidator(freeze)]


class Person(Record):
    """Somebody who takes part. Filled by the secretariat, forms of the name by the person's own side."""

    name: NameForms
    """The name in each language: ``{en: Huang Wei, zh: 黄卫, ru: Хуан Вэй}``. What is given here wins over any rule."""
    tradition: Tradition
    gender: Literal["male", "female"]
    """Data, never guessed: honorifics, cases and verb forms follow from it."""
    honorific: Annotated[Text, Role("person.honorific", "academic or diplomatic honorific before a name")] | None = None
    post: (
        Annotated[
            Text,
            Role("person.post", "post of a person, lower case in Russian, without the body's name if that follows"),
        ]
        | None
    ) = None
    organisation: Annotated[str, Ref("organisations")] | None = None
    country: Country | None = None
    portrait: Annotated[str, Ref("images")] | None = None
    biography: Annotated[Text, Role("person.biography", "two or three sentences about a person")] | None = None
    rank: int | None = Field(default=None, ge=1)
    """Place in protocol order among the people of one list, 1 first. Given ranks win over alphabets."""
    note: Annotated[Text, Role("person.note", "remark beside a person")] | None = None


class Organisation(Record):
    """A ministry, university, enterprise or union."""

    name: Annotated[Text, Role("organisation.name", "official full name of a body")]
    short_name: Annotated[Text, Role("organisation.short_name", "official short name of a body")] | None = None
    kind: Literal[
        "ministry", "agency", "department", "university", "institute", "enterprise", "association", "centre", "other"
    ]
    parent: Annotated[str, Ref("organisations")] | None = None
    country: Country | None = None


class Member(Value):
    """A person's place in a delegation."""

    person: Annotated[str, Ref("people")]
    role: Annotated[Text, Role("member.role", "role of a member in a delegation, for example interpreter")] | None = (
        None
    )

    @model_validator(mode="before")
    @classmethod
    def _from_string(cls, value: Any) -> Any:
        return {"person": value} if isinstance(value, str) else value


class Delegation(Record):
    """A party of the event, for which a set of documents is made."""

    country: Country
    name: Annotated[Text, Role("delegation.name", "name of a delegation where it is not simply its country")] | None = (
        None
    )
    languages: tuple[Langs, ...] = Field(min_length=1)
    """The languages of its documents, its own first; ``ru+zh`` asks for documents in both."""
    zone: Zone
    """The time zone in which its programme is told."""
    head: Annotated[str, Ref("people")] | None = None
    """A member too, whether the list of members says so or not."""
    members: tuple[Member, ...] = ()
    rank: int | None = Field(default=None, ge=1)
    """Place in protocol order, 1 first; without it the alphabet of the document's language decides, the host last."""
    host: bool = False

    @model_validator(mode="after")
    def _with_head(self) -> Self:
        if self.head is not None and all(each.person != self.head for each in self.members):
            # A validator of a frozen model must return the same object.
            object.__setattr__(self, "members", (Member(person=self.head), *self.members))
        return self

    @property
    def reads(self) -> tuple[str, ...]:
        """Each language of its documents once, its own first."""
        return tuple(dict.fromkeys(each for languages in self.languages for each in languages.split("+")))
