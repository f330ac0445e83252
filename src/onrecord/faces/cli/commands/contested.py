"""`onrecord contested`: what is disputed, and by whom."""

from __future__ import annotations

from onrecord.faces.cli.listing import print_list
from onrecord.faces.cli.options import DEFAULT_STORE, About, Json, Limit, Store


def contested(about: About = None, limit: Limit = None, json: Json = False, store: Store = DEFAULT_STORE) -> None:
    """List contested claims: the wording, and who stands where on it.

    A claim is contested where different speakers stand on different sides. OnRecord keeps the sides and gives no
    verdict. Reprints of one story count as one origin.
    """
    import msgspec

    from onrecord.faces.cli.consoles import write_lines
    from onrecord.faces.cli.views.claim_view import show_claims
    from onrecord.store import open_store

    with open_store(store) as record:
        claims = record.connections.contested(about=about, limit=limit)
        if json:
            write_lines(msgspec.json.encode(claim) for claim in claims)
        else:
            print_list(claims, show_claims, "contested claim", limit=limit)
