"""Exchanges with a model, recorded to a file and played back from it without a network.

    with eventx.recording("cassettes/a.yaml"):
        eventx.extract(article, model="local")
    with eventx.replaying("cassettes/a.yaml"):
        eventx.extract(article)

    head    what was asked and by what: model, prompt, schemas, versions
    tape    the file: read, compared, written, and not written when it would hold a key
    layout  how it is laid out, to be read by people
    player  what is between a question and the wire

A cassette is YAML to be read and reviewed: its head, then each request and response, JSON as what it holds.
It has no address of this machine and no headers but `tape.HEADERS`. vcrpy does the catching and playing, and
is loaded when a block is entered.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eventx.cassette import head, tape
from eventx.cassette.player import REPLAY_URL, catching, exchange
from eventx.cassette.tape import Exchange
from eventx.errors import CassetteStale, EventxError
from eventx.local import manifest, store
from eventx.model import Model, connect, taped

__all__ = ["REPLAY_URL", "model_of", "recording", "replaying"]

_CHAT = "/chat/completions"

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
    with _in_use(path), catching(path, asked=asked) as caught:
        yield
    if not asked:
        raise EventxError(f"{path} was not written: no model was asked anything; call eventx.extract inside")
    recorded = head.of(asked)
    if model not in (None, recorded.model):
        raise EventxError(f"{path} was not written: it was to be of {model}, asked was {recorded.model}")
    tape.write(path, recorded, [exchange(request, response) for request, response in caught.data])


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

        with taped.standing_in(stand_in), catching(path, plays=(recorded, exchanges)) as played:
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
