"""People who signed in with name and password: known again by a cookie, for as long as this server runs."""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.requests import HTTPConnection

from onrecord.faces.web.security.people import Person
from onrecord.store import open_store

_IDLE = 12 * 3600.0
"""Seconds after which somebody who asks for nothing is signed out: a working day."""
_MOST_SESSIONS = 5_000


@dataclass(frozen=True)
class _Session:
    """`password_hash` is what it was when they signed in: a new password signs out wherever the old one was used."""

    name: str
    password_hash: str
    used_at: float


class SignedIn:
    """Lets in who has a session's cookie. Role and name are the record's at each request: who is removed is out."""

    def __init__(self, store: Path, port: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._store = store
        self._clock = clock
        self._sessions: OrderedDict[str, _Session] = OrderedDict()
        self._lock = threading.Lock()
        # Cookies know no ports: two records served beside each other must not sign each other out.
        self.cookie_name = f"onrecord-session-{port}"

    def begin(self, name: str, password_hash: str) -> str:
        """Begin a session; return what its cookie holds."""
        secret = secrets.token_urlsafe(32)
        with self._lock:
            self._sessions[_key(secret)] = _Session(name, password_hash, self._clock())
            if len(self._sessions) > _MOST_SESSIONS:
                self._sessions.popitem(last=False)
        return secret

    def end(self, secret: str) -> None:
        """End a session, if there is one."""
        with self._lock:
            self._sessions.pop(_key(secret), None)

    def recognise(self, connection: HTTPConnection) -> Person | None:
        secret = connection.cookies.get(self.cookie_name)
        session = self._used(secret) if secret else None
        if session is None or secret is None:
            return None
        with open_store(self._store) as record:
            person = record.people.person(session.name)
        if person is None or person.password_hash != session.password_hash:
            self.end(secret)
            return None
        return Person(person.name, person.role)

    def _used(self, secret: str) -> _Session | None:
        """Return the session of a cookie that is in time still, and note its use."""
        key, now = _key(secret), self._clock()
        with self._lock:
            session = self._sessions.get(key)
            if session is None:
                return None
            if now - session.used_at > _IDLE:
                del self._sessions[key]
                return None
            self._sessions[key] = replace(session, used_at=now)
            self._sessions.move_to_end(key)
            return session


def _key(secret: str) -> str:
    # Looking a hash up tells nothing by its time about the secret itself.
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()
