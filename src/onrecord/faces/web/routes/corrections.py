"""`/corrections`: the log of all that people said against the machine; and taking something back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

import msgspec
from starlette.responses import Response, StreamingResponse

from onrecord.faces.web.changing import LOG, Because, Changed, NumberInPath, change
from onrecord.faces.web.pages import Pages
from onrecord.faces.web.views.correcting import correction_lines
from onrecord.faces.web.views.log import LogPage
from onrecord.faces.web.views.paging import check_page, cut_page, with_query
from onrecord.faces.web.visiting import Visiting
from onrecord.schema import Correction, CorrectionKind
from onrecord.store.filters import check_choice

pages = Pages("corrections")
_LINES = 50
_encode = msgspec.json.Encoder().encode


@pages.page("/corrections", template="corrections.html")
def corrections(visit: Visiting, kind: str = "", who: str = "", page: int = 1) -> LogPage:
    """List every correction, the latest first, or those of one `kind` or person (`who`)."""
    check_choice("kind of correction", kind or None, get_args(CorrectionKind))
    made = visit.remember(LOG, lambda record: record.identities.corrections())
    wanted = [one for one in reversed(made) if kind in ("", one.kind) and who in ("", one.who)]
    shown, paging = cut_page(wanted, check_page(page), _LINES, with_query("/corrections", kind=kind, who=who))
    return LogPage(
        kind=kind, who=who, total=len(wanted), lines=correction_lines(shown, made), paging=paging,
        people=tuple(sorted({one.who for one in made})),
        kinds=tuple(one for one in get_args(CorrectionKind) if any(made_one.kind == one for made_one in made)),
    )  # fmt: skip


@pages.router.get(
    "/corrections.jsonl", response_class=Response, responses={200: {"content": {"application/x-ndjson": {}}}}
)
def export(visit: Visiting) -> Response:
    """Give the whole log, the earliest first, one correction a line: another record takes it over."""
    with visit.open_record() as record:
        made = record.identities.corrections()
    headers = {"Content-Disposition": 'attachment; filename="corrections.jsonl"'}
    return StreamingResponse(_lines(made), media_type="application/x-ndjson", headers=headers)


@change(pages, "/corrections/{number}/undo")
def undo(visit: Visiting, number: NumberInPath, wish: Because) -> Changed:
    """Take a correction back; undoing an undo puts it in force again."""
    with visit.open_record() as record:
        made = record.identities.undo(number, who=visit.person.name, because=wish.because)
        return Changed(made, to="/corrections")


def _lines(made: list[Correction]) -> Iterator[bytes]:
    for one in made:
        yield _encode(one) + b"\n"
