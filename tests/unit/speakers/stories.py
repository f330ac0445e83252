"""Short stories of our own for the tests of this package, and how to point at their words."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.schema import Article, Attribution, Block, Name, NameKind, Span, article_id
from onrecord.speakers import Resolution, resolve_speakers


def story(*paragraphs: str, authors: tuple[str, ...] = ()) -> Article:
    text = "\n\n".join(paragraphs)
    blocks: list[Block] = []
    at = 0
    for paragraph in paragraphs:
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        at += len(paragraph) + 2
    return Article(id=article_id(text, None, None), text=text, blocks=tuple(blocks), authors=authors)


def find(text: str, words: str, after: str = "") -> Span:
    """The first place of `words` after `after`."""
    start = text.index(words, text.index(after) + len(after) if after else 0)
    return Span.of(text, start, start + len(words))


def said(article: Article, source: str, content: str, *, after: str = "", cue: str = "") -> Attribution:
    """An attribution of `content` to `source`, which is looked for after `after`; no source where it is empty."""
    text = article.text
    shown = find(text, content)
    cues = (find(text, cue, after),) if cue else ()
    sources = (find(text, source, after),) if source else ()
    form = "direct" if shown.text[0] in '“"' else "indirect"
    return Attribution(id=f"{source}-{content[:9]}", form=form, stance="asserts", negated=False, score=1.0,
                       source=sources, cue=cues, content=(shown,))  # fmt: skip


def names_in(article: Article, **kinds: Sequence[str]) -> list[Name]:
    """Names of a model that finds every mention: `names_in(article, person=["Ada Lovelace", "Lovelace"])`."""
    found: list[Name] = []
    wanted = sorted(((text, kind) for kind, texts in kinds.items() for text in texts), key=lambda pair: -len(pair[0]))
    for text, kind in wanted:
        at = article.text.find(text)
        while at >= 0:
            if not any(name.start < at + len(text) and at < name.end for name in found):
                found.append(Name(at, at + len(text), text, _kind(kind)))
            at = article.text.find(text, at + 1)
    return sorted(found)


def _kind(kind: str) -> NameKind:
    kinds: dict[str, NameKind] = {
        "person": "person",
        "organisation": "organisation",
        "place": "place",
        "group": "group",
    }
    return kinds[kind]


def speakers(resolution: Resolution, number: int = 0) -> list[tuple[str, str, str | None]]:
    return [(s.name, s.kind, s.role) for s in resolution.attributions[number].speakers]


def who(article: Article, attributions: Sequence[Attribution], names: Sequence[Name] = ()) -> list[list[str]]:
    """The names of each attribution's speakers."""
    resolution = resolve_speakers(article, attributions, names)
    return [[speaker.name for speaker in attribution.speakers] for attribution in resolution.attributions]
