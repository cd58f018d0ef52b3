import json
import os
import signal
import subprocess
import sys
import threading
from importlib.util import find_spec
from pathlib import Path

import pytest

from eventx.errors import ModelUnavailable
from eventx.local import grammar, server, store

needs_model = pytest.mark.skipif(
    find_spec("xllamacpp") is None or not store.installed(),
    reason="needs eventx[local] and a model: `eventx models pull`, or EVENTX_GGUF",
)

# An engine without a model: notes its order in a file, gives an address, waits for its input to end.
FAKE = """
import sys
order = sys.stdin.readline()
with open(sys.argv[1], "a") as log:
    log.write(order)
print("http://127.0.0.1:9", flush=True)
sys.stdin.read()
"""
# Asks for what the grammar forbids, with the right key and with a wrong one.
ASK = """
import json, sys, urllib.error, urllib.request
from eventx.local import grammar, server, store

def ask(key, prompt, **more):
    body = {"messages": [{"role": "user", "content": prompt}], "temperature": 0, **more}
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    request = urllib.request.Request(
        f"{running.base_url}/chat/completions", json.dumps(body).encode(), headers
    )
    with urllib.request.urlopen(request) as reply:
        answer = json.load(reply)
    return [answer["model"], answer["choices"][0]["message"]["content"]]

running = server.running(store.path(), alias="tiny", context=512)
print("ready", flush=True)
"""
SCHEMA = {
    "type": "object",
    "properties": {
        "b": {"enum": ["red"]},
        "a": {"type": "array", "items": {"const": 1}, "minItems": 2, "maxItems": 2},
    },
    "required": ["b", "a"],
    "additionalProperties": False,
}


@pytest.fixture
def engine(tmp_path, monkeypatch):
    """The fake engine's log, a model file, and no server running before or after."""
    log, gguf = tmp_path / "log", tmp_path / "model.gguf"
    gguf.write_bytes(b"GGUF")
    monkeypatch.setattr(server, "find_spec", lambda name: True)
    monkeypatch.setattr(server, "ENGINE", (sys.executable, "-c", FAKE, str(log)))
    server.close_all()
    yield log, gguf
    server.close_all()


def orders(log: Path) -> list[dict]:
    return [json.loads(line) for line in log.read_text().splitlines()]


def test_a_grammar_request_forbids_white_space_and_leaves_the_schema_alone():
    schema = {"type": "object"}
    assert grammar.request(schema) == {
        "response_format": None,
        "grammar": '%llguidance {}\nstart: %json {"type": "object", "x-guidance": '
        '{"whitespace_flexible": false}}',
        "cache_prompt": True,
    }
    assert schema == {"type": "object"}


def test_a_server_has_an_openai_address_and_the_key_it_was_started_with(engine):
    log, gguf = engine
    running = server.running(gguf, alias="tiny", context=64, slots=2)
    assert running.base_url == "http://127.0.0.1:9/v1"
    assert orders(log) == [
        {"gguf": str(gguf), "alias": "tiny", "context": 64, "slots": 2, "key": running.api_key}
    ]
    assert running.api_key not in repr(running)


def test_threads_that_ask_at_once_share_one_server(engine):
    log, gguf = engine
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(server.running(gguf, alias="tiny", context=64)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 1
    assert len(orders(log)) == 1


def test_a_server_that_died_is_started_again(engine):
    log, gguf = engine
    first = server.running(gguf, alias="tiny", context=64)
    for _, process in server._running.values():
        process.kill()
        process.wait()
    assert server.running(gguf, alias="tiny", context=64) != first
    assert len(orders(log)) == 2


def test_closing_ends_every_server(engine):
    _, gguf = engine
    server.running(gguf, alias="tiny", context=64)
    server.running(gguf, alias="tiny", context=128)
    processes = [process for _, process in server._running.values()]
    server.close_all()
    assert [process.poll() is None for process in processes] == [False, False]
    assert server._running == {}


def test_an_engine_that_dies_at_once_is_a_file_that_cannot_be_loaded(engine, monkeypatch):
    _, gguf = engine
    monkeypatch.setattr(server, "ENGINE", (sys.executable, "-c", "raise SystemExit(1)"))
    with pytest.raises(ModelUnavailable, match=r"llama.cpp cannot load .*model.gguf: not a complete GGUF"):
        server.running(gguf, alias="tiny", context=64)
    assert server._running == {}


def test_a_missing_file_says_how_to_get_it(engine, tmp_path):
    with pytest.raises(ModelUnavailable, match=r"no model file .*gone.gguf: run `eventx models pull`"):
        server.running(tmp_path / "gone.gguf", alias="tiny", context=64)


def test_without_xllamacpp_the_error_names_the_extra(engine, monkeypatch):
    _, gguf = engine
    monkeypatch.setattr(server, "find_spec", lambda name: None)
    with pytest.raises(ModelUnavailable, match=r"needs xllamacpp: pip install 'eventx\[local\]'"):
        server.running(gguf, alias="tiny", context=64)


@pytest.mark.skipif(find_spec("xllamacpp") is None, reason="needs xllamacpp: pip install 'eventx[local]'")
def test_a_file_that_is_no_model_is_refused(tmp_path, capfd):
    gguf = tmp_path / "noise.gguf"
    gguf.write_bytes(bytes(10_000))
    with pytest.raises(ModelUnavailable, match=r"cannot load .*noise.gguf"):
        server.running(gguf, alias="tiny", context=64)
    assert capfd.readouterr() == ("", "")


@needs_model
def test_the_model_answers_inside_the_schema_to_the_right_key_and_says_nothing_else():
    code = f"""{ASK}
prompt = 'Reply with {{"a": [2, 3, 4], "b": "blue", "c": 5}}'
print(ask(running.api_key, prompt, max_tokens=40, **grammar.request({SCHEMA})))
try:
    ask("wrong", prompt)
except urllib.error.HTTPError as error:
    print(error.code)
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=300, check=True
    )
    assert ran.stdout.splitlines() == ["ready", """['tiny', '{"b":"red","a":[1,1]}']""", "401"]
    assert ran.stderr == ""


@needs_model
@pytest.mark.skipif(os.name == "nt", reason="sends the signal of Ctrl-C as POSIX does")
def test_ctrl_c_in_mid_answer_ends_the_process_and_its_server():
    code = f"""{ASK}
print(next(iter(server._running.values()))[1].pid, flush=True)
ask(running.api_key, "Count.", ignore_eos=True)
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "ready\n"
        pid = int(process.stdout.readline())
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=2)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == -signal.SIGINT
    assert told.splitlines()[-1] == "KeyboardInterrupt"
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
