"""`onrecord read`: one page's record, or many, without a store."""

from __future__ import annotations

import typer

from onrecord.faces.cli import exit_codes
from onrecord.faces.cli.consoles import message_console, output_console, write_lines
from onrecord.faces.cli.options import DEFAULT_MODEL, AllowPrivate, Contact, Jobs, Json, MinScore, Model, Plain, Sources
from onrecord.faces.cli.rejections import print_rejection
from onrecord.schema import Outcome, Reading, RejectedPage, encode_outcome


def read(
    sources: Sources,
    min_score: MinScore = None,
    json: Json = False,
    plain: Plain = False,
    jobs: Jobs = 1,
    model: Model = DEFAULT_MODEL,
    contact: Contact = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Read pages and show who said what in them.

    Nothing is stored.
    """
    from onrecord.faces.cli.filters import without_guesses
    from onrecord.faces.cli.reading import page_settings, read_sources
    from onrecord.store.filters import check_score

    check_score(min_score)
    show = _print_json if json else _Printer()
    rejected = 0
    settings = page_settings(plain=plain, contact=contact, allow_private=allow_private)
    for _, outcome in read_sources(sources, settings, jobs=jobs, model=model):
        show(without_guesses(outcome, min_score))
        if isinstance(outcome, RejectedPage):
            print_rejection(message_console(), outcome)
            rejected += 1
    if rejected:
        raise typer.Exit(exit_codes.SOME_REJECTED)


def _print_json(outcome: Outcome) -> None:
    write_lines([encode_outcome(outcome)])


class _Printer:
    """Prints readings below each other, a rule between two."""

    def __init__(self) -> None:
        self._console = output_console()
        self._printed = 0

    def __call__(self, outcome: Outcome) -> None:
        from onrecord.faces.cli.views.reading_view import show_reading

        if isinstance(outcome, Reading):
            if self._printed:
                self._console.rule(style="dim")
            show_reading(self._console, outcome)
            self._printed += 1
