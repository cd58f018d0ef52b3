"""Whether the verb that governs a count tells of something done, not done, or perhaps done."""

from __future__ import annotations

from eventx.counts.governor import Governor, back
from eventx.counts.language import Harm
from eventx.counts.predicate import beside, negates
from eventx.counts.tables import Effect, Form
from eventx.counts.units import Row


def active(row: Row, i: int) -> Governor | None:
    """Return the governor for the verb at `i`, None where it is passive and so has no object."""
    effect, form = row.lang.VERBS[row.low(i)]
    k = back(row, i - 1)
    if form == "past" and row.low(k) in row.lang.BE:
        return None
    outcome: Effect | None = effect
    if row.low(k) in row.lang.COORDINATORS:
        other = row.low(back(row, k - 1))
        if other in row.lang.VERBS and not row.is_count(back(row, k - 1) - 1):
            passive = row.low(back(row, k - 2)) in row.lang.BE
            outcome = effect if passive else beside(effect, row.lang.VERBS[other][0])
    return done(row, i, Governor(outcome, head=i))


def done(row: Row, i: int, governor: Governor) -> Governor:
    """Return `governor` with what the words before its verb make of it: done, not done, or perhaps."""
    word = row.low(i)
    form = _form(word, row.lang)
    k = back(row, i - 1)
    while row.low(k) in row.lang.COORDINATORS and row.low(k - 1) in row.lang.VERBS:
        k = back(row, k - 2)
    low, further = row.low(k), back(row, k - 1)
    unreal = governor._replace(outcome="none", real=False)
    unsure = governor._replace(outcome=None)
    if negates(low, row.lang) or any(row.low(n) in row.lang.NOT_QUITE for n in range(k + 1, i)):
        return unreal
    if form == "base":
        if low in row.lang.TO:
            what = row.low(further)
            if what in row.lang.REALISED:
                return governor
            return unsure if what in row.lang.USED else unreal
        if low in row.lang.COORDINATORS and any(row.low(n) in row.lang.TO for n in range(k - 4, k)):
            return unsure
        return unreal if low in row.lang.MODALS else unsure if low in row.lang.MAYBE else governor
    if form == "infinitive":
        return _of_infinitive(row, k, governor, unreal, unsure)
    if form == "ing":
        if low in row.lang.NOT_DONE:
            return unreal
        return unsure if low in row.lang.UNSURE_BEFORE_ING else governor
    if low in row.lang.HAVE:
        aux = row.low(further)
        if aux in row.lang.MODALS or negates(aux, row.lang):
            return unreal
        return unsure if aux in row.lang.MAYBE else governor
    return unsure if low in row.lang.MAYBE else governor


def _of_infinitive(row: Row, k: int, governor: Governor, unreal: Governor, unsure: Governor) -> Governor:
    """Return which of the three it is by the word before an infinitive, at unit `k`: "lograron capturar"."""
    before = {row.low(k)}
    if row.low(k) in row.lang.BEFORE_INFINITIVE:  # "amenazó ayer con matar", "después de matar"
        before |= {row.low(k - 1), row.low(back(row, k - 1))}
    if not before.isdisjoint(row.lang.REALISED):
        return governor
    if not before.isdisjoint(row.lang.NOT_DONE | row.lang.MODALS):
        return unreal
    return unsure


def _form(word: str, lang: Harm) -> Form:
    if word in lang.VERBS:
        return lang.VERBS[word][1]
    others = (lang.LOSE, lang.SUFFER, lang.TAKE, lang.TAKES_LIVES)
    return next((forms[word] for forms in others if word in forms), "past")
