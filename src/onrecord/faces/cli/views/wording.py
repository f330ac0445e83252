"""How one statement is put into the cells of a table: who, how, which words, and around them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from onrecord.faces.cli.views.dates import show_date
from onrecord.faces.cli.views.screen import printable
from onrecord.schema import AttributedSpeaker, Attribution, Span

_BETWEEN_PARTS = " […] "
_LONGEST_WORDS = 320


def who(attribution: Attribution) -> Text:
    """Name and role of each speaker; where the page doesn't say who, the page's own words for them."""
    if not attribution.speakers:
        return _unresolved(attribution)
    return Text(";\n").join(_name_and_role(speaker) for speaker in attribution.speakers)


def _name_and_role(speaker: AttributedSpeaker) -> Text:
    # The comma tells the role from a second name where there is no colour: 'Dmitry Peskov, Kremlin spokesman'.
    shown = Text(printable(speaker.name), "bold cyan")
    if not speaker.role:
        return shown
    return Text.assemble(shown, ",\n", (printable(speaker.role), "dim"))


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


def around(attribution: Attribution) -> list[str]:
    """Addressee, medium and day, as far as the page gives them: "to CBC News", "in a letter", "on 2 March 2026"."""
    told = (
        ("to", attribution.addressee and attribution.addressee.text),
        ("in", attribution.medium and attribution.medium.text),
        ("on", show_date(attribution.said_on)),
    )
    return [f"{label} {printable(value)}" for label, value in told if value]


def join_spans(spans: Sequence[Span]) -> str:
    return _BETWEEN_PARTS.join(" ".join(span.text.split()) for span in spans)


def shorten(text: str, longest: int) -> str:
    if len(text) <= longest:
        return text
    return text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
