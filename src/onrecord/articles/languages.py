"""The language of a text, found offline: its script, then its commonest words.

A news text has one function word in three; a few hundred words tell related languages apart (measured in
docs/scores.md). What is too short to tell stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from onrecord.articles.stop_words import BY_SCRIPT

SAMPLE = 1600
"""Characters that are looked at."""
_BEGINNING = 500
_MOSTLY = 0.88
_LEAST_WORDS = 20
_LEAST_SHARE = 0.03
_DENIED_SHARE = 0.02
_LEAST_LEAD = 1.15
_MANY_WORDS = 60
_PLAIN = 200
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)?")
_DECLARED = re.compile(r"^(?!utf)([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*$", re.IGNORECASE)
# Scripts in which one language is written that news are read in, or nearly one.
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("latin", "A-Za-z\u00c0-\u024f\u1e00-\u1eff"), ("cyrillic", "\u0400-\u04ff"),
    ("ja", "\u3040-\u30ff"), ("ko", "\uac00-\ud7af\u1100-\u11ff"), ("zh", "\u4e00-\u9fff"), ("el", "\u0370-\u03ff"),
    ("he", "\u0590-\u05ff"), ("th", "\u0e00-\u0e7f"), ("ka", "\u10a0-\u10ff"), ("hy", "\u0530-\u058f"),
    ("bn", "\u0980-\u09ff"), ("ta", "\u0b80-\u0bff"), ("te", "\u0c00-\u0c7f"), ("gu", "\u0a80-\u0aff"),
    ("pa", "\u0a00-\u0a7f"), ("ml", "\u0d00-\u0d7f"), ("kn", "\u0c80-\u0cff"), ("km", "\u1780-\u17ff"),
    ("my", "\u1000-\u109f"), ("si", "\u0d80-\u0dff"), ("am", "\u1200-\u137f"),
    ("arabic", "\u0600-\u06ff"), ("devanagari", "\u0900-\u097f"),
)  # fmt: skip
_OF_SCRIPT = re.compile("|".join(f"([{characters}]+)" for _, characters in _SCRIPTS))
# Kana mark Japanese, whose text is mostly ideographs; a language that a page declares is more exact than its family.
_KANA_SHARE = 0.08
_FAMILIES = (
    frozenset(("no", "nb", "nn", "da")), frozenset(("hr", "sr", "bs", "me", "sh")), frozenset(("id", "ms")),
    frozenset(("cs", "sk")), frozenset(("gl", "pt", "es")), frozenset(("ca", "es")), frozenset(("nl", "af")),
    frozenset(("fa", "ar", "ur", "ps")), frozenset(("hi", "mr", "ne")), frozenset(("tl", "fil")),
    frozenset(("he", "iw")),
)  # fmt: skip


def settle_language(declared: Sequence[str], text: str) -> str | None:
    """The declared language, unless the text is plainly in another: templates declare "en" on Spanish pages.

    Where the text denies what is declared, but is in no language that is known here, the language stays unknown.
    """
    stated = next((found[1].lower() for value in declared if (found := _DECLARED.match(value.strip()))), None)
    # A beginning that is in the declared language is enough; only where they differ it takes more to tell.
    if stated is not None and detect_language(text[:_BEGINNING]) == stated:
        return stated
    detected = detect_language(text)
    if stated is None or detected == stated or any({stated, detected} <= kin for kin in _FAMILIES):
        return stated or detected
    if detected is None:
        return None if _is_denied(stated, text[:SAMPLE]) else stated
    return detected if len(text) > _PLAIN else stated


def _is_denied(stated: str, sample: str) -> bool:
    """Does a text hardly use the commonest words of the language that is declared?"""
    own = next((languages[stated] for languages in BY_SCRIPT.values() if stated in languages), None)
    words = _WORD.findall(sample.lower())
    if own is None or len(words) < _MANY_WORDS:
        return False
    common = set(own.split())
    return sum(word in common for word in words) < _DENIED_SHARE * len(words)


def detect_language(text: str) -> str | None:
    """ISO 639-1 code, or None where the text is too short, mixed, or in a language that isn't known here."""
    sample = text[:SAMPLE]
    script = "latin" if sample.strip() and _is_mostly_ascii(sample) else _script(sample)
    if script is None or script not in BY_SCRIPT:
        return script
    words = _WORD.findall(sample.lower())
    if len(words) < _LEAST_WORDS:
        return None
    return _commonest(words, script)


def _is_mostly_ascii(sample: str) -> bool:
    """Latin letters with some accents and dashes; an eighth of ideographs would say as much as the rest."""
    return sample.isascii() or len(sample.encode("ascii", "ignore")) > _MOSTLY * len(sample)


def _script(sample: str) -> str | None:
    lengths: Counter[int] = Counter()
    for found in _OF_SCRIPT.finditer(sample):
        lengths[found.lastindex or 0] += found.end() - found.start()
    if not lengths:
        return None
    names = {_SCRIPTS[number - 1][0]: length for number, length in lengths.items()}
    if names.get("ja", 0) > _KANA_SHARE * (names.get("zh", 0) + names.get("ja", 0)) and names["ja"] > 10:
        names["ja"] += names.pop("zh", 0)
    # An ideograph says as much as three letters: names of firms in Latin letters don't make a Chinese text English.
    for dense in ("zh", "ja", "ko"):
        if dense in names:
            names[dense] *= 3
    return max(names, key=names.__getitem__)


def _commonest(words: Sequence[str], script: str) -> str | None:
    weights = _weights(script)
    scores: defaultdict[str, float] = defaultdict(float)
    for word in words:
        for language, weight in weights.get(word, ()):
            scores[language] += weight
    ranked = sorted(scores.items(), key=lambda scored: scored[1], reverse=True)[:2]
    if not ranked or ranked[0][1] < _LEAST_SHARE * len(words):
        return None
    lead = ranked[0][1] / ranked[1][1] if len(ranked) > 1 else _LEAST_LEAD
    return ranked[0][0] if lead >= _LEAST_LEAD or len(words) > _MANY_WORDS else None


@cache
def _weights(script: str) -> dict[str, tuple[tuple[str, float], ...]]:
    """Word → the languages that it is common in, each with a weight: the fewer languages, the heavier."""
    languages: dict[str, list[str]] = {}
    for language, words in BY_SCRIPT[script].items():
        for word in dict.fromkeys(words.split()):
            languages.setdefault(word, []).append(language)
    return {word: tuple((language, len(known) ** -0.7) for language in known) for word, known in languages.items()}
