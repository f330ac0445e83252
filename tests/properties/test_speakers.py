"""Whatever stands in a text and wherever a model's spans lie, resolving never fails and shows only slices."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.schema import Attribution, Name, Span
from onrecord.speakers import resolve_speakers

_WORDS = st.sampled_from(
    ["Ada", "Merrin", "Mr.", "Sen.", "President", "Trump", "the", "The", "a", "who", "which", "he", "She", "it", "they",
     "I", "both", "and", ",", "'s", "’s", "(D-Wis.)", "spokesman", "campaign", "report", "by", "Kyiv", "White", "House",
     "Republicans", "said", "“", "”", '"', ".", "\n\n", "—", "of", "Kremlin-controlled", "O'Malley", "Jr.", "including",
     "two", "-", "U.S.", "Times", "İ", "ß", "ﬁ"]
)  # fmt: skip
_TEXTS = st.one_of(st.text(min_size=1, max_size=160), st.lists(_WORDS, min_size=1, max_size=60).map(" ".join))
_KINDS = st.sampled_from(["person", "organisation", "place", "group"])


def _spans(data: st.DataObject, text: str, most: int) -> list[Span]:
    places = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 30))
    return [Span.of(text, a, min(len(text), a + n)) for a, n in data.draw(st.lists(places, max_size=most))]


@settings(deadline=None, max_examples=150)
@given(_TEXTS, st.data())
def test_mentions_are_slices_and_speakers_are_entities(given_text: str, data: st.DataObject) -> None:
    article = compose_article([Piece("paragraph", part) for part in given_text.split("\n\n")], Metadata())
    if not article.text:
        return
    text = article.text
    attributions = [
        Attribution(
            id=str(number), form=data.draw(st.sampled_from(["direct", "indirect", "mixed"])), stance="asserts",
            negated=False, score=0.5, source=tuple(_spans(data, text, 2)), cue=tuple(_spans(data, text, 1)),
            content=(content,),
        )
        for number, content in enumerate(_spans(data, text, 5))
    ]  # fmt: skip
    names = [Name(span.start, span.end, span.text, data.draw(_KINDS)) for span in _spans(data, text, 6)]
    resolution = resolve_speakers(article, attributions, names)
    assert [a.id for a in resolution.attributions] == [a.id for a in attributions]
    assert [entity.id for entity in resolution.entities] == [f"e{n}" for n, _ in enumerate(resolution.entities, 1)]
    for entity in resolution.entities:
        assert entity.mentions
        assert all(text[m.start : m.end] == m.text for m in entity.mentions)
    named = {entity.id: entity.name for entity in resolution.entities}
    assert all(named[s.entity] == s.name for a in resolution.attributions for s in a.speakers)
