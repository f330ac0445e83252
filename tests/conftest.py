"""In CI nothing is skipped in silence: a part that is missing there is a failure."""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

# What a machine may lack without OnRecord being broken: the corpora, which can't be given away; and what the system is.
_MAY_BE_MISSING = ("beside th", "root may", "this system")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and os.environ.get("ONRECORD_CI") and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not any(excuse in reason for excuse in _MAY_BE_MISSING):
            report.outcome = "failed"
            report.longrepr = f"{item.nodeid} was skipped in CI: {reason}"
    return report
