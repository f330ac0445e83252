"""Which of a page's blocks are the article: first the region that holds it, then block by block inside."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from msgspec import Struct

from onrecord.articles.caption_choice import StoryLines, choose_captions, keep_credits, regions_beside
from onrecord.articles.captions import find_captions, in_caption
from onrecord.articles.features import Judgement
from onrecord.articles.furniture import closes_article, line_reason
from onrecord.articles.furniture_names import CONSENT, names_content
from onrecord.articles.header_lines import header_kind, is_date_line, is_reading_time, is_video_time
from onrecord.articles.headlines import find_headline, squeeze
from onrecord.articles.html_blocks import HEADINGS, PageBlocks, Region, TextBlock
from onrecord.articles.labeller import relabel
from onrecord.articles.prose import LEAST_PROSE, SENTENCE
from onrecord.schema import BlockKind, FurnitureReason

LEAST_STORY = 300
_NEAR_STANDFIRST = ("other", "share", "metadata", "related")
_HEADER_BEFORE, _HEADER_AFTER = 4, 15
LINK_COST = 0.7
NOISE_COST = 0.1
_CONTAINERS = frozenset(
    ("article", "body", "center", "details", "div", "main", "section", "table", "tbody", "td", "form", "fieldset")
)
_LIST_TAGS = frozenset(("li", "dd", "dt"))
_TABLE_TAGS = frozenset(("td", "th", "table", "tr", "tbody"))
_STANDFIRST_NAMES = re.compile(
    r"(?<![a-z])(?:standfirst|stand first|strapline|deck|dek|sub ?head(?:line)?|sub ?title|lead|lede|intro|introduction"
    r"|summary|excerpt|teaser|vorspann|description|bajada|chapo|abstract|article desc)(?![a-z])"
)
_OPENING = 160
_TELLING = 60
"""Letters and digits of a summary that tell it."""
_SEPARATORS = re.compile(r"[^a-z0-9]+")


class Judged(Struct, eq=False, gc=False):
    """A block and what was decided of it: furniture for a reason, or part of the article."""

    block: TextBlock
    reason: FurnitureReason | None = None
    caption: bool = False
    kind: BlockKind | None = None


@dataclass(slots=True)
class Evidence:
    """What the page says elsewhere that tells its article's text: the article body and the summary in its metadata."""

    body: str = ""
    summaries: tuple[str, ...] = ()
    headlines: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()

    def has(self, text: str) -> bool:
        return bool(self.body) and _opening(text) in self.body


def _opening(text: str) -> str:
    """The first eighty letters and digits of a text, without looking through a long one."""
    opening = squeeze(text[:_OPENING])
    return (opening if len(opening) >= 80 or len(text) <= _OPENING else squeeze(text))[:80]


@dataclass(slots=True)
class Selection:
    """The blocks of a page, each judged, in page order; the region of the article; the headline's block."""

    judged: list[Judged]
    root: Region
    headline: int | None = None


def select_blocks(page: PageBlocks, evidence: Evidence) -> Selection:
    """Judge every block of a page: rules propose, the labeller decides."""
    selection, judgements = propose(page, evidence)
    relabel(selection.judged, judgements, selection.headline)
    _drop_lone_headings(selection)
    return selection


def propose(page: PageBlocks, evidence: Evidence) -> tuple[Selection, list[Judgement]]:
    """Judge every block by rules, and tell the labeller what they know of each."""
    blocks = page.blocks
    headline = find_headline(blocks, evidence.headlines, evidence.publishers)
    reasons = _region_reasons(page, headline)
    known = [evidence.has(block.text) if len(block.text) >= LEAST_PROSE else False for block in blocks]
    root = _find_root(page, reasons, known)
    root = _headline_article(page, root, headline)
    inside = _inside(page.regions, root)
    captions = find_captions(blocks)
    judged = [
        Judged(block, None if i == headline else _judge(block, reasons, inside, known[i]), i in captions)
        for i, block in enumerate(blocks)
    ]
    selection = Selection(judged, root, headline)
    _keep_standfirst(selection, evidence)
    _choose_captions(selection, inside)
    _find_header_lines(selection)
    _drop_repeats(selection, evidence)
    _keep_credits(selection)
    _cut_after_end(selection, known)
    return selection, [
        Judgement(one.block, one.reason, reasons[number], one.caption, inside[number], known[i])
        for i, one in enumerate(judged)
        if (number := one.block.region.number) >= 0
    ]


