"""Corpora store tokens; a model reads running text. Here tokens become text again, with the place of each."""

from __future__ import annotations

from collections.abc import Sequence

Place = tuple[int, int]
_NO_SPACE_BEFORE = frozenset(".,;:!?%)]}…”’") | {
    "'s",
    "'S",
    "n't",
    "'re",
    "'ve",
    "'ll",
    "'d",
    "'m",
    "...",
    "’s",
    "-",
    "/",
}
_NO_SPACE_AFTER = frozenset("([{$£€#“‘-/")


def place_tokens(text: str, tokens: Sequence[str]) -> list[Place] | None:
    """Find the tokens one after another in the `text` that a corpus gives for them; None where they don't fit."""
    places: list[Place] = []
    at = 0
    for token in tokens:
        start = text.find(token, at)
        if start < 0 or text[at:start].strip():
            return None
        at = start + len(token)
        places.append((start, at))
    return places


def join_tokens(tokens: Sequence[str]) -> tuple[str, list[Place]]:
    """Write tokens as people do: `said ( in 1980 ) that " no "` → `said (in 1980) that "no"`."""
    text = ""
    places: list[Place] = []
    glued = True
    opened: set[str] = set()
    for number, token in enumerate(tokens):
        shown = {"``": '"', "''": '"'}.get(token, token)
        closes = shown in opened
        if shown in ('"', "'") and not closes and _is_possessive(shown, tokens, number):
            closes, mark = True, False
        else:
            mark = shown in ('"', "'")
        if not glued and not closes and not _hugs_left(shown, tokens, number):
            text += " "
        places.append((len(text), len(text) + len(shown)))
        text += shown
        glued = _hugs_right(shown, tokens, number) or (mark and not closes)
        if mark:
            opened ^= {shown}
    return text, places


def _is_possessive(token: str, tokens: Sequence[str], number: int) -> bool:
    """`the voters ' choice`: a lone apostrophe after a plural, with no closing partner later."""
    return token == "'" and number > 0 and tokens[number - 1][-1:] in "sS" and "'" not in tokens[number + 1 :]


def _hugs_left(token: str, tokens: Sequence[str], number: int) -> bool:
    """Hyphens and slashes glue only between words: `pro-EU`, but ` - ` as a dash keeps its spaces."""
    if token in "-/":
        return token == "/" and 0 < number < len(tokens) - 1
    return token in _NO_SPACE_BEFORE


def _hugs_right(token: str, tokens: Sequence[str], number: int) -> bool:
    if token == "-":
        return False
    return token in _NO_SPACE_AFTER and number < len(tokens) - 1
