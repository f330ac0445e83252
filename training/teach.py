"""Let several trained models say together what they see in every text: the teacher of one model.

    python training/teach.py --teachers runs/seed-1 runs/seed-2 runs/seed-3 runs/seed-4 --output runs/lessons.npz

Each teacher is a folder that training/export.py wrote. The mean of their scores goes forward and backward through the
chain of labels, and what is kept are the labels' probabilities. Links and names are the last teacher's.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from examples import Text, paragraphs_of
from lessons import Lesson, Lessons, surest_attributions
from network import LinearChain
from train import Corpus, legal_chain
from unlabelled import read_unlabelled

from onrecord.language.decoding import decode
from onrecord.language.onnx_model import OnnxLanguageModel


class Ensemble:
    """Several models of one kind that speak as one."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.teachers = [OnnxLanguageModel(folder, threads=1) for folder in folders]
        self.transitions = np.mean([teacher.parameters.transitions for teacher in self.teachers], 0)
        self.chain = legal_chain()
        self.chain.transitions.data = torch.tensor(self.transitions, dtype=torch.float32)

    def lesson(self, text: str) -> Lesson:
        paragraphs = paragraphs_of(text)
        heard = [teacher.run(text, paragraphs) for teacher in self.teachers]
        words, outputs = heard[0][0], [output for _, output in heard]
        scores = np.mean([output.attributions for output in outputs], 0)
        parameters = replace(self.teachers[-1].parameters, transitions=self.transitions)
        analysis = decode(text, words, replace(outputs[-1], attributions=scores), parameters)
        names = [(name.start, name.end, name.kind) for name in analysis.names]
        return Lesson(marginals(self.chain, scores, words.paragraph), surest_attributions(analysis), names)


def marginals(chain: LinearChain, scores: np.ndarray, paragraph: np.ndarray) -> np.ndarray:
    """Return every word's label probabilities, [words, 13]: how the log of the sum over all labellings moves with each
    score.
    """
    sizes = np.diff([0, *(np.flatnonzero(np.diff(paragraph)) + 1), len(paragraph)]).tolist()
    padded = torch.nn.utils.rnn.pad_sequence(list(torch.from_numpy(scores).split(sizes)), batch_first=True)
    mask = torch.nn.utils.rnn.pad_sequence([torch.ones(size, dtype=torch.bool) for size in sizes], batch_first=True)
    padded.requires_grad_()
    total = chain.cross_entropy(padded, torch.zeros_like(padded), mask)
    (slope,) = torch.autograd.grad(total, padded)
    return torch.cat([row[:size] for row, size in zip(slope, sizes, strict=True)]).numpy()


def annotated(texts: Sequence[Text], ensemble: Ensemble) -> dict[str, Lesson]:
    return {text.text: replace(ensemble.lesson(text.text), names=None) for text in texts}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--teachers", type=Path, nargs="+", required=True)
    parser.add_argument("--output", type=Path, default=Path("runs/lessons.npz"))
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    ensemble, corpus = Ensemble(arguments.teachers), Corpus.read(arguments.data)
    lessons = annotated([*corpus.attributed, *corpus.named], ensemble)
    lessons |= {text: ensemble.lesson(text) for text in read_unlabelled(arguments.data)}
    Lessons(lessons, ensemble.transitions).write(arguments.output)


if __name__ == "__main__":
    main()
