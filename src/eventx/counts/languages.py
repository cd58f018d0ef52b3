"""The languages whose counts are read by rule."""

from __future__ import annotations

from eventx.counts import english, english_harm, english_people, spanish, spanish_harm, spanish_people
from eventx.counts.language import Language

ENGLISH = Language("en", english, english_people, english_harm)
SPANISH = Language("es", spanish, spanish_people, spanish_harm)

_LANGUAGES = {language.code: language for language in (ENGLISH, SPANISH)}


def supported() -> tuple[str, ...]:
    """Return the codes (ISO 639-1) of the languages that have rules, sorted."""
    return tuple(sorted(_LANGUAGES))


def with_rules(code: str | None) -> str | None:
    """Return the code when the language has rules, English when it is not known, None without rules."""
    known = code or ENGLISH.code
    return known if known in _LANGUAGES else None


def rules(code: str) -> Language:
    """Return the tables of a language by its code. Raises LookupError."""
    if code not in _LANGUAGES:
        raise LookupError(f"no rules for {code!r}; there are rules for {', '.join(supported())}")
    return _LANGUAGES[code]
