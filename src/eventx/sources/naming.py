"""Under which name a source goes: its fullest one in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from eventx.sources.wording import NOBODY_BY_NAME

# Words that may stand for any organisation named before: "the UK-based NGO", "the rights group".
_STAND_IN = re.compile(
    r"the (?:(?:[\w.]+-based|rights|human|monitoring|war|aid|medical|news|independent|same) ){0,3}"
    r"(?:organi[sz]ation|group|ngo|monitor|watchdog|observatory|charity|network|agency|statement|report)",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"\b(?:(?i:observatory|ministry|watch|rights|organi[sz]ation|group|agency|network|committee|council|front|army"
    r"|forces?|command|nations|cross|crescent|cent(?:re|er)|international|union|movement|party|police|coalition"
    r"|department|mission|commission|office|borders|news|radio|tv|association|institute)|[A-Z]{3,})\b"
)
_OF_THE_STATE = re.compile(
    r"\b(?:ministry|office|police|army|government|department|forces?|command|council|military)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:(?:Col|Gen|Lt|Maj|Brig|Capt|Sgt|Cmdr|Adm|Dr|Mrs?|Ms|Gov|Sen|Rep)\."
    r"|President|Minister|General|Colonel|(?i:spokes(?:man|woman|person)|commander|governor|mayor|officials?|officers?|head|director"
    r"|chief|doctors?|residents?|elders?|witness(?:es)?|sources?|teacher))\b"
)
_TAIL = re.compile(
    r"\s(?:for|of|in|on|from|at)\s.*", re.DOTALL
)  # "… for Human Rights": after the name's head


class Cited:
    """Names that others may be short for, the one told last before all others.

    The sources cited so far, which "it" and "the group" may mean as well; or the names of a text.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._told: dict[str, None] = {}
        self._by_head: dict[str, dict[str, None]] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take a name in as the one told last."""
        heads = {_head(name), _head(name.lower())} if name.strip() else ()
        for told in (self._told, *(self._by_head.setdefault(head, {}) for head in heads)):
            told.pop(name, None)
            told[name] = None

    def last(self, holds: Callable[[str], bool]) -> str | None:
        """Return the name told last of which something holds, None without one."""
        return next(filter(holds, reversed(self._told)), None)

    def short(self, words: str, spelled: Callable[[str], str] = str) -> str | None:
        """Return the name told last that the words are short for, each name being `spelled` as they are."""
        named = self._by_head.get(words.split()[-1], {})
        return next((name for name in reversed(named) if _is_short_for(words, spelled(name))), None)


def full_name(words: str, cited: Cited, names: Cited) -> str:
    """Return the fullest name the words are short for, or the words, their article in lower case."""
    is_definite = words[:4].lower() == "the "
    bare = words[4:] if is_definite else words
    if is_definite and _STAND_IN.fullmatch(words):
        return cited.last(_is_stood_in_for) or "the " + bare
    is_unnamed = NOBODY_BY_NAME.fullmatch(bare) or bare.split()[0].lower() in (
        "a",
        "an",
        "one",
        "its",
        "their",
    )
    is_name = not is_unnamed and bare[0].isupper() and bare.split()[-1][0].isupper()
    if is_name and (is_definite or " " not in bare):
        return cited.short(bare) or names.short(bare) or bare
    if is_name:
        return bare
    if is_definite:
        return cited.short(bare.lower(), str.lower) or "the " + bare
    return words[0].lower() + words[1:] if is_unnamed else words


def _head(name: str) -> str:
    return _TAIL.sub("", name).split()[-1]


def _is_short_for(short: str, name: str) -> bool:
    """Return whether the name has every word of the short form and ends, before "of" or "for", as it does."""
    words, all_words = short.split(), name.split()
    return set(words) < set(all_words) and words[-1] == _head(name)


def meant_by_pronoun(pronoun: str, opening: str | None, cited: Cited) -> str | None:
    """Return who is meant: the organisation the sentence opens with, else the last one cited, or None."""
    if pronoun in ("he", "she"):
        return cited.last(lambda name: not _is_organisation(name))
    if pronoun == "it" and opening is not None and _is_organisation(opening):
        return full_name(opening, cited, Cited())
    return cited.last(lambda name: pronoun == "they" or _is_organisation(name))


@lru_cache(maxsize=1024)
def _is_stood_in_for(name: str) -> bool:
    return _is_organisation(name) and name != name.lower() and not _OF_THE_STATE.search(name)


@lru_cache(maxsize=1024)  # asked of each name cited, whenever a pronoun may mean it
def _is_organisation(name: str) -> bool:
    """Return whether the name is an organisation's: by a word for one, or a name in one word, as Reuters."""
    if _PERSON.search(name):
        return False
    return _ORGANISATION.search(name) is not None or (" " not in name and name[0].isupper())
