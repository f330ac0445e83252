"""The network's numbers become spans, names and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.language.encoding import IntArray, Words
from onrecord.language.labels import (
    ATTRIBUTION_LABELS,
    NAME_KINDS,
    NAME_LABELS,
    ROLES,
    allowed_ends,
    allowed_transitions,
    spans_of_labels,
)
from onrecord.language.model import Analysis, FloatArray, ScoredSpan
from onrecord.schema import Name, Span

FORBIDDEN: Final = np.float32(-1e4)
WordSpan = tuple[int, int, int]  # first word, word after the last, kind


@dataclass(frozen=True)
class NetworkOutput:
    """Per word: attribution scores [words, 13], name scores [words, 17], link queries and keys [words, 2 * width]."""

    attributions: FloatArray
    names: FloatArray
    queries: FloatArray
    keys: FloatArray


@dataclass(frozen=True)
class DecoderParameters:
    """What training learned beside the network.

    `transitions` [13, 13]: of the attribution labels. `near` [2, 24], `paragraphs` [2, 5], `bias` [2]: of the links
    from a cue to source and content words, by signed distance in words (bucketed) and in paragraphs.
    """

    transitions: FloatArray
    near: FloatArray
    paragraphs: FloatArray
    bias: FloatArray


@dataclass(frozen=True)
class Chain:
    """Scores for moving from label to label, [labels, labels], for opening and for closing a paragraph, [labels]."""

    steps: FloatArray
    opening: FloatArray
    closing: FloatArray

    @classmethod
    def legal(cls, labels: tuple[str, ...], transitions: FloatArray | None = None) -> Chain:
        """Forbid the steps that make no spans; the others cost what was learned, or nothing."""
        learned = np.zeros((len(labels), len(labels)), np.float32) if transitions is None else transitions
        opens, closes = allowed_ends(labels)
        zero = np.float32(0)
        return cls(
            np.where(allowed_transitions(labels), learned, FORBIDDEN),
            np.where(opens, zero, FORBIDDEN),
            np.where(closes, zero, FORBIDDEN),
        )

    def settles(self, labels: IntArray) -> bool:
        """Whether each word's likeliest label is the best one, because no step between them costs anything."""
        taken = self.steps[labels[:-1], labels[1:]]
        return not (taken.any() or self.opening[labels[0]] or self.closing[labels[-1]])


def decode(text: str, words: Words, output: NetworkOutput, parameters: DecoderParameters) -> Analysis:
    """Find the best legal labels of each paragraph (Viterbi 1967) and score the links between the spans they make."""
    paragraphs = _paragraph_bounds(words.paragraph)
    chain = Chain.legal(ATTRIBUTION_LABELS, parameters.transitions)
    spans = best_spans(output.attributions, paragraphs, chain)
    names = best_spans(output.names, paragraphs, Chain.legal(NAME_LABELS))
    by_role = [[span for span in spans if span[2] == role] for role in range(len(ROLES))]
    sources, cues, contents = by_role
    links = link_probabilities(words, output, parameters, cues)
    certainty = _certainty(output.attributions)
    return Analysis(
        *(tuple(_scored(text, words, span, certainty) for span in spans) for spans in by_role),
        source_links=_mean_over(links[0], sources),
        content_links=_mean_over(links[1], contents),
        names=tuple(_name(text, words, span) for span in names),
    )


def best_spans(scores: FloatArray, paragraphs: list[tuple[int, int]], chain: Chain) -> list[WordSpan]:
    """Return word spans `(start, end, kind)` in text order. `scores` [words, labels]."""
    found: list[WordSpan] = []
    for (start, _), labels in zip(paragraphs, best_labels(scores, paragraphs, chain), strict=True):
        found.extend((start + a, start + b, kind) for a, b, kind in spans_of_labels(labels))
    return found


def best_labels(scores: FloatArray, paragraphs: list[tuple[int, int]], chain: Chain) -> list[IntArray]:
    """Return the best legal labels of each paragraph, int64 [words] (Viterbi 1967).

    Where moving between labels costs nothing, the likeliest label of each word is the best one, if that is legal.
    """
    likeliest = scores.argmax(1)
    found = [likeliest[start:end] for start, end in paragraphs]
    unsettled = [row for row, labels in enumerate(found) if not chain.settles(labels)]
    searched = _search([scores[slice(*paragraphs[row])] for row in unsettled], chain)
    for row, labels in zip(unsettled, searched, strict=True):
        found[row] = labels
    return found


