"""Which records cannot be shown without which others: the one place that says so.

A record is seen by whom it is visible to *and* by whom what it hangs on is visible to. Everything else that a record
names is only named: it is left out, and the record stays.
"""

from __future__ import annotations

from collections.abc import Mapping

HANGS_ON: Mapping[str, tuple[str, ...]] = {
    "venues": ("city",),
    "organisations": ("parent",),  # a department is part of its body
    "sessions": ("delegations",),  # an empty list would say that all take part
    "statements": ("speaker", "session"),
    "outcomes": ("session",),
}
"""By collection, the fields through which a record hangs on others; it goes when all that such a field names goes."""

HELD_BY: Mapping[str, tuple[str, ...]] = {
    "people": ("delegations",),
    "images": ("people",),
    "sources": ("sessions", "statements", "figures", "projects", "outcomes"),
}
"""By collection, those whose records bring its records in; what only hidden ones bring in goes with them."""

STANDS_ALONE = ("cities", "venues", "organisations", "people", "fields")
"""What has a visibility of its own and stays, even where only hidden records name it; the secretariat is told."""
