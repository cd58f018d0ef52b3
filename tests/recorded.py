"""The seeds, asked live or replayed: what `make record`, `make golden` and the tests of goldens share.

python tests/recorded.py record ID    ask the embedded model, keep the exchange in cassettes/ID.yaml
python tests/recorded.py golden ID    replay it, write tests/golden/ID.json and the README's score table
"""

from __future__ import annotations

import sys
from pathlib import Path

from eventx import Extraction, extract, golden
from eventx.cassette import recording, replaying
from eventx.golden.layout import Layout
from eventx.model import connect
from eventx.score import score, table
from eventx.truth import Truth

ROOT = Path(__file__).parents[1]
# As `eventx check` sees them: the folders and the days of publication that pyproject.toml names.
LAYOUT = Layout.of(ROOT)
SEEDS = sorted(path.stem for path in LAYOUT.seeds.glob("*.txt"))

article_of = LAYOUT.article_of
cassette_of = LAYOUT.cassette_of
golden_of = LAYOUT.golden_of


def truth_of(seed: str) -> Truth:
    return Truth.model_validate_json((LAYOUT.seeds / f"{seed}.truth.json").read_text(encoding="utf-8"))


def record(seed: str) -> Extraction:
    model = connect("local")
    with recording(cassette_of(seed), model=model.name):
        return extract(article_of(seed), model=model)


def replay(seed: str) -> Extraction:
    with replaying(cassette_of(seed)) as model:
        return extract(article_of(seed), model=model)


def main() -> None:
    """Record one seed, or write its golden."""
    if len(sys.argv) != 3 or sys.argv[1] not in ("record", "golden") or sys.argv[2] not in SEEDS:
        sys.exit(f"usage: make record ID=… or make golden ID=…, with one of {', '.join(SEEDS)}")
    _, what, seed = sys.argv
    extraction = record(seed) if what == "record" else replay(seed)
    sys.stdout.write(table({seed: score(extraction, truth_of(seed))}))
    if what == "golden":
        golden_of(seed).parent.mkdir(exist_ok=True)
        golden_of(seed).write_text(golden.dump(extraction), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
