"""The forms in which values can be asked for, and the error for those that do not exist."""

from __future__ import annotations

from cieprep_docs.errors import UsageError

DAY_FORMS = {
    "": "long",
    "weekday": "weekday",
    "table": "table",
    "month": "month",
    "short": "short",
    "in": "inside",
}
"""What a template writes → the table of the language file."""


def choose_form(form: str, forms: dict[str, str], what: str) -> str:
    """Return what the form means. Raises UsageError listing the forms of ``what``.

    >>> choose_form("table", DAY_FORMS, "a day")
    'table'
    """
    if form not in forms:
        names = ", ".join(repr(each) for each in forms)
        raise UsageError.at("LNG010", f"{what} has no form {form!r}", hint=f"there are {names}")
    return forms[form]
