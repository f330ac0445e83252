"""Stories whose statements are known, because they are written here."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.schema import (
    AttributedSpeaker,
    Attribution,
    Entity,
    Form,
    Furniture,
    Mention,
    Origin,
    Page,
    Producer,
    Reading,
    RejectedPage,
    Rejection,
    Span,
    SpeakerKind,
    Stance,
    attribution_id,
)

PRODUCER = Producer(onrecord="0.1.0", model="onrecord-en 1.0", settings="default")
NEWER_PRODUCER = Producer(onrecord="0.2.0", model="onrecord-en 1.1", settings="default")


@dataclass(frozen=True, kw_only=True)
class Said:
    """One attribution, given by the words that stand in the story; each is found where it first occurs."""

    content: tuple[str, ...]
    cue: str = "said"
    source: str = ""
    name: str = ""
    kind: SpeakerKind = "person"
    role: str | None = None
    form: Form = "indirect"
    stance: Stance = "asserts"
    said_on: str | None = None


@dataclass(frozen=True, kw_only=True)
class Story:
    """A page's paragraphs, what was said in them, and what else the page says of itself."""

    paragraphs: tuple[str, ...]
    said: tuple[Said, ...]
    headline: str = "A headline"
    published: str | None = "2025-03-19"
    publisher: str | None = "The Example Herald"
    url: str | None = None
    path: str | None = "story.html"


KURSK = Story(
    headline="Leaders talk about a ceasefire",
    paragraphs=(
        "Dmitry Peskov, the Kremlin spokesman, said on Tuesday that the call went well.",
        "“The fighting in Kursk must end,” Volodymyr Zelenskyy said, “and it must end soon.” Kyiv denied any losses.",
        "Mr. Zelenskyy will travel to Oslo. A senior official said the talks would go on.",
    ),
    said=(
        Said(
            content=("the call went well",), source="Dmitry Peskov, the Kremlin spokesman", name="Dmitry Peskov",
            role="Kremlin spokesman", said_on="2025-03-18",
        ),
        Said(
            content=("“The fighting in Kursk must end,”", "“and it must end soon.”"), source="Volodymyr Zelenskyy",
            name="Volodymyr Zelenskyy", role="president of Ukraine", form="direct", stance="demands",
        ),
        Said(
            content=("any losses",), cue="denied", source="Kyiv", name="Government of Ukraine", kind="organisation",
            stance="denies",
        ),
        Said(content=("the talks would go on",), source="A senior official", name="a senior official", kind="unnamed"),
    ),
)  # fmt: skip
OSLO = Story(
    headline="Norway weighs in",
    published="2025-04-02T23:30:00-05:00",
    publisher="Another Example",
    url="https://example.org/oslo",
    path=None,
    paragraphs=(
        "Lars Løkke said negotiations on a prisoner exchange in Oslo were possible.",
        "Zelenskyy accepted the invitation. A senior official said nothing was agreed.",
    ),
    said=(
        Said(
            content=("negotiations on a prisoner exchange in Oslo were possible",), source="Lars Løkke",
            name="Lars Løkke",
        ),
        Said(
            content=("the invitation",), cue="accepted", source="Zelenskyy", name="Volodymyr Zelenskyy",
            role="president of Ukraine", stance="accepts",
        ),
        Said(content=("nothing was agreed",), source="A senior official", name="a senior official", kind="unnamed"),
    ),
)  # fmt: skip


def page_of(story: Story, edition: str = "") -> Page:
    """Return a page with the story; editions differ in bytes, not in the story."""
    html = f"<!-- {edition} --><h1>{story.headline}</h1>" + "".join(f"<p>{text}</p>" for text in story.paragraphs)
    return Page(
        content=html.encode(), origin=Origin(url=story.url, path=story.path), fetched_at="2025-03-20T06:00:00+00:00",
        content_type="text/html",
    )  # fmt: skip


def reading_of(story: Story, page: Page | None = None, producer: Producer = PRODUCER) -> Reading:
    """Return the reading of the story's page: what a perfect model would find."""
    page = page or page_of(story)
    pieces = [Piece("headline", story.headline), *(Piece("paragraph", text) for text in story.paragraphs)]
    pieces.append(Piece("caption", "A street in Kyiv.", credit="Jane Doe/Example Pictures"))
    article = compose_article(
        pieces,
        Metadata(headline=story.headline, published=story.published, publisher=story.publisher, url=story.url),
        [Furniture("Sign up today!", "promotion")],
    )
    names = dict.fromkeys((said.name, said.kind, said.role) for said in story.said if said.name)
    entities = tuple(
        Entity(
            id=f"e{number}", name=name, kind=kind, roles=(role,) if role else (),
            mentions=_mentions(article.text, name.split()[-1]) if kind == "person" else (),
        )
        for number, (name, kind, role) in enumerate(names, start=1)
    )  # fmt: skip
    by_name = {entity.name: entity.id for entity in entities}
    attributions = tuple(_attribution(article.id, article.text, said, by_name) for said in story.said)
    return Reading(
        page=page.reference, article=article, attributions=attributions, entities=entities, producer=producer
    )  # fmt: skip


def rejected_of(page: Page, reason: str = "not_an_article") -> RejectedPage:
    """Return the rejection of a page that has no article."""
    return RejectedPage(page=page.reference, rejection=Rejection("articles", reason, "There is no story on this page."))


def _attribution(article: str, text: str, said: Said, entities: dict[str, str]) -> Attribution:
    content = tuple(_span(text, words) for words in said.content)
    cue = (_span(text, said.cue),)
    speaker = AttributedSpeaker(entity=entities.get(said.name, ""), name=said.name, kind=said.kind, role=said.role)
    return Attribution(
        id=attribution_id(article, content, cue), form=said.form, stance=said.stance, negated=False, score=0.97,
        source=(_span(text, said.source),) if said.source else (), cue=cue, content=content,
        speakers=(speaker,) if said.name else (), said_on=said.said_on,
    )  # fmt: skip


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def _mentions(text: str, surname: str) -> tuple[Mention, ...]:
    start = text.find(surname)
    return () if start < 0 else (Mention(start, start + len(surname), surname, "name"),)
