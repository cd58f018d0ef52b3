"""Where the cases of a folder are: one id joins an article, a recorded exchange and a golden.

    seeds/ID.txt or ID.md    the article, its day of publication in front matter or in the settings
    cassettes/ID.yaml        the exchange with the model (`eventx extract … --record`)
    golden/ID.json           what eventx made of it (`eventx check --update`)

The folder's `pyproject.toml` may name other folders, the model that all cases are to be recorded from, a
codebook and a gazetteer of its own, and what does not count as a difference:

    [tool.eventx.check]
    golden = "tests/golden"
    model = "openai/gpt-5-mini"
    codebook = "codebook.toml"
    gazetteer = "places.csv"
    published = { some-id = 2023-08-28 }
    ignore = ["provenance.tokens_in", "events.summary"]
    tolerance = { "events.where.latitude" = 0.01, "events.when.start" = 1 }
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, ValidationError

from eventx.article import Article
from eventx.errors import InputError
from eventx.golden.changes import Allowed
from eventx.schema import Extraction, ReadingName

__all__ = ["Layout"]

_ARTICLES = (".txt", ".md")
_TABLE = "[tool.eventx.check]"


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    seeds: str = "seeds"
    cassettes: str = "cassettes"
    golden: str = "golden"
    model: str | None = None
    reading: ReadingName | None = None
    codebook: str | None = None
    gazetteer: str | None = None
    published: dict[str, date] = {}
    ignore: tuple[str, ...] = ()
    tolerance: dict[str, float] = {}


@dataclass(frozen=True)
class Layout:
    """The folders of the cases, the days of publication that no front matter gives, and what is allowed.

    `model` is the one the cases are to be of: one recorded from another is stale. None: as recorded.
    `reading` is how the model reads; None: as suits the model.
    `codebook` and `gazetteer` are files that `eventx.extract` is given; None: the usual ones.
    """

    seeds: Path
    cassettes: Path
    golden: Path
    published: dict[str, date]
    allowed: Allowed
    model: str | None = None
    reading: ReadingName | None = None
    codebook: Path | None = None
    gazetteer: Path | None = None

    @classmethod
    def of(cls, folder: str | Path) -> Layout:
        """Return a folder's layout; raises InputError when its settings cannot be read or name no field."""
        folder = Path(folder)
        settings = _settings(folder / "pyproject.toml")
        return cls(
            folder / settings.seeds,
            folder / settings.cassettes,
            folder / settings.golden,
            settings.published,
            Allowed(settings.ignore, settings.tolerance),
            settings.model,
            settings.reading,
            folder / settings.codebook if settings.codebook else None,
            folder / settings.gazetteer if settings.gazetteer else None,
        )

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all cases in order, those that lack a part of theirs included.

        Raises InputError when there is none.
        """
        found = {path.stem for suffix in _ARTICLES for path in _files(self.seeds, suffix)}
        found |= {path.stem for path in _files(self.cassettes, ".yaml")}
        found |= {path.stem for path in _files(self.golden, ".json")}
        if not found:
            raise InputError(
                f"no cases in {self.seeds}, {self.cassettes} and {self.golden}; give the folder that holds "
                f"them, or name them in pyproject.toml under {_TABLE}"
            )
        return tuple(sorted(found))

    def seeds_of(self, case: str) -> tuple[Path, ...]:
        """Return the files that hold a case's article: one, where all is well."""
        return tuple(path for suffix in _ARTICLES if (path := self.seeds / f"{case}{suffix}").is_file())

    def cassette_of(self, case: str) -> Path:
        """Return where a case's exchange is kept."""
        return self.cassettes / f"{case}.yaml"

    def golden_of(self, case: str) -> Path:
        """Return where a case's golden is kept."""
        return self.golden / f"{case}.json"

    def article_of(self, case: str) -> Article:
        """Return a case's article, with its day of publication; raises InputError when it cannot be read."""
        (path, *_) = self.seeds_of(case)
        return Article.from_file(path, published=self.published.get(case))


def _files(folder: Path, suffix: str) -> Iterator[Path]:
    """Yield the files of a folder that are of a case; what the folder says about itself is none."""
    for path in folder.glob(f"*{suffix}"):
        if path.is_file() and not path.name.startswith(".") and path.stem.upper() != "README":
            yield path


def _settings(path: Path) -> _Settings:
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return _Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); mend it, or take it away") from error
    table = read.get("tool", {}).get("eventx", {}).get("check", {})
    try:
        settings = _Settings.model_validate(table)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = ".".join(map(str, first["loc"]))
        known = ", ".join(_Settings.model_fields)
        raise InputError(f"{path}: {_TABLE} {name}: {first['msg']}; its keys are {known}") from error
    for name in (*settings.ignore, *settings.tolerance):
        if name not in _fields(Extraction):
            raise InputError(
                f"{path}: {_TABLE} names no field of an extraction: {name!r}; write it as in "
                "`eventx schema`, such as events.casualties.count.value"
            )
    return settings


@cache
def _fields(model: type[BaseModel]) -> frozenset[str]:
    """Return the fields of a record and of the records in it, by the way to them: "events.where.text"."""
    found = set()
    for name, about in model.model_fields.items():
        found.add(name)
        for held in _records(about.annotation):
            found |= {f"{name}.{below}" for below in _fields(held)}
    return frozenset(found)


def _records(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _records(each)
