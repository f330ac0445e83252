"""Floor 2: source spans become entities with a name, a kind and a role."""

from onrecord.speakers.resolve import Resolution, resolve_speakers

__all__ = ["Resolution", "resolve_speakers"]
