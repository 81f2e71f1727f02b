"""The command line: arguments become calls, results become text and an exit code."""

from cieprep_docs.cli.app import main

__all__ = ["main"]
