"""`connect()`: from a model's name to a Model, without asking it anything yet."""

from __future__ import annotations

import os
from importlib.util import find_spec
from urllib.parse import urlsplit

from eventx.errors import ModelUnavailable
from eventx.model import taped
from eventx.model.base import Model, Patience
from eventx.model.secrets import check_key

# The usual model where only OPENAI_API_KEY is set: small, and it keeps to a JSON schema.
OPENAI_DEFAULT = "openai/gpt-5-mini"
# Servers that list no models of their own need no key; the client insists on one.
NO_KEY = "none"
# Seconds an answer of the embedded model may take: two slow cores write a long reply in minutes.
EMBEDDED_SECONDS = 600.0
EMBEDDED_CONTEXT = 8192

_OPENAI = "https://api.openai.com/v1"
_OLLAMA = "http://localhost:11434/v1"
_HOSTED_BY = (".openai.com", ".azure.com")


def connect(
    name: str | None = None,
    *,
    base_url: str | None = None,
    patience: Patience | None = None,
    slots: int = 1,
) -> Model:
    """Return the model of that name; nothing is loaded, started or asked before the first question.

    `name` is "local", "local/ALIAS", "openai/NAME", "anthropic/NAME", "ollama/NAME" or another provider that
    instructor knows; else EVENTX_MODEL; else OpenAI's default where OPENAI_API_KEY is set; else "local" where
    the embedded model is installed. `base_url`, else EVENTX_BASE_URL, is an OpenAI-compatible server to ask
    instead of the provider's own; "local" then starts nothing and takes it for a llama.cpp server. `patience`
    is by default 120 s, 600 s for the embedded model, or EVENTX_TIMEOUT. `slots` is how many questions the
    embedded model answers at once; they share its weights. While a cassette is replayed it is
    the model recorded there, whatever is set. Raises ModelUnavailable when there is no such model, and
    CassetteStale when a replay is of another.
    """
    if (recorded := taped.stand_in(name)) is not None:
        return recorded
    base_url = base_url or os.environ.get("EVENTX_BASE_URL") or None
    name = name or os.environ.get("EVENTX_MODEL") or _usual(base_url)
    provider, _, model = name.partition("/")
    if provider != "local" and not model:
        raise ModelUnavailable(
            f"the model {name!r} has no provider: write openai/NAME, anthropic/NAME, ollama/NAME or local"
        )
    check_key("openai" if base_url else provider)
    if provider == "openai":
        base_url = base_url or os.environ.get("OPENAI_BASE_URL") or None
    if base_url:
        _check(base_url)
    patience = patience or _patience(provider)
    if provider == "local":
        return _local(model or None, base_url, patience, slots)
    if provider == "ollama":
        return _compatible(name, base_url or _OLLAMA, patience)
    if provider == "openai" and not base_url and not _key():
        raise ModelUnavailable(
            f"{name} needs a key: set OPENAI_API_KEY, or choose another model with --model"
        )
    if provider == "openai" or base_url:
        return _compatible(name, base_url or _OPENAI, patience)
    from eventx.model import adapter, dialects

    return adapter.InstructorModel(name, patience, dialects.provider)


def _usual(base_url: str | None) -> str:
    if base_url:
        raise ModelUnavailable(
            f"which model of {urlsplit(base_url).netloc.rpartition('@')[2]} to ask is not said: "
            "give --model openai/NAME or set EVENTX_MODEL, with NAME as that server calls it"
        )
    if _key():
        return OPENAI_DEFAULT
    from eventx.local import store

    if find_spec("xllamacpp") and store.installed():
        return "local"
    raise ModelUnavailable(
        "no model is set up: set OPENAI_API_KEY (or another provider's key, with --model), "
        "or run `pip install 'eventx[local]' && eventx models pull`, "
        "or name any OpenAI-compatible server with --base-url and --model"
    )


def _check(base_url: str) -> None:
    try:
        parts = urlsplit(base_url)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fits = False
    if not fits:
        raise ModelUnavailable("the base URL is no web address: write it as http://127.0.0.1:8080/v1")


def _key() -> str | None:
    return os.environ.get("OPENAI_API_KEY", "").strip() or None


def _patience(provider: str) -> Patience:
    usual = EMBEDDED_SECONDS if provider == "local" else Patience().total_seconds
    given = os.environ.get("EVENTX_TIMEOUT")
    try:
        seconds = float(given) if given else usual
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise ModelUnavailable(
            f"EVENTX_TIMEOUT is {given!r}: write the seconds an answer may take, such as 120"
        )
    return Patience(total_seconds=seconds)


def _compatible(name: str, base_url: str, patience: Patience) -> Model:
    from eventx.model import adapter, dialects

    hosted = f".{urlsplit(base_url).hostname}".endswith(_HOSTED_BY)
    endpoint = adapter.Endpoint(base_url, _key() or NO_KEY)
    dialect = dialects.hosted if hosted else dialects.own_server
    return adapter.InstructorModel(name, patience, dialect, lambda: endpoint)


def _local(model: str | None, base_url: str | None, patience: Patience, slots: int) -> Model:
    from eventx.local import manifest, store
    from eventx.model import adapter, dialects

    own = store.own_file() if model is None else None
    if own is not None:
        alias, context = own.stem.lower(), EMBEDDED_CONTEXT
    elif base_url and model:
        alias, context = model, EMBEDDED_CONTEXT
    else:
        known = manifest.find(model)
        alias, context = known.name, known.context
    if base_url:
        endpoint = adapter.Endpoint(base_url, _key() or NO_KEY)
        return adapter.InstructorModel(f"local/{alias}", patience, dialects.embedded, lambda: endpoint)
    file = store.path(model)

    def start() -> adapter.Endpoint:
        from eventx.local import server

        running = server.running(file, alias=alias, context=context, slots=slots)
        return adapter.Endpoint(running.base_url, running.api_key)

    return adapter.InstructorModel(f"local/{alias}", patience, dialects.embedded, start)
