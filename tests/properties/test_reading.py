"""Whatever the bytes, a page ends as a reading whose spans are slices, or as a rejection with a reason."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.language.onnx_model import load_model
from onrecord.pages import PageSettings, load_page
from onrecord.pipeline import read_page
from onrecord.schema import Page, Reading, RejectedPage, decode_outcome, encode_outcome

WORDS = st.sampled_from(
    ["“", "”", '"', "’s", " said ", "he", "Mayor Ada Holm", " told ", "the council", ", ", ". ", "\n\n", "\n",
     "denied that ", "\u200b", "e\u0301", "😀", "שלום", "according to ", "<p>", "</p>", "<h1>", "&amp;",
     "\x00", "\ud800", "   "]
)  # fmt: skip
NEWS_LIKE = st.lists(WORDS, min_size=1, max_size=120).map(lambda parts: "".join(parts).encode("utf-8", "surrogatepass"))


def check(content: bytes, plain: bool) -> None:
    page = load_page(content, PageSettings(plain=plain))
    outcome = read_page(page, load_model(threads=1)) if isinstance(page, Page) else page
    assert decode_outcome(encode_outcome(outcome)) == outcome
    if isinstance(outcome, RejectedPage):
        assert outcome.rejection.reason
        assert outcome.rejection.detail
        return
    assert isinstance(outcome, Reading)
    text = outcome.article.text
    for attribution in outcome.attributions:
        assert all(text[span.start : span.end] == span.text for span in attribution.spans)
        assert {speaker.entity for speaker in attribution.speakers} <= {entity.id for entity in outcome.entities}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=2_000), st.booleans())
def test_any_bytes_end_as_an_outcome(content: bytes, plain: bool):
    check(content, plain)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NEWS_LIKE, st.booleans())
def test_any_text_of_quotation_marks_and_cues_ends_as_an_outcome(content: bytes, plain: bool):
    check(content, plain)