def _region_reasons(page: PageBlocks, headline: int | None) -> list[FurnitureReason | None]:
    """The reason, of each region, for which all that is in it is furniture; inherited from around.

    Names under which most of the page's prose stands tell nothing on this page: `<body class="has-sidebar">`,
    `<div class="post tag-news share-on">`, or a page builder that sets every paragraph in a "widget".
    """
    meaningless = _meaningless(page)
    with_headline = (
        {region.number for region in page.blocks[headline].region.around()} if headline is not None else set[int]()
    )
    reasons: list[FurnitureReason | None] = []
    for region in page.regions:
        reason: FurnitureReason | None = reasons[region.parent.number] if region.parent is not None else None
        if reason is None and region.hints and region.number not in with_headline:
            reason = next((hint.reason for hint in region.hints if hint.word not in meaningless), None)
        reasons.append(reason)
    return reasons


def _meaningless(page: PageBlocks) -> set[str]:
    words = _HintWords()
    aside = {hint.word for region in page.regions for hint in region.hints if hint.reason == "comments"} | CONSENT
    prose = [block for block in page.blocks if block.prose]
    story = [block for block in prose if aside.isdisjoint(words.around(block.region))]
    # Under a short article there may be long comments, or a table of eighty cookies; only a page that is nothing else
    # is a discussion.
    if sum(len(block.text) for block in story) < LEAST_STORY:
        story = prose
    lengths: defaultdict[str, int] = defaultdict(int)
    for block in story:
        for word in words.around(block.region):
            lengths[word] += len(block.text)
    total = sum(len(block.text) for block in story)
    return {word for word, length in lengths.items() if length > 0.5 * total}


class _HintWords:
    """The words that tell of furniture in the names of regions and of all around them; found where they are asked."""

    def __init__(self) -> None:
        self._known: dict[int, frozenset[str]] = {}

    def around(self, region: Region) -> frozenset[str]:
        """Go outwards to the first region that is known, and back."""
        path: list[Region] = []
        words = frozenset[str]()
        for each in region.around():
            if each.number in self._known:
                words = self._known[each.number]
                break
            path.append(each)
        for each in reversed(path):
            words = words.union([hint.word for hint in each.hints]) if each.hints else words
            self._known[each.number] = words
        return words


def _find_root(page: PageBlocks, reasons: list[FurnitureReason | None], known: list[bool]) -> Region:
    """Find the innermost region with the most prose for the least of everything else."""
    scores = [0.0] * len(page.regions)
    for block, is_known in zip(page.blocks, known, strict=True):
        if is_known or not reasons[block.region.number]:
            scores[block.region.number] += _weight(block, is_known)
    best, best_score = page.regions[0], 0.0
    for region in reversed(page.regions):
        score = scores[region.number]
        if region.parent is not None:
            scores[region.parent.number] += max(score, 0.0) if region.tag in ("article", "main") else score
        if region.tag not in _CONTAINERS:
            continue
        if 1.15 * score > best_score and (region.tag in ("article", "main") or names_content(region.names)):
            score *= 1.15
        if score > best_score:
            best, best_score = region, score
    return best


def _weight(block: TextBlock, known: bool) -> float:
    length = len(block.text)
    if known:
        return 3 * length
    if block.prose:
        return length
    if block.tag in HEADINGS:
        return 0
    return -LINK_COST * length if block.link_density > 0.5 else -min(NOISE_COST * length, 40 * NOISE_COST)


