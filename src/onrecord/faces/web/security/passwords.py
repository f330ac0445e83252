"""Passwords, against the hashes that the record keeps (argon2id, RFC 9106)."""

from __future__ import annotations

import threading
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

LONGEST = 1_000
"""Characters. What is longer is no password, and would only cost time."""
_AT_ONCE = 2
"""Each check takes 64 MiB of memory for a moment: many people signing in wait for each other."""
_hasher = PasswordHasher()
_checking = threading.BoundedSemaphore(_AT_ONCE)


def fits(password: str, kept: str | None) -> bool:
    """Is this the password of the hash? Null (nobody of that name) takes as long as a wrong password does."""
    if len(password) > LONGEST:
        return False
    with _checking:
        try:
            return _hasher.verify(kept or _nobodys(), password) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def renewed(password: str, kept: str) -> str | None:
    """Return a new hash where the kept one was made with weaker settings than today's, else null."""
    return _hasher.hash(password) if _hasher.check_needs_rehash(kept) else None


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody's password, to be compared with in vain")
