"""What of a content is compared: its terms, which of them are denied, names, numbers, time."""

from __future__ import annotations

import re

import msgspec

from onrecord.claims.moods import Mood, days_in, is_day, mood_of
from onrecord.claims.names import fold, names_in
from onrecord.claims.polarity import blank_idle, is_negator, negators
from onrecord.claims.quantities import Quantity, quantities_in
from onrecord.claims.roles import Roles, find_roles, has_verb
from onrecord.claims.words import WORD, terms_of


class Meaning(msgspec.Struct, frozen=True):
    """A content in comparable pieces, in the order in which they stand.

    `terms` has names under their keys too, `aliases` all words of the names. `denied` says whether the content denies
    by itself, an even number of times being none, and `denials` gives for each negation the terms behind it. `clause`
    is false for what puts nothing forward by itself: "Mr. Trump's support for the group"; `vague` is true for what only
    its surroundings explain: "I like it".
    """

    terms: tuple[str, ...]
    names: tuple[str, ...]
    aliases: tuple[str, ...]
    denied: bool
    denials: tuple[tuple[str, ...], ...]
    quantities: tuple[Quantity, ...]
    days: tuple[str, ...]
    mood: Mood
    passive: bool
    clause: bool
    vague: bool
    words: int
    roles: Roles


_SENTENCE_END = re.compile(r"(?<=[a-z][.!?])[\"”’']*\s+(?=[\"“A-Z])")
# "Two soldiers were killed in the crash", "200 people died in the quake": who it happened to comes first.
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be)\s+(?:not\s+|\w+ly\s+)?(?!under\b)(?:\w+(?:ed|en|wn|ght|ung|ade|old|aid|one)|"
    r"shot|hit|put|cut|set|met|led|held|sent|kept|left|lost|felt|built|begun|run|sunk|won)\b|\bdie[sd]?\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset(
    {"i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "it", "its", "they", "them",
     "their", "this", "that", "these", "those"}
)  # fmt: skip
_ENOUGH_TERMS = 3
_DENIED_TERMS = 2
_COMMON_VERBS = (
    "hits?|runs?|ran|earns?|pays?|works?|violates?|protects?|backs?|hurts?|causes?|believes?|sees?|saw|seen|holds?|"
    "remains?|continues?|includes?|means?|shows?|leads?|rises?|falls?|grows?|wins?|loses?|takes?|gives?|gets?|puts?|"
    "sets?|kills?|uses?|seeks?|sought|tries|faces?|threatens?|lives?|owes?|owns?|costs?|creates?|deserves?|represents?|"
    "exists?|belongs?|agrees?|opposes?|keeps?|brings?|brought|becomes?|became|feels?|looks?|seems?|appears?|stands?|"
    "stood|sits?|fights?|fought|destroys?|flew|sank|cut|let|lies|came|lay|built|bore|drew|ate|wrote|taught|bought"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|shall|cannot|"
    rf"{_COMMON_VERBS}|won|lost|left|fell|rose|grew|knew|took|gave|made|led|met|paid|sold|bought|sent|"
    rf"kept|began|broke|spoke|stole|fled|"
    r"shot|held|went|came|got|told|found|felt|wants?|needs?|thinks?|knows?|likes?|loves?|says?|"
    r"makes?|goes|comes|\w{2,}ed|"
    r"\w+n[’']t|(?:I|you|we|they)[’'](?:m|re|ve|ll|d)|(?:it|he|she|that|there|who|what)[’']s)\b|"
    r"^(?:I|we|he|she|it|they) \w+s\b",
    re.IGNORECASE,
)


def find_meaning(text: str, *, denied: bool, clause: bool = False) -> Meaning:
    """Take a wording apart; `denied` where its frame has denied it already ("it is false that …"),
    `clause` where it is known to be one though no verb shows it: "Kyiv shelling the plant".
    """
    plain = blank_idle(text)
    places = names_in(plain)
    words = [(match.start(), match[0]) for match in WORD.finditer(plain)]
    shown = [word for _, word in words]
    terms = _terms(words, places)
    # "I did not email any. There is no such material." denies once: by its first sentence.
    deniers = negators(WORD.findall(_SENTENCE_END.split(plain, maxsplit=1)[0]))
    return Meaning(
        terms=tuple(term for _, term in terms),
        names=tuple(dict.fromkeys(key for _, _, key in places)),
        aliases=tuple(sorted({word for start, end, key in places for word in (*fold(plain[start:end]).split(), key)})),
        denied=denied ^ (len(deniers) % 2 == 1),
        denials=tuple(tuple(term for at, term in terms if at > place)[:_DENIED_TERMS] for place in deniers),
        quantities=quantities_in(text),
        days=days_in(text),
        mood=mood_of(text),
        passive=_PASSIVE.search(plain) is not None,
        clause=clause or _VERB.search(text) is not None or has_verb(shown),
        vague=_is_vague(shown, len({term for _, term in terms} - {key for _, _, key in places})),
        words=len(words),
        roles=find_roles(shown, terms),
    )


def _is_vague(words: list[str], terms: int) -> bool:
    """A pronoun for which no name was found, and little besides."""
    return terms < _ENOUGH_TERMS and any(word.lower().split("'")[0].split("’")[0] in _PRONOUNS for word in words)


def _terms(words: list[tuple[int, str]], places: list[tuple[int, int, str]]) -> list[tuple[int, str]]:
    """Number and term of each word; the words of a name are one term, its key."""
    terms: list[tuple[int, str]] = []
    inside = {number: key for number, (at, _) in enumerate(words) for start, end, key in places if start <= at < end}
    for number, term in terms_of([word for _, word in words]):
        if number not in inside and not is_day(words[number][1]):
            terms.append((number, term))
    firsts: dict[str, int] = {}
    for number, key in inside.items():
        firsts.setdefault(key, number)
    return sorted([*terms, *((number, key) for key, number in firsts.items())])


def affirmed(text: str) -> str:
    """The wording without its negations, for embedding: "the talks have not begun" is about whether they have."""
    return " ".join(word for word in blank_idle(text).split() if not is_negator(word.strip(".,;:!?\"“”’'")))