def _search(paragraphs: list[FloatArray], chain: Chain) -> list[IntArray]:
    """Run Viterbi over the paragraphs side by side, the longest first, so that those at work are the first rows."""
    if not paragraphs:
        return []
    order = sorted(range(len(paragraphs)), key=lambda row: -len(paragraphs[row]))
    lengths = np.array([len(paragraphs[row]) for row in order])
    padded = np.zeros((len(order), int(lengths[0]), len(chain.opening)), np.float32)
    for row, number in enumerate(order):
        padded[row, : lengths[row]] = paragraphs[number]
    best = padded[:, 0] + chain.opening
    came_from = np.zeros(padded.shape, np.int8)
    backward = np.ascontiguousarray(chain.steps.T)  # [to, from]: the step that is taken is looked for along a row
    for at in range(1, padded.shape[1]):
        running = int(np.count_nonzero(lengths > at))
        moved = best[:running, None, :] + backward
        chosen = moved.argmax(2)
        came_from[:running, at] = chosen
        best[:running] = np.take_along_axis(moved, chosen[:, :, None], 2)[:, :, 0] + padded[:running, at]
    last = (best + chain.closing).argmax(1).tolist()
    traced = {number: _trace(came_from[row], last[row], int(lengths[row])) for row, number in enumerate(order)}
    return [traced[number] for number in range(len(paragraphs))]


def _trace(came_from: np.ndarray[tuple[int, int], np.dtype[np.int8]], last: int, length: int) -> IntArray:
    labels = np.zeros(length, np.int64)
    for at in range(length - 1, -1, -1):
        labels[at] = last
        last = int(came_from[at, last])
    return labels


def link_probabilities(
    words: Words, output: NetworkOutput, parameters: DecoderParameters, cues: list[WordSpan]
) -> FloatArray:
    """Return float32 [2, cues, words]: how probably each word is part of a cue's source, and of its content."""
    count, roles = len(words.start), len(parameters.bias)
    links = np.zeros((roles, len(cues), count), np.float32)
    if not cues or not count:
        return links
    width = output.keys.shape[1] // roles
    keys = output.keys.reshape(count, roles, width)
    at = np.arange(count)
    for row, (start, end, _) in enumerate(cues):
        query = output.queries[start:end].mean(0).reshape(roles, width)
        near = parameters.near[:, distance_bucket(at - start)]
        far = parameters.paragraphs[:, np.clip(words.paragraph - words.paragraph[start], -2, 2) + 2]
        product = np.einsum("rd,nrd->rn", query, keys) / np.float32(width**0.5)
        links[:, row] = _sigmoid(product + near + far + parameters.bias[:, None])
    return links


def _sigmoid(scores: FloatArray) -> FloatArray:
    return np.float32(0.5) * (1 + np.tanh(scores / 2))  # exp overflows where this only saturates


def distance_bucket(distance: IntArray) -> IntArray:
    """Bucket signed word distances: exact to 3, then by powers of two; 12 buckets a side."""
    size = np.abs(distance)
    bucket = np.where(size < 4, size, np.log2(np.maximum(size, 1)).astype(np.int64) + 2).clip(max=11)
    return np.where(distance < 0, bucket + 12, bucket)


def _paragraph_bounds(paragraph: IntArray) -> list[tuple[int, int]]:
    if not len(paragraph):
        return []
    starts = [0, *(np.flatnonzero(np.diff(paragraph)) + 1).tolist()]
    return list(zip(starts, [*starts[1:], len(paragraph)], strict=True))


def _certainty(scores: FloatArray) -> FloatArray:
    """The probability of the likeliest role at each word, O counting as none: float32 [words, roles]."""
    shifted = np.exp(scores - scores.max(1, keepdims=True))
    probabilities = shifted / shifted.sum(1, keepdims=True)
    return probabilities[:, 1:].reshape(len(scores), len(ROLES), 4).sum(2)


def _scored(text: str, words: Words, span: WordSpan, certainty: FloatArray) -> ScoredSpan:
    start, end, kind = span
    return ScoredSpan(_slice(text, words, span), round(float(certainty[start:end, kind].mean()), 4))


def _slice(text: str, words: Words, span: WordSpan) -> Span:
    return Span.of(text, int(words.start[span[0]]), int(words.end[span[1] - 1]))


def _name(text: str, words: Words, span: WordSpan) -> Name:
    place = _slice(text, words, span)
    return Name(place.start, place.end, place.text, NAME_KINDS[span[2]])


def _mean_over(links: FloatArray, spans: list[WordSpan]) -> FloatArray:
    columns = [links[:, start:end].mean(1) for start, end, _ in spans]
    return np.stack(columns, 1) if columns else np.zeros((len(links), 0), np.float32)
