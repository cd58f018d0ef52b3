"""The table of docs/verify.md: what is done to a run, and what finds it.

`python tests/verify_page.py` writes it; `make tamperings` does, too. Tests ask that each row is current.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from eventx import stored
from eventx.corpus.verifying import verify
from eventx.schema import Finding
from recorded import ROOT
from tampering import CLASH, QUIET, RIVALS, TAMPERINGS, TWO, Tampering, made, tamper

PAGE = ROOT / "docs/verify.md"
HEAD = "| what is done | `export`, `report`, `audit` | `eventx verify` | the same without the ledger |\n"
RULE = "|:--|:--|:--|:--|\n"
IDS = (CLASH, RIVALS, TWO, QUIET)


def row(name: str, tampering: Tampering) -> str:
    """Return the row of a tampering, after doing it to a run."""
    with tempfile.TemporaryDirectory() as folder:
        out = made(Path(folder), *IDS)
        tamper(tampering, out)
        read = [item for _, item in stored.read(out) if isinstance(item, Finding)]
        refused = [item.code.removeprefix("line-") for item in read if item.path != "no-reply"]
        sealed = _by(out)
        alone = out.rename(out.with_name("moved.jsonl"))
        cells = (name, _listed(each.replace("-", " ") for each in refused), sealed, _by(alone))
    return f"| {' | '.join(cells)} |\n"


def _by(out: Path) -> str:
    return _listed(each.found_by for each in verify(out).problems)


def _listed(words: object) -> str:
    return ", ".join(dict.fromkeys(words)) or "–"  # type: ignore[call-overload]


def table() -> str:
    """Return the whole table."""
    return HEAD + RULE + "".join(row(name, each) for name, each in TAMPERINGS.items())


def main() -> None:
    """Write the table of the page anew."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(HEAD)
    after = "".join(line for line in rest.splitlines(keepends=True) if not line.startswith("|"))
    PAGE.write_text(before + table() + after, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
