"""The document tree laid out on slides, before any file is written."""
