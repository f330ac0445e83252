"""The resolver of days against GUM's news (Zeldes, 2017) and MEANTIME (Minard et al., 2016).

    python -m onrecord.evaluation.dates ../shared/data

Every expression whose gold value is one day is put to `day_at` with its sentence and the day of its article. `kept` is
the number of the others ("last week", "in August", "16:08 UTC") that it rightly gives no day to.
"""

from __future__ import annotations

import argparse
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from onrecord.statements.days import day_at

# "2010-07-16TMO", a Friday morning, is a day's; "2008-09-17T16:08Z" is a clock's.
_DAY: Final = re.compile(r"(\d{4}-\d\d-\d\d)(?:T[A-Z]{2})?")
_WHEN: Final = re.compile(r"<date ([^>]*)>|</date>")
_ATTRIBUTE: Final = re.compile(r'(\w+):::"([^"]*)"')


@dataclass(frozen=True)
class Dated:
    """A time expression `[start, end)` in its sentence, with its gold value and the day of its article."""

    corpus: str
    document: str
    sentence: str
    start: int
    end: int
    published: date
    value: str

    @property
    def text(self) -> str:
        return self.sentence[self.start : self.end]

    @property
    def day(self) -> date | None:
        """The gold day; None where the value is a week, a month, a year or a span of time."""
        match = _DAY.fullmatch(self.value)
        return date.fromisoformat(match[1]) if match else None


@dataclass(frozen=True)
class Score:
    days: int
    right: int
    others: int
    kept: int

    @property
    def accuracy(self) -> float:
        return 100 * self.right / max(1, self.days)


def answers(expressions: list[Dated]) -> list[date | None]:
    """What the resolver says of each, in the order of the text: it is told the day that the story spoke of last."""
    found: list[date | None] = []
    document, told = "", None
    for one in expressions:
        if one.document != document:
            document, told = one.document, None
        found.append(day_at(one.sentence, (one.start, one.end), one.published, told))
        told = found[-1] or told
    return found


def score_dates(expressions: list[Dated]) -> Score:
    found = list(zip((one.day for one in expressions), answers(expressions), strict=True))
    days = [(gold, answer) for gold, answer in found if gold]
    others = [answer for gold, answer in found if not gold]
    right = sum(gold == answer for gold, answer in days)
    return Score(len(days), right, len(others), sum(answer is None for answer in others))


def read_gum_dates(data: Path) -> Iterator[Dated]:
    """Yield the dates of GUM's news. An article's day is the one it opens with, as in Wikinews, else its file's."""
    for path in sorted((data / "gum").glob("GUM_news_*.conllu")):
        text = path.read_text(encoding="utf-8")
        created = re.search(r"# meta::dateCreated = (\d{4}-\d\d-\d\d)", text)
        found = [one for block in text.split("\n\n") for one in _gum_sentence(path.stem, block)]
        dateline = next((one.day for one in found[:2] if one.day and re.search(r"\d{4}", one.text)), None)
        published = dateline or (date.fromisoformat(created[1]) if created else None)
        if published:
            yield from (Dated(one.corpus, one.document, one.sentence, one.start, one.end, published, one.value)
                        for one in found if not (one.day == published and re.search(r"\d{4}", one.text)))  # fmt: skip


def _gum_sentence(document: str, block: str) -> Iterator[Dated]:
    sentence, opened = "", None
    for line in block.split("\n"):
        cells = line.split("\t")
        if len(cells) < 10 or not cells[0].isdigit():
            continue
        start = len(sentence)
        sentence += cells[1]
        for tag in _WHEN.finditer(cells[9]):
            if tag[1] is not None:
                opened = (start, dict(_ATTRIBUTE.findall(tag[1])))
            elif opened:
                value = opened[1].get("when", "/".join(opened[1].values()))
                yield Dated("GUM", document, sentence, opened[0], len(sentence), date.min, value)
                opened = None
        sentence += "" if "SpaceAfter=No" in cells[9] else " "


def read_meantime_dates(data: Path) -> Iterator[Dated]:
    """Yield MEANTIME's dates; an article's day is its creation time."""
    for path in sorted((data / "meantime" / "intra-doc_annotation").rglob("*.xml")):
        root = ET.parse(path).getroot()
        marks = list(root.iter("TIMEX3"))
        created = next(
            (mark.get("value", "") for mark in marks if mark.get("functionInDocument") == "CREATION_TIME"), ""
        )
        if not _DAY.fullmatch(created):
            continue
        tokens = {token.get("t_id"): token for token in root.iter("token")}
        for mark in marks:
            anchors = [tokens[anchor.get("t_id")] for anchor in mark.iter("token_anchor")]
            if anchors and mark.get("functionInDocument") != "CREATION_TIME" and mark.get("type") in ("DATE", "TIME"):
                published = date.fromisoformat(created[:10])
                yield _meantime(path.stem, root, anchors, published, mark.get("value", ""))


def _meantime(document: str, root: ET.Element, anchors: list[ET.Element], published: date, value: str) -> Dated:
    words, wanted, number = "", {anchor.get("t_id") for anchor in anchors}, anchors[0].get("sentence")
    start = end = 0
    for token in root.iter("token"):
        if token.get("sentence") == number:
            if token.get("t_id") in wanted:
                start, end = (len(words) if not end else start), len(words) + len(token.text or "")
            words += (token.text or "") + " "
    return Dated("MEANTIME", document, words, start, end, published, value)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list what is answered wrongly")
    arguments = parser.parse_args()
    gum, meantime = list(read_gum_dates(arguments.data)), list(read_meantime_dates(arguments.data))
    for name, expressions in (("GUM news", gum), ("MEANTIME", meantime), ("both", gum + meantime)):
        score = score_dates(expressions)
        print(f"{name:9} days {score.right} of {score.days} ({score.accuracy:.1f}%), "
              f"others kept {score.kept} of {score.others}")  # fmt: skip
    for one, answer in zip(gum + meantime, answers(gum + meantime), strict=True) if arguments.wrong else ():
        if answer != one.day:
            where = f"{one.document[:24]:24} {one.published}"
            around = one.sentence[max(0, one.start - 70) : one.end + 40]
            print(f"{where} {one.text!r} gold {one.value} got {answer}: {around}")


if __name__ == "__main__":
    main()
