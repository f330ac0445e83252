"""Entities inside one article against GUM's news: CoNLL F1 over the chains of people and bodies that have a name.

    python -m onrecord.evaluation.chains ../shared/data

OnRecord finds names and whatever speaks; it has no chain for a pronoun that says nothing. So there are two figures:
over the names of the chains alone, and over all their mentions. Mentions meet by their head, names by their last word.
"""

from __future__ import annotations

import argparse
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from onrecord.evaluation.coreference import Chain, ConllScore, score_chains
from onrecord.language.model import LanguageModel
from onrecord.language.onnx_model import load_model
from onrecord.language.shipped import DEFAULT_MODEL
from onrecord.pipeline.reading import analyse_article
from onrecord.schema import BLOCK_BREAK, Article, Block, Entity, article_id
from onrecord.speakers import resolve_speakers
from onrecord.statements import find_attributions

_KINDS: Final = frozenset({"person", "organization"})
_MARK: Final = re.compile(r"\(([^()]+\)?)|([^()]+)\)")


@dataclass(frozen=True)
class GoldMention:
    """A mention's place, and that of its head; `named` where the head is a proper noun."""

    start: int
    end: int
    head: tuple[int, int]
    named: bool
    kind: str


@dataclass
class GumText:
    """One document as running text, with its chains by GUM's ids."""

    text: str = ""
    blocks: list[Block] = field(default_factory=list[Block])
    chains: dict[str, list[GoldMention]] = field(default_factory=lambda: defaultdict(list))

    @property
    def article(self) -> Article:
        return Article(id=article_id(self.text, None, None), text=self.text, blocks=tuple(self.blocks))

    def named_chains(self) -> list[list[GoldMention]]:
        """The chains of people and bodies that have a name at least once."""
        found = [chain for chain in self.chains.values() if any(m.named and m.kind in _KINDS for m in chain)]
        return [sorted(set(chain), key=lambda mention: mention.start) for chain in found]


def read_gum_news(data: Path, split: str) -> Iterator[GumText]:
    """Yield the news of GUM's `split`, "dev" or "test"."""
    listing = (data / "gum" / "splits.md").read_text(encoding="utf-8").split("## ")
    part = next(section for section in listing if section.startswith(f"{split}\n"))
    for name in re.findall(r"GUM_news_\w+", part):
        yield read_gum_text((data / "gum" / f"{name}.conllu").read_text(encoding="utf-8"))


def read_gum_text(conllu: str) -> GumText:
    found = GumText()
    open_marks: dict[str, list[tuple[int, int, str, list[int]]]] = defaultdict(list)
    for block in conllu.split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if re.match(r"\d+\t", line)]
        if rows:
            _open_block(found, opened="# newpar" in block)
            _take_sentence(found, rows, open_marks)
    found.text = found.text.rstrip()
    return found


def _open_block(text: GumText, *, opened: bool) -> None:
    if opened or not text.blocks:
        text.text = text.text.rstrip() + (BLOCK_BREAK if text.blocks else "")
        text.blocks.append(Block("paragraph", len(text.text), len(text.text)))
    elif not text.text.endswith(" "):
        text.text += " "


def _take_sentence(
    text: GumText, rows: list[list[str]], open_marks: dict[str, list[tuple[int, int, str, list[int]]]]
) -> None:
    places: list[tuple[int, int]] = []
    for row in rows:
        places.append((len(text.text), len(text.text) + len(row[1])))
        text.text += row[1] + ("" if "SpaceAfter=No" in row[9] else " ")
    last = text.blocks[-1]
    text.blocks[-1] = Block(last.kind, last.start, places[-1][1])
    for number, row in enumerate(rows):
        marks = next((item[7:] for item in row[9].split("|") if item.startswith("Entity=")), "")
        for opened, closed in _MARK.findall(marks):
            fields = opened.rstrip(")").split("-")
            if len(fields) > 5:
                heads = [number + int(head) - 1 for head in fields[5].split(",")]
                open_marks[fields[0]].append((number, places[number][0], fields[1], heads))
            ended = fields[0] if opened.endswith(")") else closed
            if open_marks[ended]:
                _, start, kind, heads = open_marks[ended].pop()
                named = rows[heads[0]][3] == "PROPN"
                place = (start, places[number][1])
                text.chains[ended].append(GoldMention(*place, places[_last_word(rows, heads[0], number)], named, kind))


def _last_word(rows: list[list[str]], head: int, end: int) -> int:
    """The surname of "Professor Cres Eastman", whose head by GUM's syntax is "Professor"."""
    while head < end and rows[head][3] == "PROPN" == rows[head + 1][3]:
        head += 1
    return head


def answer_chains(text: GumText, entities: tuple[Entity, ...], *, names_only: bool) -> list[Chain]:
    """Our entities as chains of gold heads; a mention without a gold mention's head in it stands for itself."""
    heads = sorted({mention.head for chain in text.chains.values() for mention in chain})
    named = {mention.head for chain in text.chains.values() for mention in chain if mention.named}
    found: list[Chain] = []
    for entity in entities:
        if entity.kind not in ("person", "organisation", "group"):
            continue
        places: set[tuple[int, int]] = set()
        for mention in entity.mentions:
            inside = [head for head in heads if mention.start <= head[0] and head[1] <= mention.end]
            head = next((head for head in reversed(inside) if head in named), inside[-1] if inside else None)
            if not names_only or mention.form == "name":
                places.add(head or (mention.start, mention.end))
        found.append(frozenset(places))
    return found


def score_texts(texts: list[GumText], model: LanguageModel, *, names_only: bool) -> ConllScore:
    documents: list[tuple[list[Chain], list[Chain]]] = []
    for text in texts:
        analysis = analyse_article(text.article, model)
        attributions = find_attributions(text.article, analysis)
        entities = resolve_speakers(text.article, attributions, analysis.names).entities
        chains = text.named_chains()
        key: list[Chain] = [frozenset(m.head for m in chain if m.named or not names_only) for chain in chains]
        asked = {mention.head for chain in chains for mention in chain}
        others = {mention.head for chain in text.chains.values() for mention in chain} - asked
        answer = [chain for chain in answer_chains(text, entities, names_only=names_only)
                  if chain & asked or not chain & others]  # fmt: skip
        documents.append((key, answer))
    return score_chains(documents)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", default=DEFAULT_MODEL)
    arguments = parser.parse_args()
    model = load_model(arguments.model, threads=1)
    for split in ("dev", "test"):
        texts = list(read_gum_news(arguments.data, split))
        for names_only in (True, False):
            score = score_texts(texts, model, names_only=names_only)
            parts = ", ".join(
                f"{name} {100 * one.f1:.1f} (P {100 * one.precision:.1f}, R {100 * one.recall:.1f})"
                for name, one in (("MUC", score.muc), ("B3", score.b_cubed), ("CEAFe", score.ceaf_e))
            )
            what = "names" if names_only else "all mentions"
            print(f"{split:4} {len(texts)} texts, {what:12} CoNLL F1 {100 * score.f1:.1f}: {parts}")


if __name__ == "__main__":
    main()