def _headline_article(page: PageBlocks, root: Region, headline: int | None) -> Region:
    """Where a page goes on with the next story, keep to the one under the headline."""
    if headline is None:
        return root
    own = next((region for region in page.blocks[headline].region.around() if region.tag == "article"), None)
    if own is None or own is root or root not in own.around():
        return root
    prose = {False: 0, True: 0}
    inside, around = _inside(page.regions, own), _inside(page.regions, root)
    for block in page.blocks:
        if block.prose and around[block.region.number]:
            prose[inside[block.region.number]] += len(block.text)
    return own if prose[True] > 0.2 * prose[False] and prose[True] > 400 else root


def _inside(regions: Sequence[Region], root: Region) -> list[bool]:
    inside = [False] * len(regions)
    for region in regions:
        inside[region.number] = region is root or (region.parent is not None and inside[region.parent.number])
    return inside


def _judge(
    block: TextBlock, reasons: list[FurnitureReason | None], inside: list[bool], known: bool
) -> FurnitureReason | None:
    number = block.region.number
    if reasons[number] and not known:
        return reasons[number]
    by_line = line_reason(block.text)
    if by_line:
        return by_line
    if not inside[number] and not known:
        return "navigation" if block.link_density > 0.5 else "other"
    return _judge_inside(block)


def _judge_inside(block: TextBlock) -> FurnitureReason | None:
    length, density = len(block.text), block.link_density
    if block.tag in HEADINGS:
        return "related" if density > 0.9 and block.links and length > 15 else None
    if density > 0.8 and (block.tag != "p" or length > 25):
        return "related"
    if density > 0.5 and block.tag not in ("p", "td") and length < 200:
        return "related"
    if block.tag in _TABLE_TAGS or block.tag in _LIST_TAGS or block.tag in ("p", "blockquote", "pre"):
        return None
    if length < 25 and not in_caption(block.region) and not SENTENCE.search(block.text[-1:]):
        return "metadata"
    return None


def _choose_captions(selection: Selection, inside: list[bool]) -> None:
    """Keep the captions and credits of the story's pictures, and no teaser's."""
    judged = selection.judged
    paragraphs = [i for i, one in enumerate(judged) if one.reason is None and not one.caption and one.block.prose]
    headline = None if selection.headline is None else judged[selection.headline].block
    story = StoryLines(selection.headline, paragraphs, inside, regions_beside(headline))
    for i, reason in choose_captions(*_caption_blocks(selection), story):
        judged[i].reason = reason


def _keep_credits(selection: Selection) -> None:
    for i in keep_credits(*_caption_blocks(selection)):
        selection.judged[i].reason = None


def _caption_blocks(selection: Selection) -> tuple[list[TextBlock], list[int], list[FurnitureReason | None]]:
    judged = selection.judged
    captions = [i for i, one in enumerate(judged) if one.caption]
    return [one.block for one in judged], captions, [one.reason for one in judged]


def _keep_standfirst(selection: Selection, evidence: Evidence) -> None:
    """Keep the summary that stands between headline and text, outside the text's own region."""
    summaries = [_opening(text)[:_TELLING] for text in evidence.summaries if len(text) > 30]
    start = 0 if selection.headline is None else selection.headline + 1
    for judged in selection.judged[start : start + 12]:
        region = judged.block.region
        if region.hidden or in_caption(region) or judged.reason not in (None, *_NEAR_STANDFIRST):
            continue
        is_named = selection.headline is not None and not judged.caption and _is_named_standfirst(judged.block)
        if is_named or _repeats(judged.block.text, summaries):
            judged.reason, judged.caption = None, False


def _is_named_standfirst(block: TextBlock) -> bool:
    if len(block.text) <= 40 or block.link_density >= 0.3:
        return False
    parent = block.region.parent
    return _names_standfirst(block.region.names) or (parent is not None and _names_standfirst(parent.names))


@lru_cache(maxsize=16_384)
def _names_standfirst(names: str) -> bool:
    return bool(names) and _STANDFIRST_NAMES.search(_SEPARATORS.sub(" ", names)) is not None


