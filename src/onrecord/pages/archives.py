"""ZIP archives of pages, and WACZ: a web archive's WARC files with the list of its pages, in a ZIP."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from typing import BinaryIO, cast
from urllib.parse import urldefrag

import msgspec

from onrecord.pages.parts import Damaged, Part, Piece, explained, inside, reject, too_large
from onrecord.pages.settings import PageSettings
from onrecord.pages.warc import PageList, read_warc
from onrecord.schema import Origin

MOST_MEMBERS = 100_000
_IN_MEMORY = 20_000_000
_COPY = 1 << 20
_LARGEST_COPY = 2_000_000_000
# A ZIP that is something else: its first members say what.
_OTHERS = (
    ("[Content_Types].xml", "an Office document"), ("META-INF/container.xml", "an e-book"),
    ("META-INF/MANIFEST.MF", "a program"), ("content.opf", "an e-book"), ("AndroidManifest.xml", "a program"),
)  # fmt: skip
_WARC_SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
_LISTS = "pages/"


class _Listed(msgspec.Struct):
    """A line of a WACZ's pages.jsonl; the first line has no address but names the format."""

    url: str | None = None


def read_zip(part: Part, settings: PageSettings) -> Iterator[Piece]:
    """Yield every file of a ZIP archive, in its order, or the pages of a WACZ. Raises Damaged where it is no archive.

    Hidden files are left out, as in folders.
    """
    with explained(), tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        archive = zipfile.ZipFile(_seekable(part.stream, cast(BinaryIO, copy)))
        members = archive.infolist()
        _refuse_others(members)
        if _is_wacz(members):
            yield from _read_wacz(archive, members, part.origin, settings)
        else:
            yield from _read_members(archive, members, part.origin, settings)


def _seekable(stream: BinaryIO, copy: BinaryIO) -> BinaryIO:
    """A ZIP's table of contents stands at its end: what comes through a pipe is copied first."""
    if stream.seekable():
        return stream
    while content := stream.read(_COPY):
        copy.write(content)
        if copy.tell() > _LARGEST_COPY:
            raise Damaged("too_large", f"it goes on beyond {_LARGEST_COPY:,} bytes: save it as a file and read that")
    copy.seek(0)
    return copy


def _refuse_others(members: Sequence[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise Damaged("too_large", f"it has {len(members):,} files, and at most {MOST_MEMBERS:,} are read: unpack it")
    names = {member.filename for member in members}
    for name, kind in _OTHERS:
        if name in names:
            raise Damaged("binary", f"it is {kind}, not a page: save the page as HTML or as text")


def _read_members(
    archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo], origin: Origin, settings: PageSettings
) -> Iterator[Piece]:
    empty = True
    for member in members:
        if not member.is_dir() and not _is_hidden(member.filename):
            empty = False
            yield _open_member(archive, member, inside(origin, member.filename), settings)
    if empty:
        yield reject(origin, "empty_folder", "the archive has no files (hidden ones are left out)")


def _open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, origin: Origin, settings: PageSettings) -> Piece:
    try:
        if member.file_size > settings.max_bytes and not member.filename.lower().endswith((*_WARC_SUFFIXES, ".wacz")):
            raise Damaged("too_large", too_large(member.file_size, settings.max_bytes))
        with explained():
            stream = cast(BinaryIO, archive.open(member))
    except Damaged as error:
        return reject(origin, error.reason, error.detail)
    return Part(stream=stream, origin=origin)


def _is_hidden(name: str) -> bool:
    return any(step.startswith((".", "__MACOSX")) for step in name.replace("\\", "/").split("/"))


def _is_wacz(members: Sequence[zipfile.ZipInfo]) -> bool:
    names = {member.filename for member in members}
    return "datapackage.json" in names and any(_is_warc_of_wacz(name) for name in names)


def _is_warc_of_wacz(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith(_WARC_SUFFIXES)


def _read_wacz(
    archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo], origin: Origin, settings: PageSettings
) -> Iterator[Piece]:
    """Read the collection's pages out of its WARC files; a page that it lists and doesn't hold is rejected."""
    pages = _listed_pages(archive, members, settings)
    listed = set(pages.urls) if pages else set[str]()
    for member in members:
        if _is_warc_of_wacz(member.filename):
            with archive.open(member) as stream:
                warc = Part(stream=cast(BinaryIO, stream), origin=inside(origin, member.filename))
                yield from read_warc(warc, settings, pages)
    for url in sorted(listed - pages.found if pages else ()):
        where = Origin(url=url, path=origin.path, member=origin.member)
        yield reject(where, "missing", "the collection lists this page, and none of its WARC files has it")


def _listed_pages(
    archive: zipfile.ZipFile, members: Sequence[zipfile.ZipInfo], settings: PageSettings
) -> PageList | None:
    """The addresses in pages/*.jsonl, or None where no page is listed: then everything in the WARC files is one."""
    urls: set[str] = set()
    for member in members:
        if member.filename.startswith(_LISTS) and member.filename.endswith(".jsonl"):
            with archive.open(member) as lines:
                urls |= _listed_in(lines.read(settings.max_saved_bytes))
    return PageList(urls) if urls else None


def _listed_in(lines: bytes) -> set[str]:
    decoder = msgspec.json.Decoder(_Listed)
    urls: set[str] = set()
    for line in lines.splitlines():
        try:
            url = decoder.decode(line).url
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue
        if url:
            urls.add(urldefrag(url).url)
    return urls
