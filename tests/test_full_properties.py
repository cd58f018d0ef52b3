"""Whatever a model replies: nobody whom the rules read as harmed vanishes, and every quote is the text's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from counted import cases
from eventx import Article, Extraction, extract
from eventx.counts.reading import Reading, readings
from eventx.model import Answer, Question
from eventx.reply import Fate, LinkKind, Party, Verdict
from reading_replies import PUBLISHED, reply, settlement, told_event, told_figure
from scripted import Scripted

_SENTENCES = tuple(case.text for case in cases("english"))
_SPAN = re.compile(r"article\.text\[(\d+):(\d+)\]")
_EVENTS = (1, 2)
_OUTCOMES = ("killed", "wounded", "captured", "missing", "casualties")
_SOME = st.integers(0, 40)

TEXTS = st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=5).map(" ".join)


class Arbitrary:
    """A model that tells some of the rules' counts back, with any fate and link, and settles anyhow."""

    name = "openai/arbitrary"

    def __init__(self, text: str, data: st.DataObject) -> None:
        self._counts = readings(text)
        self._draw = data.draw

    def ask(self, question: Question) -> Answer:
        is_first = "passing" in question.reply_type.model_fields
        body = self._reply() if is_first else self._settlement()
        read = question.reply_type.model_validate(body)
        return Answer(read, read.model_dump_json(), (), None, None, 0.0)

    async def aask(self, question: Question) -> Answer:
        return self.ask(question)

    def _reply(self) -> dict[str, Any]:
        figures = self._figures(first=1)
        numbers = st.sets(st.integers(1, len(figures) + 1))
        return reply(
            [told_event(n, totals=self._totals()) for n in _EVENTS],
            figures,
            *self._links(),
            about=sorted(self._draw(numbers)),
            doubt=sorted(self._draw(numbers)),
            passing=self._draw(st.sampled_from(((), (1,), _EVENTS))),
        )

    def _settlement(self) -> dict[str, Any]:
        return settlement(
            *self._draw(st.lists(st.sampled_from(get_args(Verdict)), max_size=12)),
            figures=self._figures(first=self._draw(st.sampled_from((1, 50)))),
            links=self._links(),
            totals={n: self._totals() for n in self._draw(st.sets(st.sampled_from(_EVENTS)))},
        )

    def _figures(self, first: int) -> list[dict[str, Any]]:
        told = [each for each in self._counts if self._draw(st.booleans())]
        return [self._figure(n, each) for n, each in enumerate(told, start=first)]

    def _figure(self, n: int, count: Reading) -> dict[str, Any]:
        mention = count.mention
        words = mention.text if self._draw(st.integers(0, 9)) else "words that stand nowhere"
        bounds = (mention.low, mention.high) if self._draw(st.integers(0, 3)) else self._draw(_SOME)
        return told_figure(
            n,
            words,
            bounds,
            self._draw(st.sampled_from(get_args(Fate))),
            whose=self._draw(st.sampled_from(get_args(Party))),
            events=self._draw(st.sampled_from(((1,), (1,), (2,), (1, 2), (), (9,)))),
        )

    def _links(self) -> list[tuple[str, list[int], int]]:
        numbers = st.integers(1, 6)
        links = st.tuples(st.sampled_from(get_args(LinkKind)), st.lists(numbers, max_size=3), numbers)
        return self._draw(st.lists(links, max_size=5))

    def _totals(self) -> dict[str, Any]:
        return self._draw(st.dictionaries(st.sampled_from(_OUTCOMES), st.one_of(st.none(), _SOME)))


def read(text: str, data: st.DataObject) -> Extraction:
    article = Article(text=text, language="en")
    return extract(article, model=Arbitrary(text, data), published=PUBLISHED, reading="full")


def accounted_for(extraction: Extraction) -> Iterator[tuple[int, int]]:
    """Yield where the casualties and tolls stand, and what findings say of the text."""
    kept = [each for event in extraction.events for each in event.casualties]
    for casualty in (*kept, *(toll.casualty for toll in extraction.tolls)):
        yield from ((each.start, each.end) for each in casualty.evidence)
    for finding in extraction.findings:
        if span := _SPAN.fullmatch(finding.path):
            yield int(span[1]), int(span[2])


def is_harmed(count: Reading) -> bool:
    """Return whether the rules read the people as harmed; of nobody ("no one died") nobody is lost."""
    return count.outcome not in (None, "none") and count.mention.value != 0


def lost(text: str, extraction: Extraction) -> list[str]:
    spans = list(accounted_for(extraction))
    return [
        each.mention.text
        for each in readings(text)
        if is_harmed(each)
        and not any(start < each.mention.end and each.mention.start < end for start, end in spans)
    ]


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.data())
def test_nobody_whom_the_rules_read_as_harmed_vanishes(text: str, data: st.DataObject) -> None:
    assert lost(text, read(text, data)) == []


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.data())
def test_every_casualty_has_a_role_that_holds(text: str, data: st.DataObject) -> None:
    for event in read(text, data).events:
        others = range(len(event.casualties))
        for number, each in enumerate(event.casualties):
            assert each.of is None or (each.of in others and each.of != number)
            assert each.was is None or event.casualties[each.was].outcome != each.outcome


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.data())
def test_a_figure_has_bounds_in_order(text: str, data: st.DataObject) -> None:
    for event in read(text, data).events:
        for figure in (event.killed, event.wounded, event.captured, event.missing):
            if figure is not None and figure.low is not None and figure.high is not None:
                assert figure.low <= figure.high


def test_what_the_test_calls_lost_can_be_lost() -> None:
    text = "Six soldiers died in Tarn."
    extraction = extract(
        text, model=Scripted(reply([]), settlement("stands")), published=PUBLISHED, reading="full"
    )
    assert lost(text, extraction) == []
    assert lost(text, extraction.model_copy(update={"findings": ()})) == ["Six soldiers"]
