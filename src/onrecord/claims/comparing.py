"""Do two propositions put forward the same, the contrary, or neither? Of their contents; stances are sides.py's.

A logistic regression over what they have in common says whether both are about one thing; rules say with which sign,
and forbid what no likeness may overrule.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files
from typing import Final, Literal, NamedTuple, cast

import msgspec

from onrecord.claims.codebook import Codebook
from onrecord.claims.features import Features, find_features, is_practical
from onrecord.claims.propositions import Proposition
from onrecord.claims.sides import side_of

# The share of the terms that two need to have in common to be against each other; more where only numbers differ.
_SAME_MATTER: Final = 0.45
_SAME_QUANTITY: Final = 0.75
_FEWEST_MET: Final = 2
_PLAIN_MATTER: Final = 0.6
_PLAIN_QUANTITY: Final = 0.85
_PLAIN_COSINE: Final = 0.5
# "Immigrants integrate poorly" and "the country does better at accepting immigrants": good and bad are said of much.
_PLAIN_OPPOSITE: Final = 0.75
IDENTICAL: Final = 0.99
POINTED: Final = 0.9
"""What links of the same words are worth, and of "the accusation" with what it points at."""
ANSWERED: Final = 0.8
"""What a link is worth between an accusation and the words in which the accused denies it."""
DOUBTFUL: Final = 0.65
"""The most that a link is worth between two who may not be at odds; it makes no contest."""
Relation = Literal["same", "contradicts"]
# Contents nearer than this in vectors are looked at; the others are about something else.
NEAREST: Final = 0.45
# Two stretches of one article that overlap are one statement found twice, or one told within another.
_ONE_STRETCH: Final = 0.8


class Weights(msgspec.Struct, frozen=True):
    """A weight for each of the features in their order, for values less `means` over `scales`, and the thresholds."""

    features: tuple[str, ...]
    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    same: float
    contradicts: float


class Compared(NamedTuple):
    relation: Relation
    score: float


@cache
def load_weights() -> Weights:
    """Read `weights.json`, which training/claim_pairs.py makes. Raises ValueError where it is of other features."""
    weights = msgspec.json.decode(files("onrecord.claims").joinpath("weights.json").read_bytes(), type=Weights)
    if weights.features != Features.__struct_fields__:
        raise ValueError("weights.json was made for other features: run training/claim_pairs.py")
    return weights


def compare(one: Proposition, other: Proposition, cosine: float, codebook: Codebook) -> Compared | None:
    """Say how two propositions stand to each other, and how surely; None where they are of different things."""
    if one.article == other.article and one.start < other.end and other.start < one.end and not _meet(one, other):
        return None
    if one.meaning == other.meaning and not (one.reports or other.reports):
        return _identical(one, other)
    features = find_features(one, other, cosine, codebook)
    if forbidden(features) or one.reports or other.reports or (features.vague and one.article != other.article):
        return None
    weights = load_weights()
    sign = sign_of(features)
    answer = is_answer(one, other) and is_plain_answer(features)
    score = max(likelihood(features, weights), ANSWERED if answer else 0.0)
    against = sign * side_of(one.stance) * side_of(other.stance) < 0
    if score < (weights.contradicts if against else weights.same) or (against and no_contest(features)):
        return None
    plain = answer or is_plain_contest(features, same_article=one.article == other.article, practical=is_practical(one))
    if against and not plain:
        score = min(score, DOUBTFUL)
    return Compared("same" if sign > 0 else "contradicts", score)


def is_answer(one: Proposition, other: Proposition) -> bool:
    """May one be what the other answers: "She was forced to work there", "denied this: “She was never forced to”"?"""
    return one.article == other.article and one.answers != other.answers and one.speakers != other.speakers


def is_plain_answer(features: Features) -> bool:
    """Does it deny in the other's words, and say little else?"""
    return bool(features.denial_clash) and features.met > _FEWEST_MET and features.coverage_less >= _SAME_MATTER


def _identical(one: Proposition, other: Proposition) -> Compared | None:
    """The same words are the same claim; not a mere thing elsewhere: "responsibility for the attack" is for which?"""
    little = len(set(one.meaning.terms)) <= _FEWEST_MET or one.article != other.article
    if little and not one.meaning.clause:
        return None
    return Compared("same", POINTED if one.points != other.points else IDENTICAL)


def _meet(one: Proposition, other: Proposition) -> bool:
    """Is it the same stretch, as where a claim is echoed, or in "Congo's claim that Rwanda backs the rebels"?"""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return (
        one.points or other.points or shared >= _ONE_STRETCH * (max(one.end, other.end) - min(one.start, other.start))
    )


def likelihood(features: Features, weights: Weights) -> float:
    """The probability, 0 to 1, that both are about the same thing, in agreement or not."""
    values = cast(tuple[float, ...], msgspec.structs.astuple(features))
    rows = zip(values, weights.means, weights.scales, weights.weights, strict=True)
    return 1 / (
        1 + math.exp(-weights.bias - sum(weight * (value - mean) / scale for value, mean, scale, weight in rows))
    )


def sign_of(features: Features) -> int:
    """1 where they agree, -1 where one denies the other: "the dam is not safe" and "the dam is dangerous" agree."""
    turned = features.denial_clash or features.opposites
    contrary = features.contrary if turned else features.exclusive or features.numbers_clash
    return -1 if contrary else 1


def forbidden(features: Features) -> bool:
    """What is never one claim: another day or name, those killed and those hurt, who did it to whom changed round."""
    return bool(
        features.days_clash
        or features.swapped
        or features.crossed
        or features.fragment
        or features.distinct
        or features.names_clash
    )


def no_contest(features: Features) -> bool:
    """What never sets two speakers against each other: what has been and what will be, a wish and a fact, a denial of
    what the other does not speak of, two numbers of which it isn't plain that they count the same, a word in common.
    """
    uncertain = features.numbers_clash and not features.opposites and not features.denial_clash
    unlike = features.coverage_less < (_SAME_QUANTITY if uncertain else _SAME_MATTER)
    little = features.met + min(features.names_shared, 1) < _FEWEST_MET
    clash = features.mood_clash or features.stance_clash or features.loose_denial or features.vague
    return bool(clash or unlike or little)


def is_plain_contest(features: Features, *, same_article: bool, practical: bool) -> bool:
    """Would a reader see at once that they are at odds? "The tax deal" in one article may be another one elsewhere:
    across articles, more has to be in common, a name or a third term, and nearly all of what is demanded or rejected.
    """
    if practical and not same_article:
        return features.coverage_less >= _PLAIN_QUANTITY and features.met > _FEWEST_MET
    unlike = features.coverage_less < (_PLAIN_QUANTITY if features.numbers_clash else _PLAIN_MATTER)
    if features.opposites and not features.denial_clash:
        apart = features.actor_clash or features.act_clash or features.acted_clash
        unlike = unlike or bool(apart) or features.coverage_less < _PLAIN_OPPOSITE
    least = 1 if same_article and features.opposites else _FEWEST_MET
    little = features.met < least or not (same_article or features.names_shared or features.met > _FEWEST_MET)
    return not (unlike or little or features.subject_clash or features.cosine < _PLAIN_COSINE)
