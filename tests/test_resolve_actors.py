"""Who the actors are: names joined by the article's words, kinds with the words they rest on."""

from __future__ import annotations

import pytest

from eventx import places
from eventx.quotes import locate
from eventx.resolve import Frame, people
from eventx.resolve.actors import known, without_bystanders
from eventx.resolve.aliases import core, is_proper
from eventx.schema import Actor, ActorKind, Place

SYRIA = (
    "Syrian government forces fought the Islamist group Ansar al-Tawhid. The Islamist faction took a hill "
    "from the Syrian army. Troops loyal to Syrian President Bashar al-Assad fell back, and Assad's forces "
    "were hit again. The army said little."
)


def actor(text: str, name: str) -> Actor:
    found = locate(text, name)
    return Actor(name=name, kind=people.kind(name), evidence=(found,) if found else ())


def frame(text: str, a: str, b: str, *, kind: str = "battle", where: Place | None = None) -> Frame:
    sides = [tuple(actor(text, name) for name in names.split(" + ") if name) for names in (a, b)]
    return known(text, Frame(kind, None, where, sides[0], sides[1]))


def of(text: str, a: str, b: str = "", **changes: str) -> tuple[ActorKind | None, str | None]:
    """Return the kind and reason of the first actor of side A."""
    (first, *_) = frame(text, a, b, **changes).side_a
    return first.kind, first.reason


