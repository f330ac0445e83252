"""`onrecord speakers`: who is on the record."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.faces.cli.consoles import write_lines
from onrecord.faces.cli.listing import print_list
from onrecord.faces.cli.options import DEFAULT_STORE, Json, Limit, Store

Name = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Known under this name.")]


def speakers(
    context: typer.Context, by: Name = None, limit: Limit = None, json: Json = False, store: Store = DEFAULT_STORE
) -> None:
    """List speakers, those with the most statements first; or correct who is who."""
    if context.invoked_subcommand:
        return
    import msgspec

    from onrecord.faces.cli.views.speaker_table import show_speakers
    from onrecord.store import open_store

    with open_store(store) as record:
        found = record.speakers(by=by, limit=limit)
        if json:
            write_lines(map(msgspec.json.encode, found))
        else:
            print_list(found, show_speakers, "speaker", limit=limit)
