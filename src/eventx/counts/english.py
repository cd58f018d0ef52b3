"""The English words around a count: numbers, modifiers, vague words, what ends a noun phrase, harm.

Words are in lower case with straight apostrophes and plain hyphens. The nouns for people are in
`english_people`, what happens to them in `english_harm`.
"""

from __future__ import annotations

from eventx.counts.tables import Bound, Phrases
from eventx.counts.tables import phrases as _phrases
from eventx.counts.tables import words as _words


def _verbs(bases: str) -> frozenset[str]:
    """Return the regular verbs with their endings: kill, kills, killed, killing."""
    forms = set()
    for base in bases.split():
        stem = base.removesuffix("e")
        third = base + "es" if base.endswith(("sh", "ss")) else base + "s"
        forms |= {base, third, stem + "ed", stem + "ing"}
    return frozenset(forms)


# --- numbers

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: value for value, word in enumerate(_ONES.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
HUNDRED = frozenset({"hundred"})
HUNDREDS: dict[str, int] = {}  # "doscientos" is one word in other languages
AND_WITH_ROOM = frozenset({100, 1_000})  # after a multiplier: "two hundred and five"
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
BARE_SCALES: frozenset[str] = frozenset()
DOZENS = {"dozen": 12}
ROUND: frozenset[str] = frozenset()  # number words that are only about right
AND = frozenset({"and"})
ARTICLES = _words("a an")
HALF = frozenset({"half"})
# "a couple of men"; alone ("the couple") they are nouns for people.
GROUPS_OF = {"couple": 2, "pair": 2, "duo": 2, "brace": 2, "trio": 3, "quartet": 4, "score": 20}
DECIMAL_MARKS = frozenset(".")
NOT_GROUPING = frozenset(".")  # "1.200" is no thousand
NUMBER_SUFFIXES: dict[str, Bound] = {"odd": "about", "some": "about", "plus": "at_least"}

# The least each can mean: two of anything plural, three where "a couple" would be too few.
VAGUE: Phrases[int] = _phrases(
    {
        2: "an unknown number of,an unspecified number of,a few,quite a few,a handful of,a handful,"
        "a number of,several,some,multiple,various,other,others",
        3: "many,numerous,countless",
        24: "dozens",
        40: "scores",
        200: "hundreds",
        2_000: "thousands",
        20_000: "tens of thousands",
        200_000: "hundreds of thousands",
        2_000_000: "millions",
    }
)
VAGUE_BEFORE_SCALE = {"hundred": 100, "hundreds": 100, "thousand": 1_000, "dozen": 12, "million": 1_000_000}
# Too common to count people where no harm is spoken of: "many people fear".
WEAK = _words("some many other others various countless")
OTHER = _words("other others")
# "the other men" says who, not how many.
NOT_BEFORE_OTHER = _words("the all no any each every his her its their our these those among any")

# --- modifiers

# "upwards of 20" is used for both "20 or more" and "more than 20": the weaker claim is kept.
BEFORE: Phrases[Bound] = _phrases(
    {
        "at_least": "at least,at the very least,at a minimum,no fewer than,no less than,not fewer than,"
        "not less than,a minimum of,minimum of,upwards of,upward of,as few as,≥",
        "more_than": "more than,over,well over,just over,well more than,just more than,a little over,"
        "a little more than,slightly more than,slightly over,in excess of,greater than,far more than,>",
        "at_most": "up to,as many as,as much as,at most,at the most,no more than,not more than,a maximum of,"
        "maximum of,≤",
        "less_than": "fewer than,less than,under,just under,slightly fewer than,slightly less than,"
        "just less than,<",
        "about": "around,about,some,nearly,almost,close to,near to,roughly,approximately,approx,circa,"
        "an estimated,estimated,in the region of,on the order of,in the order of,somewhere around,just about,"
        "perhaps,an approximate,~,≈",
        "none": "the,these,those,all,all of the,all the,his,her,its,their,our,my,another,"
        "a further,an additional,an extra,a combined,further,additional,the other,another of the,"
        "a total of,the remaining,the last,the same,other",
    }
)
AFTER: Phrases[Bound] = _phrases(
    {
        "at_least": "or more,or even more,+",
        "at_most": "or fewer,or less",
        "about": "or so,or thereabouts",
    }
)
RANGE_OPENERS = {"between": "and"}
RANGE_JOINERS = _words("to or -")
# "protests over 20 deaths" does not mean more than 20.
OVER = frozenset({"over"})
UNDER = frozenset({"under"})  # "children under 12" is an age
ABOUT_NOT_MORE = _words(
    """anger angry outrage protest protests protested protesting concern concerns dispute fury
    condemned condemnation grief row criticism criticised criticized trial charged prosecuted sued
    war talks tension tensions shock mourning mourned uproar clash clashes feud sanctions""",
)

NUMBER_STARTS = ARTICLES.union(ONES, TENS, HALF, RANGE_OPENERS, VAGUE)

# --- what a number may be instead of a count of people

MONTHS = _words(
    """january february march april may june july august september october november december jan feb
    mar apr jun jul aug sept sep oct nov dec"""
)
_WEEKDAYS = _words("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun")
DESIGNATORS = _words(
    """ward number no nos unit battalion brigade division regiment company squadron corps group route
    highway road room article resolution chapter section page flight channel phase level type grade
    sector zone area gate block checkpoint camp figure table part item age aged ages turned turns
    version file category model act clause paragraph line point apartment house street avenue bus
    train step tel phone"""
)
CURRENCY = frozenset("$€£¥₹₽₪₴₺#§")
AGED = _words("aged age ages")
IN = frozenset({"in"})
ONE_OF = _words("one 1")
UNITS = _words(
    """year years year-old years-old yr yrs month week day hour hr hrs minute min mins second decade
    century km kilometre kilometer metre meter mile m cm mm inch foot feet ft yard percent
    percentage per % kg kilo kilogram gram ton tonne lb pound ounce dollar euro usd eur a.m. p.m. am
    pm o'clock gmt degree ° acre hectare litre liter gallon sq square cubic caliber calibre x st nd
    rd th point thirds"""
)
YEARS = range(1900, 2100)
TIME_PREPOSITIONS = _words("in since until till from by before after during circa early late mid through of")

# --- the noun phrase

OF = frozenset({"of"})
FROM = frozenset({"from"})
BOTH = frozenset({"both"})
OTHERS = frozenset({"others"})
DOWN = frozenset({"down"})  # "two MiG shot down"
OLD: tuple[str, ...] = ("-old",)
ANOTHER = frozenset({"another"})
NOUN_FIRST = False  # adjectives stand before their noun
PART_PRONOUNS = _words("them whom us these those you")
MORE = _words("more other others additional further")
INSIDE = frozenset("\"'/&")  # marks that may stand inside the phrase: 26 "terrorists", Taliban/Haqqani
SINGULAR_DETERMINERS = _words("a an the another this that his her its their my our")
CONTRACTED: frozenset[str] = frozenset()  # an article that a preposition has swallowed, as in "del"
INDEFINITE = _words("a an another")
ORDINALS = _words("first second third fourth fifth sixth seventh eighth ninth tenth")
_IRREGULAR_PASTS = _words(
    """went came left took fell fled blew broke drove threw ran rode flew fought sought caught brought
    bought found kept known born shown led made met paid put sent set sat stood struck swept won
    wore began became gave got grew knew lay rose spread stole hid burst cut dug drew shook sank
    stuck tore woke taken held seen beaten thrown driven let hit go goes come comes"""
)
STOP = (
    _IRREGULAR_PASTS
    | MONTHS
    | _WEEKDAYS
    | _words(
        """in on at by for from with to into onto over under near after before during since until till while
    when where as than that which who whom whose if because but so yet nor not through across along amid among
    amongst around behind below beneath beside between beyond despite down except inside like off out outside
    past per regarding throughout toward towards up upon via within without against about above including is
    are was were be been being am has have had having do does did will would shall should can could might must
    cannot he she it they we you i him them us this that these those a an the each every either neither no any
    some his her its their my our your here there then now today yesterday tomorrow tonight also however still
    already just only even ago later earlier soon again both another all what how why and or of together
    alone aboard apart last overnight"""
    )
    - {"may", "march", "sun", "mar", "sat"}
)
CONJUNCTIONS = _words("and or")
ADJECTIVES = _words(
    """suspected alleged armed masked hooded wanted unarmed uniformed displaced targeted retired
    unidentified accused convicted trained experienced elected appointed married unnamed disguised
    united allied occupied disabled unspecified civilian military army police security government
    coalition foreign local male female young old elderly senior junior off-duty rebel militant
    insurgent naval air marine border loyalist islamist jihadist opposition tribal fleeing attacking
    leading serving acting sleeping fighting training visiting working praying remaining surviving
    living playing smuggling trafficking bombing ruling commanding standing shooting existing
    unknown innocent undercover mounted crewed injured wounded"""
)
# Nouns in -s that stand before a noun: "a weapons dealer", "United Nations staff".
PLURALS_AS_ADJECTIVES = _words(
    """weapons arms logistics explosives munitions rights drugs narcotics operations forces
    communications sports affairs services relations systems ordnance intelligence special news
    human hamas houthis nations states emirates brothers brigades borders abbas damascus homs
    islands heights texas illinois paris athens brussels shabaab laos mass cross press business boss
    class glass less mess loss pass access express various previous serious religious dangerous
    indigenous numerous anonymous suspicious bus gas status virus campus corps isis oas reuters ss
    tigers lions series finances taxes peoples ladies supplies parts peacekeeping mines sales vis
    apprentices customs"""
)
# Nouns for people that describe another noun as often: "a militant group", "a general strike".
ALSO_ADJECTIVES = _words(
    """militant rebel insurgent civilian islamist jihadist separatist loyalist extremist terrorist
    national local general individual minor major guerrilla partisan dissident resident patient
    expert specialist christian muslim catholic buddhist volunteer chief deputy suspect captive
    minority female male student"""
)
OWNERS = _words("the its his her their our my these those all both our")
LIST_MARKS = CONJUNCTIONS | {","}
AGE_UNITS = _words("year years year-old years-old month months month-old")
PLURAL_VERBS = _words("were are have had killed wounded injured detained captured arrested dead")
NOUNS_IN_ING = _words(
    "building training meeting housing gathering hearing briefing wedding bombing landing ring"
)

# --- speech: a person who only speaks is not counted

SPEECH = _words(
    """said says say saying told tells tell reported reports report saw sees seen confirmed confirms
    announced announces claimed claims declined posted wrote writes tweeted added adds explained
    noted stated states denied denies blamed blames warned warns described describes
    quoted cited recalled recounted vowed urged called commented witnessed counted testified argued
    insisted acknowledged admitted spoke speaking"""
)
SPEECH_BEFORE = _words("said says told telling tells quoted quoting citing cited interviewed")
SPEAKER_AFTER: frozenset[str] = frozenset()  # in "said two witnesses" it is not they who speak
ACCORDING = ("according", "to")

# --- a person sought is not yet a person captured: "in search of a Taliban leader"

SOUGHT = _words("seeking sought targeting pursuing hunting tracking")
SOUGHT_BY: Phrases[bool] = _phrases(
    {
        True: "search of,search for,searching for,searched for,hunt for,hunting for,looking for,looked for,"
        "operation for,pursuit of,to capture,to detain,to arrest,to find,to locate,to apprehend"
    }
)

# --- harm: without it a bare number, a vague word or a single person is not a casualty

_HARM_VERBS = _verbs(
    """kill wound injure maim murder execute assassinate massacre martyr capture detain arrest apprehend
    abduct kidnap imprison jail behead hospitalise hospitalize eliminate neutralise neutralize harm torture
    lynch handcuff poison trap crush burn drown evacuate incarcerate incinerate decapitate"""
)
# Said of those it befell: "two were killed", "11 dead", "six taken hostage".
BEFALLEN = frozenset(word for word in _HARM_VERBS if word.endswith("ed")) | _words(
    """hurt dead died dies die dying slain shot perished perish missing disappeared vanished
    surrendered surrender captive hostage prisoner prisoners custody kidnapped trapped stabbed lost burnt
    buried gunned blown lifeless critically seriously severely gravely fatally lightly deceased
    succumbed treated kia wia mia"""
)
# Done to those that follow: "killed 12", "lost seven".
DONE = _HARM_VERBS | _words(
    """kidnapped kidnapping trapping hurt hurts hurting slay slays slew slaying shot shoots shooting stabbed
    stabbing lost loses losing lose suffered suffers suffering sustained sustaining claimed claims
    claiming gunned"""
)
# What counts them: "the toll rose to 40", "Killed: 12".
TOLLS = _words("toll tolls tally casualties deaths fatalities losses victims")
OBJECT_MARKS: frozenset[str] = frozenset()  # between a verb and its people, as in "mató a 12"
LABELS = TOLLS | _words("dead killed wounded injured missing injuries detained arrested captured detainees")
HARM = (
    BEFALLEN
    | (DONE - _words("claimed claims claiming sustained sustaining evacuate evacuates"))
    | LABELS
    | _words("casualty death fatality")
    | _words(
        """custody loss lives bodies body corpse corpses remains killings killer surrendering hostages
        martyrs blew"""
    )
) - _words("critically seriously severely lightly treated burn burns lose loses")
# A noun of harm does not end a noun phrase: "the civilian death toll".
HARM_NOUNS = _words(
    """toll tolls casualties casualty deaths death fatalities losses loss injuries lives custody
    killings killing bodies body corpse corpses remains hostage hostages prisoner prisoners"""
)
# Words between a count and what befell it: "two others were reportedly killed".
LINKS = _words(
    """was were is are has have had been being be also still feared presumed confirmed reported
    believed said thought to others more other further additional remain remained remains badly
    later subsequently then taken into found left went gone aboard either died it both listed declared
    pronounced alone initially already allegedly all may might reportedly critically seriously
    severely lightly"""
)
# What leads from a toll to its number; "from 20" is the toll before.
TO_THE_TOLL = _words(
    """to at of now is was stands stood reach reaches reached reaching hit hits pass passes passed
    exceed exceeds exceeded top tops topped surpassed surpasses number numbered total totalled
    totaled : -"""
)
AT = frozenset({"at"})  # "the toll stands at 40", but "the victims, shot at 10"
STANDS = _words("losses tally stands stood stand toll tolls put standing")
NUMBER = frozenset({"number"})  # "the number of dead"
RISING = _words(
    "rise rises rose risen rising climb climbs climbed jump jumps jumped grew grows increased increases"
)
ON_BOARD = ("on", "board")
CONDITION = _words("hospital custody critical serious intensive")  # "two remain in hospital"
BARE_AFTER = _words("in at by on since until till during before after from through under age aged ages")
MARKS = frozenset(":-–—")  # "Killed: 12"

# --- nobody

NOBODY: Phrases[int] = _phrases({0: "no one,no-one,nobody,none"})
_NO = _words("no zero")
NOT_A: Phrases[int] = _phrases({0: "not a single,not one"})
WITHOUT: Phrases[int] = _phrases({0: "without any,without a single,without a,without"})
ELSE = frozenset({"else"})
ZERO_HARM = _words("life casualties casualty fatalities injuries deaths losses victims")
NOT_ZERO = _words("survivor survivors")  # "no survivors" counts nobody alive
LOSS_OF_LIFE = ("loss", "of", "life")
NOBODY_STARTS = _NO.union(NOBODY, NOT_A, WITHOUT)

ADVERB_ENDINGS: tuple[str, ...] = ("ly",)