@pytest.mark.parametrize(
    ("text", "name", "other", "expected"),
    [
        pytest.param(
            SYRIA,
            "Syrian government forces",
            "Ansar al-Tawhid",
            (
                "Syrian government forces",
                (
                    "Syrian army",
                    "Troops loyal to Syrian President Bashar al-Assad",
                    "Assad's forces",
                    "army",
                ),
            ),
            id="the forces of one state and its leader",
        ),
        pytest.param(
            SYRIA,
            "Ansar al-Tawhid",
            "Syrian army",
            ("Ansar al-Tawhid", ("Islamist faction",)),
            id="what it was said to be",
        ),
        pytest.param(
            "Third Front took Tarn. The Front lost nine men.",
            "Third Front",
            "",
            ("Third Front", ("Front",)),
            id="a head after the name",
        ),
        pytest.param(
            "Third Front took Tarn. The Front lost nine men.",
            "Front",
            "",
            ("Third Front", ("Front",)),
            id="a head alone",
        ),
        pytest.param(
            "Third Front and Harrow Front took Tarn. The Front lost nine men.",
            "Third Front",
            "",
            ("Third Front", ()),
            id="a head of two names",
        ),
        pytest.param(
            "Fighters of Hayat Tahrir al-Sham (HTS) took Tarn. HTS lost nine men.",
            "HTS",
            "",
            ("Hayat Tahrir al-Sham", ("HTS",)),
            id="an acronym in brackets",
        ),
        pytest.param(
            "The Eastern Wind movement took Tarn. Eastern Wind lost nine men.",
            "Eastern Wind movement",
            "",
            ("Eastern Wind movement", ("Eastern Wind",)),
            id="a name without what it is",
        ),
        pytest.param(
            "Tersia's army lost a post. Four soldiers died, the army said.",
            "soldiers",
            "",
            ("Tersia's army", ("soldiers", "army")),
            id="soldiers of the one army",
        ),
        pytest.param(
            "The Syrian army and the Turkish army met. Soldiers died, the army said.",
            "Soldiers",
            "",
            ("Soldiers", ()),
            id="soldiers of one of two armies",
        ),
        pytest.param(
            "The Islamist group Karo took Tarn. The Islamist group Red Dawn came. The Islamist faction left.",
            "Karo",
            "",
            ("Karo", ()),
            id="another group was said to be that",
        ),
        pytest.param(
            "El Frente Serrano atacó. El Frente perdió a siete.",
            "Frente Serrano",
            "",
            ("Frente Serrano", ("Frente",)),
            id="Spanish",
        ),
    ],
)
def test_names_are_joined_by_the_words_of_the_article(
    text: str, name: str, other: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    (found,) = frame(text, name, other).side_a
    assert expected == (found.name, found.aliases)


def test_every_name_of_an_actor_stands_in_its_evidence() -> None:
    (found,) = frame(SYRIA, "Syrian government forces", "Ansar al-Tawhid").side_a
    quotes = {each.quote for each in found.evidence}
    assert {found.name, *found.aliases} <= quotes
    assert all(SYRIA[each.start : each.end] == each.quote for each in found.evidence)


def test_no_name_is_shared_by_both_sides() -> None:
    text = "Soldiers fought soldiers of the Arland army in Tarn, the army said."
    both = frame(text, "Soldiers", "soldiers of the Arland army")
    names = [
        {each for one in side for each in (one.name, *one.aliases)} for side in (both.side_a, both.side_b)
    ]
    assert set() == names[0] & names[1]


@pytest.mark.parametrize(
    ("text", "a", "b", "expected"),
    [
        pytest.param("The army moved.", "army", "", "State forces", id="army"),
        pytest.param(
            "Syrian government forces moved.", "Syrian government forces", "", "State forces", id="nation"
        ),
        pytest.param("El Ejército de Candoria.", "Ejército de Candoria", "", "State forces", id="Ejército"),
        pytest.param("The Arakan Army moved.", "Arakan Army", "", None, id="an army by name alone"),
        pytest.param("The Free Syrian Army moved.", "Free Syrian Army", "", None, id="a free army"),
        pytest.param("The rebel group Karo moved.", "Karo", "", "Rebel group", id="rebel group"),
        pytest.param("Karo, a separatist outfit, moved.", "Karo", "", "Rebel group", id="separatist outfit"),
        pytest.param(
            "The Creek Wolves, a river gang, moved.", "Creek Wolves", "", "Political militia", id="gang"
        ),
        pytest.param("Karo, an ethnic militia, moved.", "Karo", "", "Identity militia", id="ethnic militia"),
        pytest.param(
            "Karo, a self-defence militia, moved.", "Karo", "", "Identity militia", id="self-defence militia"
        ),
        pytest.param("Vigilantes moved.", "Vigilantes", "", "Identity militia", id="vigilantes"),
        pytest.param(
            "Tribal fighters moved.", "Tribal fighters", "", "Identity militia", id="tribal fighters"
        ),
        pytest.param("Armed herders attacked Tarn.", "herders", "", "Identity militia", id="armed herders"),
        pytest.param("Nine herders died.", "herders", "", "Civilians", id="herders"),
        pytest.param("Gunmen moved.", "Gunmen", "", "Political militia", id="gunmen"),
        pytest.param(
            "UN peacekeepers moved.", "UN peacekeepers", "", "External/Other forces", id="peacekeepers"
        ),
        pytest.param("ISAF moved.", "ISAF", "", "External/Other forces", id="ISAF"),
        pytest.param(
            "An Afghan and coalition force moved.",
            "Afghan and coalition force",
            "",
            "State forces",
            id="joint",
        ),
        pytest.param("Lantern Medical Relief left.", "Lantern Medical Relief", "", "Civilians", id="relief"),
        pytest.param("Karo fought the army.", "Karo", "army", "Rebel group", id="fights the state"),
        pytest.param("Karo fought Red Dawn.", "Karo", "Red Dawn", None, id="fights another group"),
        pytest.param("Karo moved.", "Karo", "", None, id="no words"),
        pytest.param("Villagers died.", "Villagers", "", "Civilians", id="villagers"),
    ],
)
def test_a_kind_rests_on_the_words_of_the_article(
    text: str, a: str, b: str, expected: ActorKind | None
) -> None:
    kind, reason = of(text, a, b)
    assert (expected, expected is None) == (kind, reason is None)


@pytest.mark.parametrize(
    ("kind", "expected"), [("protest", "Protesters"), ("riot", "Rioters"), ("killing", "Civilians")]
)
def test_people_of_a_protest_are_protesters(kind: str, expected: ActorKind) -> None:
    assert of("Teachers met.", "Teachers", kind=kind)[0] == expected


@pytest.mark.parametrize(
    ("country", "expected"),
    [("Syria", "State forces"), ("Iraq", "External/Other forces"), (None, "State forces")],
)
def test_state_forces_abroad_are_external(country: str | None, expected: ActorKind) -> None:
    text = "The Syrian army moved into Tarn."
    town = locate(text, "Tarn")
    assert town is not None
    where = places.named("Tarn", country=country, evidence=(town,))
    (found,) = frame(text, "Syrian army", "", where=where).side_a
    assert found.kind == expected


def test_the_reason_quotes_what_the_article_calls_it_and_whom_it_fights() -> None:
    assert of(SYRIA, "Ansar al-Tawhid", "Syrian army")[1] == (
        "the article calls it “Islamist group”, and it fights State forces (Syrian army)"
    )


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param("army + villagers", ["army"], id="beside fighters"),
        pytest.param("soldiers and villagers", ["soldiers"], id="in one name"),
        pytest.param("army", ["army"], id="none"),
    ],
)
def test_civilians_are_no_side_of_a_battle(names: str, expected: list[str]) -> None:
    text = "The army, soldiers and villagers were attacked; villagers fled."
    side = tuple(actor(text, name) for name in names.split(" + "))
    assert expected == [each.name for each in without_bystanders(side)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("fighters of the Harrow Front", "Harrow Front"),
        ("Eastern Wind movement", "Eastern Wind"),
        ("Taliban leader", "Taliban"),
        ("gunmen", "gunmen"),
    ],
)
def test_the_core_of_a_name_is_the_groups_own(name: str, expected: str) -> None:
    assert core(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ansar al-Tawhid", True), ("Movement for Justice", True), ("Afghan and", False), ("gunmen", False)],
)
def test_a_proper_name_has_capitals(name: str, expected: bool) -> None:
    assert is_proper(name) == expected
