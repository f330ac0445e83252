"""The options that commands share, each written once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, get_args

import typer

from onrecord.language.shipped import DEFAULT_MODEL as DEFAULT_MODEL
from onrecord.schema import Form as forms
from onrecord.schema import Stance as stances
from onrecord.schema import Verdict as verdicts


def _choices(values: tuple[str, ...]) -> str:
    return f"One of: {', '.join(values)}."


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE", help="Files, folders, http(s) addresses, or - for standard input.", show_default=False
    ),
]
Plain = Annotated[bool, typer.Option("--plain", help="Text files are an article's clean text: leave nothing out.")]
Contact = Annotated[
    str | None,
    typer.Option(
        "--contact",
        metavar="ADDRESS",
        envvar="ONRECORD_CONTACT",
        help="Tell the sites whose pages are fetched where to reach you: a page or mailto: address.",
    ),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Fetch from this machine and its network too: only addresses that you trust."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object per line.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Read with this many processes.")]
Model = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="NAME",
        envvar="ONRECORD_MODEL",
        help="The language model: onrecord-en, or onrecord-en-fast, which finds a little less in less time.",
    ),
]
Store = Annotated[
    Path, typer.Option("--store", "-s", metavar="FILE", help="The file of the record.", envvar="ONRECORD_STORE")
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Said by this speaker.")]
About = Annotated[
    str | None, typer.Option("--about", metavar="WORDS", help='Has all these words; "these words" stand together.')
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="From this year, month or day on.")]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to and with it.")]
Form = Annotated[str | None, typer.Option("--form", metavar="FORM", help=_choices(get_args(forms)))]
Stance = Annotated[str | None, typer.Option("--stance", metavar="STANCE", help=_choices(get_args(stances)))]
MinScore = Annotated[
    float | None, typer.Option("--min-score", metavar="SCORE", help="At least this probably right: 0 to 1.")
]
Reviewed = Annotated[
    str | None,
    typer.Option(
        "--reviewed",
        metavar="WHICH",
        help="By what a person said. " + _choices(("yes", "no", *get_args(verdicts), "all")),
    ),
]
Rejected = Annotated[bool, typer.Option("--rejected", help="Those that a person rejected: else they are left out.")]
Because = Annotated[str, typer.Option("--because", metavar="WHY", help="The reason, for whoever asks later.")]
Who = Annotated[
    str | None,
    typer.Option("--who", metavar="YOU", envvar="ONRECORD_WHO", help="Who says so; else this account's name."),
]
Limit = Annotated[int | None, typer.Option("--limit", "-n", metavar="N", help="At most this many.")]

DEFAULT_STORE = Path("record.db")
