"""What the tables of a language hold. A language is a module of tables; these protocols name them.

Everything is in lower case, with straight apostrophes and plain hyphens. `mypy` says which table a new
language still lacks; a table it has no use for is empty. The entries of `english` show what each is for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from eventx.counts.tables import Bound, Effect, Form, Phrases
from eventx.schema import Outcome


class Words(Protocol):
    """The words around a count."""

    # numbers
    ONES: dict[str, int]
    TENS: dict[str, int]
    HUNDRED: frozenset[str]
    HUNDREDS: dict[str, int]
    AND_WITH_ROOM: frozenset[int]  # the size of number that may follow AND
    SCALES: dict[str, int]
    BARE_SCALES: frozenset[str]  # a number by themselves: "mil"
    DOZENS: dict[str, int]
    ROUND: frozenset[str]  # number words that are only about right
    HALF: frozenset[str]
    AND: frozenset[str]
    ARTICLES: frozenset[str]
    GROUPS_OF: dict[str, int]
    DECIMAL_MARKS: frozenset[str]
    NOT_GROUPING: frozenset[str]  # marks that never part thousands
    NUMBER_SUFFIXES: dict[str, Bound]
    VAGUE: Phrases[int]  # with the least each can mean
    VAGUE_BEFORE_SCALE: dict[str, int]
    WEAK: frozenset[str]  # vague words that count only where harm is spoken of
    OTHER: frozenset[str]
    NOT_BEFORE_OTHER: frozenset[str]
    NUMBER_STARTS: frozenset[str]

    # modifiers
    BEFORE: Phrases[Bound]
    AFTER: Phrases[Bound]
    RANGE_OPENERS: dict[str, str]  # with the word between the two numbers
    RANGE_JOINERS: frozenset[str]
    OVER: frozenset[str]
    UNDER: frozenset[str]
    ABOUT_NOT_MORE: frozenset[str]  # before OVER: "protests over 20 deaths"

    # what a number may be instead of a count of people
    MONTHS: frozenset[str]
    DESIGNATORS: frozenset[str]
    CURRENCY: frozenset[str]
    AGED: frozenset[str]
    ONE_OF: frozenset[str]  # with IN: "one in three"
    UNITS: frozenset[str]
    YEARS: range
    TIME_PREPOSITIONS: frozenset[str]

    # the noun phrase
    OF: frozenset[str]
    FROM: frozenset[str]
    IN: frozenset[str]
    BOTH: frozenset[str]
    OTHERS: frozenset[str]
    DOWN: frozenset[str]
    OLD: tuple[str, ...]
    ANOTHER: frozenset[str]
    NOUN_FIRST: bool  # adjectives follow their noun
    PART_PRONOUNS: frozenset[str]
    MORE: frozenset[str]
    INSIDE: frozenset[str]  # marks that may stand inside the phrase
    SINGULAR_DETERMINERS: frozenset[str]
    CONTRACTED: frozenset[str]  # a preposition and its article in one: "del"
    INDEFINITE: frozenset[str]
    ORDINALS: frozenset[str]
    STOP: frozenset[str]  # words that end a noun phrase
    CONJUNCTIONS: frozenset[str]
    ADJECTIVES: frozenset[str]
    PLURALS_AS_ADJECTIVES: frozenset[str]
    ALSO_ADJECTIVES: frozenset[str]
    OWNERS: frozenset[str]
    LIST_MARKS: frozenset[str]
    AGE_UNITS: frozenset[str]
    PLURAL_VERBS: frozenset[str]
    NOUNS_IN_ING: frozenset[str]
    ADVERB_ENDINGS: tuple[str, ...]

    # speech, and a person sought
    SPEECH: frozenset[str]
    SPEECH_BEFORE: frozenset[str]
    SPEAKER_AFTER: frozenset[str]  # verbs of saying whose subject may follow
    ACCORDING: tuple[str, str]
    SOUGHT: frozenset[str]
    SOUGHT_BY: Phrases[bool]

    # harm
    BEFALLEN: frozenset[str]  # said of those it befell
    DONE: frozenset[str]  # done to those that follow
    TOLLS: frozenset[str]
    OBJECT_MARKS: frozenset[str]  # between a verb and its people: "mató a 12"
    LABELS: frozenset[str]
    HARM: frozenset[str]
    HARM_NOUNS: frozenset[str]
    LINKS: frozenset[str]  # between a count and what befell it
    TO_THE_TOLL: frozenset[str]  # from a toll to its number
    AT: frozenset[str]
    STANDS: frozenset[str]
    NUMBER: frozenset[str]
    RISING: frozenset[str]
    ON_BOARD: tuple[str, str]
    CONDITION: frozenset[str]
    BARE_AFTER: frozenset[str]
    MARKS: frozenset[str]

    # nobody
    NOBODY: Phrases[int]
    NOT_A: Phrases[int]
    WITHOUT: Phrases[int]
    ELSE: frozenset[str]
    ZERO_HARM: frozenset[str]
    NOT_ZERO: frozenset[str]
    LOSS_OF_LIFE: tuple[str, str, str]
    NOBODY_STARTS: frozenset[str]


class People(Protocol):
    """The nouns for people."""

    SINGULAR: frozenset[str]
    PLURAL: frozenset[str]
    COLLECTIVE: frozenset[str]  # plural as they stand: "police"
    ADJECTIVE_NOUNS: frozenset[str]
    PEOPLE: frozenset[str]  # all of these, but for those harmed
    BEFALLEN_NOUNS: frozenset[str]
    BODIES: frozenset[str]
    HOUSEHOLDS: frozenset[str]  # "a family of five"
    DESCRIBING: frozenset[str]  # adjectives that follow their noun
    MEMBERS: frozenset[str]  # people behind whom their group is named: "combatientes de Alba Roja"
    SPEAKERS: frozenset[str]  # people who mostly speak in a report
    SMALL_GROUPS: dict[str, int]
    SINGLE_HARM: frozenset[str]  # nouns of harm that count a person after "one": "one death"


class Harm(Protocol):
    """The words that say what happened to people. A phrase of several words is one entry: "gunned down"."""

    # what governs a count
    VERBS: dict[str, tuple[Effect, Form]]
    INTRANSITIVE: dict[str, Outcome]
    PREDICATES: dict[str, Outcome]
    TAKEN_AS: frozenset[str]
    TAKE: dict[str, Form]
    HOLD: dict[str, Form]
    NOUNS_OF: dict[str, Outcome]
    TAKES_LIVES: dict[str, Form]
    LOSE: dict[str, Form]
    SUFFER: dict[str, Form]
    TOLL: frozenset[str]
    TOLL_OF: dict[str, Outcome]
    TOLL_LINKS: frozenset[str]
    MERGED: dict[str, tuple[tuple[str, ...], ...]]
    OTHER_PARTICIPLES: frozenset[str]
    STRUCK: frozenset[str]
    TREATED_FOR: frozenset[str]
    INJURIES: frozenset[str]
    RECEIVE: frozenset[str]  # "received wounds"
    GRAVELY: frozenset[str]  # "three critically"
    VIOLENT: dict[str, frozenset[str]]  # by what makes it fatal: "hacked four men to death"
    GROUPS: frozenset[str]  # "a group of six men was detained"
    LEAVE: frozenset[str]  # "left a guard and two rebels dead"

    # inside the words of a count
    HARMED: dict[str, Outcome]
    HELD: frozenset[str]
    ADDING: frozenset[str]
    NUMBER_WORDS: frozenset[str]
    ORDINALS: frozenset[str]

    # done, not done, perhaps
    BE: frozenset[str]
    HAVE: frozenset[str]
    MODALS: frozenset[str]
    MAYBE: frozenset[str]
    AUXILIARIES: frozenset[str]
    PLURAL_AUXILIARIES: frozenset[str]
    SINGULAR_AUXILIARIES: frozenset[str]
    NOT_QUITE: frozenset[str]  # "was nearly killed"
    NEGATIONS: frozenset[str]
    HEDGES: frozenset[str]
    REPORTED: frozenset[str]
    REALISED: frozenset[str]
    USED: frozenset[str]
    NOT_DONE: frozenset[str]
    UNSURE_BEFORE_ING: frozenset[str]
    NOT_DONE_NOUN: frozenset[str]
    WANTED_NOUN: frozenset[str]

    # the build of the sentence
    COORDINATORS: frozenset[str]
    WITH: frozenset[str]
    SUBORDINATORS: frozenset[str]
    RELATIVES: frozenset[str]
    PREPOSITIONS: frozenset[str]
    NOT_SUBJECT_AFTER: frozenset[str]
    AFTER_SUBJECT: frozenset[str]
    ENDS_SUBJECT: frozenset[str]
    CLAUSE_ENDS: frozenset[str]
    NOT_IN_LIST: frozenset[str]
    DETERMINERS: frozenset[str]
    PRONOUNS: frozenset[str]
    PLURALS: frozenset[str]
    OBJECT_OPENERS: frozenset[str]
    BEFORE_COUNT: frozenset[str]
    BEFORE_INVERTED: frozenset[str]
    ADVERBS: frozenset[str]
    NOT_ADVERBS: frozenset[str]
    TIME_WORDS: frozenset[str]
    WHEN: frozenset[str]
    SAY: frozenset[str]
    ACT: frozenset[str]  # what people do who are not the ones harmed
    ACTED_BY: frozenset[str]
    SEEK: re.Pattern[str]
    THINGS_TOO: frozenset[str]
    INVERTS: frozenset[str]
    PART: frozenset[str]
    OF_THEM: frozenset[str]
    CUES: re.Pattern[str]  # named groups: past, deed, exercise, claim, denial, refuted, now

    # a subject behind its verb, infinitives
    SUBJECT_MAY_FOLLOW: bool
    OBJECT_MARKS: frozenset[str]
    BEFORE_INFINITIVE: frozenset[str]
    VERB_ENDINGS: tuple[str, ...]
    FINITE_ENDINGS: tuple[str, ...]
    NOT_VERBS: frozenset[str]
    HARMED_IF_NOBODY: dict[str, Outcome]

    # single words the rules ask for
    OF: frozenset[str]
    FROM: frozenset[str]
    TO: frozenset[str]
    BY: frozenset[str]
    AMONG: frozenset[str]
    THE: frozenset[str]
    THAN: frozenset[str]
    THAT: frozenset[str]
    AT_LEAST: frozenset[str]
    NUMBER: frozenset[str]
    LIVES: frozenset[str]
    LOSSES: frozenset[str]
    AMBIGUOUS: frozenset[str]  # words of harm only where a rule says so: "talks held"
    BEING: frozenset[str]
    THEN: frozenset[str]
    AND_OR: frozenset[str]
    BETWEEN_PARTICIPLES: frozenset[str]
    BETWEEN_FATES: frozenset[str]
    ADVERB_ENDINGS: tuple[str, ...]
    PARTICIPLE_ENDINGS: tuple[str, ...]
    GERUND_ENDINGS: tuple[str, ...]
    PLURAL_ENDINGS: tuple[str, ...]
    NEGATED_ENDINGS: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Language:
    """The tables of one language; `code` is its ISO 639-1 code. One module may be all three."""

    code: str
    words: Words
    people: People
    harm: Harm
