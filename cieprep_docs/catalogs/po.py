"""Messages written as a catalog template (.pot), and catalogs (.po) kept in step with it.

Nothing depends on a clock: what a new catalog says of dates never changes, so it differs only where its messages do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from babel.messages.plurals import get_plural

from cieprep_docs.catalogs.entries import FUZZY, Entry, PoFile, quoted_lines, read_po, write_po
from cieprep_docs.catalogs.headers import catalog_header, completed, template_header
from cieprep_docs.catalogs.matching import Proposals
from cieprep_docs.catalogs.messages import Message
from cieprep_docs.language.catalog import header_form_count

_PLACEHOLDERS = "python-format"
_LIMIT = "max-length:"


def write_pot(messages: Sequence[Message], project: str) -> bytes:
    """Return the catalog template, from which any gettext tool can start a language."""
    entries = [_with_source(Entry(), each, forms=2) for each in messages]
    return write_po(PoFile((template_header(project), *entries)))


def update_po(
    messages: Sequence[Message], locale: str, project: str, old: bytes = b"", *, source: bool = False
) -> bytes:
    """Return the catalog of a locale with exactly these messages, in their order; ``old`` is the file so far.

    Translations, translators' comments and flags stay; entries that did not change keep their bytes. Messages no longer
    used stay at the end as obsolete; one that comes back finds its translation there. A new message whose source words
    are much like other words of its context starts with their translation, marked fuzzy, so that it is never printed.
    A message has as many plural forms as the header says. The catalog of the ``source`` language itself holds the
    source words and nothing obsolete.
    """
    file = read_po(old) if old else PoFile((catalog_header(project, locale),))
    known = [each for each in file.entries if not each.is_header]
    said = next((header_form_count(each.forms[0]) for each in file.entries if each.is_header), 0)
    merger = _Merger(known, said or int(get_plural(locale).num_plurals), propose=not source)
    used = [merger.entry_for(each) for each in messages]
    rest = [] if source else list(merger.obsolete())
    entries = [_filled(each) for each in used] if source else used
    headers = [completed(each, project, locale) for each in file.entries if each.is_header]
    return write_po(replace(file, entries=(*headers, *entries, *rest)))


class _Merger:
    """The entries of a catalog so far, handed out to the messages that are in use now."""

    def __init__(self, entries: Sequence[Entry], forms: int, *, propose: bool) -> None:
        self._left = {_identity(each): each for each in sorted(entries, key=lambda each: not each.obsolete)}
        self._proposals = Proposals(entries if propose else ())
        self._order = entries
        self._forms = forms

    def entry_for(self, message: Message) -> Entry:
        """Return the entry of a message: its own, a proposal, or an empty one."""
        own = self._left.pop((*message.key, bool(message.plural)), None)
        if own is not None:
            return _kept(own, message, self._forms)
        proposal = self._proposals.find(message)
        new = _with_source(Entry(), message, self._forms)
        return new if proposal is None else _proposed(new, proposal)

    def obsolete(self) -> Iterator[Entry]:
        """Yield the translations that no message uses now, in their order."""
        for each in self._order:
            if self._left.get(_identity(each)) is each and any(each.forms):
                yield replace(each, obsolete=True, places=(), comments=())


def _identity(entry: Entry) -> tuple[str, str, bool]:
    """A message that gains or loses its plural is another message: the old words would be wrong forms."""
    return (*entry.key, bool(entry.plural))


def _kept(entry: Entry, message: Message, forms: int) -> Entry:
    changed = _with_source(entry, message, forms)
    if entry.plural != message.plural and any(entry.forms):
        return _fuzzy(changed, entry)
    return changed if changed.is_fuzzy else replace(changed, previous=())


def _proposed(entry: Entry, like: Entry) -> Entry:
    return _fuzzy(replace(entry, forms=like.forms), like)


def _fuzzy(entry: Entry, like: Entry) -> Entry:
    flags = (FUZZY, *(each for each in entry.flags if each != FUZZY))
    return replace(entry, flags=flags, previous=tuple(_source_lines(like)))


def _source_lines(entry: Entry) -> Iterator[str]:
    for keyword, text in (("msgctxt", entry.context), ("msgid", entry.msgid), ("msgid_plural", entry.plural)):
        if text:
            yield from quoted_lines(keyword, text)


def _with_source(entry: Entry, message: Message, forms: int) -> Entry:
    """Return the entry with all that comes from the source; what translators wrote stays."""
    words = entry.forms[: forms if message.plural else 1]
    return replace(
        entry,
        msgid=message.msgid,
        context=message.context,
        plural=message.plural,
        forms=words + ("",) * ((forms if message.plural else 1) - len(words)),
        comments=tuple(line for each in message.comments for line in each.split("\n")),
        places=tuple(f"{each.file}:{each.line}" for each in message.places),
        flags=_flags(entry.flags, message),
        obsolete=False,
    )


def _flags(flags: tuple[str, ...], message: Message) -> tuple[str, ...]:
    """A translator may set a narrower limit than the source's, but no wider one."""
    found = [limit_of(flags), message.limit]
    limit = min((each for each in found if each), default=0)
    kept = [each for each in flags if not each.startswith(_LIMIT) and each != _PLACEHOLDERS]
    own = [_PLACEHOLDERS] if message.has_placeholders else []
    return tuple(dict.fromkeys((*kept, *own, *([f"{_LIMIT}{limit}"] if limit else []))))


def limit_of(flags: Sequence[str]) -> int:
    """Return the ``max-length:`` among the flags of an entry, 0 where there is none."""
    found = [each.removeprefix(_LIMIT) for each in flags if each.startswith(_LIMIT)]
    return min((int(each) for each in found if each.isdecimal()), default=0)


def _filled(entry: Entry) -> Entry:
    """Return the entry with its own source words where it has no others."""
    words = [entry.msgid, entry.plural]
    return replace(entry, forms=tuple(form or words[min(n, 1)] for n, form in enumerate(entry.forms)))
