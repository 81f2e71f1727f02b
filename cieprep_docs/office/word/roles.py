"""Which named styles serve which role: ours on the left, the Word file's on the right.

A block asks for its role inside the part it stands in (``cover dates``, ``quotation body``), then for the bare role.
Each name is tried first with the key of the language behind it (``Body Text zh``), so that a house style can set
Chinese, Russian and English paragraphs by their own habits. A role that is not listed is the name of a style.
"""

from __future__ import annotations

from collections.abc import Mapping

PARAGRAPHS: Mapping[str, tuple[str, ...]] = {
    "body": ("Body Text",),
    "lead": ("Lead", "Body Text"),
    "meta": ("Meta", "Body Text"),
    "table note": ("Table Note", "Table Text", "Body Text"),
    "table side header note": ("Table Note", "Table Text", "Body Text"),
    "note": ("Note", "Body Text"),
    "heading 1": ("heading 1",),
    "heading 2": ("heading 2",),
    "heading 3": ("heading 3",),
    "heading 4": ("heading 4",),
    "opening heading 1": ("Opening Heading", "heading 1"),
    "plain heading 1": ("Plain Heading 1", "heading 1"),
    "plain heading 2": ("Plain Heading 2", "heading 2"),
    "plain heading 3": ("Plain Heading 3", "heading 3"),
    "plain heading 4": ("Plain Heading 4", "heading 4"),
    "annex heading 1": ("Annex Heading", "heading 1"),
    "cover series": ("Cover Series", "Subtitle"),
    "cover edition": ("Cover Edition", "Subtitle"),
    "cover heading 1": ("Title",),
    "cover heading 2": ("Cover Subtitle", "Subtitle"),
    "cover body": ("Cover Subtitle", "Subtitle"),
    "cover dates": ("Cover Dates", "Date"),
    "cover places": ("Cover Places", "Date"),
    "cover theme": ("Cover Theme", "Subtitle"),
    "cover framework": ("Cover Framework", "Date"),
    "cover copy": ("Cover Copy", "Date"),
    "contents heading 1": ("Contents Heading", "TOC Heading", "heading 1"),
    "contents entry 1": ("toc 1",),
    "contents entry 2": ("toc 2",),
    "contents entry 3": ("toc 3", "toc 2"),
    "contents entry 4": ("toc 4", "toc 2"),
    "list bullet": ("List Bullet", "List Paragraph"),
    "list number": ("List Number", "List Paragraph"),
    "list body": ("List Continue", "List Paragraph"),
    "footnote body": ("footnote text", "Note Text", "Body Text"),
    "notes number": ("Note Text", "endnote text"),
    "table bullet": ("Table Bullet", "List Bullet"),
    "caption above": ("caption",),
    "caption below": ("Caption Below", "caption"),
    "picture": ("Picture", "Body Text"),
    "table body": ("Table Text", "Body Text"),
    "table header body": ("Table Header", "Table Text", "Body Text"),
    "table side header body": ("Table Side Header", "Table Text", "Body Text"),
    "table total body": ("Table Total", "Table Text", "Body Text"),
    "before block": ("Before Block", "Body Text"),
    "after block": ("After Block", "Body Text"),
    "fact": ("Fact", "Body Text"),
    "key figure number": ("Key Figure Number", "Body Text"),
    "key figure noun": ("Key Figure Noun", "Body Text"),
    "timeline when": ("Timeline When", "Body Text"),
    "timeline step body": ("Timeline Step", "Body Text"),
    "timeline body": ("Timeline Text", "Body Text"),
    "timeline meta": ("Timeline Meta", "Body Text"),
    "timeline note": ("Timeline Meta", "Body Text"),
    "timeline header body": ("Timeline Header", "Body Text"),
    "quotation speaker": ("Quotation Speaker", "Quote"),
    "quotation post": ("Quotation Post", "Quote"),
    "quotation body": ("Quotation Text", "Quote"),
    "person name": ("Person Name", "Body Text"),
    "person post": ("Person Post", "Body Text"),
    "person body": ("Person Body", "Body Text"),
    "person part": ("Person Part", "Body Text"),
    "person initials": ("Person Initials", "Body Text"),
    "person header body": ("Person Header", "Body Text"),
    "panel body": ("Panel Text", "Body Text"),
    "section end": ("Section End", "Body Text"),
    "issuer": ("Issuer", "Body Text"),
    "docket": ("Docket", "Body Text"),
    "red-rule": ("Red Rule", "Body Text"),
    "addressee": ("Addressee", "Body Text"),
    "signature": ("Signature", "Body Text"),
    "sealed-signature": ("Sealed Signature", "Signature", "Body Text"),
    "attachment-note": ("Attachment Note", "Body Text"),
    "attachment": ("Attachment", "Body Text"),
    "attachment-title": ("Attachment Title", "heading 1"),
    "record": ("Record", "Body Text"),
}

CHARACTERS: Mapping[str, tuple[str, ...]] = {
    "strong": ("Strong",),
    "emphasis": ("Emphasis",),
    "raised": ("Note Reference", "footnote reference"),
    "fact label": ("Fact Label", "Strong"),
    "link": ("Hyperlink",),
    "untranslated": ("Untranslated",),
    "proposed": ("Proposed",),
    "second": ("Second Language",),
    "qualifier": ("Key Figure Qualifier",),
    "table emphasis": ("Table Emphasis", "Emphasis"),
    "abbreviation": ("Abbreviation",),
}

TABLES: Mapping[str, tuple[str, ...]] = {
    "table": ("Report Table", "Table Grid"),
    "key figure": ("Key Figures",),
    "timeline": ("Timeline",),
    "columns": ("Language Columns",),
    "person": ("People",),
    "cover band": ("Cover Band",),
}

ROLES: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "paragraph": PARAGRAPHS,
    "character": CHARACTERS,
    "table": TABLES,
}
"""By the kind of the style, as the Word file names it."""

OPTIONAL = frozenset({"cover band", "columns", "abbreviation", "second"})
"""Roles without which a house style is whole: what they would set stands in its part like any other words."""
