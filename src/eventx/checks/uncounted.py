"""What befell people by the words of a text, and has no count that any rule can read.

Where the rules alone read the figures, what they do not see would vanish without a word: "One of the staff
were arrested", "no survivors", "two-to-three women are missing".
"""

from __future__ import annotations

from collections.abc import Iterator

from eventx import dates
from eventx.article import Article
from eventx.checks.counted import readings
from eventx.checks.figures import OUTCOMES
from eventx.checks.rule import Rule
from eventx.counts import with_rules
from eventx.counts.harm import outcomes_named
from eventx.schema import Finding
from eventx.sentences import spans

HARM_UNCOUNTED = Rule(
    "harm-uncounted",
    15,
    "warning",
    "Where the rules alone read the figures, they read a count of what the words say befell people.",
    "a number that is lost",
)
RULES = (HARM_UNCOUNTED,)


def check(article: Article) -> Iterator[Finding]:
    """Yield each outcome that sentences of the news name and no count has, with the first sentence."""
    language = with_rules(article.language)
    if language is None:
        return
    counted = {each.outcome for each in readings(article) if not each.background}
    if "casualties" in counted:
        counted |= {"killed", "wounded"}
    missing = [each for each in OUTCOMES if each not in counted]
    for start, end in spans(article.text) if missing else ():
        if dates.background(article.text[start:end], article.published) is not None:
            continue
        named = outcomes_named(article.text, start, end, language=language)
        for outcome in [each for each in missing if each in named]:
            missing.remove(outcome)
            words = " ".join(article.text[start:end].split())
            yield HARM_UNCOUNTED.at(
                f"article.text[{start}:{end}]",
                f'"{words}" tells of people {outcome}, and no rule reads how many',
            )
