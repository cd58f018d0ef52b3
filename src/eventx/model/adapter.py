"""The one Model: instructor writes the request and reads the reply; nothing else imports it.

One call, one request: instructor repairs nothing and its clients retry nothing. Each try has a client of
its own, closed at its end: it costs a millisecond or two, and none outlives its event loop. A run over many
articles keeps a few clients open instead (`Kept`) and puts each try by itself. A server that speaks OpenAI's
dialect is sent the same requests without instructor, which would make the schema anew for each.

The mode is JSON_SCHEMA wherever the server speaks OpenAI's dialect: it adds no words of its own to the
prompt, every such server knows it (tool calls need a template that many models lack), and the reply stands
in the message as text.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from inspect import isawaitable
from itertools import count
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from pydantic import BaseModel, ValidationError

from eventx.errors import ModelError, ModelUnavailable
from eventx.model import dialects, reading, taped, transport
from eventx.model.base import Answer, Patience, Question

# Questions at once over one client of a run: for each it looks at all its connections.
A_CLIENT = 8

# The reply or None, what the client received, and what is wrong with it.
Received = tuple[BaseModel | None, Any, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The address of an OpenAI-compatible API, and the key to show there."""

    base_url: str
    api_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class InstructorModel:
    """A Model behind instructor; `start` gives the server, without it the provider's own client is used."""

    name: str
    patience: Patience
    dialect: Callable[[Question], dict[str, Any]]
    start: Callable[[], Endpoint] | None = None

    def ask(self, question: Question) -> Answer:
        """Return the answer; raises as `Model` says."""
        began = time.monotonic()
        endpoint = self.start() if self.start else None
        request = self._request(question)

        def attempt(seconds: float) -> Received:
            from instructor.core import InstructorError

            timeout = (seconds, self.patience.refused_seconds)
            with _asking(self.name, question), _client(self.name, endpoint, timeout) as client:
                try:
                    reply, completion = client.create_with_completion(**request)
                except InstructorError as error:
                    return self._unusable(error, endpoint, question)
            return _whole(reply, question.reply_type, completion)

        return self._answer(transport.persist(attempt, self.patience), endpoint, began)

    async def aask(self, question: Question) -> Answer:
        """Return the answer, as `ask` does, without blocking the event loop."""
        began = time.monotonic()
        endpoint = await asyncio.to_thread(self.start) if self.start else None
        request = self._request(question)

        async def attempt(seconds: float) -> Received:
            timeout = (seconds, self.patience.refused_seconds)
            with _asking(self.name, question):
                async with _async_client(self.name, endpoint, timeout) as client:
                    return await self._created(client, request, endpoint, question)

        return self._answer(await transport.apersist(attempt, self.patience), endpoint, began)

    async def _created(
        self, client: Any, request: dict[str, Any], endpoint: Endpoint | None, question: Question
    ) -> Received:
        from instructor.core import InstructorError

        try:
            reply, completion = await client.create_with_completion(**request)
        except InstructorError as error:
            return self._unusable(error, endpoint, question)
        return _whole(reply, question.reply_type, completion)

    def most_written(self, question: Question) -> int:
        """Return the most tokens an answer can have, as the request limits it."""
        return dialects.most_written(self.dialect(question))

    def _request(self, question: Question) -> dict[str, Any]:
        # No `context=`: with one, instructor takes every message for a template, the article's text included.
        return {
            "model": self.name.partition("/")[2],
            "messages": list(question.messages),
            "response_model": question.reply_type,
            "max_retries": 0,
            **self.dialect(question),
        }

    def _unusable(self, error: Any, endpoint: Endpoint | None, question: Question) -> Received:
        """Return what was received and does not fit, or raise what went wrong on the way."""
        from instructor.core import IncompleteOutputException

        completion = getattr(error, "last_completion", None)
        if isinstance(error, IncompleteOutputException):
            length = reading.tokens_of(completion)[1] or question.max_tokens
            return None, completion, (f"the reply was cut off after {length} tokens",)
        if completion is not None:
            cause = error.__cause__
            known = reading.problems_of(cause) if isinstance(cause, ValidationError) else ()
            return None, completion, known or ("the reply holds no JSON",)
        # The client's own error, not instructor's: that one quotes the whole request and reply.
        cause = error.__cause__ or error
        if truth := transport.ours(cause):
            raise truth from None
        raise transport.failure(cause, name=self.name, host=self._host(endpoint)) from transport.safe(cause)

    def _host(self, endpoint: Endpoint | None) -> str:
        if endpoint is None:
            return self.name.partition("/")[0]
        return urlsplit(endpoint.base_url).netloc.rpartition("@")[2]

    def _answer(self, received: Received, endpoint: Endpoint | None, began: float) -> Answer:
        reply, completion, problems = received
        text = reading.text_of(completion)
        if text is None and reply is None:
            raise transport.no_completion(name=self.name, host=self._host(endpoint))
        refusal = reading.refusal_of(completion)
        if refusal:
            raise ModelError(
                f"{self.name}: {transport.one_line(refusal).rstrip('.')}; use another model for this article"
            )
        read, written = reading.tokens_of(completion)
        return Answer(reply, text or "", problems, read, written, time.monotonic() - began)


