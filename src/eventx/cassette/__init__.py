"""Exchanges with a model, recorded to a file and played back from it without a network.

    with eventx.recording("cassettes/a.yaml"):
        eventx.extract(article, model="local")
    with eventx.replaying("cassettes/a.yaml"):
        eventx.extract(article)

    head    what was asked and by what: model, prompt, schemas, versions
    tape    the file: read, compared, written, and not written when it would hold a key
    layout  how it is laid out, to be read by people

A cassette is YAML to be read and reviewed: its head, then each request and response, JSON as what it holds.
It has no address of this machine and no headers but `tape.HEADERS`. vcrpy does the catching and playing, and
is loaded when a block is entered.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from eventx.cassette import head, layout, tape
from eventx.cassette.tape import Exchange
from eventx.errors import CassetteStale, EventxError
from eventx.local import manifest, store
from eventx.model import Model, connect, taped

__all__ = ["REPLAY_URL", "model_of", "recording", "replaying"]

REPLAY_URL = "http://model.invalid/v1"
"""The address under which every server of one's own machine is recorded, whatever its port was."""

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_CHAT = "/chat/completions"
# The providers' clients speak through httpx; other traffic of the process is none of a cassette's business.
_NOT_PATCHED = ("httplib", "requests", "boto3", "urllib3", "httplib2", "tornado", "aiohttp")
# What differs between two equal answers: it would hide the change in the diff of a new recording.
_OF_THE_MOMENT = ("id", "created", "timings")

# The clients are patched for the whole process: of two blocks at once, the first to end would let the other's
# questions out to the network.
_one_at_a_time = threading.Lock()


@contextmanager
def recording(path: str | Path, *, model: str | None = None) -> Iterator[None]:
    """Record what any model is asked and answers inside, and write it to `path` when the block ends well.

    Every question must be put to one model, `model` where that is given. An exception inside leaves the file
    as it was. Raises EventxError when nothing was asked, when more than one model or prompt was, when another
    cassette is in use in this process, and when the file would hold a key or the path of the home folder;
    nothing is written then.
    """
    path = Path(path)
    asked: list[taped.Asked] = []
    with _in_use(path), _catching(path, asked=asked) as caught:
        yield
    if not asked:
        raise EventxError(f"{path} was not written: no model was asked anything; call eventx.extract inside")
    recorded = head.of(asked)
    if model not in (None, recorded.model):
        raise EventxError(f"{path} was not written: it was to be of {model}, asked was {recorded.model}")
    tape.write(path, recorded, [_exchange(request, response) for request, response in caught.data])


@contextmanager
def replaying(path: str | Path) -> Iterator[Model]:
    """Answer from the file what is asked inside, each exchange once, and without a network.

    `eventx.extract` needs no `model` inside: it is the one recorded, which is also yielded. The same question
    must come as was recorded: equal in method, path and body, wherever the server was, from the same prompt
    and for the same schemas.

    Raises CassetteMiss when there is no such file. Raises CassetteStale, which says what changed, from a
    question that was not recorded or comes too often, when another model is named, and at the end of the
    block when an exchange was not asked for. Raises EventxError when another cassette is in use.
    """
    path = Path(path)
    recorded, exchanges = tape.read(path)
    again = tape.again(path, recorded.model)
    with _in_use(path):
        model = connect(recorded.model, base_url=_base_url(exchanges))

        def stand_in(name: str | None) -> Model:
            asked = recorded.model if name is None else _in_full(name)
            if asked == recorded.model:
                return model
            raise CassetteStale(f"{path}: recorded from {recorded.model}, asked is {asked}; {again}")

        with taped.standing_in(stand_in), _catching(path, plays=(recorded, exchanges)) as played:
            yield model
    left = len(exchanges) - played.play_count
    if left:
        raise CassetteStale(f"{path}: {left} of {len(exchanges)} recorded exchanges not asked for; {again}")


def model_of(path: str | Path) -> str:
    """Return the name of the model recorded in the file; raises CassetteMiss when there is no such file."""
    return tape.read(Path(path))[0].model


