"""Broken pages, made the same way every time: mutants of real ones, and monsters that no newsroom would send."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from onrecord.schema import Origin, Page, TextForm

Mutation = Callable[[bytes, random.Random], bytes]

STORY = """<!DOCTYPE html><html lang="en"><head><title>Bridge opens – The Harbour Post</title>
<meta property="og:title" content="Bridge opens">
<meta property="article:published_time" content="2026-03-02T08:00:00Z">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge opens","author":[{"name":"Ada Holm"}],
"datePublished":"2026-03-02","articleBody":"The mayor said on Monday that the bridge would open."}</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav><article class="story">
<h1>Bridge opens</h1><p class="byline">By Ada Holm</p><time datetime="2026-03-02">2 March 2026</time>
<figure><img src="a.jpg"><figcaption>The bridge on Sunday. Photo: J. Pier</figcaption></figure>
<p>HARBOUR (AP) — The mayor said on Monday that “the bridge will open” and that it was safe for everyone.</p>
<p>“We waited long enough,” she told reporters. "It is done," the council's <b>chairman</b>, Tom Reed, added.</p>
<h2>What it cost</h2><ul><li>Steel: 4 million</li><li>Wages: 6 million</li></ul>
<blockquote>No one denied it.</blockquote>
<p>The council denied that the work had cost more than was planned.<br><br>Reuters contributed to this report.</p>
</article><aside class="newsletter">Sign up today!</aside>
<footer>© 2026 The Harbour Post</footer></body></html>""".encode()

_TAG = re.compile(rb"<[^<>]{1,200}>")
_OPENING = (
    b"<div>", b"<b>", b"<a href=x>", b"<p>", b"<table>", b"<tr>", b"<td>", b"<ul><li>", b"<font>", b"<form>", b"<svg>",
    b"<math>", b"<template>", b"<select>", b"<option>", b"<button>", b"<ruby>", b"<frameset>", b"<noscript>", b"<h1>",
    b"<figure>", b"<figcaption>", b"<blockquote>", b"<article>", b"<nobr>", b"<em>", b"<i>", b"<span class=credit>",
)  # fmt: skip
_TRAPS = (
    b"<!--", b"-->", b"<script>", b"</script>", b"<style>", b"<textarea>", b"<title>", b"<![CDATA[", b"]]>",
    b"<plaintext>",
    b"<xmp>", b"<?xml version='1.0'?>", b"&", b"&#0;", b"&#x110000;", b"&#xD800;", b"&notin", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<", b"</", b"<!", b"<a b=\"", b"'", b"\xe2\x80\x9c", b"\xe2\x80\x9d", b"\"", b"\xc2\xa0" * 50, b"\n" * 200,
    b"\xcc\x81" * 300,
    b"\xed\xa0\x80", b"<meta charset=utf-7>", b"<meta charset=utf-16>", b"<base href='//['>", b"<p hidden>",
    b"{" * 3000, b"[" * 3000,
    b'<script type="application/ld+json">', b'{"@type":"NewsArticle","articleBody":', b"By ", b"said ",
    b"2026-13-45T99:99",
)  # fmt: skip
_ENCODINGS = ("utf-16", "utf-16-be", "utf-32", "cp1252", "shift_jis", "koi8-r", "utf-7", "gb18030", "iso2022_jp")


def mutant(pages: Sequence[bytes], number: int, seed: int = 0) -> Page:
    """Return the mutant of this number: one page of `pages`, put through one to four mutations."""
    choice = random.Random(f"{seed}:{number}")
    content = choice.choice(pages)
    for mutation in choice.choices(MUTATIONS, k=choice.choice((1, 1, 2, 4))):
        content = mutation(content, choice)[:5_000_000]
    form: TextForm = choice.choices(("html", "dump", "plain"), (16, 3, 1))[0]
    charset = choice.choice(
        ("", "", "", "; charset=utf-8", "; charset=" + choice.choice(_ENCODINGS), "; charset=x-\x00")
    )
    kind = "text/html" if form == "html" else "text/plain"
    return Page(content=content, origin=Origin(path=f"mutant {number}"), form=form, content_type=kind + charset)


def _place(content: bytes, choice: random.Random, most: int = 2_000) -> tuple[int, int]:
    start = choice.randrange(len(content) + 1)
    return start, min(len(content), start + choice.randrange(1, most))


def flip_bytes(content: bytes, choice: random.Random) -> bytes:
    flipped = bytearray(content)
    for _ in range(choice.choice((1, 20, 400)) if content else 0):
        flipped[choice.randrange(len(flipped))] ^= 1 << choice.randrange(8)
    return bytes(flipped)


def truncate(content: bytes, choice: random.Random) -> bytes:
    return content[: _place(content, choice)[0]]


def drop(content: bytes, choice: random.Random) -> bytes:
    start, end = _place(content, choice, 20_000)
    return content[:start] + content[end:]


def repeat_stretch(content: bytes, choice: random.Random) -> bytes:
    start, end = _place(content, choice)
    return content[:end] + content[start:end] * choice.choice((1, 10, 300)) + content[end:]


def repeat_tag(content: bytes, choice: random.Random) -> bytes:
    tags = list(_TAG.finditer(content))
    if not tags:
        return content
    tag = choice.choice(tags)
    return content[: tag.end()] + tag[0] * choice.choice((1, 50, 3_000)) + content[tag.end() :]


def nest(content: bytes, choice: random.Random) -> bytes:
    start, _ = _place(content, choice)
    return content[:start] + choice.choice(_OPENING) * choice.choice((5, 500, 8_000)) + content[start:]


def leave_open(content: bytes, choice: random.Random) -> bytes:
    closing = choice.choice((b"</p>", b"</div>", b"</a>", b"</script>", b"</li>", b"</span>", b"</style>", b"-->"))
    return content.replace(closing, b"")


def lay_traps(content: bytes, choice: random.Random) -> bytes:
    for _ in range(choice.choice((1, 5, 60))):
        start, _ = _place(content, choice)
        content = content[:start] + choice.choice(_TRAPS) + content[start:]
    return content


def swap(content: bytes, choice: random.Random) -> bytes:
    first, second = sorted((_place(content, choice)[0], _place(content, choice)[0]))
    return content[second:] + content[first:second] + content[:first]


def add_attributes(content: bytes, choice: random.Random) -> bytes:
    number = choice.choice((10, 1_000, 20_000))
    attributes = b"".join(b" data-%d='%d'" % (i, i) for i in range(number)) + b" class='" + b"hide " * number + b"'"
    tags = list(_TAG.finditer(content)) or [re.match(rb"", content)]
    tag = choice.choice([tag for tag in tags if tag])
    return content[: max(tag.end() - 1, 0)] + attributes + content[max(tag.end() - 1, 0) :]


def sow_noise(content: bytes, choice: random.Random) -> bytes:
    start, end = _place(content, choice, 5_000)
    return content[:start] + choice.randbytes(end - start) + content[end:]


def sow_nulls(content: bytes, choice: random.Random) -> bytes:
    start, end = _place(content, choice, 50_000)
    return content[:start] + b"\x00".join(content[i : i + 1] for i in range(start, end)) + content[end:]


def change_encoding(content: bytes, choice: random.Random) -> bytes:
    return content.decode("utf-8", "replace").encode(choice.choice(_ENCODINGS), "replace")


MUTATIONS: tuple[Mutation, ...] = (
    flip_bytes, truncate, drop, repeat_stretch, repeat_tag, nest, leave_open, lay_traps, swap, add_attributes,
    sow_noise,
    sow_nulls, change_encoding,
)  # fmt: skip


def _deep(opening: str, closing: str = "", times: int = 100_000) -> Callable[[], bytes]:
    return lambda: STORY + (opening * times + " She said it was over. " + closing * times).encode()


def _long(piece: str, size: int, before: str = "", after: str = "") -> Callable[[], bytes]:
    return lambda: STORY + (before + piece * (size // len(piece.encode())) + after).encode()


_MEGA = 1_000_000
_JSON = '<script type="application/ld+json">'
_MONSTERS: dict[str, Callable[[], bytes]] = {
    **{f"100,000 nested {tag}": _deep(f"<{tag}>", f"</{tag}>") for tag in (
        "div", "b", "a href=x", "table><tr><td", "ul><li", "span class=credit", "blockquote", "svg", "template",
        "select",
        "figure", "p", "h1", "details", "ruby><rt",
    )},
    **{f"100,000 open {tag}": _deep(f"<{tag}>") for tag in (
        "div", "b", "a href=x", "p><b", "font", "table", "li", "i><p", "em><div", "nobr", "button", "h2", "form",
        "dd", "math",
    )},
    "100,000 misnested": _deep("<b><i><a href=x><p></b></i></a>", times=100_000),
    "100,000 closing tags": _deep("</div></p></b>"),
    "50 MB of paragraphs": _long("<p>“We waited,” the mayor of the town said on Monday of the bridge.</p>", 50 * _MEGA),
    "50 MB of one text": _long("She said the bridge would open. ", 50 * _MEGA, "<p>"),
    "50 MB of one word": _long("a", 50 * _MEGA, "<p>"),
    "50 MB of <": _long("<", 50 * _MEGA),
    "50 MB of white space": _long(" \n", 50 * _MEGA, "<p>"),
    "50 MB of links": _long("<li><a href=/news>More news of the town</a>", 50 * _MEGA, "<ul>"),
    "20 MB of br": _long("<br>", 20 * _MEGA, "<p>"),
    "20 MB of list items": _long("<li>Steel", 20 * _MEGA, "<ul>"),
    "20 MB of table cells": _long("<td>4", 20 * _MEGA, "<table><tr>"),
    "20 MB of empty tags": _long("<i></i>", 20 * _MEGA, "<p>"),
    "20 MB of images": _long("<img src=a alt=b>", 20 * _MEGA),
    "20 MB of captions": _long("<figure><img><figcaption>A bridge. Photo: J. Pier</figcaption></figure>", 20 * _MEGA),
    "20 MB in a comment": _long("<p>", 20 * _MEGA, "<!--"),
    "20 MB in a script": _long("<p>", 20 * _MEGA, "<script>"),
    "20 MB of entities": _long("&amp;&#x201c;&notin", 20 * _MEGA, "<p>"),
    "20 MB of combining marks": _long("e\u0301\u0323\u0301", 20 * _MEGA, "<p>"),
    "20 MB of quotation marks": _long("“\"’", 20 * _MEGA, "<p>"),
    "10 MB of meta": _long("<meta property='og:title' content='Bridge'>", 10 * _MEGA),
    "10 MB of JSON-LD in one": _long('{"@type":"NewsArticle"},', 10 * _MEGA, f"{_JSON}[", "{}]</script>"),
    "10 MB of JSON-LD blocks": _long(f'{_JSON}{{"@type":"NewsArticle","headline":"A"}}</script>', 10 * _MEGA),
    "100,000 JSON brackets": lambda: STORY + (_JSON + "[" * 100_000 + "</script>").encode(),
    "100,000 JSON objects": lambda: STORY + (_JSON + '{"a":' * 100_000 + "1" + "}" * 100_000 + "</script>").encode(),
    "a million attributes": lambda: STORY + b"<p" + b"".join(b" a%d=1" % i for i in range(_MEGA)) + b">She said no.",
    "a million equal attributes": lambda: STORY + b"<p" + b" a=1" * _MEGA + b">She said no.</p>",
    "a million attributes on 1,000 tags": lambda: (
        STORY + (b"<p" + b"".join(b" a%d=1" % i for i in range(1000)) + b">a") * 1000
    ),
    "a million classes": lambda: STORY + b"<div class='" + b"hidden " * _MEGA + b"'><p>She said no.</p>",
    "20 MB of nulls": lambda: STORY + b"\x00" * 20 * _MEGA,
    "nulls between all letters": lambda: b"\x00".join(STORY[i : i + 1] for i in range(len(STORY))) * 1000,
    "a page 5,000 times": lambda: STORY * 5_000,
    "a thousand bylines": lambda: STORY.replace(b"By Ada Holm", b"By Ada Holm and " * 10_000),
    "a long date": lambda: STORY.replace(b"2 March 2026", b"2 March 2026 " + b"1" * _MEGA),
    "a long title": lambda: STORY.replace(b"Bridge opens", b"Bridge opens - " * 20_000),
    "a long sentence": lambda: STORY.replace(b"The mayor said", b"The mayor, " + b"who said that, " * 50_000),
    "regular expressions' food": lambda: (
        STORY + b"<p>" + b"a-" * 200_000 + b"<p>" + b"A. " * 200_000 + b"<p>" + b"- " * 200_000
    ),
}  # fmt: skip
_DUMPS: dict[str, Callable[[], bytes]] = {
    "a dump of a million lines": lambda: b"The mayor said no.\n" * _MEGA,
    "a dump of one line": lambda: b"The mayor said no. " * _MEGA,
    "a dump of empty lines": lambda: b"The mayor said no.\n" + b"\n \t" * 5 * _MEGA,
    "a dump of short lines": lambda: b"Home\nSport\n" * _MEGA,
    "a dump of bylines": lambda: b"By Ada Holm\n2 March 2026\nPhoto: AP\n" * 200_000,
    "a dump of one letter": lambda: b"A" * 20 * _MEGA,
    "a dump of nulls": lambda: b"\x00" * 20 * _MEGA,
    "a dump of marks": lambda: "“".encode() * 5 * _MEGA,
    "a dump of front matter": lambda: b"---\n" + b"title: a\n" * _MEGA,
    "a dump of markdown": lambda: b"---\ntitle: a\n---\n" + b"# A [b](c) **d** > e\n\n" * 300_000,
}


def monsters(*names: str) -> Iterator[Page]:
    """Make the monsters of these names, or all; each only when its turn comes, since some have 50 MB."""
    forms: dict[str, TextForm] = dict.fromkeys(_MONSTERS, "html") | dict.fromkeys(_DUMPS, "dump")
    for name, make in (_MONSTERS | _DUMPS).items():
        if not names or name in names:
            yield Page(content=make(), origin=Origin(path=name), form=forms[name], content_type=None)
    for name, make in _DUMPS.items():
        if not names or f"{name}, plain" in names:
            yield Page(content=make(), origin=Origin(path=f"{name}, plain"), form="plain", content_type=None)
