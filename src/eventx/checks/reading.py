"""What could not be read as other articles are: told by the pipeline, which alone knows how it was read."""

from __future__ import annotations

from eventx.checks.rule import Rule
from eventx.schema import Evidence, Finding

PASSAGE_UNREAD = Rule(
    "passage-unread",
    15,
    "error",
    "Every part of a long article is read by the model.",
    "events and numbers that are lost",
)
LANGUAGE_WITHOUT_RULES = Rule(
    "language-without-rules",
    15,
    "info",
    "The counts of an article are found by rule.",
    "a number that a model looked for may be lost, and what it means is less sure",
)
QUOTE_NOT_FOUND = Rule(
    "quote-not-found",
    14,
    "warning",
    "A count that the model quotes stands in the article, letter by letter.",
    "a number whose words cannot be found cannot be checked by a reader, and is dropped",
)
FIGURE_DISPUTED = Rule(
    "figure-disputed",
    15,
    "warning",
    "The model and the rules read the same number and the same fate in the same words.",
    "where two readers differ one of them is wrong",
)
NUMBER_REFUSED = Rule(
    "number-refused",
    13,
    "warning",
    "A number that the model gives stands in the words it quotes, or the words point back to other figures.",
    "a number nobody wrote cannot be checked by a reader, and is left out",
)
COUNT_LEFT_OUT = Rule(
    "count-left-out",
    15,
    "warning",
    "People whom the rules read as harmed are in the model's reading too.",
    "a number that is lost",
)
SUM_DISPUTED = Rule(
    "sum-disputed",
    1,
    "warning",
    "The figures of an event come to the number that the model gives for it.",
    "one of the two counts people twice, or leaves some out",
)
NUMBER_UNVERIFIED = Rule(
    "number-unverified",
    13,
    "info",
    "The number words of the article's language can be read.",
    "a number in words that no rule or library reads is the model's alone",
)
DAY_DISPUTED = Rule(
    "day-disputed",
    18,
    "warning",
    "The model and the rules read the same day in the article's words.",
    "where two readers differ one of them is wrong",
)
NAME_NOT_FOUND = Rule(
    "name-not-found",
    14,
    "info",
    "What the model calls a side or a source stands in the article.",
    "a name that nobody wrote is left out",
)
NAME_REFUSED = Rule(
    "name-refused",
    14,
    "warning",
    "What the model calls a side or a place can be one: a name, people, a kind of place.",
    "a weekday or a verb in the place of a name is left out, and what stands there instead is unknown",
)
READ_LEAN = Rule(
    "read-lean",
    15,
    "warning",
    "A model that is to read every figure does so.",
    "the rules read the figures alone where its full reading cannot be used",
)
RULES = (
    PASSAGE_UNREAD,
    LANGUAGE_WITHOUT_RULES,
    QUOTE_NOT_FOUND,
    FIGURE_DISPUTED,
    NUMBER_REFUSED,
    COUNT_LEFT_OUT,
    SUM_DISPUTED,
    NUMBER_UNVERIFIED,
    DAY_DISPUTED,
    NAME_NOT_FOUND,
    NAME_REFUSED,
    READ_LEAN,
)


def unfound(path: str, what: str, name: str) -> Finding:
    """Return the finding that what the model calls a "side" or "source" is left out: it stands nowhere."""
    return NAME_NOT_FOUND.at(path, f'"{name}", as the model calls a {what}, does not stand here')


def no_name(path: str, what: str, words: Evidence) -> Finding:
    """Return the finding that words of the text are left out, which the model calls a "side" or "place"."""
    quote = " ".join(words.quote.split())
    return NAME_REFUSED.at(path, f'"{quote}", as the model calls a {what}, can be none, and is left out')
