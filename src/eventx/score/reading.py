"""Predictions and truths, each by the id of its article, from files or folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from eventx import stored, truth
from eventx.errors import InputError
from eventx.schema import Extraction
from eventx.score.judged import truth_of
from eventx.truth import Truth

__all__ = ["TRUTH", "judged", "predictions", "truths"]

TRUTH = ".truth.json"
_PREDICTED = (".json", ".jsonl")
# As a key it has a colon behind it; in the words of an article its quotes would be escaped.
_JUDGEMENT = b'"judgement":'


def truths(path: str | Path) -> dict[str, Truth]:
    """Return the truths in a file, or in the `*.truth.json` of a folder, by id; empty when there is none.

    Of a run that coders judged (`eventx correct`) they are the articles judged. Raises InputError when one
    cannot be read, or has no id.
    """
    path = Path(path)
    if path.suffix in _PREDICTED and not path.name.endswith(TRUTH):
        return dict(judged(path)) if _has_judgements(path) else {}
    files = sorted(path.glob(f"*{TRUTH}")) if path.is_dir() else [path] if path.name.endswith(TRUTH) else []
    return {file.name.removesuffix(TRUTH): truth.read(file) for file in files}


def judged(path: Path) -> Iterator[tuple[str, Truth]]:
    """Yield the truth of each article of a run that coders judged, by its id.

    Raises InputError for a line that has no id or cannot be read, or whose numbers are wrong.
    """
    for case, extraction in _known(path, stored.read(path)):
        if extraction and (labelled := truth_of(case, extraction)):
            yield case, labelled


def _has_judgements(path: Path) -> bool:
    if not path.is_file():
        return False  # whoever reads it as extractions says so
    with path.open("rb") as lines:
        return any(_JUDGEMENT in line for line in lines)


def predictions(path: str | Path) -> Iterator[tuple[str, Extraction | None]]:
    """Yield the id of each article and its extraction, None where a run made none of it.

    A folder is read file by file (JSON, JSON Lines). The id is that of the run's line; of a file that holds
    one extraction, the file's name. Raises InputError for a line that has no id or cannot be read, and for an
    id that comes twice.
    """
    path = Path(path)
    files = [path]
    if path.is_dir():
        files = [file for file in sorted(path.iterdir()) if file.suffix in _PREDICTED]
    if not files:
        raise InputError(f"{path}: holds no extractions; give a folder of .json or .jsonl files")
    seen = set[str]()
    for file in files:
        # Whatever their numbers: what is wrong with them is what is scored.
        for case, extraction in _known(file, stored.parsed(file)):
            if case in seen:
                raise InputError(f"{file}: {case} is there twice, and would count twice; keep one of them")
            seen.add(case)
            yield case, extraction


def _known(file: Path, items: Iterable[stored.Item]) -> Iterator[tuple[str, Extraction | None]]:
    for name, item in items:
        if isinstance(item, Extraction):
            yield _id(file, name), item
        elif item.code == "line-without-extraction":
            yield _id(file, name), None
        else:
            raise InputError(f"{file}: {name}: {item.message}")


def _id(file: Path, name: str) -> str:
    if not stored.is_numbered(name):
        return name
    if file.suffix == ".json":
        return file.stem
    raise InputError(
        f"{file}: {name} has no id to find its truth by; score the lines of a run, or .json files"
    )
