"""`eventx run --dry-run`: what a run will take, before anything is asked."""

from __future__ import annotations

from collections.abc import Iterable

from eventx import questions
from eventx.article import Article
from eventx.corpus import ledger as ledgers
from eventx.corpus.answers import KEPT, Answers, key
from eventx.corpus.database import opened
from eventx.corpus.inputs import Given
from eventx.corpus.ledger import Standing
from eventx.corpus.running import Plan
from eventx.model import Question
from eventx.passages import PASSAGE_BYTES, split
from eventx.plain import plain_article
from eventx.reading import full

# What English text comes to, prompt included, and what a report of events took in the recorded exchanges.
_BYTES_A_TOKEN = 4
_TOKENS_OUT = 80
# A full reading of 84 news texts and notes, of some 650 characters each (docs/quality.md).
_TOKENS_OUT_FULL = 260


def estimated(plan: Plan, given: Iterable[Given]) -> str:
    """Return the estimate as lines of text: articles, requests, tokens, money and time.

    The first question of each part of each article is made and measured. What comes on top, questions about
    single counts and repairs, is known once the ledger has articles of this run: as many as they took. The
    lines also say what it comes to when every part takes all of `max_repairs`.
    """
    articles = bad = ended = kept = asking = first = read = 0
    done, past = _before(plan)
    is_full = plan.coding.reading == "full"
    file = None if plan.cache is None or not plan.cache.exists() else opened(plan.cache, KEPT)
    answers = None if file is None else Answers(file)
    for each in given:
        articles += 1
        if each.article is None:
            bad += 1
            continue
        if each.id in done:
            ended += 1
            continue
        article = plain_article(each.article)
        text = article.text
        before = first
        for passage in split(text, full.PART_BYTES if is_full else PASSAGE_BYTES):
            question = _first(plan, article, text[passage.start : passage.end])
            if answers is not None and answers.get(key(plan.coding.whom, question)) is not None:
                kept += 1
                continue
            first += 1
            read += sum(len(message["content"].encode()) for message in question.messages) // _BYTES_A_TOKEN
        asking += first > before
    if file is not None:
        file.close()
    requests, written = first, first * (_TOKENS_OUT_FULL if is_full else _TOKENS_OUT)
    if past is not None:
        requests = max(first, round(asking * past.questions / past.asked))
        read = round(requests * past.tokens_in / past.questions)
        written = round(requests * past.tokens_out / past.questions)
    repairs = first * plan.coding.max_repairs
    times = 1 + repairs / requests if requests else 1.0
    on_top = f", questions about {'what is disputed' if is_full else 'single counts'} on top"
    lines = [
        f"articles   {articles:,}: {articles - bad - ended:,} to read, {ended:,} done, {bad:,} unusable",
        f"requests   about {requests:,}{' as before' if past else on_top}, "
        f"and {repairs:,} repairs at most; {kept:,} answers are kept from before",
        f"tokens     about {read:,} read and {written:,} written, {(read + written) * times:,.0f} together "
        "with all repairs",
        f"cost       {_cost(plan, read, written, times)}",
        f"time       {_time(plan, past, requests, read + written)}",
    ]
    return "".join(f"{line}\n" for line in lines)


def _first(plan: Plan, article: Article, shown: str) -> Question:
    if plan.coding.reading == "full":
        return questions.full(shown, article.published, plan.coding.codebook)
    return questions.report(shown, plan.coding.codebook)


def _before(plan: Plan) -> tuple[frozenset[str], Standing | None]:
    """Return the articles that are done, and where the run stands if any was asked about."""
    if not ledgers.path_of(plan.out).is_file():
        return frozenset(), None
    with ledgers.watched(plan.out) as file:
        done = frozenset(id for id, _, _ in ledgers.failures(file, ("done",)))
        past = ledgers.standing(file)
        return done, past if past.asked else None


def _cost(plan: Plan, read: int, written: int, times: float) -> str:
    cost = plan.coding.price.of(read, written) if plan.coding.price else None
    if cost is None:
        return f"unknown: {plan.model.name} has no known price; give it with --prices FILE"
    return f"about {cost:.2f} US dollars, {cost * times:.2f} with all repairs"


def _time(plan: Plan, past: Standing | None, requests: int, tokens: int) -> str:
    limits = plan.limits
    least = max(requests / limits.rpm if limits.rpm else 0.0, tokens / limits.tpm if limits.tpm else 0.0)
    if past is not None:
        minutes = requests * past.seconds / past.questions / plan.concurrency / 60
        if minutes > least:
            return f"about {minutes:.0f} minutes at {plan.concurrency} questions at once, as before"
    if least:
        return f"{least:.0f} minutes or more, within --rpm and --tpm"
    return "unknown until something is answered"
