"""The start-up token: whoever opens the address that the terminal shows is let in, and stays so by a cookie."""

from __future__ import annotations

import hmac
from dataclasses import dataclass

from starlette.requests import HTTPConnection

from onrecord.faces.web.security.people import Person

PARAMETER = "token"
_BEARER = "bearer "


@dataclass(frozen=True)
class TokenDoorkeeper:
    """Lets in who has the token's cookie, or sends the token itself as programs do: `Authorization: Bearer …`."""

    token: str
    person: Person
    port: int

    @property
    def cookie_name(self) -> str:
        # Cookies know no ports: two records served beside each other must not sign each other out.
        return f"onrecord-{self.port}"

    @property
    def cookie(self) -> str:
        """The cookie's value. It follows from the token and doesn't give it away."""
        return hmac.new(self.token.encode(), b"onrecord session", "sha256").hexdigest()

    def accepts(self, token: str) -> bool:
        return hmac.compare_digest(token.encode(), self.token.encode())

    def recognise(self, connection: HTTPConnection) -> Person | None:
        shown = connection.cookies.get(self.cookie_name, "")
        if hmac.compare_digest(shown.encode(), self.cookie.encode()) or self._bears_token(connection):
            return self.person
        return None

    def _bears_token(self, connection: HTTPConnection) -> bool:
        header = connection.headers.get("authorization", "")
        return header.lower().startswith(_BEARER) and self.accepts(header[len(_BEARER) :].strip())
