"""Casualties, events, places, dates and sides right, against hand labels, asked live.

Run `python bench/accuracy.py [DIR] [--model NAME]`. DIR holds `<id>.txt` and `<id>.truth.json` as
`seeds/README.md` describes; bench/unseen is the default: six synthetic articles (CC0-1.0) written and
labelled apart from the rules and the prompt.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eventx import Article, extract
from eventx.model import connect
from eventx.score import Score, score, table
from eventx.truth import Truth


def main() -> None:
    """Score every article of the folder and print the table."""
    parser = argparse.ArgumentParser(description="eventx against hand labels")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent / "unseen")
    parser.add_argument("--model", default="local")
    args = parser.parse_args()
    model = connect(args.model)
    scores: dict[str, Score] = {}
    for path in sorted(args.folder.glob("*.txt")):
        truth = Truth.model_validate_json(path.with_suffix(".truth.json").read_text(encoding="utf-8"))
        extraction = extract(Article.from_file(path, published=truth.about.published), model=model)
        scores[path.stem] = score(extraction, truth)
        print(f"{path.stem} {extraction.provenance.seconds:.0f} s", file=sys.stderr, flush=True)
    print(table(scores))


if __name__ == "__main__":
    main()
