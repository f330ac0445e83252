"""Stories as papers print them: cut, with another top, with paragraphs of their own, re-edited, brought up to date."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.schema import Article
from synthetic.newsroom_words import (
    ADDED,
    AGENCIES,
    CAPTIONS,
    FILLINGS,
    LEDES,
    LOCAL,
    PAPERS,
    SERIES,
    STANDING,
)  # fmt: skip

_SENTENCE_END = re.compile(r"(?<=[.!?][\"”]) (?=[A-Z“])|(?<=[a-z0-9)]{2}[.!?]) (?=[A-Z“])")
# What a copy desk changes to its own style, in both directions.
_STYLE = (
    (r"\bpercent\b", "per cent"), (r"\bcenter\b", "centre"), (r"\bdefense\b", "defence"), (r"\blabor\b", "labour"),
    (r"\borganiz", "organis"), (r"\bprograms\b", "programmes"), (r"\bUnited States\b", "U.S."),
    (r"\bPresident Vladimir Putin\b", "Mr Putin"), (r"\bPresident Biden\b", "Mr Biden"), (r"\btoday\b", "on Tuesday"),
    (r"\bincluding\b", "among them"), (r"\bin order to\b", "to"), (r"\balso\b ", ""), (r"\bagreed\b", "were agreed"),
    (r"\bdiscussed\b", "talked about"), (r"\bunderscored\b", "stressed"), (r"\bregarding\b", "about"),
    (r"\bKiev\b", "Kyiv"), (r"\bZelenskyy\b", "Zelensky"), (r"\bnoted that\b", "said"), (r"’", "'"),
)  # fmt: skip
_STYLE_RULES = tuple((re.compile(pattern), new) for pattern, new in _STYLE)


@dataclass(frozen=True)
class Draft:
    """A story before it is laid out. `edits` says what was done to it."""

    headline: str
    paragraphs: tuple[str, ...]
    published: str
    publisher: str
    agency: str | None = None
    captions: tuple[str, ...] = ()
    edits: tuple[str, ...] = field(default=())

    def edited(self, edit: str, paragraphs: list[str]) -> Draft:
        return replace(self, paragraphs=tuple(paragraphs), edits=(*self.edits, edit))


def laid_out(draft: Draft) -> Article:
    """Return the article that a page with this story gives."""
    pieces = [Piece("headline", draft.headline), *(Piece("caption", text) for text in draft.captions)]
    pieces += [Piece("paragraph", text) for text in draft.paragraphs]
    metadata = Metadata(
        headline=draft.headline, published=draft.published, publisher=draft.publisher, agency=draft.agency
    )  # fmt: skip
    return compose_article(pieces, metadata, [])


@dataclass(frozen=True)
class Habits:
    """How far papers go: the share (0 to 1) that a cut leaves and its fewest words, the edits of one copy, how many
    local paragraphs and how many words of them to one that is copied, and how often a lede is reworded, not replaced.
    """

    left: tuple[float, float] = (0.25, 0.8)
    fewest: int = 70
    edits: tuple[int, ...] = (1, 2, 2, 3, 3, 4)
    locals: tuple[int, int] = (1, 3)
    local_share: float = 2 / 3
    reworded: float = 0.0


HARSH = Habits(left=(0.1, 0.6), fewest=55, edits=(2, 3, 3, 4, 4, 5), locals=(2, 5), local_share=1.0, reworded=0.5)


@dataclass
class Desk:
    """A newsroom's desk in one half of the set; everything that it does hangs on `chance` alone."""

    half: str
    chance: random.Random
    habits: Habits = field(default_factory=Habits)

    def copy(self, draft: Draft) -> Draft:
        """Print somebody's story in another paper: with one to four of a paper's edits."""
        chance = self.chance
        copied = replace(
            draft, publisher=chance.choice(PAPERS[self.half]), published=self.later(draft.published), edits=(),
            agency=draft.agency if chance.random() < 0.7 else None,
        )  # fmt: skip
        if chance.random() < 0.8:
            copied = replace(copied, headline=self.headline(draft))
        edits = [self.cut, self.new_lede, self.add_local, self.copy_edit, self.break_anew, self.frame]
        for edit in sorted(chance.sample(edits, k=chance.choice(self.habits.edits)), key=edits.index):
            copied = edit(copied)
        return copied

    def cut(self, draft: Draft) -> Draft:
        """Cut from the bottom, down to the fewest words at most."""
        sentences = [(number, one) for number, text in enumerate(draft.paragraphs) for one in sentences_of(text)]
        words = sum(len(one.split()) for _, one in sentences)
        wanted = max(self.habits.fewest, int(words * self.chance.uniform(*self.habits.left)))
        kept: dict[int, list[str]] = {}
        for number, one in sentences:
            if sum(len(text.split()) for texts in kept.values() for text in texts) >= wanted:
                break
            kept.setdefault(number, []).append(one)
        return draft.edited("cut", [" ".join(texts) for texts in kept.values()])

    def new_lede(self, draft: Draft) -> Draft:
        """Put another first sentence in the place of the story's."""
        first, *others = sentences_of(draft.paragraphs[0])
        if self.habits.reworded and self.chance.random() < self.habits.reworded:
            lede = self.reworded(first)
        else:
            lede = self.chance.choice(LEDES[self.half]).format(day=self.weekday(), subject=draft.headline)
        if words_in(others) + words_in(draft.paragraphs[1:]) < 70:
            others = [first, *others]
        if others and _is_open(first):
            others[0] = '"' + others[0]
        rest = [" ".join(others)] if others else []
        return draft.edited("new_lede", [lede, *rest, *draft.paragraphs[1:]])

    def reworded(self, sentence: str) -> str:
        """Say a lede otherwise: its clauses in another order, and a word in five left out."""
        clauses = [" ".join(w for w in part.split() if self.chance.random() > 0.2) for part in sentence.split(", ")]
        return ", ".join((*clauses[1:], clauses[0])).rstrip(".") + "."

    def add_local(self, draft: Draft) -> Draft:
        """Add local paragraphs, never more than the habit's share of the copied words."""
        paragraphs, room = list(draft.paragraphs), int(words_in(draft.paragraphs) * self.habits.local_share)
        for text in self.chance.sample(LOCAL[self.half], k=self.chance.randint(*self.habits.locals)):
            if (room := room - len(text.split())) < 0:
                break
            paragraphs.insert(self.chance.randint(1, len(paragraphs)), text)
        return draft.edited("local", paragraphs)

    def copy_edit(self, draft: Draft) -> Draft:
        """Apply half of the house style, and leave out a word in a hundred."""
        rules = self.chance.sample(_STYLE_RULES, k=len(_STYLE_RULES) // 2)
        paragraphs: list[str] = []
        for text in draft.paragraphs:
            for pattern, new in rules:
                text = pattern.sub(new, text)
            kept = [word for word in text.split() if not word.isalpha() or self.chance.random() > 0.01]
            paragraphs.append(" ".join(kept))
        return draft.edited("copy_edit", paragraphs)

    def break_anew(self, draft: Draft) -> Draft:
        """Set every sentence or every four as a paragraph."""
        sentences = running_sentences(draft.paragraphs)
        return draft.edited("paragraphs", set_in_paragraphs(sentences, self.chance.choice((1, 2, 4))))

    def frame(self, draft: Draft) -> Draft:
        """Add a dateline, captions and the text that stands under everything the paper prints."""
        first = f"GENEVA ({draft.agency or 'Staff'}) — {draft.paragraphs[0]}"
        standing = self.chance.sample(STANDING[self.half], k=self.chance.randint(1, 2))
        framed = draft.edited("frame", [first, *draft.paragraphs[1:], *standing])
        return replace(framed, captions=tuple(self.chance.sample(CAPTIONS, k=1)))

    def update(self, draft: Draft) -> Draft:
        """Write a story through: a new top, figures brought up to date, paragraphs in between, by the same newsroom."""
        paragraphs = [self._with_new_figures(text) for text in self.new_lede(draft).paragraphs]
        for text in self.chance.sample(ADDED[self.half], k=self.chance.randint(1, 3)):
            paragraphs.insert(self.chance.randint(1, len(paragraphs)), text)
        return draft.edited("update", paragraphs)

    def _with_new_figures(self, text: str) -> str:
        raise_it = self.chance.random() < 0.4
        return re.sub(r"\b\d{1,2}\b", lambda found: str(int(found[0]) + 1), text, count=1) if raise_it else text

    def follow_up(self, draft: Draft, other: Draft) -> Draft:
        """Write a story of the day after, which quotes up to four sentences and repeats one or two as background."""
        own = sentences_of(" ".join(other.paragraphs))[:12]
        paragraphs = [" ".join(own[at : at + 2]) for at in range(0, len(own), 2)]
        sentences = [one for text in draft.paragraphs for one in sentences_of(text) if len(one.split()) < 50]
        chosen = self.chance.sample(sentences, k=min(len(sentences), self.chance.randint(3, 5)))
        background = max(1, len(chosen) // 3) if words_in(own) > 2 * words_in(chosen) else 0
        for number, sentence in enumerate(chosen):
            text = sentence if number < background else f"“{sentence.strip('“”')}” it said."
            paragraphs.insert(self.chance.randint(1, len(paragraphs)), text)
        return replace(
            draft, headline=f"After the announcement: {draft.headline}", paragraphs=tuple(paragraphs), agency=None,
            publisher=self.chance.choice(PAPERS[self.half]), published=self.later(draft.published),
            edits=("follow_up",),
        )  # fmt: skip

    def independent_reports(self, draft: Draft, others: tuple[Draft, Draft]) -> list[Draft]:
        """Two agencies report one statement: both quote the same sentences, each in a story of its own."""
        quoted = [one.strip("“”") for one in sentences_of(" ".join(draft.paragraphs))][:6]
        return [
            replace(
                draft, headline=f"{draft.headline}, says statement", agency=agency, publisher=agency,
                paragraphs=tuple(_interleaved(other, quoted)), edits=("two_agencies",),
            )
            for agency, other in zip(self.chance.sample(AGENCIES, k=2), others, strict=True)
        ]  # fmt: skip

    def series(self, pattern: tuple[str, ...], published: str) -> Draft:
        """Fill in the next story of a series."""
        chance = self.chance
        filled = {name: chance.choice(values) for name, values in FILLINGS.items()}
        filled |= {f"percent{n}": str(chance.randint(2, 60)) for n in ("", 2, 3, 4)}
        filled |= {f"points{n}": str(chance.randint(10, 200)) for n in ("", 2)}
        filled |= {f"level{n}": f"{chance.randint(1000, 90000):,}" for n in ("", 2, 3)}
        filled["day"] = self.weekday()
        headline, *paragraphs = (text.format(**filled) for text in pattern)
        return Draft(headline, tuple(paragraphs), published, chance.choice(PAPERS[self.half]), edits=("series",))

    def patterns(self) -> tuple[tuple[str, ...], ...]:
        return SERIES[self.half]

    def later(self, published: str) -> str:
        """The same day mostly, or up to three days after; one in twenty a fortnight later."""
        days = self.chance.choice((0, 0, 0, 0, 1, 1, 2, 3)) if self.chance.random() < 0.95 else 14
        return (date.fromisoformat(published[:10]) + timedelta(days=days)).isoformat()

    def headline(self, draft: Draft) -> str:
        return f"{self.chance.choice(('What is known:', 'Officials:', 'World in brief:'))} {draft.headline.lower()}"

    def weekday(self) -> str:
        return self.chance.choice(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))


def _interleaved(draft: Draft, quoted: list[str]) -> list[str]:
    own = sentences_of(" ".join(draft.paragraphs))[: len(quoted) + 2]
    return [f"{one} “{quote}”" for one, quote in zip(own, quoted, strict=False)]


def sentences_of(text: str) -> list[str]:
    return [one for one in _SENTENCE_END.split(text) if one.strip()]


def running_sentences(paragraphs: Sequence[str]) -> list[str]:
    """Return a story's sentences without the marks with which later paragraphs of a quotation open again."""
    found: list[str] = []
    is_open = False
    for text in paragraphs:
        found += sentences_of(text[1:] if is_open and text[0] in '"“' else text)
        is_open = _is_open(" ".join(found))
    return found


def set_in_paragraphs(sentences: Sequence[str], size: int) -> list[str]:
    """Set so many sentences a paragraph; a quotation that goes on opens again in each."""
    parts: list[str] = []
    for at in range(0, len(sentences), size):
        again = '"' if _is_open(" ".join(sentences[:at])) else ""
        parts.append(again + " ".join(sentences[at : at + size]))
    return parts


def _is_open(text: str) -> bool:
    return text.count('"') % 2 == 1 or text.count("“") > text.count("”")


def words_in(texts: Sequence[str]) -> int:
    return sum(len(text.split()) for text in texts)
