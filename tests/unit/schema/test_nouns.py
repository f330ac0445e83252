import msgspec
import pytest

from onrecord.schema import (
    Article,
    Attribution,
    Block,
    Caption,
    Entity,
    Mention,
    Origin,
    Page,
    Producer,
    Reading,
    RejectedPage,
    Rejection,
    Span,
    article_id,
    attribution_id,
    decode_outcome,
    encode_outcome,
    speaker_id,
)

TEXT = "Ferry to stay\n\n“It stays,” Mayor Ada Holm said."
PAGE = Page(content=TEXT.encode(), origin=Origin(path="ferry.txt"), content_type="text/plain")


def article(text: str = TEXT, blocks: tuple[Block, ...] | None = None, captions: tuple[Caption, ...] = ()) -> Article:
    blocks = blocks or (Block("headline", 0, 13), Block("paragraph", 15, len(text)))
    return Article(id=article_id(text, None, None), text=text, blocks=blocks, captions=captions)


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span.of(TEXT, at, at + len(words))


def reading(entities: tuple[Entity, ...] = ()) -> Reading:
    content, cue = (span("“It stays,”"),), (span("said"),)
    attribution = Attribution(
        id=attribution_id("a-1", content, cue), form="direct", stance="asserts", negated=False, score=0.9,
        source=(span("Mayor Ada Holm"),), cue=cue, content=content,
    )  # fmt: skip
    producer = Producer(onrecord="0.1.0", model="by hand", settings="none")
    return Reading(
        page=PAGE.reference, article=article(), attributions=(attribution,), entities=entities, producer=producer
    )


def test_a_span_is_the_slice_that_it_shows():
    assert span("Ada Holm") == Span(33, 41, "Ada Holm")
    with pytest.raises(ValueError, match="does not fit"):
        Span(0, 5, "Ferry to")
    with pytest.raises(ValueError, match="does not fit"):
        Span.of(TEXT, 4, 4)


@pytest.mark.parametrize(
    ("text", "blocks", "problem"),
    [
        ("One\n\nTwo", (Block("paragraph", 0, 3),), "end before"),
        ("One\n\nTwo", (Block("paragraph", 0, 3), Block("paragraph", 6, 8)), "hole"),
        ("One \n\nTwo", (Block("paragraph", 0, 4), Block("paragraph", 6, 9)), "white space"),
        ("One Two", (Block("paragraph", 0, 3), Block("paragraph", 4, 7)), "hole"),
        ("Cafe\u0301", (Block("paragraph", 0, 5),), "NFC"),
    ],
)
def test_blocks_cover_a_canonical_text(text: str, blocks: tuple[Block, ...], problem: str):
    with pytest.raises(ValueError, match=problem):
        article(text, blocks)


def test_a_caption_is_a_slice_of_the_text():
    with pytest.raises(ValueError, match="caption"):
        article(captions=(Caption(0, 13, "Another text", None),))


def test_a_reading_whose_span_shows_other_words_cannot_be_made():
    elsewhere = Entity(id="e1", name="Ada Holm", kind="person", mentions=(Mention(0, 8, "Ada Holm", "name"),))
    with pytest.raises(ValueError, match="shows"):
        reading((elsewhere,))


def test_an_outcome_comes_back_from_its_json():
    rejected = RejectedPage(page=PAGE.reference, rejection=Rejection("articles", "empty", "There is no text."))
    assert decode_outcome(encode_outcome(reading())) == reading()
    assert decode_outcome(encode_outcome(rejected)) == rejected


def test_json_that_is_no_outcome_is_refused():
    with pytest.raises(msgspec.ValidationError):
        decode_outcome(b'{"page": 1}')


def test_the_json_has_the_fields_of_the_contract_in_its_order():
    fields = msgspec.json.decode(encode_outcome(reading()))
    assert list(fields) == ["page", "article", "attributions", "entities", "producer"]
    assert list(fields["article"])[:4] == ["id", "headline", "section", "published"]
    assert list(fields["attributions"][0])[:5] == ["id", "form", "stance", "negated", "score"]


def test_an_article_is_the_same_at_any_hour_of_its_day():
    assert article_id("x", "Post", "2025-03-19") == article_id("x", "Post", "2025-03-19T08:00:00+03:00")
    assert article_id("x", "Post", "2025-03-19") != article_id("x", "Post", "2025-03-20")
    assert article_id("x", "Post", None) != article_id("x", "Times", None)


def test_a_speaker_is_the_same_in_any_case_but_not_of_another_kind():
    assert speaker_id("person", "Ada  Holm") == speaker_id("person", "ADA HOLM")
    assert speaker_id("person", "Ukraine") != speaker_id("organisation", "Ukraine")
