"""Corpora of named entities, read as running text with the kinds of name that OnRecord knows.

CrossNER politics (Liu et al., 2021), WikiGold (Balasuriya et al., 2009), Universal NER's EWT (Mayhew et al., 2024),
GUM (Zeldes, 2017), MEANTIME (Minard et al., 2016) and re3d (Dstl, 2017).
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from onrecord.evaluation.proper_names import PARTISANS, after_titles, country_names, demonyms, proper_core
from onrecord.evaluation.running_text import Place, join_tokens, place_tokens

Split = Literal["train", "dev", "test"]
PlacedName = tuple[int, int, str]
_THREE = frozenset({"person", "organisation", "place"})
_FOUR = _THREE | {"group"}
_RE3D_WORD = re.compile(
    r"[^\s,;()’']+?(?=-(?:led|based|born|held|backed|wide)\b)|[^\s,;()’']+(?:['’](?!s\b)[^\s,;()’']+)*|['’]s?|[,;()]"
)


@dataclass(frozen=True)
class NamedText:
    """A text and its names: `(start, end, kind)`, half-open, in order, none inside another.

    `known` are the kinds whose absence means something. A name of another kind may be given too, for what is marked
    is right; but where `group` is not known, an unmarked word may still be one.
    """

    corpus: str
    document: str
    split: Split
    text: str
    names: tuple[PlacedName, ...]
    known: frozenset[str]


@dataclass(frozen=True)
class _Sentence:
    """A stretch of text with names placed in it."""

    text: str
    names: tuple[PlacedName, ...]


def read_name_corpora(data: Path) -> Iterator[NamedText]:
    """Yield the texts of all six corpora below `data`. Nationalities outside other names are marked as groups."""
    peoples, countries = demonyms(data / "knowledge"), country_names(data / "knowledge")
    for read in (read_crossner, read_wikigold, read_uner, read_gum, read_meantime, read_re3d):
        for text in read(data):
            yield _with_places(_with_groups(text, peoples), countries)


def read_crossner(data: Path) -> Iterator[NamedText]:
    """Sentences of Wikipedia's political articles, five to a text; an event or an election is no name of ours."""
    kinds = {"politician": "person", "person": "person", "organisation": "organisation", "location": "place",
             "politicalparty": "organisation", "country": "place"}  # fmt: skip
    splits: tuple[Split, ...] = ("train", "dev", "test")
    for split in splits:
        lines = (data / "crossner_politics" / f"{split}.txt").read_text(encoding="utf-8").split("\n")
        sentences = [_sentence_of_tags(rows, kinds) for rows in _blocks(lines, "\t")]
        for number in range(0, len(sentences), 5):
            text = _lay_out([[sentence] for sentence in sentences[number : number + 5]])
            yield NamedText("crossner_politics", f"{split}-{number}", split, text.text, text.names, _THREE)


def read_wikigold(data: Path) -> Iterator[NamedText]:
    """Wikipedia articles in paragraphs of three sentences; one article in six is for testing."""
    kinds = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    path = data / "wikigold" / "CONLL-format" / "data" / "wikigold.conll.txt"
    for number, article in enumerate(path.read_text(encoding="utf-8").split("-DOCSTART- O")):
        sentences = [_sentence_of_tags(rows, kinds) for rows in _blocks(article.split("\n"), " ")]
        if sentences:
            text, name = _lay_out(_by_three(sentences)), f"wikigold-{number}"
            yield NamedText("wikigold", name, held_out(name), text.text, text.names, _THREE)


def read_uner(data: Path) -> Iterator[NamedText]:
    """English web texts: mails, reviews, answers, newsgroups. The dev file trains, the test file tests."""
    kinds = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    files: tuple[tuple[str, Split], ...] = (("dev", "train"), ("test", "test"))
    for file, split in files:
        lines = (data / "uner_ewt" / f"en_ewt-ud-{file}.iob2").read_text(encoding="utf-8").split("\n")
        for name, document in _documents(lines):
            sentences = [_sentence_of_conllu(block, 1, 2, kinds) for block in _sentence_blocks(document)]
            text = _lay_out(_by_three(sentences))
            yield NamedText("uner_ewt", name, split, text.text, text.names, _THREE)


