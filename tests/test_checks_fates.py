"""One group told under several fates: a finding says so where the words do not."""

from __future__ import annotations

import pytest

from reading_replies import Link, found, read, reply, told_event, told_figure

FATE_OF: Link = ("fate_of", [2], 1)
TWICE = "counted-twice"

# A sentence, the words and the fate of each of two figures of 26 people, and the link that the model gives.
Case = tuple[str, tuple[str, str], tuple[str, str], Link | None]

TOLD: dict[str, Case] = {
    "captured and killed": (
        "26 men were captured and killed.",
        ("26 men", "captured"),
        ("26 men", "killed"),
        None,
    ),
    "the same, linked": (
        "26 men were captured and killed.",
        ("26 men", "captured"),
        ("26 men", "killed"),
        FATE_OF,
    ),
    "wounded and captured": (
        "26 men were wounded and captured.",
        ("26 men", "wounded"),
        ("26 men", "captured"),
        None,
    ),
    "wounded who died": (
        "26 wounded men died in hospital.",
        ("26 wounded men", "wounded"),
        ("26 wounded men", "killed"),
        FATE_OF,
    ),
    "one fate is no word of the rules": (
        "26 men were detained and caned.",
        ("26 men", "captured"),
        ("26 men", "wounded"),
        FATE_OF,
    ),
    "two counts of one number": (
        "26 men were killed and 26 wounded.",
        ("26 men were killed and 26 wounded", "killed"),
        ("26 men were killed and 26 wounded", "wounded"),
        None,
    ),
    "two groups": (
        "26 men were killed and 26 women wounded.",
        ("26 men", "killed"),
        ("26 women", "wounded"),
        None,
    ),
    "Spanish": (
        "26 hombres fueron capturados y asesinados.",
        ("26 hombres", "captured"),
        ("26 hombres", "killed"),
        FATE_OF,
    ),
    "no rules, linked": (
        "26 hommes ont été enlevés puis tués.",
        ("26 hommes", "captured"),
        ("26 hommes", "killed"),
        FATE_OF,
    ),
}
NOT_TOLD: dict[str, Case] = {
    "no fate at all": ("26 men were there.", ("26 men", "killed"), ("26 men", "wounded"), None),
    "no fate at all, linked": ("26 men were there.", ("26 men", "captured"), ("26 men", "killed"), FATE_OF),
    "another fate": ("26 men were killed.", ("26 men", "killed"), ("26 men", "captured"), None),
    "the fate of others": (
        "26 men were killed and 30 captured.",
        ("26 men", "killed"),
        ("26 men", "captured"),
        None,
    ),
    "more words for the same": (
        "The 26 men of Tarn were there.",
        ("26 men", "killed"),
        ("The 26 men of Tarn", "wounded"),
        None,
    ),
    "both at once": ("26 men were killed and wounded.", ("26 men", "killed"), ("26 men", "wounded"), None),
    "Spanish": ("26 hombres murieron en Tarn.", ("26 hombres", "killed"), ("26 hombres", "wounded"), None),
    "no rules": ("26 hommes étaient là.", ("26 hommes", "killed"), ("26 hommes", "wounded"), None),
}


def twice(case: Case) -> list[tuple[str, str]]:
    sentence, (words, fate), (others, then), link = case
    told = [told_figure(1, words, 26, fate), told_figure(2, others, 26, then)]
    said = reply([told_event(place="Tarn")], told, *([link] if link else []))
    return found(read(f"Rebels fought the army in Tarn. {sentence}", said, max_repairs=0), TWICE)


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD)
def test_words_that_tell_of_several_fates_may_be_counted_under_each(case: Case) -> None:
    assert twice(case) == []


@pytest.mark.parametrize("case", NOT_TOLD.values(), ids=NOT_TOLD)
def test_words_that_do_not_are_counted_twice(case: Case) -> None:
    _, (_, fate), (_, then), _ = case
    ((path, message),) = twice(case)
    assert path == "events[0].casualties[1]"
    assert message.endswith(f"are counted as {fate} and {then}, and the words do not tell so")


def test_words_that_are_counted_in_two_events_are_counted_twice() -> None:
    events = [told_event(1, place="Tarn"), told_event(2, place="Osk")]
    told = [told_figure(1, "26 men", 26, events=[1]), told_figure(2, "26 men", 26, events=[2])]
    text = "Rebels fought the army in Tarn and in Osk. 26 men were killed."
    assert found(read(text, reply(events, told), max_repairs=0), TWICE) == [
        (
            "events[1].casualties[0]",
            '"26 men" are counted as killed in several events, and the words do not tell so',
        )
    ]
    toll = reply(events, [told_figure(1, "26 men", 26, events=[1, 2])])
    assert found(read(text, toll, max_repairs=0), TWICE) == []
