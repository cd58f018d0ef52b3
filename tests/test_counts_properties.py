"""What holds of the counts of every text, real or not."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from eventx.counts import find

_PARTS = """at least|more than|around|up to|between|a|an|the|another|26|1,200|1\u00a0200|2013|7.62|20-30
|12-year-old|one|two|twenty-three|hundred|and|thousand|million|dozen|half|a couple of|several|dozens|hundreds
|some|others|both|no|no one|of|them|Syrian|suspected|Hamas|soldiers|people|policeman|fighters'|rockets|killed
|wounded|dead|injures|toll|rose to|was|were|in|,|.|:|(|)|%|$|-|–|+|~|"|'|/|\n|\n\n|\u2028|İ|½|²|٣|\u0301
|\u200b|\ud800|\x00|🙂|ﬁ|نص"""
_PIECES = st.sampled_from(_PARTS.split("|"))
_WORDS = st.lists(st.tuples(_PIECES, st.sampled_from(("", " ", " ", " ", "  "))), max_size=40).map(
    lambda pairs: "".join(piece.strip(" ") + gap for piece, gap in pairs)
)
_ANY = st.text(st.characters(), max_size=60)  # surrogates included
TEXTS = st.one_of(_WORDS, _WORDS, _ANY)

SHORT = settings(max_examples=300, deadline=None)


@SHORT
@given(TEXTS)
def test_every_mention_slices_to_its_words(text: str) -> None:
    mentions = find(text)
    assert [m.text for m in mentions] == [text[m.start : m.end] for m in mentions]


@SHORT
@given(TEXTS)
def test_mentions_are_in_order_and_never_overlap(text: str) -> None:
    edges = [edge for m in find(text) for edge in (m.start, m.end)]
    assert edges == sorted(edges)
    assert all(m.start < m.end for m in find(text))


@SHORT
@given(TEXTS)
def test_bounds_enclose_the_value(text: str) -> None:
    for m in find(text):
        low = 0 if m.low is None else m.low
        high = low if m.high is None else m.high
        assert low <= high
        # "more than 26" writes 26 and means 27 and up; "fewer than ten" writes 10 and means 9 and down.
        if m.value is not None and m.low is not None:
            assert m.low - 1 <= m.value
        if m.value is not None and m.high is not None:
            assert m.value <= m.high + 1


@SHORT
@given(st.integers(min_value=2, max_value=999_999_999))
def test_a_number_is_read_as_written(n: int) -> None:
    said = [f"{n:,} people", f"{n:,}".replace(",", "\u202f") + " people", f"{n} people"]
    expected = [(text, n, n, n) for text in said]
    actual = [
        (m.text, m.value, m.low, m.high) for text in said for m in find(f"About the shelling: {text} died.")
    ]
    assert expected == actual


@SHORT
@given(TEXTS)
def test_text_after_a_blank_line_changes_nothing_before_it(text: str) -> None:
    expected = find(
        text + "\n\nIt is over."
    )  # prose, or the text may be all headlines and people lack articles
    assert expected == find(text + "\n\nThree soldiers were killed.")[: len(expected)]


@SHORT
@given(TEXTS)
def test_a_text_said_twice_has_its_counts_twice(text: str) -> None:
    again = len(text) + 2
    once = [(m.start, m.end, m.value) for m in find(text)]
    expected = once + [(start + again, end + again, value) for start, end, value in once]
    assert expected == [(m.start, m.end, m.value) for m in find(text + "\n\n" + text)]
