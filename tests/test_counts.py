"""What the counts scanner finds in a sentence, and what it leaves alone."""

from __future__ import annotations

import pytest

from eventx.counts import CountMention, find

Row = tuple[str, int | None, int | None, int | None, bool]


def exact(text: str, n: int) -> Row:
    return (text, n, n, n, False)


def at_least(text: str, n: int) -> Row:
    return (text, n, n, None, False)


def more_than(text: str, n: int) -> Row:
    return (text, n, n + 1, None, False)


def at_most(text: str, n: int) -> Row:
    return (text, n, None, n, False)


def fewer_than(text: str, n: int) -> Row:
    return (text, n, None, n - 1, False)


def about(text: str, n: int) -> Row:
    return (text, n, None, None, True)


def between(text: str, low: int, high: int) -> Row:
    return (text, None, low, high, False)


def vague(text: str, low: int | None) -> Row:
    return (text, None, low, None, False)


def nobody(text: str) -> Row:
    return (text, 0, 0, 0, False)


FOUND: dict[str, tuple[tuple[str, tuple[Row, ...]], ...]] = {
    "digits": (
        ("Shelling killed 26 people.", (exact("26 people", 26),)),
        ("The storm displaced 1,200 people.", (exact("1,200 people", 1200),)),
        ("The camp holds 1\u00a0200 refugees.", (exact("1\u00a0200 refugees", 1200),)),
        ("The camp holds 12\u2009300 refugees.", (exact("12\u2009300 refugees", 12300),)),
        ("The camp holds 1 200 refugees.", (exact("1 200 refugees", 1200),)),
        ("Aid reached 1.2 million people.", (exact("1.2 million people", 1_200_000),)),
        ("Aid reached 12 thousand villagers.", (exact("12 thousand villagers", 12_000),)),
        ("On 7/7, 52 people died.", (exact("52 people", 52),)),
        ("2000 people died.", (exact("2000 people", 2000),)),
    ),
    "number words": (
        ("The operation killed eleven Syrian soldiers.", (exact("eleven Syrian soldiers", 11),)),
        ("Twenty-three recruits died.", (exact("Twenty-three recruits", 23),)),
        ("Twenty‑three recruits died.", (exact("Twenty‑three recruits", 23),)),
        ("Twenty three recruits died.", (exact("Twenty three recruits", 23),)),
        ("One hundred and four miners died.", (exact("One hundred and four miners", 104),)),
        ("Two thousand five hundred men fled.", (exact("Two thousand five hundred men", 2500),)),
        ("Two hundred and fifty-six Nigerians fled.", (exact("Two hundred and fifty-six Nigerians", 256),)),
        ("A hundred prisoners were freed.", (exact("A hundred prisoners", 100),)),
        ("Half a million people fled.", (exact("Half a million people", 500_000),)),
    ),
    "dozens and pairs": (
        ("A dozen fighters died.", (exact("A dozen fighters", 12),)),
        ("Two dozen fighters died.", (exact("Two dozen fighters", 24),)),
        ("Three dozen fighters died.", (exact("Three dozen fighters", 36),)),
        ("Half a dozen fighters died.", (exact("Half a dozen fighters", 6),)),
        ("A half-dozen fighters died.", (exact("A half-dozen fighters", 6),)),
        ("A couple of militants died.", (exact("A couple of militants", 2),)),
        ("A couple of dozen militants died.", (exact("A couple of dozen militants", 24),)),
        ("A pair of brothers died.", (exact("A pair of brothers", 2),)),
        ("A score of rebels died.", (exact("A score of rebels", 20),)),
    ),
    "ranges": (
        ("20 to 30 fighters died.", (between("20 to 30 fighters", 20, 30),)),
        ("Between 20 and 30 fighters died.", (between("Between 20 and 30 fighters", 20, 30),)),
        ("8-10 soldiers died.", (between("8-10 soldiers", 8, 10),)),
        ("8–10 soldiers died.", (between("8–10 soldiers", 8, 10),)),
        ("He led 30 - 40 insurgents.", (between("30 - 40 insurgents", 30, 40),)),
        ("Eight or nine villagers died.", (between("Eight or nine villagers", 8, 9),)),
        ("Two to three thousand people fled.", (between("Two to three thousand people", 2000, 3000),)),
        (
            "Between one hundred and two hundred men died.",
            (between("Between one hundred and two hundred men", 100, 200),),
        ),
        ("The toll rose from 20 to 30 on Sunday.", (exact("30", 30),)),
    ),
    "at least": (
        ("At least 26 people were killed.", (at_least("At least 26 people", 26),)),
        ("At least 26 killed in clashes", (at_least("At least 26", 26),)),
        ("No fewer than 13 farmers died.", (at_least("No fewer than 13 farmers", 13),)),
        ("No less than 13 farmers died.", (at_least("No less than 13 farmers", 13),)),
        ("A minimum of 5 hostages died.", (at_least("A minimum of 5 hostages", 5),)),
        ("Upwards of 30 troops died.", (at_least("Upwards of 30 troops", 30),)),
        ("20 or more people died.", (at_least("20 or more people", 20),)),
        ("26+ injured", (at_least("26+ injured", 26),)),
        ("50-plus detainees died.", (at_least("50-plus detainees", 50),)),
        ("At least one person was killed.", (at_least("At least one person", 1),)),
        ("At least another three men died.", (at_least("At least another three men", 3),)),
    ),
    "more than": (
        ("More than 20 people died.", (more_than("More than 20 people", 20),)),
        ("Over 20 people died.", (more_than("Over 20 people", 20),)),
        ("In excess of 40 rebels died.", (more_than("In excess of 40 rebels", 40),)),
        ("More than a dozen armed insurgents died.", (more_than("More than a dozen armed insurgents", 12),)),
        ("The protests over 20 deaths went on.", (exact("20 deaths", 20),)),
    ),
    "at most": (
        ("Up to 50 were hurt.", (at_most("Up to 50", 50),)),
        ("As many as 300 may have drowned.", (at_most("As many as 300", 300),)),
        ("No more than 12 civilians died.", (at_most("No more than 12 civilians", 12),)),
        ("A maximum of nine guards died.", (at_most("A maximum of nine guards", 9),)),
        ("Ten soldiers or fewer died.", (at_most("Ten soldiers or fewer", 10),)),
    ),
    "fewer than": (
        ("Fewer than ten soldiers died.", (fewer_than("Fewer than ten soldiers", 10),)),
        ("Less than 50 fighters died.", (fewer_than("Less than 50 fighters", 50),)),
        ("Under 10 people died.", (fewer_than("Under 10 people", 10),)),
    ),
    "about": (
        ("The operation wounded around 20 and went on.", (about("around 20", 20),)),
        ("About 15 unidentified gunmen attacked.", (about("About 15 unidentified gunmen", 15),)),
        ("Some 1,200 troops arrived.", (about("Some 1,200 troops", 1200),)),
        ("Nearly 40 men died.", (about("Nearly 40 men", 40),)),
        ("Almost three dozen suspects were held.", (about("Almost three dozen suspects", 36),)),
        ("Close to 100 migrants drowned.", (about("Close to 100 migrants", 100),)),
        ("An estimated 2,000 people fled.", (about("An estimated 2,000 people", 2000),)),
        ("Circa 30 men died.", (about("Circa 30 men", 30),)),
        ("~30 wounded", (about("~30 wounded", 30),)),
        ("20 people or so died.", (about("20 people or so", 20),)),
        ("40-odd prisoners died.", (about("40-odd prisoners", 40),)),
    ),
    "vague": (
        ("The patrol killed several insurgents.", (vague("several insurgents", 2),)),
        ("Several insurgents fired on the patrol.", (vague("Several insurgents", 2),)),
        ("The patrol killed several.", (vague("several", 2),)),
        ("The patrol detained multiple suspects.", (vague("multiple suspects", 2),)),
        ("A few were hurt.", (vague("A few", 2),)),
        ("A handful of soldiers died.", (vague("A handful of soldiers", 2),)),
        ("A number of rebels were killed.", (vague("A number of rebels", 2),)),
        ("Some soldiers were killed.", (vague("Some soldiers", 2),)),
        ("Others were wounded.", (vague("Others", 2),)),
        ("The team captured other militants.", (vague("other militants", 2),)),
        ("Many of the injured were children.", (vague("Many of the injured", 3),)),
        ("Numerous insurgents were killed.", (vague("Numerous insurgents", 3),)),
        ("Dozens of villagers died.", (vague("Dozens of villagers", 24),)),
        ("Dozens more were hurt.", (vague("Dozens more", 24),)),
        ("Scores were injured.", (vague("Scores", 40),)),
        ("Several hundred demonstrators were held.", (vague("Several hundred demonstrators", 200),)),
        ("Hundreds were arrested.", (vague("Hundreds", 200),)),
        ("Thousands of people died.", (vague("Thousands of people", 2000),)),
        ("Tens of thousands of people died.", (vague("Tens of thousands of people", 20_000),)),
        ("Up to several hundred people died.", (vague("Up to several hundred people", None),)),
    ),
    "one person": (
        ("A policeman was killed.", (exact("A policeman", 1),)),
        ("The patrol detained the commander.", (exact("the commander", 1),)),
        ("They killed the Taliban leader, Alaudin.", (exact("the Taliban leader", 1),)),
        ("One of its commanders was captured.", (exact("One of its commanders", 1),)),
        ("A mother and her two children died.", (exact("A mother", 1), exact("her two children", 2))),
        ("An elderly woman drowned.", (exact("An elderly woman", 1),)),
        ("A 12-year-old boy was killed.", (exact("A 12-year-old boy", 1),)),
        ("A 12 year old boy was killed.", (exact("A 12 year old boy", 1),)),
        ("12-year-old boy killed in blast", (exact("12-year-old boy", 1),)),
        ("A second soldier died.", (exact("A second soldier", 1),)),
        ("One Syrian was killed and another wounded.", (exact("One Syrian", 1), exact("another", 1))),
        ("A suicide bomber blew himself up.", (exact("A suicide bomber", 1),)),
        (
            "They captured an Islamic Movement of Testland leader.",
            (exact("an Islamic Movement of Testland leader", 1),),
        ),
        ("They arrested a Taliban weapons dealer.", (exact("a Taliban weapons dealer", 1),)),
        ("A policeman died and his wife was hurt.", (exact("A policeman", 1), exact("his wife", 1))),
        ("A woman's body was recovered.", (exact("A woman's body", 1),)),
        ("The body of a soldier was found.", (exact("a soldier", 1),)),
        ("They killed one insurgent and seized a rifle.", (exact("one insurgent", 1),)),
    ),
    "number without a noun": (
        ("3 killed, 8 hurt in market blast", (exact("3", 3), exact("8", 8))),
        ("26 dead, 11 killed, 20 wounded", (exact("26 dead", 26), exact("11", 11), exact("20 wounded", 20))),
        ("Bomb kills 12, injures 3", (exact("12", 12), exact("3", 3))),
        ("Two were reportedly seriously wounded.", (exact("Two", 2),)),
        ("Two more were wounded.", (exact("Two more", 2),)),
        ("Another three were wounded.", (exact("Another three", 3),)),
        ("Eight others were wounded.", (exact("Eight others", 8),)),
        ("The other two were wounded.", (exact("The other two", 2),)),
        ("All five were killed.", (exact("All five", 5),)),
        ("All 46 on board died.", (exact("All 46", 46),)),
        ("Six were taken hostage.", (exact("Six", 6),)),
        ("Two remain in custody.", (exact("Two", 2),)),
        ("Killed: 12. Wounded: 40.", (exact("12", 12), exact("40", 40))),
        ("The death toll stands at 1,234.", (exact("1,234", 1234),)),
        ("The death toll in the three-day battle reached 40.", (exact("40", 40),)),
        ("The number of dead rose to 15.", (exact("15", 15),)),
        ("3 IDF wounded", (exact("3 IDF", 3),)),
        ("Five Testists were killed and two Hezbollah were hurt.", (exact("two Hezbollah", 2),)),
        ("AT LEAST 26 KILLED", (at_least("AT LEAST 26", 26),)),
        ("30 of them were wounded.", (exact("30 of them", 30),)),
        ("Seven men, three of them children, died.", (exact("Seven men", 7), exact("three of them", 3))),
        ("120 were held, 35 of whom were hurt.", (exact("35 of whom", 35),)),
    ),
    "a few together": (
        ("Both men were detained.", (exact("Both men", 2),)),
        ("Both were killed.", (exact("Both", 2),)),
        ("Both of the brothers were killed.", (exact("Both of the brothers", 2),)),
        ("The couple were shot.", (exact("The couple", 2),)),
        ("Twins were among the dead.", (exact("Twins", 2),)),
        ("A family of five was killed.", (exact("A family of five", 5),)),
        ("A crew of six was lost.", (exact("A crew of six", 6),)),
        ("A group of 12 militants was killed.", (exact("12 militants", 12),)),
        ("The three men were hanged.", (exact("The three men", 3),)),
        ("Three of the five men were killed.", (exact("Three of the five men", 3),)),
    ),
    "other nouns": (
        ("The blast claimed the lives of 12 people.", (exact("12 people", 12),)),
        ("The blast claimed 26 lives.", (exact("26 lives", 26),)),
        ("Rescuers found 14 bodies.", (exact("14 bodies", 14),)),
        ("They suffered a further eight casualties.", (exact("a further eight casualties", 8),)),
        ("Two Palestinians were shot.", (exact("Two Palestinians", 2),)),
        (
            "Three Taliban and one Afghan soldier died.",
            (exact("Three Taliban", 3), exact("one Afghan soldier", 1)),
        ),
        ("The raid killed two local Taliban leaders.", (exact("two local Taliban leaders", 2),)),
        ("Four US soldiers were killed.", (exact("Four US soldiers", 4),)),
        ("Three U.S. soldiers were killed.", (exact("Three U.S. soldiers", 3),)),
        ("Five United Nations peacekeepers died.", (exact("Five United Nations peacekeepers", 5),)),
        ("The blast hurt 1,500 police.", (exact("1,500 police", 1500),)),
        ('They killed 26 "terrorists" there.', (exact('26 "terrorists"', 26),)),
        ("Three Islamic State (IS) fighters died.", (exact("Three Islamic State (IS) fighters", 3),)),
        (
            "Six ex-combatants and 17 aid workers died.",
            (exact("Six ex-combatants", 6), exact("17 aid workers", 17)),
        ),
        ("Two dead civilians lay there.", (exact("Two dead civilians", 2),)),
        ("Three\nsoldiers died.", (exact("Three\nsoldiers", 3),)),
    ),
    "compounds": (
        ("Two women and three children died.", (exact("Two women", 2), exact("three children", 3))),
        (
            "They seized and killed a leader and two other insurgents.",
            (exact("a leader", 1), exact("two other insurgents", 2)),
        ),
        (
            "Eleven Syrian and two Russian soldiers died.",
            (exact("Eleven Syrian", 11), exact("two Russian soldiers", 2)),
        ),
        ("Nine people, including two women, died.", (exact("Nine people", 9), exact("two women", 2))),
        ("Three Syrian and Iraqi soldiers died.", (exact("Three Syrian and Iraqi soldiers", 3),)),
    ),
    "nobody": (
        ("No one was hurt.", (nobody("No one"),)),
        ("Nobody was killed.", (nobody("Nobody"),)),
        ("The blast hurt no one.", (nobody("no one"),)),
        ("There were no casualties.", (nobody("no casualties"),)),
        ("No Afghan civilians were harmed.", (nobody("No Afghan civilians"),)),
        ("The raid ended without casualties.", (nobody("without casualties"),)),
        ("The raid ended without any civilian deaths.", (nobody("without any civilian deaths"),)),
        ("None of the passengers were hurt.", (nobody("None of the passengers"),)),
        ("There was no loss of life.", (nobody("no loss of life"),)),
        ("Not a single soldier was hurt.", (nobody("Not a single soldier"),)),
        ("0 killed", (nobody("0"),)),
    ),
}

