"""A careful reader's answers, recorded: what the full reading makes of them, and that the docs say so."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.real.__main__ import replayed

from eventx import Article, Extraction, extract
from eventx.cassette import replaying
from eventx.score import score
from eventx.truth import Truth
from recorded import ROOT, SEEDS, article_of, truth_of

CASSETTES = ROOT / "bench/real/cassettes"
# Figures of a seed's truth that the careful reader and the rules do not come to.
MISSED = {"kidnapping": 1, "peaceful-protest": 1}
UNSEEN = sorted((ROOT / "bench/unseen").glob("*.txt"))


def read(cassette: Path, article: Article) -> Extraction:
    with replaying(cassette) as model:
        return extract(article, model=model, reading="full")


def test_the_real_texts_are_as_right_as_the_docs_say() -> None:
    scores = [scored for scored, _ in replayed()]
    right, silent = sum(each.is_right for each in scores), sum(each.is_silent for each in scores)
    said = f"{right} of {len(scores)} texts right, {silent} wrong in silence"
    assert said in (ROOT / "docs/quality.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_seed_read_in_full_is_as_its_truth(seed: str) -> None:
    found = score(read(CASSETTES / f"seeds/{seed}.yaml", article_of(seed)), truth_of(seed))
    assert MISSED.get(seed, 0) == found.casualties_in_truth - found.casualties_right


@pytest.mark.parametrize("text", UNSEEN, ids=[each.stem for each in UNSEEN])
def test_a_text_written_last_is_as_its_truth(text: Path) -> None:
    truth = Truth.model_validate_json(text.with_suffix(".truth.json").read_text(encoding="utf-8"))
    found = score(read(CASSETTES / f"unseen/{text.stem}.yaml", Article.from_file(text)), truth)
    assert 0 == found.casualties_in_truth - found.casualties_right


def test_the_first_seed_shows_its_sum_and_who_vouches_for_it() -> None:
    (event,) = read(CASSETTES / "seeds/idlib-clashes.yaml", article_of("idlib-clashes")).events
    killed = [each for each in event.casualties if each.outcome == "killed" and each.role == "part"]
    assert [11, 8, 7] == [each.count.value for each in killed]
    assert [None, "killed, since 11 + 8 + 7 = 26, the total given", None] == [e.inferred for e in killed]
    assert {("model", "rules")} == {each.vouched_by for each in killed}
    assert ["supporter"] == [each.role for each in event.side_b if each.name == "Russia"]
