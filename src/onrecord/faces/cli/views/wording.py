"""How one statement is put into the cells of a table: who, how, which words, and around them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.screen import printable
from onrecord.schema import Attribution, Span

_BETWEEN_PARTS = " […] "
_LONGEST_WORDS = 320


def who(attribution: Attribution) -> Text:
    """Name and role of each speaker; where the page doesn't say who, the page's own words for them."""
    if not attribution.speakers:
        return _unresolved(attribution)
    shown = Text()
    for number, speaker in enumerate(attribution.speakers):
        shown.append("\n" if number else "").append(printable(speaker.name), "bold cyan")
        if speaker.role:
            shown.append(f"\n{printable(speaker.role)}", "dim")
    return shown


def _unresolved(attribution: Attribution) -> Text:
    if not attribution.source:
        return Text("not said who", "dim italic")
    return Text(f"“{printable(join_spans(attribution.source))}”", "cyan")


def how(attribution: Attribution) -> Text:
    """Form and stance; a negated cue ('did not say') is spelt out, since it turns the meaning."""
    shown = Text(attribution.form).append("\n").append(attribution.stance, "bold" if is_notable(attribution) else "")
    if attribution.negated:
        shown.append("\nnegated", "bold")
    return shown


def is_notable(attribution: Attribution) -> bool:
    """Does the source do anything other than put the words forward?"""
    return attribution.stance != "asserts" or attribution.negated


def words(attribution: Attribution, *, longest: int = _LONGEST_WORDS) -> Text:
    """What was said, split parts joined by […], cut at a word's end after about `longest` characters."""
    return Text(printable(shorten(join_spans(attribution.content), longest)))


def around(attribution: Attribution) -> Text:
    """Addressee, medium and day, as far as the page gives them."""
    shown = Text(style="dim")
    told = (
        ("to", attribution.addressee and attribution.addressee.text),
        ("in", attribution.medium and attribution.medium.text),
        ("on", show_date(attribution.said_on)),
    )
    for label, value in told:
        if value:
            shown.append("\n" if shown else "").append(f"{label} {printable(value)}")
    return shown


def join_spans(spans: Sequence[Span]) -> str:
    return _BETWEEN_PARTS.join(" ".join(span.text.split()) for span in spans)


def shorten(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
