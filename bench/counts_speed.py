"""Megabytes a second of the counts scanner on news-like, number-dense and adversarial text.

Run `python bench/counts_speed.py`. One core; the text is ASCII, so a character is a byte. Each text comes
in growing sizes: a rate that falls as the size grows would mean more than linear time.
"""

from __future__ import annotations

import itertools
import time

from eventx.counts import find

NEWS = (
    "At least {n} people were killed and more than {m} wounded when shells hit a market, the mayor said. ",
    "The clashes erupted on Saturday after the group launched an attack on positions near the village. ",
    "Residents described hours of shelling along the northern road, where shops stayed closed all week. ",
    "An officer and two of his men were detained; a third man escaped across the river, officials said. ",
    "The ministry did not comment on the report, which could not be independently verified by journalists. ",
    "Dozens of families left for camps further south, where aid agencies handed out water, tents and food. ",
    "No civilians were harmed, the army said in a statement, adding that {m} rockets had been intercepted. ",
)
DENSE = ("{n} soldiers, {m} rebels and between {n} and {m} villagers died; {n} killed, twenty-three hurt. ",)
ADVERSARIAL = (
    "1",
    "1,",
    "one ",
    "one hundred and ",
    " ",
    "-",
    "and ",
    "a ",
    "at least ",
    "some Syrian and ",
    "'",
    "the ",
)
SIZES_MB = (0.1, 1, 4)


def repeated(sentences: tuple[str, ...], size: int) -> str:
    """Return `size` characters of the sentences, their numbers varying."""
    parts, length = [], 0
    for count, sentence in enumerate(itertools.cycle(sentences)):
        if length >= size:
            break
        parts.append(
            sentence.format(n=count % 90 + 2, m=count % 90 + 100) + ("\n\n" if count % 9 == 8 else "")
        )
        length += len(parts[-1])
    return "".join(parts)[:size]


def megabytes_a_second(text: str) -> float:
    """Return the best of three runs."""
    seconds = []
    for _ in range(3):
        began = time.perf_counter()
        find(text)
        seconds.append(time.perf_counter() - began)
    return len(text) / 1e6 / min(seconds)


def main() -> None:
    """Print one line a text: its name and the rate at each size."""
    for name, sentences in (("news", NEWS), ("dense", DENSE)):
        rates = [megabytes_a_second(repeated(sentences, int(size * 1e6))) for size in SIZES_MB]
        print(
            f"{name:20}", *(f"{size} MB {rate:6.2f} MB/s" for size, rate in zip(SIZES_MB, rates, strict=True))
        )
    for unit in ADVERSARIAL:
        rates = [megabytes_a_second((unit * (size // len(unit) + 1))[:size]) for size in (50_000, 400_000)]
        print(f"{unit!r:20}", *(f"{rate:8.2f} MB/s" for rate in rates))


if __name__ == "__main__":
    main()
