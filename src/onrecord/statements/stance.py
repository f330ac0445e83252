"""How a source stands to what is attributed to it, by the words of the cue. Definitions: docs/stance.md."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, cast, get_args

from onrecord.schema import Stance
from onrecord.statements.inflection import noun_forms, verb_forms

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*(?:'[a-z]+)?")
_NEGATIONS: Final = frozenset({"not", "never", "no", "neither", "without", "cannot", "nothing", "nobody", "none"})
_NO_NEGATION: Final = (["only"], ["just"], ["merely"], ["simply"], ["help"])  # "can't help but worry" worries
_REFUSALS: Final = frozenset(
    {"refuse", "refuses", "refused", "refusing", "decline", "declines", "declined", "declining"}
)  # fmt: skip
_FAILURES: Final = frozenset({"fail", "fails", "failed", "failing"})
_COMPLEMENTS: Final = frozenset({"accepts", "confirms", "denies", "rejects", "doubts"})
_DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "that"})
_LONGEST: Final = 4
# "Trump said he would never accept it", "“We reject this,” she said": what follows the speaker's own pronoun.
_OWN_WORDS = re.compile(
    r"[^\w]*(?:that )?(i|we|he|she|it|they) (?:(?:would|will|do|does|did|can|could|has|have|had|am|are|is) )?"
    r"((?:not|never|no longer) )?(?:(?:also|fully|strongly|firmly|flatly|categorically|ever) )*"
    r"([a-z]+)\b(?: (to)\b)?"
)
_QUESTION = re.compile(
    r"(?:and |but |so )?(?:who|what|when|where|why|how|which|whose|am|is|are|was|were|do|does|did|can|could|will|would|"
    r"should|have|has|had|may|might|must)(?:n't)?\b[^.!?”\"]*\?$"
)
_TELLING: Final = frozenset({"tell", "tells", "told", "telling"})
_ASKING: Final = frozenset({"ask", "asks", "asked", "asking"})
_WARNING: Final = frozenset({"warn", "warns", "warned", "warning", "caution", "cautions", "cautioned", "cautioning"})
_DENYING: Final = frozenset({"deny", "denies", "denied", "denying"})
_GIVEN: Final = (
    r"(?:visas?|entry|access|bail|parole|asylum|permission|permits?|licen[sc]es?|requests?|appeals?|petitions?|"
    r"motions?|applications?|bids?|benefits?|treatment|medical care|help|aid|food|coverage|credit|loans?|funding|"
    r"rights?|freedoms?|justice|due process|service|admission|boarding|passage|citizenship|residency|tenure|a chance|"
    r"opportunit(?:y|ies)|clemency|release)\b(?! (?:is|was|were|are|had|has|would|claims?|reports?|allegations?)\b)"
)
_LINKING: Final = frozenset({"linked"})
_OFFERING: Final = frozenset({"offer", "offers", "offered", "offering"})
_SPEECH: Final = (
    r"(?:optimism|praise|congratulations|condolences|sympathy|thoughts?|opinions?|views?|criticism|critique|defen[sc]e|"
    r"assessment|explanations?|details?|apolog(?:y|ies)|thanks|clues?|hints?|insights?|words?|evidence|proof|examples?|glimpse)"
)
# Verbs that what follows them turns; `|` stands between the rest of the cue and the content. "Told them | to leave" is
# an order, but “To be here is an honour” (in marks) a statement. "Denied him | entry" refuses what could be given.
# "Offered optimism" offers nothing; "linked the leak to the server" sets no condition.
_TURNS: Final[tuple[tuple[frozenset[str], re.Pattern[str], Stance], ...]] = (
    (_TELLING, re.compile(r"[^|]*\bto\||[^|]*\|\s*(?:not )?to\b"), "demands"),
    (_ASKING, re.compile(r"[^|]*\bto\b[^|]*\||[^|]*\|\s*(?:not )?(?:to|for)\b"), "demands"),
    (_WARNING, re.compile(r"[^|]*\|?\s*(?:[\w']+ ){0,3}?(?:not to|against)\b"), "demands"),
    (_DENYING, re.compile(rf"(?:[^|]*\|)?\s*(?:(?!that\b|any\b|\w+ing\b)[\w'-]+ ){{0,4}}?{_GIVEN}"), "rejects"),
    (_LINKING, re.compile(r"[^|]*\|\s*(?!it\b|them\b|this\b|that\b)(?:[\w'-]+ ){1,8}to\b"), "asserts"),
    (_OFFERING, re.compile(rf"(?:[^|]*\|)?\s*(?:[\w']+ ){{0,3}}?{_SPEECH}\b"), "asserts"),
)
_WISHING: Final = frozenset({"want", "wants", "wanted", "wish", "wishes", "wished", "like"})
_STRESSING: Final = frozenset(
    {"note", "stress", "emphasize", "emphasise", "underline", "clarify", "reiterate", "mention", "add", "remind", "say"}
)
_PLAIN: Final = _TELLING | {"say", "says", "said", "saying", "add", "adds", "added", "adding", "write", "wrote"}
_ASSERTED_OFTEN: Final = frozenset(
    {"wish", "want", "wants", "wanted", "plan", "question", "sign", "pass", "back", "set"}
)


@dataclass(frozen=True)
class _Lexicon:
    """Sequences of words and the stance of each; and the words that pass on to the verb after `to`."""

    stances: Mapping[tuple[str, ...], Stance]
    passing: frozenset[str]


@dataclass(frozen=True)
class _Match:
    """An entry of the lexicon found in a cue: `words[start:end]`."""

    start: int
    end: int
    stance: Stance


def stance_of(cue: str, content: str) -> tuple[Stance, bool]:
    """Return the cue's stance and whether the cue negates it: `did not deny` → denies, True.

    A cue without a stance of its own (`said`) asserts, unless the content names one in the first person or refuses
    outright. A content that is one question is asked.
    """
    words = _words(cue)
    found = _find(words)
    if found is None:
        return _neutral(content), _negated(words)
    stance, negated = _complemented(words, found, content), _negated(words[: found.start + 1])
    if stance == "asserts" and not negated and words[found.start] in _PLAIN:
        stance = _neutral(content)
    return _after_refusal(words, found, stance, negated)


def _words(cue: str) -> list[str]:
    """Lower-case words; `didn't` is two of them."""
    lowered = cue.lower().replace("’", "'")
    return _WORD.findall(re.sub(r"n't\b", " not", lowered.replace("can't", "can not").replace("won't", "will not")))


def _find(words: Sequence[str]) -> _Match | None:
    """Take the entry that stands first, the longest of those; pass over the `sought` of `sought to deny`."""
    noun: _Match | None = None
    for start in range(len(words)):
        match = _longest(words, start)
        if match is None:
            continue
        if match.stance == "asserts" and words[max(start - 1, 0)] in _DETERMINERS:
            noun = noun or match  # "a claim echoed" is an echo
            continue
        if words[match.end - 1] in _WISHING and _stresses(words[match.end :]):
            return None  # "I want to note that …" notes
        passes = words[match.start] in _lexicon().passing and words[match.end : match.end + 1] == ["to"]
        return (_longest(words, match.end + 1) if passes else None) or match
    return noun


def _stresses(rest: Sequence[str]) -> bool:
    return rest[:1] == ["to"] and bool(_STRESSING & set(rest[1:3]))


def _longest(words: Sequence[str], start: int) -> _Match | None:
    for length in range(min(_LONGEST, len(words) - start), 0, -1):
        stance = _lexicon().stances.get(tuple(words[start : start + length]))
        if stance:
            return _Match(start, start + length, stance)
    return None


def _negated(words: Sequence[str]) -> bool:
    """`did not deny`, `no longer expects`, `failed to confirm`; but `not only denied` is a denial."""
    for number, word in enumerate(words):
        following = words[number + 1 : number + 2]
        if word in _NEGATIONS and following not in _NO_NEGATION:
            return True
        if word in _FAILURES and following == ["to"]:
            return True
    return words[:2] == ["stopped", "short"]


def _after_refusal(words: Sequence[str], found: _Match, stance: Stance, negated: bool) -> tuple[Stance, bool]:
    """`refused to endorse` rejects; `declined to confirm` is a confirmation negated; `declined to comment` rejects."""
    refusal = words[found.start] in _REFUSALS
    if not refusal or words[found.end : found.end + 1] != ["to"]:
        return stance, negated
    refused = _longest(words, found.end + 1)
    if refused is None or refused.stance not in _COMPLEMENTS or refused.stance == "accepts":
        return "rejects", negated
    return refused.stance, not negated


def _complemented(words: Sequence[str], found: _Match, content: str) -> Stance:
    """What follows a cue can turn it: `asked whether` asks, `asked [Congress] to act` demands."""
    following = " ".join(words[found.end :]) + "|" + content.lower()
    for forms, pattern, stance in _TURNS:
        if words[found.start] in forms and found.end - found.start == 1 and pattern.match(following):
            return stance
    return found.stance


def _neutral(content: str) -> Stance:
    """The stance that a content names itself, where that is beyond doubt; else asserts."""
    lowered = content.lower().replace("’", "'")
    lowered = re.sub(r"\bcan't\b|\bcannot\b", "can not", re.sub(r"\bwon't\b", "will not", lowered))
    lowered = re.sub(r"n't\b", " not", re.sub(r"'ll\b", " will", re.sub(r"'(?:ve|d)\b", " have", lowered)))
    own = _OWN_WORDS.match(lowered)
    if own and (own[1] in ("i", "we") or content.lstrip()[:1] not in "\"“'‘«"):
        return _own_stance(*own.groups())
    return "asks" if _QUESTION.match(lowered.strip(" \"'”’»“‘")) else "asserts"


def _own_stance(pronoun: str, negation: str | None, verb: str, to: str | None) -> Stance:
    """In the first person any stance counts; in the third, which may be another's, only a refusal or an acceptance."""
    stance = _lexicon().stances.get((verb,), "asserts")
    if verb in _ASSERTED_OFTEN or (to and stance not in ("accepts", "rejects", "offers", "expects")):
        return "asserts"
    if negation:
        return "rejects" if stance == "accepts" else "asserts"
    if pronoun in ("i", "we") or stance in ("accepts", "rejects"):
        return stance
    return "asserts"


