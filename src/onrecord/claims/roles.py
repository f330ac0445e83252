"""Who does what to whom, as far as the order of words shows it.

"The army shelled the rebels' camp" and "rebels shelled the army's camp" have all words in common and are two claims;
"the camp was shelled by the army" is the first of them again. No parser: the first finite verb parts a clause, what
stands before it is the subject, "by" names who did it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple, cast

import msgspec

_BE: Final = frozenset(
    {"is", "are", "was", "were", "be", "been", "being", "am", "isn't", "aren't", "wasn't", "weren't", "get", "gets",
     "got"}
)  # fmt: skip
_AUXILIARY: Final = _BE | frozenset(
    {"has", "have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "shall",
     "should", "cannot", "can't", "couldn't", "won't", "wouldn't", "don't", "doesn't", "didn't", "hasn't",
     "haven't", "hadn't"}
)  # fmt: skip
_LINKS: Final = frozenset(
    {"in", "on", "at", "from", "of", "to", "for", "with", "without", "within", "over", "under", "after", "before",
     "since", "until", "by", "about", "as", "into", "onto", "through", "during", "between", "among", "against",
     "near", "because", "while", "when", "if", "although", "despite", "and", "or", "but", "than", "so"}
)  # fmt: skip
_WHICH: Final = frozenset({"who", "which", "that", "whose", "whom", "where"})
_DETERMINERS: Final = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "no",
     "any", "some", "all", "both", "every", "each", "two", "three", "four", "five", "six"}
)  # fmt: skip
_BETWEEN: Final = frozenset({"not", "never", "no", "longer", "to", "also", "now", "still", "already", "all", "ever"})
_LIGHT: Final = frozenset({"take", "make", "give", "carry", "have", "hold", "put", "do", "be"})
_THERE: Final = frozenset({"there", "it"})


class Roles(msgspec.Struct, frozen=True):
    """Terms of a clause by what they do in it, the head of each first; empty where the order doesn't show it.

    `actor` is who does it, `acted` on whom or what it is done, `act` the verb's term (empty for "is": then `acted` is
    what the subject is said to be), `rest` what follows behind a preposition.
    """

    actor: tuple[str, ...] = ()
    act: str = ""
    acted: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()


class Casting(NamedTuple):
    """How the parts of two clauses stand to each other: `crossed` where who did it to whom has changed round."""

    actor_clash: bool
    act_clash: bool
    acted_clash: bool
    crossed: bool
    agrees: bool


def compare_roles(one: Roles, other: Roles, near: Callable[[str, str], bool], names: Collection[str] = ()) -> Casting:
    """Hold two clauses against each other; `near` says whether two terms may mean the same or the contrary, `names`
    which terms are names: a Chinese ship is not a Philippine one.

    What only one of them tells is no clash: "the camp was shelled" leaves open who did it.
    """
    same_act = bool(one.act) and one.act == other.act
    actors = _meets(one.actor, other.actor, near) and not _named_apart(one.actor, other.actor, names)
    acted = _meets(one.acted, other.acted, near)
    across = _is_in(one.actor, other) or _is_in(other.actor, one)
    return Casting(
        actor_clash=actors is False,
        act_clash=bool(one.act and other.act) and not near(one.act, other.act) and not _told_elsewhere(one, other),
        acted_clash=acted is False,
        crossed=same_act and across and actors is not True and bool(one.acted and other.acted),
        agrees=same_act and actors is not False and acted is not False and (actors or acted) is True,
    )


def _meets(ones: Sequence[str], others: Sequence[str], near: Callable[[str, str], bool]) -> bool | None:
    """Do both name the same? None where one of the two names nothing."""
    if not ones or not others:
        return None
    return ones[0] in others or others[0] in ones or near(ones[0], others[0])


def _named_apart(ones: Sequence[str], others: Sequence[str], names: Collection[str]) -> bool:
    mine, theirs = ({term for term in terms if term in names} for terms in (ones, others))
    return bool(mine and theirs) and not mine & theirs


def _is_in(actor: Sequence[str], other: Roles) -> bool:
    return bool(actor) and actor[0] in other.acted


def _told_elsewhere(one: Roles, other: Roles) -> bool:
    """ "The withdrawal was ordered" tells the act of "they withdrew" as a noun."""
    return one.act in (*other.actor, *other.acted, *other.rest) or other.act in (*one.actor, *one.acted, *one.rest)


@cache
def _verbs() -> Mapping[str, frozenset[str]]:
    """Forms that mostly are verbs, and forms that may be; training/claim_verbs.py counts them."""
    table = cast(dict[str, str], json.loads(files("onrecord.claims").joinpath("verbs.json").read_text("utf-8")))
    return {kind: frozenset(forms.split()) for kind, forms in table.items()}


def is_verb(word: str) -> bool:
    """Is the form a verb more often than not? "Controls" and "beat" are, "plans" and "attacks" are not."""
    low = word.lower()
    return low in _AUXILIARY or low in _verbs()["verb"] or (len(low) > 4 and low.endswith("ed"))


def may_be_verb(word: str) -> bool:
    """May it be one, as "plans", or "dumps" which no count has seen?"""
    low = word.lower()
    return is_verb(low) or low in _verbs()["perhaps"] or (low.endswith("s") and low[:-1] in _verbs()["verb"])


def has_verb(words: Sequence[str]) -> bool:
    """Does a clause have a finite verb, as far as one can tell?"""
    return _main_verb([word.lower() for word in words]) is not None


def find_roles(words: Sequence[str], terms: Sequence[tuple[int, str]]) -> Roles:
    """Sort a clause's `terms` (with the number of their word) by what they do in it."""
    low = [word.lower().replace("’", "'") for word in words]
    at = _main_verb(low)
    if at is None:
        return Roles()
    verb, passive = _content_verb(low, at)
    subject = _head_first(low, _without_owner(low, terms, at), 0, at)
    ends = _phrase_end(low, verb + 1)
    acted, rest = _head_first(low, terms, verb + 1, ends), tuple(term for n, term in terms if n >= ends)
    act = "" if low[verb] in _BE else next((term for n, term in terms if n == verb), "")
    if passive:
        by = next((n for n in range(verb + 1, len(low)) if low[n] == "by"), None)
        actor = () if by is None else _head_first(low, terms, by + 1, _phrase_end(low, by + 1))
        return Roles(actor, act, subject, tuple(term for n, term in terms if n > verb and term not in actor))
    if act in _LIGHT and acted:  # "Took a decision" is what they did.
        act, acted, rest = acted[0], acted[1:] or rest[:1], rest
    return Roles(subject, act, acted, rest)


