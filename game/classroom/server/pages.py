"""The pages and what belongs to them: read once, packed once, asked for again only when they have changed."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response

from game.classroom.server.film import as_json

_TYPES: Final = {
    ".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".json": "application/json",
    ".svg": "image/svg+xml", ".woff2": "font/woff2", ".ttf": "font/ttf", ".png": "image/png", ".ico": "image/x-icon",
}  # fmt: skip
"""Not left to the system: on some of them a script would be plain text, and no browser would run it."""

_WORTH_PACKING: Final = 1_400


@dataclass(frozen=True, slots=True)
class Page:
    """A file as it is sent: whole, packed where that helps, and the mark it is known by."""

    whole: bytes
    packed: bytes | None
    mark: str
    type: str

    @classmethod
    def of(cls, whole: bytes, kind: str) -> Page:
        """The page of these bytes."""
        packed = gzip.compress(whole, 9, mtime=0) if len(whole) > _WORTH_PACKING else b""
        smaller = packed if 0 < len(packed) < len(whole) else None
        return cls(whole, smaller, f'"{hashlib.sha256(whole).hexdigest()[:20]}"', kind)

    def answer(self, request: Request, status: int = 200) -> Response:
        """What is answered to who asks for it: nothing but its mark where they have it already."""
        headers = {"etag": self.mark, "cache-control": "no-cache", "vary": "accept-encoding"}
        if status == 200 and request.headers.get("if-none-match") == self.mark:
            return Response(status_code=304, headers=headers)
        if self.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
            headers["content-encoding"] = "gzip"
            return Response(self.packed, status, headers, self.type)
        return Response(self.whole, status, headers, self.type)


def read_pages(folder: Path, words: Mapping[str, Mapping[str, Any]], language: str) -> dict[str, Page]:
    """Every file of a folder by its name, folders included. A page gets its words (those of its own name) and language.

    Words are put in as data that no browser takes for anything else, so that the pages hold no script of their own.
    """
    pages = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            whole = path.read_bytes()
            if path.suffix == ".html":
                whole = whole.replace(b"{{ words }}", _harmless(words.get(path.stem, {})))
                whole = whole.replace(b"{{ language }}", language.encode("ascii", "ignore"))
            pages[path.relative_to(folder).as_posix()] = Page.of(whole, _type(path))
    return pages


def _harmless(words: Mapping[str, Any]) -> bytes:
    return as_json(words).replace(b"&", b"\\u0026").replace(b"<", b"\\u003c").replace(b">", b"\\u003e")


def _type(path: Path) -> str:
    return _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
