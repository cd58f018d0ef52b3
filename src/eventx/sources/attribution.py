"""Whose word the text passes on, by sentence and by span."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from eventx import sentences
from eventx.schema import Evidence
from eventx.sources.naming import Cited, full_name, meant_by_pronoun
from eventx.sources.wording import Span, attributing, full_names, opening


class Attribution(BaseModel):
    """One place where the text says whose word it passes on.

    `name` is the source's fullest name in the text ("Syrian Observatory for Human Rights" for "the
    Observatory"), or the words themselves for a source without one ("officials"). `evidence` holds the
    attributing words, `sentence` the (start, end) of the sentence they stand in.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    evidence: Evidence
    sentence: Span


_STOPS = (".", "!", "?", "…")


@lru_cache(maxsize=8)
def find(text: str) -> tuple[Attribution, ...]:
    """Return every attribution of the text, in order, each under its source's fullest name.

    A short form ("the Observatory", "SOHR") takes the longer name its head or initials stand in, a
    stand-in ("the organisation", "the UK-based NGO") that of the organisation cited last; with none to
    take, the words stay as they are. A pronoun that refers to no one cited is left out.
    """
    acronyms, longest_first = full_names(text)
    found: list[Attribution] = []
    cited, names = Cited(), Cited(reversed(longest_first))
    for sentence in sentences.spans(text):
        for (start, end), (first, last) in attributing(text, sentence):
            words = " ".join(text[start:end].split())
            if words.lower() in ("it", "they", "he", "she"):
                name = meant_by_pronoun(words.lower(), opening(text, sentence), cited)
            else:
                name = acronyms.get(words.removeprefix("the ").removeprefix("The ")) or full_name(
                    words, cited, names
                )
            if name is not None:
                cited.add(name)
                evidence = Evidence(start=first, end=last, quote=text[first:last])
                found.append(Attribution(name=name, evidence=evidence, sentence=sentence))
    return tuple(found)


def attributed(text: str, span: Span) -> str | None:
    """Return the source of what stands at `span`; for many spans of one text use `attribute`."""
    return attribute(text, (span,))[0]


def attribute(text: str, spans: Sequence[Span]) -> tuple[str | None, ...]:
    """Return for each (start, end) the name of the source whose word stands behind it, or None.

    The nearest attribution in the same sentence, else the last before or the first after in the same
    paragraph, else the last one before. A headline, before the first paragraph of whole sentences, takes
    that paragraph's first. Anything else before the first attribution is the article's own word: None.
    """
    if not spans:
        return ()
    found = find(text)
    starts = [each.evidence.start for each in found]
    paragraphs = sentences.paragraphs(text)
    paragraph_starts = [start for start, _ in paragraphs]
    body = next(
        (start for start, end in paragraphs if text[start:end].rstrip("”\"’')]")[-1:] in _STOPS), len(text)
    )

    def paragraph(offset: int) -> int:
        return bisect_right(paragraph_starts, offset)

    def source(span: Span) -> str | None:
        at = bisect_right(starts, span[0])
        near = found[max(0, at - 1) : at + 1]
        in_sentence = [each for each in near if each.sentence[0] <= span[0] < each.sentence[1]]
        if in_sentence:
            return min(in_sentence, key=lambda each: _distance(each.evidence, span)).name
        here = paragraph(span[0])
        for each in near:
            there = paragraph(each.evidence.start)
            if there == here or (span[0] < body and there == paragraph(body)):
                return each.name
        return near[0].name if at else None

    return tuple(source(span) for span in spans)


def _distance(evidence: Evidence, span: Span) -> int:
    return max(span[0] - evidence.end, evidence.start - span[1])