def _main_verb(words: Sequence[str]) -> int | None:
    """The place of the first finite verb or auxiliary that is not within "who …", "that …"."""
    aside = False
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if at and word in _WHICH:
            aside = True
            continue
        if word in _AUXILIARY or (at and _is_finite(words, at)):
            if aside:  # "Forces that remain in Kursk are surrounded": the next one.
                aside = word in _AUXILIARY and at + 1 < len(words) and is_verb(words[at + 1])
                continue
            if at or word in _AUXILIARY:
                return at
        if before == "not" and is_verb(word):
            return at
    return None


def _is_finite(words: Sequence[str], at: int) -> bool:
    word, before = words[at], words[at - 1]
    behind = words[at + 1] if at + 1 < len(words) else ""
    if before not in _WHICH and (before in _DETERMINERS or before in _LINKS or before.endswith("'s")):
        return False
    if is_verb(word):
        return not behind or behind not in _AUXILIARY
    # "The president plans to …", "the mine dumps its waste".
    return may_be_verb(word) and (behind in _DETERMINERS or behind in _LINKS) and behind not in ("of", "and", "in")


def _content_verb(words: Sequence[str], at: int) -> tuple[int, bool]:
    """The place of the verb that says what is done, and whether it is said of whom it is done to."""
    verb, passive, auxiliary = at, False, False
    while verb < len(words) and (words[verb] in _AUXILIARY or words[verb] in _BETWEEN or words[verb].endswith("ly")):
        passive = words[verb] in _BE or (passive and words[verb] not in _AUXILIARY)
        auxiliary = True
        verb += 1
    if not auxiliary:
        return at, False
    if verb < len(words) and (may_be_verb(words[verb]) or words[verb].endswith("ing")):
        done = passive and not words[verb].endswith("ing") and words[verb] not in _AUXILIARY and is_verb(words[verb])
        return verb, done
    return max(verb - 1, at), False


def _without_owner(words: Sequence[str], terms: Sequence[tuple[int, str]], end: int) -> Sequence[tuple[int, str]]:
    """ "Maria Kos's husband was in Vienna" says nothing of where she was."""
    owner = next((at for at in range(end - 1) if words[at].endswith("'s")), -1)
    return terms if owner < 0 else [(at, term) for at, term in terms if at > owner]


def _phrase_end(words: Sequence[str], start: int) -> int:
    return next(
        (at for at in range(start, len(words)) if words[at] in _WHICH or (words[at] in _LINKS and words[at] != "of")),
        len(words),
    )


def _head_first(words: Sequence[str], terms: Sequence[tuple[int, str]], start: int, end: int) -> tuple[str, ...]:
    """The terms between two places, the head noun first: "the withdrawal of troops" is headed by the withdrawal."""
    if start < end and words[start] in _THERE:
        start += 1
    cut = next((at for at in range(start, end) if words[at] in _LINKS or words[at] in _WHICH), end)
    inside = [(at, term) for at, term in terms if start <= at < end]
    heads = [term for at, term in inside if at < cut]
    if not heads:
        return tuple(term for _, term in inside)
    return (heads[-1], *(term for _, term in inside if term != heads[-1]))