def _repeats(text: str, summaries: Sequence[str]) -> bool:
    shown = _opening(text) if summaries else ""
    return any(
        shown.startswith(summary) or (len(shown) > 25 and summary.startswith(shown[:_TELLING])) for summary in summaries
    )


def _cut_after_end(selection: Selection, known: list[bool]) -> None:
    """Drop what follows a heading such as "Related stories", unless the story goes on after it."""
    kept = [i for i, judged in enumerate(selection.judged) if judged.reason is None]
    total = sum(len(selection.judged[i].block.text) for i in kept)
    resumes = _last_paragraphs(selection, kept)
    seen = 0
    for i, judged in enumerate(selection.judged):
        text = judged.block.text
        seen += len(text) if judged.reason is None else 0
        if i <= resumes or seen <= 0.65 * total:
            continue
        is_heading = judged.block.tag in HEADINGS or judged.block.bold >= 0.9 * len(text)
        if not is_heading or not closes_article(text) or any(known[i:]):
            continue
        # "Related stories" is furniture by its own wording already, and closes the story all the same.
        if judged.reason is None or judged.reason == line_reason(text):
            for after in kept:
                if after >= i:
                    selection.judged[after].reason = line_reason(text) or "related"
            return


def _last_paragraphs(selection: Selection, kept: Sequence[int]) -> int:
    """Find where the third to last paragraph of the story's own region stands.

    After "Read more" in a story's middle its paragraphs go on; after "About the author" there are one or two.
    """
    prose = [i for i in kept if selection.judged[i].block.prose]
    parents = Counter(selection.judged[i].block.region.parent for i in prose)
    if not parents:
        return -1
    main = parents.most_common(1)[0][0]
    own = [i for i in prose if selection.judged[i].block.region.parent is main]
    return own[-3] if len(own) > 3 else -1


def _find_header_lines(selection: Selection) -> None:
    """Set bylines and datelines around the headline apart; further down, in live blogs, they are metadata."""
    at = selection.headline
    if at is None:
        return
    seen: set[str] = set()
    for i, judged in enumerate(selection.judged):
        block = judged.block
        is_open = judged.reason is None and not judged.caption and block.tag not in HEADINGS and i != at
        is_near = at - _HEADER_BEFORE <= i <= at + _HEADER_AFTER and not block.region.hidden
        if is_near and (is_open or judged.reason == "metadata"):
            judged.kind = header_kind(block)
            if judged.kind:
                judged.reason = "duplicate" if block.text in seen else None
                judged.caption = False
                seen.add(block.text)
        elif is_open and block.tag == "div" and is_date_line(block.text):
            judged.reason = "metadata"
        is_clock = judged.caption and is_video_time(block.text)
        if judged.reason is None and not judged.kind and (is_clock or is_reading_time(block.text)):
            judged.reason = "metadata"


def _drop_repeats(selection: Selection, evidence: Evidence) -> None:
    """The headline is often shown again, over a picture; paragraphs are, for small screens."""
    titles = set(map(squeeze, evidence.headlines))
    if selection.headline is not None:
        titles.add(squeeze(selection.judged[selection.headline].block.text))
    longest = 2 * max(map(len, titles), default=0) if selection.headline is not None else 0
    seen: set[str] = set()
    for i, judged in enumerate(selection.judged):
        text = judged.block.text
        if i == selection.headline or judged.reason is not None or len(text) < 15:
            continue
        if (len(text) > LEAST_PROSE and text in seen) or (len(text) < longest and squeeze(text) in titles):
            judged.reason = "duplicate"
        seen.add(text)


def _drop_lone_headings(selection: Selection) -> None:
    """A heading with nothing of the article under it headed something that was dropped."""
    followed = False
    for i in range(len(selection.judged) - 1, -1, -1):
        judged = selection.judged[i]
        if judged.reason is not None or i == selection.headline:
            continue
        if judged.block.tag not in HEADINGS:
            followed = followed or not judged.caption
        elif not followed:
            judged.reason = "related"
