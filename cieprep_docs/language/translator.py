"""Words of one language for the texts of an event and of the templates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from cieprep_docs.diagnostics import Diagnostic, Location
from cieprep_docs.language.catalog import Catalog
from cieprep_docs.language.languages import Language, load_language
from cieprep_docs.language.words import Words
from cieprep_docs.model.quantity import Unit
from cieprep_docs.model.text import Text

TEMPLATE_LANGUAGE = "en"
"""The language in which the words of templates are written."""

UNIT = "unit"
GENITIVE_UNIT = "unit after genitive qualifier"


@dataclass(frozen=True, slots=True)
class Miss:
    """Words that no catalog translates."""

    context: str
    source: str
    plural: str = ""
    of_template: bool = False
    """Whether they belong to the catalogs of the templates, not to the event's."""
    place: Location = field(default=Location(), compare=False)
    """The entry that waits for a translation, or the catalog that has none; then its line is 0."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A form to which its owner has not agreed yet."""

    context: str
    source: str
    text: str


class Translator:
    """Finds words: forms given in the event file, then the event's catalogs, then the templates', then the source's.

    ``misses`` and ``proposed`` collect what was used untranslated or unconfirmed, in order of first use.
    """

    def __init__(
        self,
        language: Language,
        event_catalogs: Sequence[Catalog] = (),
        template_catalogs: Sequence[Catalog] = (),
        source_language: str = TEMPLATE_LANGUAGE,
    ) -> None:
        self.language = language
        self.source = load_language(source_language, *language.folders)
        self._template_source = load_language(TEMPLATE_LANGUAGE, *language.folders)
        self._event_catalogs = tuple(event_catalogs)
        self._template_catalogs = tuple(template_catalogs)
        self._catalogs = (*event_catalogs, *template_catalogs)
        self._misses: dict[Miss, None] = {}
        self._proposed: dict[Proposal, None] = {}

    @property
    def misses(self) -> list[Miss]:
        """What was asked for and is translated nowhere."""
        return list(self._misses)

    @property
    def proposed(self) -> list[Proposal]:
        """Proposed forms that were used."""
        return list(self._proposed)

    def text(self, text: Text) -> Words:
        """Return the words for a translatable string of the event."""
        form = text.forms.get(self.language.key)
        if form and form.status == "proposed":
            return self.propose(text.role, text.source, form.text)
        if form:
            return Words(form.text, self.language.tag)
        if self.language.key == self.source.key:
            return Words(text.source, self.language.tag)
        return self._look_up(self._event_catalogs, lambda catalog: catalog.find(text.role, text.source)) or self._miss(
            Miss(text.role, text.source), text.source, self.source
        )

    def propose(self, context: str, source: str, text: str) -> Words:
        """Return words that are marked as proposed, and remember that they were used."""
        self._proposed[Proposal(context, source, text)] = None
        return Words(text, self.language.tag, "proposed")

    def miss(self, context: str, source: str) -> None:
        """Remember that a name was needed which has no form in this language."""
        self._note(Miss(context, source))

    def message(self, source: str, context: str = "") -> Words:
        """Return the words for a message of a template, ``%(name)s`` still in them."""
        found = self._look_up(self._catalogs, lambda catalog: catalog.find(context, source))
        return found or self._template_miss(Miss(context, source, of_template=True), source)

    def plural(self, one: str, other: str, count: int, context: str = "") -> Words:
        """Return the words for a message of a template in the form for this count, ``%(name)s`` still in them."""
        found = self._look_up(self._catalogs, lambda catalog: catalog.find_plural(context, one, count))
        return found or self._template_miss(Miss(context, one, other, of_template=True), one if count == 1 else other)

    def unit(self, unit: Unit, count: Decimal, *, genitive: bool = False) -> Words:
        """Return the words for what is counted, around ``%(n)s`` where the number goes.

        ``genitive``: the form after a qualifier that the language file calls so. Fractions take the form of the whole
        number that the language file names.
        """
        context, source = (GENITIVE_UNIT if genitive else UNIT), f"%(n)s {unit.one}"
        quantities = self.language.facts.quantities
        fraction = quantities.genitive_fraction_like if genitive else quantities.fraction_like
        whole = int(count) if count == int(count) else fraction
        found = self._look_up(self._event_catalogs, lambda catalog: catalog.find_plural(context, source, whole))
        own = source if count == 1 else f"%(n)s {unit.other}"
        if found or self.language.key == self.source.key:
            return found or Words(own, self.language.tag)
        return self._miss(Miss(context, source, f"%(n)s {unit.other}"), own, self.source)

    def _look_up(self, catalogs: Sequence[Catalog], find: Callable[[Catalog], str | None]) -> Words | None:
        found = next((words for catalog in catalogs if (words := find(catalog)) is not None), None)
        return Words(found, self.language.tag) if found is not None else None

    def _template_miss(self, miss: Miss, words: str) -> Words:
        if self.language.key == self._template_source.key:
            return Words(words, self.language.tag)
        return self._miss(miss, words, self._template_source)

    def _miss(self, miss: Miss, words: str, language: Language) -> Words:
        self._note(miss)
        return Words(words, language.tag, "untranslated")

    def _note(self, miss: Miss) -> None:
        if miss not in self._misses:
            self._misses[replace(miss, place=self._place(miss))] = None

    def _place(self, miss: Miss) -> Location:
        """Return the entry that waits, else the first catalog with entries, else where the last one would be.

        Words without an entry that stand in a template are those of somebody's own template: ours, whose catalog comes
        last, is not theirs to fill.
        """
        catalogs = self._template_catalogs if miss.of_template else self._event_catalogs
        waiting = (each for each in catalogs if (miss.context, miss.source) in each.lines)
        filled = (each for each in catalogs if each.lines)
        usual = catalogs if miss.of_template else (*filled, *reversed(catalogs))
        found = next(waiting, None) or next(iter(usual), Catalog())
        return found.place(miss.context, miss.source)


def tell_miss(miss: Miss, language: Language) -> Diagnostic:
    """Return the warning about words that have no translation into a language."""
    own = ", as an entry of this catalog" if miss.of_template else ""
    hint = "" if miss.place.line else f"into {language.key}{own}"
    return Diagnostic("LNG090", say_untranslated(miss.source), miss.place, hint, "warning")


def say_untranslated(source: str) -> str:
    """Return what is said of source words that have no translation."""
    return f"no translation of {source!r}"