@contextmanager
def _in_use(path: Path) -> Iterator[None]:
    if not _one_at_a_time.acquire(blocking=False):
        raise EventxError(
            f"{path}: a cassette is in use already; record or replay one at a time in a process"
        )
    try:
        yield
    finally:
        _one_at_a_time.release()


def _in_full(name: str) -> str:
    """Return the whole name of a model that "local" or "local/ALIAS" stands for, any other as it is."""
    own = store.own_file()
    in_full = {each.alias: each.name for each in manifest.list_models()}
    usual = own.stem.lower() if own else manifest.DEFAULT
    provider, _, model = name.partition("/")
    return f"local/{in_full.get(model, model) or usual}" if provider == "local" else name


def _base_url(exchanges: list[Exchange]) -> str | None:
    """Return the address to give `connect()`, None for a provider with a client of its own."""
    if not exchanges:
        return REPLAY_URL
    uri = exchanges[0].uri
    return uri.removesuffix(_CHAT) if uri.endswith(_CHAT) else None


def _catching(
    path: Path,
    *,
    asked: list[taped.Asked] | None = None,
    plays: tuple[head.Head, list[Exchange]] | None = None,
) -> Any:
    """Return vcr's context manager: it plays what was recorded, or catches what is asked, and lists that.

    It heeds the questions of eventx alone; what else the process sends goes its way.
    """
    from vcr.cassette import Cassette
    from vcr.persisters.filesystem import CassetteNotFoundError
    from vcr.record_mode import RecordMode

    recorded, exchanges = plays or (None, [])

    class Persister:
        """Hands over what was read; what is caught is written elsewhere, when all went well."""

        @staticmethod
        def load_cassette(cassette_path: str, serializer: object) -> tuple[list[Any], list[Any]]:
            if recorded is None:
                raise CassetteNotFoundError
            return [_request(each) for each in exchanges], [_response(each) for each in exchanges]

        @staticmethod
        def save_cassette(cassette_path: str, cassette_dict: object, serializer: object) -> None:
            pass

    class Player(Cassette):  # type: ignore[misc]
        """Says what differs in a question; vcr's own error speaks of vcr's settings."""

        def append(self, request: Any, response: Any) -> None:
            if asked is not None:
                question = taped.under_way()
                if question is None:
                    return
                asked.append(question)
            super().append(request, response)

        def filter_request(self, request: Any) -> Any:
            return super().filter_request(request) if taped.under_way() else None

        def can_play_response_for(self, request: Any) -> bool:
            question = taped.under_way()
            if recorded is None or question is None:
                return False
            difference = None
            if not super().can_play_response_for(request):
                unplayed = [each for index, each in enumerate(exchanges) if not self.play_counts[index]]
                difference = "every exchange was played already"
                if unplayed:
                    difference = tape.difference(unplayed[0].asked, _asked(_anonymous(request)))
            changed = head.changes(recorded, question, difference)
            if difference is None and not changed:
                return True
            what = " and ".join(changed) or "this question was not recorded"
            detail = f": {difference}" if difference else ""
            raise CassetteStale(f"{path}: {what}{detail}; {tape.again(path, recorded.model)}")

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
    return request.method, urlsplit(request.uri).path, layout.value(request.body)


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
        layout.value(request.body),
        response["status"]["code"],
        {name: headers[name] for name in tape.HEADERS if name in headers},
        _lasting(layout.value(response["body"]["string"])),
    )


def _lasting(answer: Any) -> Any:
    if not isinstance(answer, dict):
        return answer
    return {name: kept for name, kept in answer.items() if name not in _OF_THE_MOMENT}


def _request(exchange: Exchange) -> Any:
    from vcr.request import Request

    return Request(exchange.method, exchange.uri, tape.data(exchange.question), {})


def _response(exchange: Exchange) -> dict[str, Any]:
    return {
        "status": {"code": exchange.status, "message": ""},
        "headers": {name: [value] for name, value in exchange.headers.items()},
        "body": {"string": tape.data(exchange.answer)},
    }
