"""Translations on paper for people who never saw a catalog: a Word table or a workbook, and what they changed in it."""
