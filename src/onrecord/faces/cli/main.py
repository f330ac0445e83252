"""The entry point of the `onrecord` command."""

from __future__ import annotations


def main() -> None:
    """Run the command line. Exit codes: 0 done, 1 some pages rejected, 2 usage, 3 environment."""
    from onrecord.faces.cli.application import app

    app()


if __name__ == "__main__":
    main()
