import pytest

from onrecord.schema import Span
from onrecord.statements.said_on import said_on


def day(sentence: str, content: str, published: str | None = "2025-03-19", cue: str = "said") -> str | None:
    start = sentence.index(content)
    spans = [Span.of(sentence, start, start + len(content))]
    at = sentence.index(cue)
    source = [Span.of(sentence, sentence.index("Ray"), sentence.index("Ray") + 3)]
    return said_on(sentence, [Span.of(sentence, at, at + len(cue))], spans, source, published)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ray said Tuesday that she won.", "2025-03-18"),
        ("Ray said on Tuesday she won.", "2025-03-18"),
        ("Ray said Wednesday that she won.", "2025-03-19"),
        ("Ray said Thursday night that she won.", "2025-03-13"),
        ("Ray said in a statement Monday she won.", "2025-03-17"),
        ("Ray said on March 3 she won.", "2025-03-03"),
        ("Ray said on 3 March she won.", "2025-03-03"),
        ("Ray said on December 3 she won.", "2024-12-03"),
        ("Ray said on March 3, 2022, she won.", "2022-03-03"),
        ("Ray said on Tuesday, March 4, she won.", "2025-03-04"),
        ("Ray said yesterday she won.", "2025-03-18"),
        ("Ray on Monday said she won.", "2025-03-17"),
        ("On Monday, Ray said she won.", "2025-03-17"),
        ("Ray said at Monday's rally she won.", "2025-03-17"),
    ],
)
def test_day_beside_the_cue_is_counted_back_from_publication(sentence: str, expected: str) -> None:
    assert day(sentence, "she won") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Ray said she won.",
        "Ray said earlier this week she won.",
        "Ray said last Tuesday she won.",
        "Ray said in October 2010 she won.",
        "Ray said before Tuesday she won.",
        "Ray said after the vote on Tuesday she won.",
        "Ray rang for an hour Wednesday and said she won.",
        "Ray will have said on Monday she won.",
        "Ray said she won. On Tuesday it rained.",
    ],
)
def test_day_in_doubt_is_unknown(sentence: str) -> None:
    cue = "will have said" if "will have said" in sentence else "said"
    assert day(sentence, "she won", cue=cue) is None


def test_day_inside_the_content_is_another() -> None:
    assert day("Ray said she would win on Tuesday.", "she would win on Tuesday") is None


@pytest.mark.parametrize("published", [None, "", "soon"])
def test_without_a_day_of_publication_no_day_is_known(published: str | None) -> None:
    assert day("Ray said Tuesday that she won.", "she won", published) is None


def test_time_of_publication_does_not_matter() -> None:
    assert day("Ray said Tuesday that she won.", "she won", "2025-03-19T08:00:00-05:00") == "2025-03-18"
