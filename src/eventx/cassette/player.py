"""What stands between a question and the wire: it catches what passes, or plays what was recorded."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from eventx.cassette import head, layout, tape
from eventx.cassette.tape import Exchange
from eventx.errors import CassetteStale, EventxError
from eventx.model import taped

__all__ = ["REPLAY_URL", "catching", "exchange"]

REPLAY_URL = "http://model.invalid/v1"
"""The address under which every server of one's own machine is recorded, whatever its port was."""

_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
# The providers' clients speak through httpx; other traffic of the process is none of a cassette's business.
_NOT_PATCHED = ("httplib", "requests", "boto3", "urllib3", "httplib2", "tornado", "aiohttp")
# What differs between two equal answers: it would hide the change in the diff of a new recording.
_OF_THE_MOMENT = ("id", "created", "timings")


def catching(
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
                left = [each.asked for index, each in enumerate(exchanges) if not self.play_counts[index]]
                difference = _difference(left, _asked(_anonymous(request)))
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


def _difference(left: list[tape.Asked], asked: tape.Asked) -> str | None:
    """Return in what a question differs from the one recorded that begins most like it."""
    if not left:
        return "every exchange was played already"

    def alike(recorded: tape.Asked) -> int:
        pairs = zip(layout.compact(recorded), layout.compact(asked), strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))

    return tape.difference(max(left, key=alike), asked)


def _same(asked: Any, stored: Any) -> bool:
    return tape.difference(_asked(stored), _asked(asked)) is None


def _asked(request: Any) -> tuple[str, str, Any]:
    return request.method, urlsplit(request.uri).path, layout.value(request.body)


def _anonymous(request: Any) -> Any:
    """Return the request without its headers, and without this machine's host and port."""
    parts = urlsplit(request.uri)
    uri = urlunsplit((*urlsplit(REPLAY_URL)[:2], *parts[2:])) if parts.hostname in _LOOPBACK else request.uri
    return type(request)(request.method, uri, request.body, {})


def exchange(request: Any, response: Any) -> Exchange:
    """Return what was caught, readable and without what is of this machine or of the moment."""
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
