"""What was just done, told on the page that one is led back to, so that it can be taken back."""

from __future__ import annotations

from onrecord.faces.web.views.correcting import CorrectionLine, correction_line
from onrecord.store import RecordStore


def notice_of(record: RecordStore, number: int) -> CorrectionLine | None:
    """Return the correction with this number as a line; null where there is none, or none was named."""
    found = record.identities.correction(number) if number > 0 else None
    if found is None:
        return None
    root = found
    while root.undoes is not None and (before := record.identities.correction(root.undoes)):
        root = before
    return correction_line(found, root)
