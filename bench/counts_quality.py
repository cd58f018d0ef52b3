"""Precision and recall of the counts scanner and its rules on the sentences of tests/counting.

Run `python bench/counts_quality.py [LANGUAGE]`: the figures, then every case that is missed, and how.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from counted import cases, score


def main() -> None:
    """Print the figures and what is missed."""
    table = cases(sys.argv[1] if len(sys.argv) > 1 else "english")
    figures, missed = score(table)
    print(f"{len(table)} texts, {sum(len(case.counts) for case in table)} counts")
    print("\n".join(f"{name:10} {value:.4f}" for name, value in figures._asdict().items()))
    for case in table:
        for kind, words in missed.get(case.id, ()):
            print(f"\n{case.id} {kind} “{words}”\n    {case.text}")


if __name__ == "__main__":
    main()
