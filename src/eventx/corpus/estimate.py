"""`eventx run --dry-run`: what a run will take, before anything is asked."""

from __future__ import annotations

from collections.abc import Iterable

from eventx import questions
from eventx.corpus import ledger as ledgers
from eventx.corpus.answers import Answers, key, opened
from eventx.corpus.inputs import Given
from eventx.corpus.ledger import Standing
from eventx.corpus.running import Plan
from eventx.passages import split

# What English text comes to, prompt included, and what a report of events took in the recorded exchanges.
_BYTES_A_TOKEN = 4
_TOKENS_OUT = 80


def estimated(plan: Plan, given: Iterable[Given]) -> str:
    """Return the estimate as lines of text: articles, requests, tokens, money and time.

    The first question of each part of each article is made and measured; questions about single counts and
    repairs come on top, `max_repairs` at most for each part, and the estimate says so.
    """
    articles = bad = ended = kept = requests = read = 0
    done, past = _before(plan)
    file = None if plan.cache is None or not plan.cache.exists() else opened(plan.cache)
    answers = None if file is None else Answers(file)
    for each in given:
        articles += 1
        if each.article is None:
            bad += 1
            continue
        if each.id in done:
            ended += 1
            continue
        text = each.article.text
        for passage in split(text):
            question = questions.report(text[passage.start : passage.end], plan.coding.codebook)
            if answers is not None and answers.get(key(plan.coding.whom, question)) is not None:
                kept += 1
                continue
            requests += 1
            read += sum(len(message["content"].encode()) for message in question.messages) // _BYTES_A_TOKEN
    if file is not None:
        file.close()
    written = requests * _TOKENS_OUT
    lines = [
        f"articles   {articles:,}: {articles - bad - ended:,} to read, {ended:,} done, {bad:,} unusable",
        f"requests   about {requests:,}, {kept:,} answers are kept from before; "
        f"questions about single counts and repairs come on top",
        f"tokens     about {read:,} read and {written:,} written",
        f"cost       {_cost(plan, read, written)}",
        f"time       {_time(plan, past, requests)}",
    ]
    return "".join(f"{line}\n" for line in lines)


def _before(plan: Plan) -> tuple[frozenset[str], Standing | None]:
    if not ledgers.path_of(plan.out).is_file():
        return frozenset(), None
    with ledgers.watched(plan.out) as file:
        done = frozenset(id for id, _, _ in ledgers.failures(file, ("done",)))
        return done, ledgers.standing(file)


def _cost(plan: Plan, read: int, written: int) -> str:
    cost = plan.coding.price.of(read, written) if plan.coding.price else None
    if cost is None:
        return f"unknown: {plan.model.name} has no known price; give it with --prices FILE"
    return f"about {cost:.2f} US dollars"


def _time(plan: Plan, past: Standing | None, requests: int) -> str:
    if past is None or not past.questions:
        return "unknown until something is answered"
    minutes = requests * past.seconds / past.questions / plan.concurrency / 60
    return f"about {minutes:.0f} minutes at {plan.concurrency} questions at once, as before"
