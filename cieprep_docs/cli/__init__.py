"""The command line: arguments become calls, results become text and an exit code."""

__all__ = ["main"]


def main() -> None:
    """Run the program; what only its first process needs is imported there alone, not by the workers of a build."""
    from cieprep_docs.cli.app import main as run  # noqa: PLC0415 - as said

    run()
