"""How right an extraction is, against what a careful reader labelled by hand (`eventx.truth`).

matching     which event is which of the truth, and what of it is right
seed_table   one row a seed: `score`, and the README's `table`
fields       precision, recall and F1 by field
rates        counted twice, on the wrong side, invented, ungrounded; which outcome was taken for which
figures      what a wrong figure is, for events and for bare numbers alike: the bench uses it, too
agreement    how far two coders agree: Krippendorff's alpha
reading      predictions and truths by id
report       all of it as text, JSON or Markdown: `eventx score`
"""

from __future__ import annotations

from eventx.score.agreement import Coded, agreement, alpha
from eventx.score.fields import Tally
from eventx.score.rates import Rate
from eventx.score.report import Scored, scored
from eventx.score.seed_table import Score, score, table
from eventx.truth import Truth

__all__ = [
    "Coded",
    "Rate",
    "Score",
    "Scored",
    "Tally",
    "Truth",
    "agreement",
    "alpha",
    "score",
    "scored",
    "table",
]