def read_gum(data: Path) -> Iterator[NamedText]:
    """Entities whose head is a proper noun, cut down to the proper name; splits by GUM's own list."""
    splits = _gum_splits((data / "gum" / "splits.md").read_text(encoding="utf-8"))
    for path in sorted((data / "gum").glob("*.conllu")):
        paragraphs: list[list[_Sentence]] = []
        for block in _sentence_blocks(path.read_text(encoding="utf-8").split("\n")):
            if not paragraphs or any(line.startswith("# newpar") for line in block):
                paragraphs.append([])
            paragraphs[-1].append(_gum_sentence(block))
        text = _lay_out(paragraphs)
        yield NamedText("gum", path.stem, splits.get(path.stem, "train"), text.text, text.names, _FOUR)


def read_meantime(data: Path) -> Iterator[NamedText]:
    """Wikinews: headline, date and the sentences up to the last that was annotated; one article in six tests."""
    for path in sorted((data / "meantime" / "intra-doc_annotation").glob("*/*.xml")):
        text = _meantime_text(ET.parse(path).getroot())
        yield NamedText("meantime", path.stem, held_out(path.stem), text.text, text.names, _FOUR)


def read_re3d(data: Path) -> Iterator[NamedText]:
    """Official and agency texts on Syria and Iraq; one document in six tests."""
    for folder in sorted(path for path in (data / "re3d").iterdir() if path.is_dir()):
        entities = sorted(_json_lines(folder / "entities.json"), key=lambda entity: entity["documentId"])
        marked = {key: list(group) for key, group in groupby(entities, key=lambda entity: entity["documentId"])}
        for document in _json_lines(folder / "documents.json"):
            name, text = f"{folder.name}/{document['_id']}", document["text"]
            names = _outermost(_re3d_names(text, marked.get(document["_id"], [])))
            yield NamedText("re3d", name, held_out(name), text, names, _FOUR)


def held_out(document: str) -> Split:
    """One document in six is for testing, by the checksum of its name."""
    return "test" if zlib.crc32(document.encode()) % 6 == 0 else "train"


def _blocks(lines: Sequence[str], separator: str) -> Iterator[list[list[str]]]:
    """Split token lines at empty ones; each token as its fields."""
    for filled, block in groupby(lines, key=lambda line: bool(line.strip())):
        if filled:
            yield [line.rstrip("\r\n").rsplit(separator, 1) for line in block]


