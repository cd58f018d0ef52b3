"""One policy for the wire: what is worth another try, how long to wait, and what to say in the end.

Errors are recognised by status code and by name, so that every provider's own client is understood and
none has to be imported.
"""

from __future__ import annotations

import json
import math
import os
import random
import re
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, NoReturn, TypeVar

from tenacity import AsyncRetrying, RetryCallState, Retrying, retry_if_exception_type

from eventx.errors import EventxError, InputError, ModelError, ModelUnavailable
from eventx.model.base import Patience
from eventx.model.secrets import scrub

# Seconds: the first pause is at most this, each next one at most twice as long, up to a ceiling.
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 20.0
# A server that is being started listens within seconds: look again often.
LONGEST_PAUSE_WHEN_REFUSED = 2.0

# Seconds: a server may say 1e308, and what it says is printed. Nobody waits a year for an answer.
LONGEST_TOLD = 366 * 86_400.0

_TRANSIENT = (408, 409, 429)
_NEVER_CONNECTED = {"ConnectError", "ConnectTimeout"}
_BROKEN_OFF = {"ReadError", "WriteError", "RemoteProtocolError", "ConnectionError", "ServerDisconnectedError"}
# What the clients come to grief over when an answer is no JSON, no UTF-8, endlessly nested, or lacks a part.
UNREADABLE = (json.JSONDecodeError, UnicodeDecodeError, RecursionError, AttributeError, TypeError)
_TOO_LONG = ("context length", "context size", "context window", "prompt is too long", "input tokens exceed")
_LONGEST_MESSAGE = 300
_MOST_READ = 3_000

T = TypeVar("T")


class TryAgain(Exception):
    """One try failed in a way that another may not; `error` is what the caller sees when none succeeds."""

    def __init__(
        self,
        error: ModelUnavailable,
        *,
        refused: bool = False,
        silent: bool = False,
        after: float | None = None,
    ) -> None:
        super().__init__(str(error))
        self.error = error
        self.refused = refused
        self.silent = silent
        self.after = after


def _nothing() -> float:
    return 0.0


def persist(attempt: Callable[[float], T], patience: Patience) -> T:
    """Return what `attempt(seconds left)` returns, tried again after every TryAgain until patience ends."""
    deadline = time.monotonic() + patience.total_seconds
    return Retrying(**_policy(patience))(lambda: attempt(deadline - time.monotonic()))


async def apersist(
    attempt: Callable[[float], Awaitable[T]], patience: Patience, *, aside: Callable[[], float] = _nothing
) -> T:
    """Return what `attempt(seconds left)` gives, as `persist` does, without blocking the event loop.

    `aside` returns the seconds so far that are not to count as patience.
    """
    deadline = time.monotonic() + patience.total_seconds

    async def timed() -> T:
        return await attempt(deadline + aside() - time.monotonic())

    return await AsyncRetrying(**_policy(patience, aside))(timed)


def _policy(patience: Patience, aside: Callable[[], float] = _nothing) -> dict[str, Any]:
    said: list[TryAgain] = []

    def is_over(state: RetryCallState) -> bool:
        limit = patience.total_seconds
        failure = _failure(state)
        if not failure.silent:
            said.append(failure)
        if failure.refused:
            limit = min(limit, patience.refused_seconds)
        return (state.seconds_since_start or 0.0) - aside() + state.upcoming_sleep >= limit

    return {
        "retry": retry_if_exception_type(TryAgain),
        "wait": _pause,
        "stop": is_over,
        # The last try is given what time is left, and its silence says nothing: an earlier one said why.
        "retry_error_callback": lambda state: _give_up(state, said[-1] if said else _failure(state)),
    }


def _failure(state: RetryCallState) -> TryAgain:
    failure = state.outcome.exception() if state.outcome else None
    assert isinstance(failure, TryAgain)
    return failure


def _pause(state: RetryCallState) -> float:
    failure = _failure(state)
    longest = LONGEST_PAUSE_WHEN_REFUSED if failure.refused else LONGEST_PAUSE
    # Never nothing: half of the pause is fixed, half is chance, so that many callers do not return together.
    doubled = FIRST_PAUSE * 2.0 ** min(state.attempt_number - 1, 16)
    own = min(doubled, longest) * random.uniform(0.5, 1.0)
    if failure.after is None:
        return own
    # What a server asks for is the least: one that says 0 is not to be asked a hundred times a second.
    return max(own, failure.after + random.uniform(0.0, FIRST_PAUSE))


def _give_up(state: RetryCallState, failure: TryAgain) -> NoReturn:
    tries = "once" if state.attempt_number == 1 else f"{state.attempt_number} times"
    asked = f"asked {tries} in {state.seconds_since_start or 0.0:.1f} s"
    if failure.after:
        asked += f", told to wait another {failure.after:.0f} s"
    raise ModelUnavailable(f"{failure.error} ({asked})") from failure.__cause__


def retry_after(header: str | None, *, now: datetime) -> float | None:
    """Return the seconds a Retry-After header asks to wait, from 0 to LONGEST_TOLD; None when it is unusable.

    The header holds seconds or an HTTP date; `now` has a time zone.
    """
    if header is None:
        return None
    try:
        seconds = float(header)
    except ValueError:
        try:
            moment = parsedate_to_datetime(header)
        except (ValueError, OverflowError):
            return None
        seconds = ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now).total_seconds()
    return min(max(0.0, seconds), LONGEST_TOLD) if math.isfinite(seconds) else None


