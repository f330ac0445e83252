"""Where in a dump the story stands: the stretch of lines that holds the most prose for the least furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.dump_lines import Line
from onrecord.articles.dump_phrases import BOX, dump_line_reason, ends_story, is_author_bio

PROSE_WORDS = 60
"""Words of one paragraph that count at most: one long cookie notice must not outweigh a story of short paragraphs."""
LINE_COST = 7.0
"""What a line that is no prose costs, in words of prose: about the length of a headline."""
SUBHEADING_COST = 2.0
"""What a single short line between two paragraphs costs: it may be a subheading."""
FURNITURE_COST = 5.0
AD_COST = 1.0
LABEL_REPEATS = 3
COMMENT_WEIGHT = 0.2
"""What a comment's word counts below a story: twenty readers write more than one reporter."""
LONGEST_BOX = 4
"""Lines of a box inside a story; a list of more links than that stands below it."""
LONG_PARAGRAPH = 20
"""Words; teasers are shorter, or follow a headline each."""
BOX_COST = 15.0
"""What "Read more" or "Sign up" costs, which stand inside stories as often as below them."""
END_COST = 45.0
"""What a heading such as "Most Read" costs: two teasers' worth of prose, less than half a story goes on for."""
STORY_WORDS = 120
"""Words of prose after which a comments heading likely ends the story; before it, it is a link down to them."""
LONG_STORY_WORDS = 300
"""Words of prose after which it surely does."""

_FIRST_LETTER = re.compile(r"[^\W\d_]")


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
    return _beyond_boxes(lines, best)


def _beyond_boxes(lines: Sequence[Line], region: Region) -> Region:
    """Go on behind a box of links or a sign-up form, where the story does: two paragraphs in a row, or a long one."""
    end, prose = region.end, region.prose
    number, strangers = end, 0
    while number < len(lines) and strangers <= LONGEST_BOX and prose > STORY_WORDS / 2:
        words = (
            0.0
            if dump_line_reason(lines[number].text) or is_author_bio(lines[number].text)
            else prose_words(lines[number])
        )
        below = prose_words(lines[number + 1]) if number + 1 < len(lines) else 0.0
        if ends_story(lines[number].text) and not BOX.match(lines[number].text):
            break
        if words >= LONG_PARAGRAPH or (words >= 8 and below >= 8):
            end, strangers, prose = number + 1, 0, prose + words
        elif words and end == number:
            end, prose = number + 1, prose + words
        else:
            strangers += not dump_line_reason(lines[number].text)
        number += 1
    return Region(region.start, end, prose)


def weigh_lines(lines: Sequence[Line]) -> list[float]:
    """Weigh each line in words of prose: above zero for prose, below for what stands around it."""
    repeated = Counter(line.text for line in lines)
    prose = [prose_words(line) / repeated[line.text] for line in lines]
    weights: list[float] = []
    read, discount = 0.0, 1.0
    for number, line in enumerate(lines):
        weight = _weigh(lines, number, prose, repeated[line.text])
        end = ends_story(line.text) if weight <= 0 else None
        if end:
            weight = -BOX_COST if BOX.match(line.text) else -END_COST
        if end == "comments" and read > STORY_WORDS:
            discount = COMMENT_WEIGHT if read < LONG_STORY_WORDS else 0.0
        read += max(weight, 0.0)
        weights.append(weight * discount if weight > 0 else weight)
    return weights


def _weigh(lines: Sequence[Line], number: int, prose: Sequence[float], repeats: int) -> float:
    line = lines[number]
    reason = dump_line_reason(line.text)
    if reason == "advertisement" or (repeats >= LABEL_REPEATS and line.words <= 6):
        return -AD_COST  # "Advertisement" and "Article content" stand between the paragraphs of one story
    if reason or is_author_bio(line.text):
        return -FURNITURE_COST
    if prose[number]:
        return prose[number]
    between = 0 < number < len(lines) - 1 and prose[number - 1] and prose[number + 1]
    return -SUBHEADING_COST if between else -LINE_COST


def prose_words(line: Line) -> float:
    """Return how many words of prose a line holds: zero for names, headlines and labels."""
    words = line.words
    if words < 4 or line.text.isupper():
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
