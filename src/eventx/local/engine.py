"""The process the embedded model runs in: `python -m eventx.local.engine`, started by `eventx.local.server`.

It reads one line of JSON (gguf, alias, context, slots, key) from its standard input, loads the model, writes
the address it listens on to its standard output as one line, and answers until its standard input ends: when
the process that started it closes it, or dies.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from typing import Any

# MiB for the prompts whose state is kept beside the slot's own; llama.cpp's default is 8 GiB.
CACHE_MIB = 512
# llama.cpp's log level below "errors only".
SILENT = -1


def serve(*, gguf: str, alias: str, context: int, slots: int, key: str) -> Any:
    """Return a server for a model file: loopback address, a port the system picks, one thread per core.

    It runs for as long as it is referred to. Raises RuntimeError when the file cannot be loaded.
    """
    import xllamacpp  # llama.cpp: tens of megabytes, and not installed everywhere

    params = xllamacpp.CommonParams()
    params.model.path = gguf
    params.model_alias = {alias}
    # llama.cpp divides its context among the slots.
    params.n_ctx = slots * context
    params.n_parallel = slots
    params.port = 0
    params.api_keys = [key]
    params.cache_ram_mib = CACHE_MIB
    params.verbosity = SILENT
    params.ui = False
    params.endpoint_slots = False
    return xllamacpp.Server(params)


def main() -> None:
    """Serve until standard input ends."""
    # Ctrl-C goes to every process of the terminal; whether the server stops is its parent's business.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What llama.cpp might write must not get between the parent and the address.
    answer = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    server = serve(**json.loads(sys.stdin.readline()))
    answer.write(f"{server.listening_address}\n")
    answer.close()
    sys.stdin.read()
    # No orderly end: taking a server down while it answers waits for ever (xllamacpp 2026.10).
    os._exit(0)


if __name__ == "__main__":
    main()
