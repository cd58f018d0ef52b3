"""Exchanges with a model, recorded to a file and played back from it without a network.

    with recording("cassettes/a.yaml", model=model.name):
        extract(article, model=model)
    with replaying("cassettes/a.yaml") as model:
        extract(article, model=model)

A cassette is YAML to be read and reviewed: the model's name, then each request and response, JSON bodies as
mappings. It holds no address of this machine and no headers but `tape.HEADERS`; one that would hold a key
is not written. vcrpy does the catching and playing, and is loaded when a block is entered.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from eventx.cassette import tape
from eventx.cassette.tape import Exchange
from eventx.errors import CassetteMiss, EventxError
from eventx.model import Model, connect

__all__ = ["REPLAY_URL", "model_of", "recording", "replaying"]

REPLAY_URL = "http://model.invalid/v1"
"""The address under which every server of one's own machine is recorded, whatever its port was."""

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_CHAT = "/chat/completions"
# The providers' clients speak through httpx; other traffic of the process is none of a cassette's business.
_NOT_PATCHED = ("httplib", "requests", "boto3", "urllib3", "httplib2", "tornado", "aiohttp")


@contextmanager
def recording(path: str | Path, *, model: str) -> Iterator[None]:
    """Record every exchange made inside, and write them to `path` when the block ends well.

    `model` is the name of the Model that is asked. An exception inside leaves the file as it was. Raises
    EventxError when the file would hold a key or the path of the home folder; nothing is written then.
    """
    path = Path(path)
    with _catching(path, recorded=None) as caught:
        yield
    tape.write(path, model, [_exchange(request, response) for request, response in caught.data])


@contextmanager
def replaying(path: str | Path) -> Iterator[Model]:
    """Yield the Model that was recorded: it answers from the file, each exchange once, and without a network.

    The same question must come as was recorded: equal in method, path and body, wherever the server was.
    Raises CassetteMiss when there is no such file, from `ask` when a question was not recorded or comes too
    often, and at the end of the block when an exchange was not asked for. One replay at a time in a process.
    """
    path = Path(path)
    model, exchanges = tape.read(path)
    with _catching(path, recorded=exchanges) as played:
        yield connect(model, base_url=_base_url(exchanges))
    left = len(exchanges) - played.play_count
    if left:
        raise CassetteMiss(
            f"{path}: {left} of {len(exchanges)} recorded exchanges not asked for; {tape.again(path)}"
        )


def model_of(path: str | Path) -> str:
    """Return the name of the model recorded in the file; raises CassetteMiss when there is no such file."""
    return tape.read(Path(path))[0]


def _base_url(exchanges: list[Exchange]) -> str | None:
    """Return the address to give `connect()`, None for a provider with a client of its own."""
    if not exchanges:
        return REPLAY_URL
    uri = exchanges[0].uri
    return uri.removesuffix(_CHAT) if uri.endswith(_CHAT) else None


def _catching(path: Path, *, recorded: list[Exchange] | None) -> Any:
    """Return vcr's context manager: it plays what was recorded, or catches what passes when that is None."""
    if find_spec("vcr") is None:
        raise EventxError("recording and replaying need vcrpy: pip install 'eventx[test]'")
    from vcr.cassette import Cassette
    from vcr.persisters.filesystem import CassetteNotFoundError
    from vcr.record_mode import RecordMode

    class Persister:
        """Hands over what was read; what is caught is written elsewhere, when all went well."""

        @staticmethod
        def load_cassette(cassette_path: str, serializer: object) -> tuple[list[Any], list[Any]]:
            if recorded is None:
                raise CassetteNotFoundError
            return [_request(each) for each in recorded], [_response(each) for each in recorded]

        @staticmethod
        def save_cassette(cassette_path: str, cassette_dict: object, serializer: object) -> None:
            pass

    class Player(Cassette):  # type: ignore[misc]
        """Says what differs in a question; vcr's own error speaks of vcr's settings."""

        def can_play_response_for(self, request: Any) -> bool:
            if super().can_play_response_for(request):
                return True
            if recorded is None:
                return False
            unplayed = [each for index, each in enumerate(recorded) if not self.play_counts[index]]
            asked = _asked(_anonymous(request))
            what = (
                tape.difference(unplayed[0].asked, asked) if unplayed else "every exchange was played already"
            )
            raise CassetteMiss(f"{path}: this question was not recorded: {what}; {tape.again(path)}")

    return Player.use(
        path=str(path),
        persister=Persister,
        record_mode=RecordMode.ALL if recorded is None else RecordMode.NONE,
        match_on=(_same,),
        before_record_request=_anonymous,
        skip_patchers=_NOT_PATCHED,
    )


def _same(asked: Any, stored: Any) -> bool:
    return tape.difference(_asked(stored), _asked(asked)) is None


def _asked(request: Any) -> tuple[str, str, Any]:
    return request.method, urlsplit(request.uri).path, tape.value(request.body)


def _anonymous(request: Any) -> Any:
    """Return the request without its headers, and without this machine's host and port."""
    parts = urlsplit(request.uri)
    uri = urlunsplit((*urlsplit(REPLAY_URL)[:2], *parts[2:])) if parts.hostname in _LOOPBACK else request.uri
    return type(request)(request.method, uri, request.body, {})


def _exchange(request: Any, response: Any) -> Exchange:
    from vcr.filters import decode_response

    response = decode_response(response)
    headers = {name.lower(): values[0] for name, values in response["headers"].items()}
    if "content-encoding" in headers:
        raise EventxError(
            f"the server sent its answer as {headers['content-encoding']}, which cannot be recorded"
        )
    return Exchange(
        request.method,
        request.uri,
        tape.value(request.body),
        response["status"]["code"],
        {name: headers[name] for name in tape.HEADERS if name in headers},
        tape.value(response["body"]["string"]),
    )


def _request(exchange: Exchange) -> Any:
    from vcr.request import Request

    return Request(exchange.method, exchange.uri, tape.data(exchange.question), {})


def _response(exchange: Exchange) -> dict[str, Any]:
    return {
        "status": {"code": exchange.status, "message": ""},
        "headers": {name: [value] for name, value in exchange.headers.items()},
        "body": {"string": tape.data(exchange.answer)},
    }