class Kept:
    """An InstructorModel with a few clients for all its questions, made for the first of them."""

    def __init__(self, model: InstructorModel, width: int, trouble: Callable[[float | None], None]) -> None:
        self.name = model.name
        self.patience = model.patience
        self._model = model
        self._width = width
        self._trouble = trouble
        self._opening = asyncio.Lock()
        self._clients: list[Any] = []
        self._turns = count()
        self._closing = AsyncExitStack()
        self._endpoint: Endpoint | None = None

    def most_written(self, question: Question) -> int:
        """Return the most tokens an answer can have."""
        return self._model.most_written(question)

    async def attempt(self, question: Question, seconds: float) -> Answer:
        """Return the answer of one try over a client kept; raises TryAgain, or what the model would."""
        async with self._opening:
            if not self._clients:
                with _asking(self.name, question):
                    await self._open()
        client = self._clients[next(self._turns) % len(self._clients)]
        put = _try if self._endpoint else _try_provided
        began = time.monotonic()
        try:
            received = await put(self._model, client, question, self._endpoint, seconds)
        except transport.TryAgain as failure:
            self._trouble(failure.after)
            raise
        return self._model._answer(received, self._endpoint, began)

    async def _open(self) -> None:
        if self._model.start is not None:
            self._endpoint = await asyncio.to_thread(self._model.start)
        for _ in range(-(-self._width // A_CLIENT)):
            self._clients.append(await self._closing.enter_async_context(self._client()))

    def _client(self) -> AbstractAsyncContextManager[Any]:
        import httpx2
        import openai

        from eventx.model import wire

        timeout = (self.patience.total_seconds, self.patience.refused_seconds)
        if self._endpoint is None:
            return _async_client(self.name, None, timeout)
        # As many connections as questions: the client's own limit would close and open them in turn.
        limits = httpx2.Limits(max_connections=None, max_keepalive_connections=self._width)
        connection = wire.async_connection(self._endpoint.base_url, name=self.name)
        http = openai.DefaultAsyncHttpxClient(limits=limits, **connection)
        return openai.AsyncOpenAI(http_client=http, **_settings(self._endpoint, timeout))

    async def close(self) -> None:
        """Close the clients."""
        await self._closing.aclose()


async def _try_provided(
    model: InstructorModel, client: Any, question: Question, endpoint: Endpoint | None, seconds: float
) -> Received:
    try:
        async with asyncio.timeout(seconds):  # the client's own limit is one for all its questions
            with _asking(model.name, question):
                return await model._created(client, model._request(question), endpoint, question)
    except TimeoutError as error:
        raise transport.failure(error, name=model.name, host=model._host(endpoint)) from None


async def _try(
    model: InstructorModel, sdk: Any, question: Question, endpoint: Endpoint | None, seconds: float
) -> Received:
    import httpx2
    import openai
    from openai.types.chat import ChatCompletion

    fields = model.dialect(question)
    body = {
        "model": model.name.partition("/")[2],
        "messages": list(question.messages),
        **{key: value for key, value in fields.items() if key != "extra_body"},
        **fields.get("extra_body", {}),
    }
    timeout = openai.Timeout(seconds, connect=min(seconds, model.patience.refused_seconds))
    try:
        with taped.asking(model.name, question):
            # What `create` sends, without its walk over every field of it, which takes a millisecond.
            completion = await sdk.post(
                "/chat/completions", cast_to=ChatCompletion, body=body, options={"timeout": timeout}
            )
        text = reading.text_of(completion)
    except (openai.OpenAIError, httpx2.HTTPError, OSError, ValueError, *transport.UNREADABLE) as error:
        host = model._host(endpoint)
        if truth := transport.ours(error):
            raise truth from None
        raise transport.failure(error, name=model.name, host=host) from transport.safe(error)
    if text is None:
        return None, completion, ()
    if completion.choices[0].finish_reason == "length":
        length = reading.tokens_of(completion)[1] or question.max_tokens
        return None, completion, (f"the reply was cut off after {length} tokens",)
    try:
        reply = question.reply_type.model_validate_json(text)
    except ValidationError as error:
        return None, completion, reading.problems_of(error)
    return _whole(reply, question.reply_type, completion)


def _whole(reply: BaseModel, reply_type: type[BaseModel], completion: Any) -> Received:
    """Return what was received, the reply as the type asked for, or why it says two things at once."""
    if twice := reading.keys_given_twice(reading.text_of(completion) or ""):
        return None, completion, twice
    # instructor's is a subclass that carries the completion.
    return reply_type.model_construct(reply.model_fields_set, **dict(reply)), completion, ()


@contextmanager
def _client(name: str, endpoint: Endpoint | None, timeout: tuple[float, float]) -> Iterator[Any]:
    import instructor
    import openai

    from eventx.model import wire

    if endpoint is None:
        client = _provided(lambda: instructor.from_provider(name), name, timeout)
        try:
            yield client
        finally:
            if hasattr(client.client, "close"):
                client.client.close()
    else:
        http = openai.DefaultHttpxClient(**wire.connection(endpoint.base_url, name=name))
        with openai.OpenAI(http_client=http, **_settings(endpoint, timeout)) as sdk:
            yield instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)


@asynccontextmanager
async def _async_client(
    name: str, endpoint: Endpoint | None, timeout: tuple[float, float]
) -> AsyncIterator[Any]:
    import instructor
    import openai

    from eventx.model import wire

    if endpoint is None:
        client = _provided(lambda: instructor.from_provider(name, async_client=True), name, timeout)
        try:
            yield client
        finally:
            if hasattr(client.client, "close"):
                closing = client.client.close()
                if isawaitable(closing):
                    await closing
    else:
        http = openai.DefaultAsyncHttpxClient(**wire.async_connection(endpoint.base_url, name=name))
        async with openai.AsyncOpenAI(http_client=http, **_settings(endpoint, timeout)) as sdk:
            yield instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)


