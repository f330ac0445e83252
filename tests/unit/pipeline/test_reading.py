import numpy as np

from onrecord.language.model import Analysis, ScoredSpan
from onrecord.pipeline import producer_of, read_page
from onrecord.schema import Name, Origin, Page, Reading, RejectedPage, Span

TEXT = (
    "Talks on Kursk end\n\nKremlin spokesman Dmitry Peskov said on Tuesday that the talks were useful to both of them."
)
NO_LINKS = np.zeros((0, 0), np.float32)


class OneStatement:
    """A model that finds one attribution in TEXT."""

    name = "one-statement 1"

    def __init__(self) -> None:
        self.read: list[str] = []

    def analyse(self, text: str, paragraphs: list[tuple[int, int]]) -> Analysis:
        self.read = [text[start:end] for start, end in paragraphs]
        if not paragraphs:
            return Analysis((), (), (), NO_LINKS, NO_LINKS, ())
        link = np.array([[0.9]], np.float32)
        source = _scored(text, "Kremlin spokesman Dmitry Peskov")
        content = _scored(text, "that the talks were useful to both of them")
        at = text.index("Dmitry Peskov")
        names = (Name(at, at + 13, "Dmitry Peskov", "person"),)
        return Analysis((source,), (_scored(text, "said"),), (content,), link, link, names)


def _scored(text: str, words: str) -> ScoredSpan:
    at = text.index(words)
    return ScoredSpan(Span.of(text, at, at + len(words)), 0.9)


def page_of(text: str) -> Page:
    return Page(content=text.encode(), origin=Origin(path="story.txt"), form="plain", content_type="text/plain")


def test_a_page_becomes_a_reading_with_its_speaker():
    reading = read_page(page_of(TEXT), OneStatement())
    assert isinstance(reading, Reading)
    (attribution,) = reading.attributions
    (speaker,) = attribution.speakers
    assert (speaker.name, speaker.kind, speaker.role) == ("Dmitry Peskov", "person", "Kremlin spokesman")
    assert reading.producer.model == "one-statement 1"


def test_the_same_page_gives_the_same_reading_twice():
    assert read_page(page_of(TEXT), OneStatement()) == read_page(page_of(TEXT), OneStatement())


def test_a_page_without_an_article_is_rejected_with_its_reason():
    outcome = read_page(page_of("  \n "), OneStatement())
    assert isinstance(outcome, RejectedPage)
    assert outcome.rejection.reason == "empty"


def test_an_article_in_another_language_says_nothing():
    model = OneStatement()
    text = "Der Sprecher des Kremls sagte am Dienstag, die Gespräche seien für beide Seiten nützlich gewesen."
    reading = read_page(page_of(text), model)
    assert isinstance(reading, Reading)
    assert model.read == []
    assert reading.attributions == ()


def test_a_text_taken_another_way_has_another_producer():
    assert producer_of(OneStatement(), "plain") != producer_of(OneStatement(), "dump")
