"""Floor 2: source spans become entities with a name, a kind and a role; entities of many articles become speakers."""

from onrecord.speakers.appearances import RULES, find_appearances
from onrecord.speakers.identity import Identified, identify
from onrecord.speakers.resolve import Resolution, resolve_speakers

__all__ = ["RULES", "Identified", "Resolution", "find_appearances", "identify", "resolve_speakers"]
