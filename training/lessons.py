"""What a teacher says of every text: the probabilities of the labels, attributions, names."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from examples import Text

from onrecord.evaluation.polnear import GoldAttribution, Place
from onrecord.language.labels import NAME_KINDS
from onrecord.language.model import Analysis

_LEAST_LINK = 0.3


@dataclass(frozen=True)
class Lesson:
    """`labels` [words, 13]: probabilities. The attributions are what the teacher is surest of, and the names too; None
    where people annotated the text.
    """

    labels: np.ndarray
    attributions: list[GoldAttribution]
    names: list[tuple[int, int, str]] | None


@dataclass(frozen=True)
class Lessons:
    """Lessons by text, and the teacher's transitions between labels, which a pupil takes over."""

    by_text: dict[str, Lesson]
    learned_transitions: np.ndarray

    @property
    def transitions(self) -> torch.nn.Parameter:
        return torch.nn.Parameter(torch.tensor(self.learned_transitions, dtype=torch.float32), requires_grad=False)

    def teach(self, texts: Iterable[Text]) -> list[Text]:
        """Texts without attributions get the teacher's; where there are some it is heard beside them."""
        return [self._taught(text) for text in texts]

    def _taught(self, text: Text) -> Text:
        lesson = self.by_text[text.text]
        if text.attributions is not None:
            return replace(text, taught=lesson.labels)
        return replace(text, taught=lesson.labels, attributions=lesson.attributions, gold=False)

    def unlabelled(self) -> list[Text]:
        """The texts that nobody annotated at all."""
        return [
            Text(text, lesson.attributions, lesson.names, known=frozenset(NAME_KINDS), silver=True,
                 taught=lesson.labels, gold=False)
            for text, lesson in self.by_text.items()
            if lesson.names is not None
        ]  # fmt: skip

    def write(self, path: Path) -> None:
        described = [[text, each.attributions, each.names] for text, each in self.by_text.items()]
        labels = {str(at): each.labels.astype(np.float16) for at, each in enumerate(self.by_text.values())}
        encoded = json.dumps(described, default=vars).encode()
        np.savez(path, texts=np.frombuffer(encoded, np.uint8), transitions=self.learned_transitions, **labels)

    @classmethod
    def read(cls, path: Path) -> Lessons:
        with np.load(path) as stored:
            described = json.loads(stored["texts"].tobytes())
            lessons = {
                text: Lesson(
                    stored[str(at)],
                    [GoldAttribution.of_json(each) for each in attributions],
                    names and [tuple(name) for name in names],
                )
                for at, (text, attributions, names) in enumerate(described)
            }
            return cls(lessons, stored["transitions"])


def surest_attributions(analysis: Analysis) -> list[GoldAttribution]:
    """Link every content to its likeliest cue and every cue to its likeliest source."""
    contents: dict[int, list[Place]] = {}
    for column, content in enumerate(analysis.contents if analysis.cues else ()):
        row = int(analysis.content_links[:, column].argmax())
        if analysis.content_links[row, column] > _LEAST_LINK:
            contents.setdefault(row, []).append((content.span.start, content.span.end))
    return [
        GoldAttribution(_source(analysis, row), ((cue.span.start, cue.span.end),), tuple(contents[row]))
        for row, cue in enumerate(analysis.cues)
        if row in contents
    ]


def _source(analysis: Analysis, row: int) -> tuple[Place, ...]:
    if not analysis.sources:
        return ()
    best = int(analysis.source_links[row].argmax())
    span = analysis.sources[best].span
    return ((span.start, span.end),) if analysis.source_links[row, best] > _LEAST_LINK else ()