@cache
def _lexicon() -> _Lexicon:
    table = tomllib.loads((files("onrecord.statements") / "stances.toml").read_text(encoding="utf-8"))
    inflection = table["inflection"]
    doubling = frozenset(cast(str, inflection["doubling"]).split())
    irregular = _irregular(inflection["irregular_forms"])
    stances: dict[tuple[str, ...], Stance] = {}
    for stance in get_args(Stance):
        for entry in _entries(table[stance], doubling, irregular):
            stances[entry] = stance  # a later stance is the stronger claim to a shared form
    passing = [verb_forms(word, doubling, irregular) for word in cast(str, table["passing"]["words"]).split()]
    return _Lexicon(stances, frozenset[str]().union(*passing))


def _irregular(listed: Sequence[str]) -> dict[str, frozenset[str]]:
    return {forms.split()[0]: frozenset(forms.split()) for forms in listed}


def _entries(
    table: Mapping[str, Any], doubling: frozenset[str], irregular: Mapping[str, frozenset[str]]
) -> list[tuple[str, ...]]:
    """All inflected sequences of words of one stance's table."""
    own = {**irregular, **_irregular(table.get("irregular", []))}
    verbs = set(cast(str, table.get("verbs", "")).split()) | set(_irregular(table.get("irregular", [])))
    entries = [(form,) for verb in verbs for form in verb_forms(verb, doubling, own)]
    entries += [(form,) for noun in cast(str, table.get("nouns", "")).split() for form in noun_forms(noun)]
    for phrase in cast(list[str], table.get("phrases", [])):
        head, *rest = phrase.split()
        forms = verb_forms(head[1:], doubling, own) if head.startswith("~") else [head]
        entries += [(form, *rest) for form in forms]
    return entries
