"""How a source stands to what is attributed to it, by its cue and, where that is silent, its content.

Definitions and examples: docs/stance.md. Every rule was made on the two thirds of the labelled attributions that are
open (`python -m onrecord.evaluation.stance`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.schema import Stance
from onrecord.statements.complements import turned
from onrecord.statements.content_stance import stance_of_content
from onrecord.statements.cue_lexicon import CueLexicon, Match, cue_lexicon, plain_words, spelled_out
from onrecord.statements.negation import is_negated, is_unwilling

_REFUSALS: Final = frozenset(
    {"refuse", "refuses", "refused", "refusing", "refusal", "decline", "declines", "declined", "declining"}
)
# To decline to say a thing leaves it unsaid; to decline to comment or to pay turns something down.
_TELLING_REFUSED: Final = frozenset({"say", "tell", "speculate", "specify", "identify", "name", "elaborate", "explain"})
_COMPLEMENTS: Final = frozenset({"confirms", "denies", "rejects", "doubts"})
_DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "that"})
_WISHING: Final = frozenset({"want", "wants", "wanted", "wish", "wishes", "wished", "like"})
# "I want to note that …" notes, and "would like to thank the crew" thanks.
_STRESSING: Final = frozenset(
    {
        "note",
        "stress",
        "emphasize",
        "emphasise",
        "underline",
        "clarify",
        "reiterate",
        "mention",
        "add",
        "remind",
        "say",
        "congratulate",
        "thank",
        "discuss",
        "express",
        "welcome",
        "commend",
    }
)
# "announced their support", "signaled willingness to talk": what is announced says where they stand.
_CARRIED = re.compile(
    r"(?:(?:his|her|its|their|my|our|the|a|an|full|strong|[a-z]+'s) )*"
    r"(?:(?:letter|statement|memo|e-?mail|tweet|ad|petition|paper|brief)s? )?"
    r"([a-z]+)\b"
)


def stance_of(cue: str, content: str, source: str = "") -> tuple[Stance, bool]:
    """Return the stance and whether the cue denies it: `did not deny` → denies, True.

    `source` helps where a paraphrase names its source anew: the campaign's spokesman `said the campaign plans to sue`.
    """
    words = plain_words(cue)
    lexicon = cue_lexicon()
    found = _find(words, lexicon)
    if found is None:
        return stance_of_content(content, source, is_speech=not words), is_negated(words, len(words))
    stance, negated = _turned(words, found, content), is_negated(words, found.start)
    if stance == "asserts" and found.stance == "asserts" and not negated:
        stance = _silent(words, found, content, source)
    if stance == "accepts" and negated and is_unwilling(words, found.start):
        return "rejects", False
    return _after_refusal(words, found, content, (stance, negated))


def _silent(words: Sequence[str], found: Match, content: str, source: str) -> Stance:
    """The content's stance after a cue that only tells; that of a noun which the cue carries."""
    lexicon, verb = cue_lexicon(), words[found.start]
    if verb in lexicon.carrying:
        carried = _CARRIED.match(spelled_out(content))
        noun = lexicon.stances.get((carried[1],)) if carried else None
        if noun and noun != "asserts":
            return noun
    return stance_of_content(content, source) if verb in lexicon.telling else "asserts"


def _find(words: Sequence[str], lexicon: CueLexicon) -> Match | None:
    """Take the entry that stands first, the longest of those; `sought to deny` and `expressed doubt` hand on."""
    noun: Match | None = None
    for start in range(len(words)):
        match = lexicon.longest(words, start)
        if match is None:
            continue
        if match.stance == "asserts" and words[max(start - 1, 0)] in _DETERMINERS:
            noun = noun or match  # "a claim echoed" is an echo
            continue
        if words[match.end - 1] in _WISHING and _stresses(words[match.end :]):
            return None  # "I want to note that …" notes
        return _handed_on(words, match, lexicon) or match
    return noun


def _stresses(rest: Sequence[str]) -> bool:
    return rest[:1] == ["to"] and bool(_STRESSING & set(rest[1:3]))


def _handed_on(words: Sequence[str], match: Match, lexicon: CueLexicon) -> Match | None:
    verb = words[match.start]
    if verb in lexicon.passing and words[match.end : match.end + 1] == ["to"]:
        return lexicon.longest(words, match.end + 1)
    if verb not in lexicon.carrying:
        return None
    later = (lexicon.longest(words, start) for start in range(match.end, len(words)))
    return next((one for one in later if one and one.stance != "asserts"), None)


def _turned(words: Sequence[str], found: Match, content: str) -> Stance:
    if found.end - found.start > 1:
        return found.stance
    following = " ".join(words[found.end :]) + "|" + spelled_out(content).lstrip()
    return turned(words[found.start], following) or found.stance


def _after_refusal(words: Sequence[str], found: Match, content: str, own: tuple[Stance, bool]) -> tuple[Stance, bool]:
    """`refused to endorse` rejects; `declined to confirm`, in cue and content together, is a confirmation denied."""
    if words[found.start] not in _REFUSALS:
        return own
    rest = [*words[found.end :], *plain_words(content)[:6]]
    if rest[:1] != ["to"]:
        return own
    if rest[1:2] and rest[1] in _TELLING_REFUSED:
        return "asserts", True
    refused = cue_lexicon().longest(rest, 1)
    if refused is None or refused.stance not in _COMPLEMENTS:
        return "rejects", own[1]
    return refused.stance, not own[1]
