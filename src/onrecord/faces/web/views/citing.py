"""A statement as one cites it: as text, in Markdown, as BibTeX has it, and as JSON."""

from __future__ import annotations

import re

import msgspec

from onrecord.faces.web.views.days import day_in_words
from onrecord.faces.web.views.links import safe_url
from onrecord.faces.web.views.quoting import GAP, speaker_names
from onrecord.schema import Statement

_MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>#|~])")
_BIBTEX_SIGNS = {"\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$",
                 "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}  # fmt: skip
_QUOTATION_MARKS = "\"“„‘'«"


class Citations(msgspec.Struct, frozen=True, kw_only=True):
    """The same citation in four forms. `json` is an object in itself, written out."""

    text: str
    markdown: str
    bibtex: str
    json: str


class _Cited(msgspec.Struct, frozen=True, kw_only=True):
    """What all four say."""

    statement: str
    speaker: str
    form: str
    stance: str
    negated: bool
    content: str
    said_on: str | None
    headline: str | None
    publisher: str | None
    published: str | None
    url: str | None
    article: str


def cite(statement: Statement) -> Citations:
    """Cite a statement. What is no direct quotation is told as the article's wording: nobody shall take it for one."""
    cited = _cited(statement)
    return Citations(
        text=_text(cited), markdown=_markdown(cited), bibtex=_bibtex(cited),
        json=msgspec.json.format(msgspec.json.encode(cited), indent=2).decode(),
    )  # fmt: skip


def _cited(statement: Statement) -> _Cited:
    one, article = statement.attribution, statement.article
    return _Cited(
        statement=one.id, speaker=_speaker(statement), form=one.form, stance=one.stance, negated=one.negated,
        content=GAP.join(" ".join(span.text.split()) for span in one.content), said_on=one.said_on,
        headline=article.headline, publisher=article.publisher, published=article.published,
        url=safe_url(article.url), article=article.id,
    )  # fmt: skip


def _speaker(statement: Statement) -> str:
    named = "; ".join(f"{one.name}, {one.role}" if one.role else one.name for one in speaker_names(statement))
    return named or GAP.join(span.text for span in statement.attribution.source) or "Nobody named"


def _wording(cited: _Cited) -> str:
    """The words, in quotation marks: a direct quotation's own, or ours around what the article says in its words."""
    return cited.content if cited.content[:1] in _QUOTATION_MARKS else f"“{cited.content}”"


def _how(cited: _Cited) -> str:
    return "" if cited.form == "direct" else ", in the article’s words"


def _place(cited: _Cited) -> list[str]:
    headline = f"“{cited.headline}”" if cited.headline else "Article without a headline"
    return [part for part in (headline, cited.publisher, day_in_words(cited.published)) if part]


def _text(cited: _Cited) -> str:
    place = ", ".join([*_place(cited), *([cited.url] if cited.url else [])])
    return f"{cited.speaker}{_how(cited)}: {_sentence(_wording(cited))} In: {place}. OnRecord {cited.statement}."


def _sentence(wording: str) -> str:
    return wording if wording.rstrip("”\"'").endswith((".", "!", "?", "…")) else f"{wording}."


def _markdown(cited: _Cited) -> str:
    headline, *rest = (_escaped(part) for part in _place(cited))
    linked = f"[{headline}](<{cited.url.replace('>', '%3E').replace('<', '%3C')}>)" if cited.url else headline
    place = ", ".join([linked, *rest])
    return f"> {_escaped(_wording(cited))}\n>\n> — {_escaped(cited.speaker)}{_how(cited)}. {place}. `{cited.statement}`"


def _escaped(text: str) -> str:
    return _MARKDOWN_SIGNS.sub(r"\\\1", " ".join(text.split()))


def _bibtex(cited: _Cited) -> str:
    fields = {
        "author": f"{{{_tex(cited.speaker)}}}",
        "title": _tex(cited.headline or ""),
        "howpublished": _tex(cited.publisher or ""),
        "date": (cited.said_on or cited.published or "")[:10],
        "url": cited.url or "",
        "note": _tex(f"{cited.stance}{_how(cited)}: {_wording(cited)}"),
    }
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value and value != "{}")
    return f"@misc{{onrecord:{cited.statement}{lines}\n}}"


def _tex(text: str) -> str:
    return "".join(_BIBTEX_SIGNS.get(sign, sign) for sign in " ".join(text.split()))
