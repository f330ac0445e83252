"""Places that speak: "Kyiv denied" is Ukraine, "Moscow" Russia; the Kremlin and the White House keep their names."""

from __future__ import annotations

from onrecord.speakers.clusters import Referent
from onrecord.speakers.knowledge import Knowledge
from onrecord.speakers.names import ProperName


def speaking_place(place: Referent, referents: list[Referent], knowledge: Knowledge) -> Referent:
    """Return who speaks where a place does: its government under the country's name, or the town itself.

    A capital and its country are one speaker in an article: `referents` gains it once.
    """
    joined = " ".join(place.words)
    country = knowledge.country(joined) or (knowledge.country(place.name) if place.name else None)
    name = country or place.name
    for referent in referents:
        if referent.kind == "organisation" and referent.name == name:
            break
    else:
        referent = Referent(name, "organisation", tuple(name.lower().split()))
        referents.append(referent)
    referent.mentions.update(place.mentions)
    return referent


def owner_country(name: ProperName, knowledge: Knowledge) -> str | None:
    """The country that an adjective, a capital or a seat of power stands for: "Kremlin leader" is Russia's."""
    joined = " ".join(name.words)
    if body := knowledge.bodies.get(joined):
        return body[1]
    return knowledge.country(joined) or knowledge.country(name.text)
