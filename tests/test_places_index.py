"""The index of the data packages: built once, whole or not at all, and again when it is damaged."""

import logging
import threading
from pathlib import Path

import pytest

from atlas import DUNE, OSK, TARN
from eventx.errors import EventxError
from eventx.places import default, gazetteers, look_up, normalise, packages
from eventx.places.index import Index
from eventx.places.locating import NOT_INSTALLED

PACKAGES = ("towns 1.0", "areas 2.0")


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Three places instead of the packages'; grows by one each time they are read."""
    read: list[str] = []

    def places():
        read.append("read")
        return ((each, frozenset({normalise(each.name), "again"})) for each in (TARN, DUNE, OSK))

    monkeypatch.setattr(packages, "read", places)
    return read


def test_what_was_written_is_read(tmp_path: Path, builds: list[str]) -> None:
    index = Index(PACKAGES, tmp_path / "places")
    assert [TARN] == index.named("tarn")
    assert [OSK, TARN, DUNE] == index.named("again")
    assert [] == index.named("wold")
    assert OSK == index.get("a:2")
    assert [TARN, DUNE] == index.around(16.12, -3.02)


def test_it_is_built_once_and_says_so(
    tmp_path: Path, builds: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="eventx"):
        Index(PACKAGES, tmp_path)
        Index(PACKAGES, tmp_path)
    assert ["read"] == builds
    assert [f"building the index of places in {tmp_path}, once; it takes half a minute"] == caplog.messages


def test_other_versions_have_another_index(tmp_path: Path, builds: list[str]) -> None:
    Index(PACKAGES, tmp_path)
    Index(("towns 1.1", "areas 2.0"), tmp_path)
    assert ["read", "read"] == builds


DAMAGE = {
    "empty": lambda data: b"",
    "no database": lambda data: b"x" * len(data),
    "cut short": lambda data: data[: len(data) // 2],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_damaged_index_is_built_again(tmp_path: Path, builds: list[str], damage) -> None:
    Index(PACKAGES, tmp_path)
    (file,) = tmp_path.glob("*.sqlite")
    file.write_bytes(damage(file.read_bytes()))
    assert [TARN] == Index(PACKAGES, tmp_path).named("tarn")
    assert ["read", "read"] == builds


def test_a_page_that_cannot_be_read_is_built_again(tmp_path: Path, builds: list[str]) -> None:
    Index(PACKAGES, tmp_path)
    (file,) = tmp_path.glob("*.sqlite")
    data = file.read_bytes()
    file.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    assert [TARN] == Index(PACKAGES, tmp_path).named("tarn")
    assert ["read", "read"] == builds


def test_a_build_that_breaks_off_leaves_no_index(
    tmp_path: Path, builds: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken():
        yield TARN, frozenset({"tarn"})
        raise KeyboardInterrupt

    monkeypatch.setattr(packages, "read", broken)
    with pytest.raises(KeyboardInterrupt):
        Index(PACKAGES, tmp_path)
    assert [] == list(tmp_path.glob("*.sqlite"))


def test_a_folder_that_cannot_be_written(tmp_path: Path, builds: list[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(EventxError) as error:
        Index(PACKAGES, tmp_path / "file" / "places")
    assert str(error.value).startswith(f"cannot write the index of places in {tmp_path}/file/places (")
    assert str(error.value).endswith("; set EVENTX_CACHE to a folder that can be written")


def test_threads_share_it(tmp_path: Path, builds: list[str]) -> None:
    index, found = Index(PACKAGES, tmp_path), []
    threads = [threading.Thread(target=lambda: found.append(index.named("tarn"))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [[TARN]] * 4 == found


def test_without_the_packages_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "versions", lambda: None)
    assert (None, ()) == (default(), gazetteers())
    found = look_up("Kabul", country="Afghanistan")
    assert ("unresolved", None, "AFG", NOT_INSTALLED) == (
        found.precision,
        found.latitude,
        found.iso3,
        found.reason,
    )


def test_a_package_that_is_not_installed() -> None:
    assert None is packages.versions(("eventx", "no-such-package-of-places"))
