"""The parts of the README that are made, each between `<!-- name -->` and `<!-- /name -->`.

`python tests/readme.py` writes them; `make golden` does, too. The tests ask that they are current.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from contextlib import chdir, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from eventx.cassette import REPLAY_URL, replaying
from eventx.cli import main as eventx
from eventx.score import score, table
from recorded import ROOT, SEEDS, cassette_of, replay, truth_of

README = ROOT / "README.md"
SHOWN = "idlib-clashes"


def demo() -> str:
    """Return what `make demo` shows of the seed, but for its last line: seconds differ."""
    seed = ROOT / f"seeds/{SHOWN}.txt"
    published = truth_of(SHOWN).about.published.isoformat()
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "demo.txt"
        eventx(
            [
                "extract",
                str(seed),
                "--published",
                published,
                "--replay",
                str(cassette_of(SHOWN)),
                "-o",
                str(out),
            ]
        )
        lines = out.read_text(encoding="utf-8").rstrip("\n").split("\n")
    return "```text\n" + "\n".join(lines[:-1]).rstrip("\n") + "\n```\n"


def example() -> str:
    """Return what the README's Python prints, every question it asks answered from the cassette."""
    (code,) = re.findall(r"^```python\n(.*?)^```$", text(), re.DOTALL | re.MULTILINE)
    said = StringIO()
    with (
        replaying(cassette_of(SHOWN)) as model,
        patch.dict(os.environ, EVENTX_MODEL=model.name, EVENTX_BASE_URL=REPLAY_URL),
        chdir(ROOT),
        redirect_stdout(said),
    ):
        exec(compile(code, "README.md", "exec"), {})
    return f"```text\n{said.getvalue()}```\n"


def scores() -> str:
    """Return the table of every seed's score against its truth."""
    return table({seed: score(replay(seed), truth_of(seed)) for seed in SEEDS})


def codes() -> str:
    """Return the exit codes and the variables of the environment, as `eventx --help` ends."""
    said = StringIO()
    with redirect_stdout(said), suppress(SystemExit):
        eventx(["--help"])
    return "```text\nexit codes:" + said.getvalue().partition("exit codes:")[2].rstrip("\n") + "\n```\n"


MADE: dict[str, Callable[[], str]] = {"demo": demo, "example": example, "codes": codes, "scores": scores}


def text() -> str:
    return README.read_text(encoding="utf-8")


def block(name: str) -> str:
    return text().partition(f"<!-- {name} -->\n")[2].partition(f"<!-- /{name} -->")[0]


def main() -> None:
    """Write every part anew."""
    made = text()
    for name, make in MADE.items():
        before, opening, rest = made.partition(f"<!-- {name} -->\n")
        _, closing, after = rest.partition(f"<!-- /{name} -->")
        made = before + opening + make() + closing + after
    README.write_text(made, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
