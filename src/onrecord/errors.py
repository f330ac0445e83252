"""Errors that a caller can act on. A bad page is not among them: it is a Rejection, which is data.

OnRecordError
├── UsageError              the call itself is wrong                      (exit code 2)
│   ├── SourceNotFound      a file, folder or id that isn't there
│   └── ChangedMeanwhile    somebody else corrected the same thing first
├── PageRejected            one page was asked for, and it gives no article  (exit code 1)
└── EnvironmentProblem      this machine can't do it as it stands         (exit code 3)
    ├── ModelUnavailable    the language model is missing or damaged
    ├── StoreError          the record can't be opened, read or written
    │   ├── StoreNotFound   no store at that path
    │   ├── StoreTooNew     written by a newer OnRecord
    │   ├── StoreDamaged    not a store, or a damaged one
    │   └── StoreFull       the disk is full or the quota is used up
    └── OutputFailed        a file that was asked for can't be written
"""


class OnRecordError(Exception):
    """Names what went wrong and, in `remedy`, what to do about it."""

    def __init__(self, problem: str, *, remedy: str) -> None:
        super().__init__(f"{problem}\n{remedy}")
        self.problem = problem
        self.remedy = remedy


class UsageError(OnRecordError):
    pass


class SourceNotFound(UsageError):
    pass


class ChangedMeanwhile(UsageError):
    pass


class PageRejected(OnRecordError):
    """Raised only where a caller asked for one page's reading; in a batch a rejection is data."""

    def __init__(self, reason: str, detail: str, origin: str) -> None:
        super().__init__(f"{origin} gives no article ({reason}).", remedy=detail)
        self.reason = reason


class EnvironmentProblem(OnRecordError):
    pass


class ModelUnavailable(EnvironmentProblem):
    pass


class StoreError(EnvironmentProblem):
    pass


class StoreNotFound(StoreError):
    pass


class StoreTooNew(StoreError):
    pass


class StoreDamaged(StoreError):
    pass


class StoreFull(StoreError):
    pass


class OutputFailed(EnvironmentProblem):
    pass
