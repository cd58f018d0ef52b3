"""What could not be read as other articles are: told by the pipeline, which alone knows how it was read."""

from __future__ import annotations

from eventx.checks.rule import Rule

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
RULES = (PASSAGE_UNREAD, LANGUAGE_WITHOUT_RULES, QUOTE_NOT_FOUND)