def _provided(make: Callable[[], Any], name: str, timeout: tuple[float, float]) -> Any:
    """Return the client that instructor makes for a provider, told not to try again by itself."""
    try:
        client = make()
    except Exception as error:
        said = transport.one_line(str(error).partition(" Supported providers are")[0])
        raise ModelUnavailable(f"{name} cannot be used: {said}") from error
    # What most providers' clients share; the others keep their own retries and waits.
    for setting, value in (("max_retries", 0), ("timeout", timeout[0])):
        if hasattr(client.client, setting):
            setattr(client.client, setting, value)
    return client


def _settings(endpoint: Endpoint, timeout: tuple[float, float]) -> dict[str, Any]:
    import openai

    total, connect = timeout
    parts = urlsplit(endpoint.base_url)
    return {
        # The client would put its path behind the query.
        "base_url": parts._replace(query="", fragment="").geturl(),
        "default_query": dict(parse_qsl(parts.query, keep_blank_values=True)),
        "api_key": endpoint.api_key,
        "max_retries": 0,
        "timeout": openai.Timeout(total, connect=min(total, connect)),
    }


def _not_ours(record: logging.LogRecord) -> bool:
    return taped.under_way() is None


@contextmanager
def _asking(name: str, question: Question) -> Iterator[None]:
    """Say what is asked, and keep our failures out of instructor's log: it quotes whole replies."""
    for logger in ("instructor.v2.retry", "instructor.auto_client"):
        logging.getLogger(logger).addFilter(_not_ours)
    with taped.asking(name, question):
        yield
