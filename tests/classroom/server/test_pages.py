"""Pages: packed, known again by their mark, with words that are data, under a strict policy."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from game.classroom.server.pages import Page, read_pages
from tests.classroom.server.serve import Server

WORDS = {"index": {"join": "Join </script><script>alert(1)</script> & \u2028 more"}}


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Page]:
    (tmp_path / "art").mkdir()
    (tmp_path / "index.html").write_text(
        '<html lang="{{ language }}"><script type="application/json">{{ words }}</script>', encoding="utf-8")
    (tmp_path / "page.js").write_text("// a script\n" * 400, encoding="utf-8")
    (tmp_path / "art" / "door.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    return read_pages(tmp_path, WORDS, "nl")


def request(**headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "method": "GET", "path": "/", "headers": raw, "app": Starlette()})


def test_words_are_put_in_as_data_that_ends_no_script(pages: dict[str, Page]) -> None:
    text = pages["index.html"].whole.decode("utf-8")
    assert text.startswith('<html lang="nl">')
    inside = text.removeprefix('<html lang="nl"><script type="application/json">').removesuffix("</script>")
    assert "<" not in inside
    assert json.loads(inside) == WORDS["index"]


def test_files_are_known_by_name_type_and_mark(pages: dict[str, Page]) -> None:
    assert sorted(pages) == ["art/door.svg", "index.html", "page.js"]
    script = pages["page.js"]
    whole = script.answer(request())
    assert whole.headers["content-type"].startswith("text/javascript")
    assert whole.body == script.whole
    packed = script.answer(request(accept_encoding="gzip, br"))
    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(bytes(packed.body)) == script.whole
    assert len(packed.body) < len(script.whole)
    again = script.answer(request(if_none_match=script.mark))
    assert (again.status_code, again.body) == (304, b"")
    assert "content-encoding" not in pages["art/door.svg"].answer(request(accept_encoding="gzip")).headers


def test_every_answer_is_under_the_policy(server: Server) -> None:
    for path in ("/", "/desk", "/projector", "/c/ABCDE", "/api/room/ABCDE", "/none"):
        _status, headers, _body = server.ask("GET", path)
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert not {"server", "set-cookie", "access-control-allow-origin"} & set(headers)


def test_documents_are_packed_and_never_kept_by_a_browser(server: Server) -> None:
    room = server.open()
    anna = server.join(room, "Anna")
    server.to_plan(room)
    status, headers, body = server.ask("GET", "/api/scenario/0", token=anna.token, headers={"Accept-Encoding": "gzip"})
    assert (status, headers["content-encoding"], headers["cache-control"]) == (200, "gzip", "no-store")
    assert json.loads(gzip.decompress(body))["id"] == "first-steps"