NOT_FOUND: dict[str, tuple[str, ...]] = {
    "dates and times": (
        "KABUL, Afghanistan (Jan. 25, 2013)",
        "The ceasefire of 2020 was broken and killed off.",
        "In 2020 soldiers killed the talks.",
        "It came into effect in Idlib in 2020.",
        "They were killed on 25 January.",
        "On January 25 soldiers attacked.",
        "They were killed at 10.30 p.m. and 9 a.m.",
        "Updated 14:40, 12/03/2024.",
        "They were killed over the past 48 hours.",
        "They died in two weeks of fighting.",
    ),
    "ages": (
        "Children under 12 were killed.",
        "Boys aged 7 and 9 were killed.",
        "The 34-year-old was killed.",
        "Mr Testov, 34, was killed.",
        "The dead were 20 to 30 years old.",
    ),
    "measures and money": (
        "Troops seized 353 pounds of opium and killed the trade.",
        "The army is 12 km from the killed.",
        "Over 40% of homes were lost.",
        "They lost $3 million and €20.",
        "An 82mm mortar and 7.62 rounds killed.",
    ),
    "things": (
        "Syria launched three cross-border offensives.",
        "Three AK-47s and two rockets were captured.",
        "They lost two tanks, three aircraft and 300 cows.",
        "It seized several grenades and multiple AK-47s after arrests.",
        "Bandits invaded three communities, destroying 45 houses.",
        "Two guard posts and three police stations were captured.",
        "Two separate attacks killed.",
        "Two families were killed.",
        "Two soldiers' homes burned.",
    ),
    "designations": (
        "The 47th Brigade and Battalion 12 lost ground.",
        "Unit 8200 soldiers left.",
        "Incident 2013-01-S-025 was wounded.",
        "Highway 4, room 12, resolution 2254 and Article 5 were lost.",
        "They lost 2-1 and 3-2.",
        "Call +44 20 7946 0958; see http://example.org/26-killed or www.example.org/12-dead",
        "The third soldier was killed.",
        "One in three people is hurt.",
    ),
    "titles and speech": (
        "Syrian President Bashar al-Assad mourned the dead.",
        "Col. Torres mourned the dead.",
        "A police official said the dead were buried.",
        "Two officials said the dead were buried.",
        "According to a police officer, the dead were buried.",
        "A spokesman for the interior ministry said the dead were buried.",
    ),
    "no number of people": (
        "The soldiers and the suspected insurgents were killed.",
        "Many people fear the winter.",
        "A policeman directs traffic.",
        "The rebel attacks killed.",
        "An Afghan and coalition force was hurt.",
        "The civilian death toll was high.",
        "No one claimed responsibility.",
        "No survivors were found among the dead.",
        "There were no reports of casualties.",
        "They were killed in search of a Taliban leader.",
        "The others were killed.",
        "The airstrike killed Taliban commander Testov.",
        "A Palestinian village was hurt.",
        "The population is 12,000,000,000,000 people.",
        "Half ½ ² ³ killed",
    ),
}

CASES = [
    pytest.param(text, rows, id=f"{rule}: {text[:60]}")
    for rule, group in FOUND.items()
    for text, rows in group
] + [pytest.param(text, (), id=f"{rule}: {text[:60]}") for rule, group in NOT_FOUND.items() for text in group]


def _row(mention: CountMention) -> Row:
    return (mention.text, mention.value, mention.low, mention.high, mention.approximate)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_gives_exactly_these_counts(text: str, expected: tuple[Row, ...]) -> None:
    assert expected == tuple(_row(mention) for mention in find(text))


def test_a_mention_slices_to_its_words_in_a_longer_text() -> None:
    text = "“Café” blast.\r\n\r\nAt least 26 people were killed; İzmir’s two doctors were hurt."
    expected = ["At least 26 people", "two doctors"]
    assert expected == [m.text for m in find(text)]
    assert expected == [text[m.start : m.end] for m in find(text)]


def test_harm_in_one_sentence_does_not_reach_the_next() -> None:
    expected = [(0, 7)]
    assert expected == [(m.start, m.end) for m in find("A guard was killed. A guard stood at the gate.")]


def test_an_empty_text_has_no_counts() -> None:
    expected: tuple[CountMention, ...] = ()
    assert expected == find("")
