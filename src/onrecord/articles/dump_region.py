"""Where in a dump the story stands: the stretch of lines that holds the most prose for the least furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.dump_lines import Line
from onrecord.articles.dump_phrases import dump_line_reason, ends_story, is_author_bio

PROSE_WORDS = 60
"""Words of one paragraph that count at most: one long cookie notice must not outweigh a story of short paragraphs."""
LINE_COST = 7.0
"""What a line that is no prose costs, in words of prose: about the length of a headline."""
END_COST = 45.0
"""What a heading such as "Most Read" costs: two teasers' worth of prose, less than half a story goes on for."""
STORY_WORDS = 120
"""Words of prose after which a comments heading surely ends the story."""

_FIRST_LETTER = re.compile(r"[^\W\d_]")
_UPPER_ONLY = re.compile(r"^[^a-zà-ž]+$")


@dataclass(frozen=True)
class Region:
    """Half-open `[start, end)` of lines, and the words of prose in it."""

    start: int
    end: int
    prose: float


def find_region(lines: Sequence[Line]) -> Region:
    """Find the story by maximum subsequence segmentation (Pasternack & Roth 2009) over the lines' prose weights."""
    weights = weigh_lines(lines)
    best = Region(0, 0, 0.0)
    start, total = 0, 0.0
    for number, weight in enumerate(weights):
        if total <= 0:
            start, total = number, 0.0
        total += weight
        if total > best.prose and weight > 0:
            best = Region(start, number + 1, total)
    return best


def weigh_lines(lines: Sequence[Line]) -> list[float]:
    """Weigh each line in words of prose: above zero for prose, below for what stands around it."""
    repeated = Counter(line.text for line in lines)
    weights: list[float] = []
    prose = 0.0
    for line in lines:
        weight = _weigh(line, repeats=repeated[line.text])
        end = ends_story(line.text) if weight <= 0 else None
        if end:
            weight = -max(END_COST, 0.8 * prose if end == "comments" and prose > STORY_WORDS else 0.0)
        prose += max(weight, 0.0)
        weights.append(weight)
    return weights


def _weigh(line: Line, *, repeats: int) -> float:
    if dump_line_reason(line.text) or is_author_bio(line.text):
        return -LINE_COST
    weight = prose_words(line)
    if weight and repeats > 1:
        return weight / repeats
    return weight or -LINE_COST


def prose_words(line: Line) -> float:
    """Return how many words of prose a line holds: zero for names, headlines and labels."""
    words = line.words
    if words < 4 or _UPPER_ONLY.match(line.text):
        return 0.0
    lower = lower_share(line.text)
    unspaced = words > len(line.text.split())
    if lower < 0.45 and not unspaced:
        return 0.0
    if line.ends_sentence:
        return float(min(words, PROSE_WORDS))
    if line.text.endswith((":", ";", ",", "—", "–")) and words >= 8:
        return words / 2
    return min(words, PROSE_WORDS) * 0.6 if words >= 28 else 0.0


def lower_share(text: str) -> float:
    """Return the share of words that begin with no capital; headlines in title case and names have few."""
    firsts = [found[0] for word in text.split() if (found := _FIRST_LETTER.search(word))]
    return sum(not letter.isupper() for letter in firsts) / len(firsts) if firsts else 0.0
