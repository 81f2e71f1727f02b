"""The pages that lead to the files of an output: one for the secretariat, and one in each delegation's folder."""

from cieprep_docs.index.pages import make_delegation_pages, make_secretariat_pages
from cieprep_docs.index.sets import ListedFile

__all__ = ["ListedFile", "make_delegation_pages", "make_secretariat_pages"]