def _documents(lines: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    name, document = "", list[str]()
    for line in lines:
        if line.startswith("# newdoc id = "):
            if document:
                yield name, document
            name, document = line.removeprefix("# newdoc id = ").strip(), []
        document.append(line)
    if any(line.strip() for line in document):
        yield name, document


def _sentence_blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    for filled, block in groupby(lines, key=lambda line: bool(line.strip())):
        sentence = list(block)
        if filled and any(line[:1].isdigit() for line in sentence):
            yield sentence


def _by_three(sentences: Sequence[_Sentence]) -> list[list[_Sentence]]:
    """Where a corpus has lost its paragraphs, three sentences make one, as in most news."""
    return [list(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]


def _lay_out(paragraphs: Iterable[Sequence[_Sentence]]) -> _Sentence:
    """Join sentences by a space and paragraphs by an empty line, and move the names along."""
    text, names = "", list[PlacedName]()
    for paragraph in paragraphs:
        for number, sentence in enumerate(paragraph):
            text += " " if number else "\n\n" if text else ""
            names += [(start + len(text), end + len(text), kind) for start, end, kind in sentence.names]
            text += sentence.text
    return _Sentence(text, tuple(names))


def _sentence_of_tags(rows: Sequence[Sequence[str]], kinds: dict[str, str]) -> _Sentence:
    text, places = join_tokens([row[0] for row in rows])
    return _Sentence(text, tuple(_runs([row[1] for row in rows], places, kinds, text)))


def _sentence_of_conllu(block: Sequence[str], word: int, tag: int, kinds: dict[str, str]) -> _Sentence:
    rows = [line.split("\t") for line in block if re.match(r"\d+\t", line)]
    text, places = _sentence_text(block, [row[word] for row in rows])
    return _Sentence(text, tuple(_runs([row[tag] for row in rows], places, kinds, text)))


def _sentence_text(block: Sequence[str], tokens: Sequence[str]) -> tuple[str, list[Place]]:
    """The sentence as its corpus gives it in `# text`; rebuilt from the tokens where they differ."""
    given = next((line.removeprefix("# text = ") for line in block if line.startswith("# text = ")), "").strip()
    places = place_tokens(given, tokens)
    return (given, places) if places is not None else join_tokens(tokens)


def _runs(tags: Sequence[str], places: Sequence[Place], kinds: dict[str, str], text: str) -> Iterator[PlacedName]:
    """Names from BIO or IO tags. `Democrats`, marked as a party, are the people of the party: a group."""
    start, open_kind = 0, ""
    for number, tag in enumerate([*tags, "O"]):
        prefix, _, kind = tag.partition("-")
        if open_kind and (kind != open_kind or prefix == "B"):
            name = places[start][0], places[number - 1][1]
            if open_kind in kinds:
                yield (*name, "group" if text[name[0] : name[1]] in PARTISANS else kinds[open_kind])
            open_kind = ""
        if kind and not open_kind:
            start, open_kind = number, kind


def _gum_splits(listing: str) -> dict[str, Split]:
    """Read splits.md: headings `## dev` and `## test`, documents as list items."""
    splits: dict[str, Split] = {}
    heading = ""
    for line in listing.split("\n"):
        if line.startswith("## "):
            heading = line[3:].strip()
        elif line.strip().startswith("* ") and heading in ("dev", "test"):
            splits[line.strip()[2:]] = "dev" if heading == "dev" else "test"
    return splits


def _gum_sentence(block: Sequence[str]) -> _Sentence:
    rows = [line.split("\t") for line in block if re.match(r"\d+\t", line)]
    text, places = _sentence_text(block, [row[1] for row in rows])
    entities = list(_gum_entities(rows))
    names = [_gum_name(rows, entity, entities) for entity in entities]
    found = [(places[name[0]][0], places[name[1] - 1][1], name[2]) for name in names if name]
    return _Sentence(text, _outermost(found))


@dataclass(frozen=True)
class _GumEntity:
    """First and last token (half-open), type, and the tokens of the head or of the minimal span."""

    start: int
    end: int
    kind: str
    heads: tuple[int, ...]


def _gum_entities(rows: Sequence[Sequence[str]]) -> Iterator[_GumEntity]:
    """Read `Entity=(3-person-new-nnnnn-cf1-2-coref` … `3)`: the sixth field counts the head's tokens from 1."""
    open_entities: dict[str, list[tuple[int, str, tuple[int, ...]]]] = {}
    for number, row in enumerate(rows):
        entity = next((field[7:] for field in row[9].split("|") if field.startswith("Entity=")), "")
        for opened, closed in re.findall(r"\(([^()]+\)?)|([^()]+)\)", entity):
            fields = opened.rstrip(")").split("-")
            if len(fields) > 5:
                heads = tuple(number + int(head) - 1 for head in fields[5].split(","))
                open_entities.setdefault(fields[0], []).append((number, fields[1], heads))
            ended = fields[0] if opened.endswith(")") else closed
            if open_entities.get(ended):
                start, kind, heads = open_entities[ended].pop()
                yield _GumEntity(start, number + 1, kind, heads)


def _gum_name(
    rows: Sequence[Sequence[str]], entity: _GumEntity, others: Sequence[_GumEntity]
) -> tuple[int, int, str] | None:
    """Grow from a proper-noun head to the proper nouns beside it: `the FIFA President [Sepp Blatter] , who …`."""
    kinds = {"person": "person", "organization": "organisation", "place": "place"}
    proper = [row[4] in ("NNP", "NNPS") for row in rows]
    person = entity.kind == "person"
    head = next(
        (head for head in entity.heads if proper[head] and not (person and _nested(head, entity, others))), None
    )
    if entity.kind not in kinds or head is None or not entity.start <= head < entity.end:
        return None
    if person and rows[head][4] == "NNPS":
        return head, head + 1, "group"  # Romans, Republicans
    first, last = _grown(rows, proper, (entity.start, entity.end), head, person=person)
    first = after_titles([row[1] for row in rows], first, last) if person else first
    return (first, last, kinds[entity.kind]) if first < last else None


def _nested(token: int, entity: _GumEntity, others: Sequence[_GumEntity]) -> bool:
    """In `Civic Party 's Jeremy Tam` the head's tokens include the party, which is an entity of its own."""
    inside = (other for other in others if entity.start <= other.start and other.end <= entity.end)
    return any(
        other.end - other.start < entity.end - entity.start and other.start <= token < other.end for other in inside
    )


def _grown(
    rows: Sequence[Sequence[str]], proper: Sequence[bool], within: Place, head: int, *, person: bool
) -> tuple[int, int]:
    """Extend over proper nouns, and over `of the` between two of them in what isn't a person."""
    joints = {"-"} if person else {"-", "of", "the", "and", "&", "for", "'s"}
    first, last = head, head + 1
    at = head - 1
    while at >= within[0] and (proper[at] or rows[at][1] in joints):
        first, at = (at if proper[at] else first), at - 1
    at = last
    while at < within[1] and (proper[at] or rows[at][1] in joints or rows[at][4] == "CD"):
        last, at = (at + 1 if rows[at][1] not in joints else last), at + 1
    return first, last


def _meantime_text(root: ET.Element) -> _Sentence:
    """Rebuild the annotated sentences; each is a paragraph, for Wikinews writes short ones."""
    tokens = root.findall("token")
    order = {token.get("t_id"): number for number, token in enumerate(tokens)}
    kinds = _meantime_kinds(root)
    mentions: list[tuple[int, int, str]] = []
    for mention in root.iter("ENTITY_MENTION"):
        at = sorted(order[anchor.get("t_id")] for anchor in mention.findall("token_anchor"))
        kind = kinds.get(mention.get("m_id"))
        if at and kind:
            mentions.append((at[0], at[-1] + 1, kind))
    last = max((int(tokens[end - 1].get("sentence", "0")) for _, end, _ in mentions), default=0)
    sentences: list[_Sentence] = []
    for number, group in groupby(enumerate(tokens), key=lambda pair: int(pair[1].get("sentence", "0"))):
        if number <= last:
            sentences.append(_meantime_sentence([(at, token.text or "") for at, token in group], mentions))
    return _lay_out([sentence] for sentence in sentences)


def _meantime_kinds(root: ET.Element) -> dict[str | None, str]:
    """Mentions get their kind from the entity that they refer to."""
    names = {"PER": "person", "ORG": "organisation", "LOC": "place"}
    entities = {entity.get("m_id"): names.get(entity.get("ent_type", "")) for entity in root.iter("ENTITY")}
    kinds: dict[str | None, str] = {}
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        kind = entities.get(target.get("m_id")) if target is not None else None
        if kind:
            kinds.update({source.get("m_id"): kind for source in link.findall("source")})
    return kinds


def _meantime_sentence(tokens: Sequence[tuple[int, str]], mentions: Sequence[tuple[int, int, str]]) -> _Sentence:
    text, places = join_tokens([word for _, word in tokens])
    first = tokens[0][0]
    names: list[PlacedName] = []
    for start, end, kind in mentions:
        if first <= start and end <= first + len(tokens):
            core = proper_core([word for _, word in tokens[start - first : end - first]], kind)
            if core:
                names.append((places[start - first + core[0]][0], places[start - first + core[1] - 1][1], kind))
    return _Sentence(text, _outermost(names))


def _json_lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").split("\n") if line.strip()]


def _re3d_names(text: str, entities: Iterable[dict[str, Any]]) -> Iterator[PlacedName]:
    """Cut re3d's phrases down to names. Its unconfirmed one-word persons are mostly none: `Jan`, `Gates`, `May`."""
    kinds = {"Person": "person", "Organisation": "organisation", "Location": "place", "Nationality": "group"}
    for entity in entities:
        kind = kinds.get(entity["type"])
        words = list(_RE3D_WORD.finditer(text[entity["begin"] : entity["end"]]))
        core = proper_core([word.group() for word in words], kind) if kind else None
        if kind and core and not (kind == "person" and len(words) == 1 and not entity["confidence"]):
            start, end = entity["begin"] + words[core[0]].start(), entity["begin"] + words[core[1] - 1].end()
            yield start, end, kind


def _outermost(names: Iterable[PlacedName]) -> tuple[PlacedName, ...]:
    """Of names that overlap keep the longest, and of equals the first given."""
    kept: list[PlacedName] = []
    for start, end, kind in sorted(names, key=lambda name: name[0] - name[1]):
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end, kind))
    return tuple(sorted(kept))


def _with_groups(text: NamedText, peoples: re.Pattern[str]) -> NamedText:
    """Mark nationalities; one that a corpus calls a place (`American`, in MEANTIME) is a group too."""
    names = [
        (start, end, "group" if peoples.fullmatch(text.text, start, end) else kind) for start, end, kind in text.names
    ]
    found = [(match.start(), match.end(), "group") for match in peoples.finditer(text.text)]
    free = [name for name in found if all(name[1] <= other[0] or other[1] <= name[0] for other in names)]
    return replace(text, names=tuple(sorted(names + free)))


def _with_places(text: NamedText, countries: frozenset[str]) -> NamedText:
    """A country is a place whatever it does: re3d calls the Iraq of `Iraq said` an organisation."""
    names = [
        (start, end, "place" if kind == "organisation" and text.text[start:end] in countries else kind)
        for start, end, kind in text.names
    ]
    return replace(text, names=tuple(names))
