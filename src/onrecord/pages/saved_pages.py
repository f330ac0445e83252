"""What browsers write into the pages that they save: the address, and when they were saved."""

from __future__ import annotations

import re
from datetime import datetime

_LOOKED_AT = 4096
# Chrome, Edge, Internet Explorer: <!-- saved from url=(0029)https://example.org/pier.html -->, with its length.
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d{4,}\)(https?://[^\s<>]+?)\s*-->", re.IGNORECASE)
# SingleFile: a comment with "url: …" and "saved date: Tue Mar 12 2024 10:11:12 GMT+0100 (…)", each on its line.
_SINGLE_FILE = re.compile(rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)(.*?)-->", re.IGNORECASE | re.DOTALL)
_SAVED_DATE = re.compile(rb"saved date:\s*\w{3} (\w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})")
# The folder of a page's pictures and scripts, saved beside it: "Pier closed_files" for "Pier closed.html".
_FOLDER_ENDINGS = (
    "_files", "_fichiers", "-Dateien", "_archivos", "-filer", "_bestanden", "_file", "_ficheiros", "_arquivos",
    "_soubory", "_pliki", "-tiedostot", "_tiedostot", "_elemei", "_datoteke", "-Filer", ".files", "_dosyalar",
)  # fmt: skip
_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".shtml")


def saved_from(content: bytes) -> tuple[str | None, str | None]:
    """Return the address that a saved page came from and when it was saved (ISO 8601), as far as it says so."""
    head = content[:_LOOKED_AT]
    single_file = _SINGLE_FILE.search(head)
    if single_file:
        url = single_file[1].decode("utf-8", "replace")
        return (url if url.startswith(("http://", "https://")) else None), _saved_date(single_file[2])
    found = _SAVED_FROM.search(head)
    return (found[1].decode("utf-8", "replace") if found else None), None


def _saved_date(lines: bytes) -> str | None:
    found = _SAVED_DATE.search(lines)
    if found is None:
        return None
    try:
        return datetime.strptime(f"{found[1].decode()} {found[2].decode()}", "%b %d %Y %H:%M:%S %z").isoformat()
    except ValueError:
        return None


def is_folder_of_page(name: str, beside: frozenset[str]) -> bool:
    """Is this the folder that a browser saved with a page in the same folder? `beside` are the names of all in it."""
    for ending in _FOLDER_ENDINGS:
        if name.endswith(ending) and len(name) > len(ending):
            page = name.removesuffix(ending)
            return any(page + suffix in beside or page + suffix.upper() in beside for suffix in _PAGE_ENDINGS)
    return False
