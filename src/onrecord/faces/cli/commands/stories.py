"""`onrecord stories`: which texts several papers carry, and where each began."""

from __future__ import annotations

from onrecord.faces.cli.listing import print_list
from onrecord.faces.cli.options import DEFAULT_STORE, Json, Limit, Store


def stories(limit: Limit = None, json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """List stories that more than one article carries: the origin, its versions, and its copies elsewhere.

    The most carried come first.
    """
    import msgspec

    from onrecord.faces.cli.consoles import write_lines
    from onrecord.faces.cli.views.story_view import show_stories
    from onrecord.store import open_store

    with open_store(store) as record:
        found = record.connections.stories(limit=limit)
        if json:
            write_lines(msgspec.json.encode(story) for story in found)
        else:
            print_list(found, show_stories, "story", limit=limit)
