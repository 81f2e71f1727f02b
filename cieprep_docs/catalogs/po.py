"""Messages written as a catalog template (.pot), and catalogs (.po) kept in step with it.

Nothing depends on a clock: there is no creation date, so a catalog differs only where its messages do.
"""

from __future__ import annotations

from collections.abc import Sequence

import polib
from babel.messages.plurals import get_plural

from cieprep_docs.catalogs.messages import Message

_NO_WRAP = 0
"""Lines are never folded: a changed word changes one line."""

_HEADER = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def write_pot(messages: Sequence[Message], project: str) -> bytes:
    """Return the catalog template, from which any gettext tool can start a language."""
    catalog = polib.POFile(wrapwidth=_NO_WRAP)
    catalog.header = f"Words of {project}."
    catalog.metadata = {"Project-Id-Version": project, **_HEADER}
    catalog.extend(_new_entry(each) for each in messages)
    return _written(catalog)


def update_po(messages: Sequence[Message], locale: str, project: str, old: str = "", *, source: bool = False) -> bytes:
    """Return the catalog of a locale with exactly these messages, in their order; ``old`` is its text so far.

    Translations, translators' comments and flags stay. Messages no longer used stay at the end as obsolete; one that
    comes back finds its translation there. New messages are empty. The catalog of the ``source`` language itself holds
    the source words and nothing obsolete.
    """
    catalog = polib.pofile(old, wrapwidth=_NO_WRAP) if old else _new_catalog(locale, project)
    left = {_key(each): each for each in sorted(catalog, key=lambda each: not each.obsolete)}
    used = [_updated(left.pop(_message_key(each), None), each) for each in messages]
    for entry in used:
        _fill(entry, _forms(locale), source=source)
    obsolete = [each for each in catalog if left.get(_key(each)) is each and _has_words(each) and not source]
    for entry in obsolete:
        entry.obsolete = True
    catalog[:] = [*used, *obsolete]
    return _written(catalog)


def _new_catalog(locale: str, project: str) -> polib.POFile:
    catalog = polib.POFile(wrapwidth=_NO_WRAP)
    catalog.header = f"Words of {project}."
    plural = get_plural(locale).plural_forms
    catalog.metadata = {"Project-Id-Version": project, "Language": locale, **_HEADER, "Plural-Forms": plural}
    return catalog


def _forms(locale: str) -> int:
    return int(get_plural(locale).num_plurals)


def _key(entry: polib.POEntry) -> tuple[str, str, bool]:
    """A message that gains or loses its plural is another message: the old words would be wrong forms."""
    return entry.msgctxt or "", entry.msgid, bool(entry.msgid_plural)


def _message_key(message: Message) -> tuple[str, str, bool]:
    return (*message.key, bool(message.plural))


def _new_entry(message: Message) -> polib.POEntry:
    return _updated(None, message)


def _updated(entry: polib.POEntry | None, message: Message) -> polib.POEntry:
    if entry is None:
        entry = polib.POEntry(msgid=message.msgid, msgctxt=message.context or None)
    entry.obsolete = False
    entry.msgid_plural = message.plural
    entry.comment = "\n".join(message.comments)
    entry.occurrences = [(each.file, str(each.line)) for each in message.places]
    if message.plural and not entry.msgstr_plural:
        entry.msgstr_plural = {0: "", 1: ""}
    if message.has_placeholders and "python-format" not in entry.flags:
        entry.flags.append("python-format")
    return entry


def _fill(entry: polib.POEntry, forms: int, *, source: bool) -> None:
    words = [entry.msgid, entry.msgid_plural] if source else ["", ""]
    if entry.msgid_plural:
        old = entry.msgstr_plural
        entry.msgstr_plural = {n: old.get(n) or words[min(n, 1)] for n in range(forms)}
    else:
        entry.msgstr = entry.msgstr or words[0]


def _has_words(entry: polib.POEntry) -> bool:
    return bool(entry.msgstr or any(entry.msgstr_plural.values()))


def _written(catalog: polib.POFile) -> bytes:
    return f"{catalog}".encode()
