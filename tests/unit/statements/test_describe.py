from pathlib import Path

import pytest

from onrecord.articles.compose import Metadata, Piece, compose_article
from onrecord.schema import Article, Span, attribution_id
from onrecord.statements.describe import describe_attribution

CALL = Path(__file__).resolve().parents[3] / "../shared/data/pages/call.txt"


def within(article: Article, before: str, shown: str) -> Span:
    """The first `shown` at or after the first `before`."""
    start = article.text.index(shown, article.text.index(before))
    return Span.of(article.text, start, start + len(shown))


def test_attribution_is_described_by_its_sentence() -> None:
    text = "“I would thank him,” Ray told the Vistula Channel on Tuesday. “Twice.”"
    article = compose_article([Piece("paragraph", text)], Metadata(published="2025-03-19"))
    source, cue = within(article, "Ray", "Ray"), within(article, "told", "told")
    content = (within(article, "“I", "“I would thank him,”"), within(article, "“Twice", "“Twice.”"))
    attribution = describe_attribution(article, (source,), (cue,), content, 0.9)
    assert attribution.id == attribution_id(article.id, content, (cue,))
    assert (attribution.form, attribution.stance, attribution.negated) == ("direct", "asserts", False)
    assert attribution.addressee == within(article, "told", "the Vistula Channel")
    assert attribution.medium is None
    assert attribution.said_on == "2025-03-18"
    assert attribution.speakers == ()


@pytest.fixture(scope="module")
def call() -> Article:
    if not CALL.exists():
        pytest.skip("the page dump of the call is not beside this checkout (../shared/data/pages)")
    paragraphs = CALL.read_text(encoding="utf-8").split("\n\n")
    return compose_article([Piece("paragraph", part) for part in paragraphs], Metadata(published="2025-03-19"))


@pytest.mark.parametrize(
    ("near", "cue", "content", "stance"),
    [
        ("Putin said Ukrainian", "said", "are surrounded", "asserts"),
        ("echoed by Trump", "echoed", "by Trump", "confirms"),
        ("Kyiv denied", "denied", "its soldiers are encircled", "denies"),
        ("Putin accepted a halt", "accepted", "a halt on strikes", "accepts"),
        ("The Kremlin leader linked", "linked", "a halt in Western", "conditions"),
        ("He wants Ukraine", "wants", "Ukraine to withdraw", "demands"),
        ("Ukrainian officials fear", "fear", "Russia could try", "expects"),
    ],
)
def test_stances_in_the_story_of_the_call(call: Article, near: str, cue: str, content: str, stance: str) -> None:
    attribution = describe_attribution(call, (), (within(call, near, cue),), (within(call, near, content),), 1.0)
    assert attribution.stance == stance


def test_circumstances_in_the_story_of_the_call(call: Article) -> None:
    witkoff = describe_attribution(
        call, (within(call, "Witkoff told", "Witkoff"),), (within(call, "Witkoff told", "told"),),
        (within(call, "“I would commend", "“I would commend"),), 1.0,
    )  # fmt: skip
    assert witkoff.addressee is not None
    assert witkoff.addressee.text == "the Fox News Channel"
    for near, content, medium in (
        ("The White House said in", "the leaders “spoke", "its readout of the call"),
        ("Stanovaya said in", "noting an agreement", "a commentary"),
        ("and said in a social", "the conversation was", "a social media post"),
    ):
        described = describe_attribution(call, (), (within(call, near, "said"),), (within(call, near, content),), 1.0)
        assert described.medium is not None
        assert described.medium.text == medium


def test_quotation_closed_by_another_kind_of_mark_is_direct(call: Article) -> None:
    start = call.text.index('"trying to negotiate')
    content = Span.of(call.text, start, call.text.index("productive.”") + len("productive.”"))
    described = describe_attribution(call, (), (within(call, "by warning", "warning"),), (content,), 1.0)
    assert described.form == "direct"