def ours(error: BaseException) -> EventxError | None:
    """Return the EventxError among the causes, or None: a replay's CassetteMiss looks like a dead line."""
    return next((cause for cause in _causes(error) if isinstance(cause, EventxError)), None)


def failure(error: BaseException, *, name: str, host: str) -> EventxError | TryAgain:
    """Return what to raise for an error of a provider's client: the last word, or TryAgain.

    `name` is the model's and `host` the server's, for the message.
    """
    chain = tuple(_causes(error))
    for cause in chain:
        if isinstance(getattr(cause, "status_code", None), int):
            return _of_status(cause, name=name, host=host)
    kinds = {type(cause).__name__ for cause in chain}
    reason = _root(chain)
    if kinds & _NEVER_CONNECTED:
        what = f"{name}: cannot connect to {host} ({reason}); start the server, or check address and network"
        return TryAgain(ModelUnavailable(what), refused=True)
    if any(kind.endswith(("Timeout", "TimeoutError")) for kind in kinds):
        what = f"{name}: no answer from {host} in time; a longer wait is set with EVENTX_TIMEOUT=SECONDS"
        return TryAgain(ModelUnavailable(what), silent=True)
    if kinds & _BROKEN_OFF or any(isinstance(cause, ConnectionError) for cause in chain):
        return TryAgain(
            ModelUnavailable(f"{name}: {host} broke the connection off ({reason}); try again later")
        )
    if "api_key" in reason.lower():
        return ModelUnavailable(
            f"{name} needs a key: set the provider's variable, such as OPENAI_API_KEY ({reason})"
        )
    if any(isinstance(cause, UNREADABLE) for cause in chain):
        return no_completion(name=name, host=host)
    return ModelError(f"{name}: asking {host} failed ({reason}); check the address and the model's name")


def no_completion(*, name: str, host: str) -> ModelError:
    """Return the error for an answer that is no chat completion."""
    return ModelError(
        f"{name}: what {host} answers is no chat completion; check the address, it often ends in /v1"
    )


def safe(cause: BaseException) -> BaseException | None:
    """Return the error to chain to, None when its words hold a key that a traceback would show."""
    words = str(cause)
    return cause if scrub(words) == words else None


def one_line(text: str) -> str:
    """Return the text as one line of visible characters without keys, cut where it gets too long."""
    if len(text) > _MOST_READ:  # a server may say megabytes; the last word may be half a key
        text = text[:_MOST_READ].rsplit(maxsplit=1)[0]
    line = scrub(" ".join(text.split()))
    line = "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in line)
    return line if len(line) <= _LONGEST_MESSAGE else line[: _LONGEST_MESSAGE - 1] + "…"


def _of_status(error: Any, *, name: str, host: str) -> EventxError | TryAgain:
    status: int = error.status_code
    said = _server_message(error)
    code = _field(error, "code")
    if status in (401, 403):
        return ModelUnavailable(
            f"{name}: {host} refuses the key ({status}: {said}); check the provider's API key"
        )
    if status == 404:
        return ModelUnavailable(f"{name}: {host} has no such model or address (404: {said}); check both")
    if code == "insufficient_quota":
        return ModelUnavailable(
            f"{name}: the account has no credit left ({said}); add some, or use another model"
        )
    if status in _TRANSIENT or status >= 500:
        after = retry_after(error.response.headers.get("retry-after"), now=datetime.now(UTC))
        what = "allows no more requests for now" if status == 429 else "cannot answer now"
        return TryAgain(
            ModelUnavailable(f"{name}: {host} {what} ({status}: {said}); try again later"), after=after
        )
    if code == "context_length_exceeded" or any(words in said.lower() for words in _TOO_LONG):
        length, limit = _field(error, "n_prompt_tokens"), _field(error, "n_ctx")
        size = f" ({length} tokens of {limit})" if length and limit else f" ({said})"
        return InputError(
            f"the article is longer than the model's context{size}: "
            "give it in parts, or use a model with a longer context"
        )
    if status == 413:
        return InputError(
            f"{name}: {host} takes no question of this length (413: {said}); give the article in parts"
        )
    return ModelError(
        f"{name}: {host} refuses the question ({status}: {said}); "
        "check that it knows the model and answers by a JSON schema, or use another"
    )


def _field(error: Any, key: str) -> Any:
    body = getattr(error, "body", None)
    if isinstance(body, dict) and isinstance(body.get("error"), dict):
        body = body["error"]
    return body.get(key) if isinstance(body, dict) else None


def _server_message(error: Any) -> str:
    message = _field(error, "message") or error.response.reason_phrase or "no reason given"
    return one_line(str(message))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    # Not __context__: that may be an error its caller was busy with before the model was asked.
    while error is not None:
        yield error
        error = error.__cause__


def _root(chain: tuple[BaseException, ...]) -> str:
    """Return the words of the deepest cause that has any: "Connection refused"."""
    if type(chain[-1]).__module__.startswith("httpcore"):
        # Always raised while the socket's own error is handled; awaited, it says less than that one.
        chain = (*chain, *_causes(chain[-1].__context__))
    # The first link only says that something failed, and the deepest ones are often wordless.
    for cause in reversed(chain[1:] or chain):
        if words := _words(cause).strip():
            return one_line(words)
    return type(chain[-1]).__name__


def _words(cause: BaseException) -> str:
    if isinstance(cause, BaseExceptionGroup):  # one for each address of the host
        return _words(cause.exceptions[0])
    if isinstance(cause, ConnectionError) and cause.errno:
        return os.strerror(cause.errno)
    return re.sub(r"^\[Errno -?\d+\] ", "", str(cause))
