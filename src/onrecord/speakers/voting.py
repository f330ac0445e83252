"""One spelling, one kind: a model that takes "Wells Fargo" for a person here and a place there is outvoted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from onrecord.schema import NameKind
from onrecord.speakers.names import ProperName, initials, misspells, surname_of

Words = tuple[str, ...]


@dataclass
class _Ballot:
    """What a model took the mentions of one spelling for, and what else speaks for a person."""

    votes: Counter[NameKind] = field(default_factory=Counter[NameKind])
    personal: bool = False  # a title or a known first name

    def winner(self) -> NameKind:
        """Most votes; where it is a draw people come first, then organisations."""
        return max(self.votes, key=lambda kind: (self.votes[kind], kind == "person", kind == "organisation"))


def vote_kinds(names: Sequence[ProperName]) -> list[ProperName]:
    """Give every mention of a spelling the same kind, in the order of `names`."""
    ballots: dict[Words, _Ballot] = {}
    for name in names:
        ballot = ballots.setdefault(name.words, _Ballot())
        ballot.votes[name.kind] += 1
        ballot.personal |= bool(name.title or name.gender)
    people = {name.words for name in names if name.kind == "person" and len(name.words) > 1}
    acronyms = {
        short for name in names if name.kind == "organisation" and name.words[1:] for short in initials(name.text)
    }
    alone = {words[0] for words in ballots if len(words) == 1}
    shouted = {name.words for name in names if name.text.replace(".", "").isupper()}
    kinds: dict[Words, NameKind] = {}
    for words, ballot in ballots.items():
        if len(words) == 1 and words in shouted and words[0] in acronyms:
            kinds[words] = "organisation"  # "the S.E.C." after the Securities and Exchange Commission
        elif _is_person(words, people):
            kinds[words] = "person"
        else:
            kinds[words] = _body_or_winner(words, ballot, alone)
    return [name if kinds[name.words] == name.kind else replace(name, kind=kinds[name.words]) for name in names]


def _body_or_winner(words: Words, ballot: _Ballot, alone: set[str]) -> NameKind:
    """People come back by their surname; "Wells Fargo", on which the model is of two minds, never does."""
    divided = "organisation" in ballot.votes or len(ballot.votes) > 1
    if divided and words[1:] and words[-1] not in alone and not ballot.personal:
        return "organisation"
    return ballot.winner()


def _is_person(words: Words, people: set[Words]) -> bool:
    """A surname of a full name, a longer form of one ("Aung San Suu Kyi"), or one a letter off ("McLenney")."""
    if len(words) == 1:
        return any(words[0] == person[-1] for person in people) or misspelt_among(people, words[0]) is not None
    return any(len(words) > len(person) and words[-len(person) :] == person for person in people)


def misspelt_among(people: Iterable[Words], word: str) -> Words | None:
    """The one full name whose surname `word` misspells; None where none or several are that near."""
    near = [person for person in people if misspells(word, surname_of(person))]
    return near[0] if len(near) == 1 else None
