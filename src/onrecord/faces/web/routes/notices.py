"""What was just done, told on the page that one is led back to, so that it can be taken back."""

from __future__ import annotations

from onrecord.faces.web.views.correcting import CorrectionLine, correction_line
from onrecord.store import RecordStore


def notice_of(record: RecordStore, number: int) -> CorrectionLine | None:
    """Return the correction with this number as a line; null where there is none, or none was named."""
    if not number:
        return None
    found = next((one for one in reversed(record.identities.corrections()) if one.number == number), None)
    return correction_line(found) if found else None
