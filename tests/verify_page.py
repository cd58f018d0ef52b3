"""`docs/verify.md`: what may be done to the output of a run, and what finds it.

`python tests/verify_page.py` writes it; `make tampering` does, too. A test asks that it is current.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import conftest  # noqa: F401  (no setting and key of whoever writes the page)
from archive import ledger_of
from recorded import ROOT
from tampering import KINDS, make, problems, tampered

PAGE = ROOT / "docs/verify.md"

HEAD = """# Verifying a run

```sh
eventx verify events.jsonl
```

holds every line against its article: quotes stand in the text, numbers in their words, figures are what their
counts come to, findings are those of the checks, what coders left follows from their corrections, ids come
once, nothing was skipped. The ledger beside the output
keeps a SHA-256 of each line as it was written: with it every change is found, and every line that was put in
or taken out. A correction (`eventx correct`) leaves the machine's part of a line as it was, and verifies. A
line written by an eventx from before there were seals, or in the instant of a kill, has none and counts as
not held against the ledger.

`export`, `report`, `audit` and `correct` look at each line by itself, without the ledger: a line whose
numbers its words do not bear out, and the second line of one id, is told and not passed on. They ask what is
quickly asked. `score`, `diff` and `check` hold records against others, and show there what is wrong; `score`
takes no id twice. To publish another number knowingly, correct it (`eventx correct`): the note says why.

What no ledger proves is who wrote it: whoever can change the output can change the ledger. Keep a copy where
they cannot.

Each row is done to a run of three articles by the tests (`make tampering` writes this page). "Without" is the
output alone.

| what was done | with its ledger | without |
|:--|:--|:--|
"""


def page(run: Path) -> str:
    """Return the page, of what is done to a run that `tampering.make` made."""
    rows = []
    for kind in KINDS:
        with tampered(run, kind) as changed:
            found = problems(changed)[0]
            ledger_of(changed).unlink()
            alone = problems(changed)[0]
        rows.append(f"| {kind} | {'found' if found else 'not found'} | {alone[0].what if alone else '–'} |\n")
    return HEAD + "".join(rows)


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        PAGE.write_text(page(make(Path(folder))), encoding="utf-8")
