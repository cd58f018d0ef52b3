"""English words that say what happened to people: verbs, nouns and cues, and no rules.

All in lower case.
"""

from __future__ import annotations

import re

from eventx.counts.english_cues import CUES as CUES
from eventx.counts.english_people import HOUSEHOLDS
from eventx.counts.tables import Effect, Form
from eventx.counts.tables import mean as _mean
from eventx.counts.tables import merged as _merged
from eventx.counts.tables import words as _words
from eventx.schema import Outcome

# Each row: base, third person, -ing, past (and participle where it differs).
_VERB_ROWS: dict[Effect, str] = {
    "killed": """
        kill kills killing killed; slay slays slaying slain; murder murders murdering murdered
        assassinate assassinates assassinating assassinated; execute executes executing executed
        massacre massacres massacring massacred; slaughter slaughters slaughtering slaughtered
        eliminate eliminates eliminating eliminated; liquidate liquidates liquidating liquidated
        martyr martyrs martyring martyred
        behead beheads beheading beheaded; lynch lynches lynching lynched
        shoot_dead shoots_dead shooting_dead shot_dead; gun_down guns_down gunning_down gunned_down
        cut_down cuts_down cutting_down cut_down; mow_down mows_down mowing_down mowed_down
        drown drowns drowning drowned
        """,
    "wounded": """
        wound wounds wounding wounded; injure injures injuring injured; maim maims maiming maimed
        hurt hurts hurting hurt
        """,
    "captured": """
        capture captures capturing captured; detain detains detaining detained
        arrest arrests arresting arrested
        apprehend apprehends apprehending apprehended; abduct abducts abducting abducted
        kidnap kidnaps kidnapping kidnapped; seize seizes seizing seized; nab nabs nabbing nabbed
        round_up rounds_up rounding_up rounded_up; take_prisoner takes_prisoner taking_prisoner taken_prisoner
        take_hostage takes_hostage taking_hostage taken_hostage
        take_captive takes_captive taking_captive taken_captive
        take_into_custody takes_into_custody taking_into_custody taken_into_custody
        handcuff handcuffs handcuffing handcuffed
        recapture recaptures recapturing recaptured
        make_off_with makes_off_with making_off_with made_off_with
        carry_off carries_off carrying_off carried_off
        """,
    "casualties": "harm harms harming harmed",
    # "neutralise" is left out: armies use it for killed, wounded, captured and surrendered alike.
    "none": """
        free frees freeing freed; release releases releasing released; rescue rescues rescuing rescued
        displace displaces displacing displaced; evacuate evacuates evacuating evacuated
        deploy deploys deploying deployed; recruit recruits recruiting recruited
        train trains training trained
        protect protects protecting protected
        """,
}
_FORMS: tuple[Form, ...] = ("base", "third", "ing", "past")


def _forms(*rows: str) -> dict[str, Form]:
    return {word: form for row in rows for form, word in zip(_FORMS, row.split(), strict=True)}


VERBS: dict[str, tuple[Effect, Form]] = {
    word.replace("_", " "): (effect, form)
    for effect, rows in _VERB_ROWS.items()
    for row in re.split(r"[;\n]", rows)
    if row.strip()
    for form, word in zip(_FORMS, row.split(), strict=True)
} | {
    "slew": ("killed", "past"),
    "took prisoner": ("captured", "past"),
    "took hostage": ("captured", "past"),
    "took captive": ("captured", "past"),
    "took into custody": ("captured", "past"),
}
_VIOLENT_DEATH = (
    "beaten",
    "stabbed",
    "burned",
    "burnt",
    "shot",
    "hacked",
    "trampled",
    "crushed",
    "tortured",
    "put",
)
VERBS |= {f"{word} to death": ("killed", "past") for word in _VIOLENT_DEATH}

# These need no object: the people counted are the subject.
INTRANSITIVE: dict[str, Outcome] = {
    "died": "killed",
    "die": "killed",
    "dies": "killed",
    "dying": "killed",
    "perished": "killed",
    "succumbed": "killed",
    "succumbs": "killed",
    "fell in action": "killed",
    "fell in battle": "killed",
    "fell in combat": "killed",
    "fell in the line of duty": "killed",
    "attained martyrdom": "killed",
    "drowned": "killed",
    "bled to death": "killed",
    "lost their lives": "killed",
    "lost his life": "killed",
    "lost her life": "killed",
    "went missing": "missing",
    "disappeared": "missing",
    "vanished": "missing",
    "blew himself up": "killed",
    "blew herself up": "killed",
    "blew themselves up": "killed",
    "surrendered": "captured",
    "laid down their arms": "captured",
    "laid down their weapons": "captured",
    "gave themselves up": "captured",
    "turned themselves in": "captured",
}
# After the people, with or without "are": "12 dead", "five are missing".
PREDICATES: dict[str, Outcome] = {
    "dead": "killed",
    "lifeless": "killed",
    "missing": "missing",
    "unaccounted for": "missing",
    "held": "captured",
    "in custody": "captured",
    "in critical condition": "wounded",
    "in a critical condition": "wounded",
    "in serious condition": "wounded",
    "in a serious condition": "wounded",
    "in intensive care": "wounded",
}
# "took two soldiers hostage": only after a form of TAKE or HOLD.
TAKEN_AS = frozenset({"hostage", "prisoner", "captive", "into custody"})
TAKE = _forms("take takes taking took") | {"taken": "past"}
HOLD = _forms("hold holds holding held")

# "the death of a policeman"
NOUNS_OF: dict[str, Outcome] = (
    _mean(
        "killed",
        """death deaths killing killings murder murders assassination assassinations execution executions
        massacre slaying slayings lynching lynchings drowning drownings beheading beheadings martyrdom
        body bodies corpse corpses remains lives loss losses""",
    )
    | {"shooting dead": "killed"}
    | _mean("wounded", "wounding injuring maiming")
    | _mean(
        "captured",
        """arrest arrests capture captures detention detentions abduction abductions kidnapping kidnappings
        apprehension surrender surrenders""",
    )
    | _mean("missing", "disappearance disappearances")
)
TAKES_LIVES = _forms("claim claims claiming claimed", "cost costs costing cost", "take takes taking took")

# Inside the words that count: "five deaths", "two wounded soldiers", "eight casualties".
HARMED: dict[str, Outcome] = (
    _mean(
        "killed",
        """death deaths dead fatality fatalities killed slain body bodies corpse corpses martyr martyrs
        martyred killing killings murder murders executions assassinations fallen life""",
    )
    | _mean("wounded", "wounded injured injuries hurt")
    | _mean(
        "captured", "captured detained arrested abducted kidnapped arrests detentions abductions kidnappings"
    )
    | {
        "missing": "missing",
        "disappearances": "missing",
        "casualty": "casualties",
        "casualties": "casualties",
    }
)
# Held people may be freed, moved or killed: certain only where a word says they were taken.
HELD = _words("""prisoner prisoners captive captives hostage hostages detainee detainees""")

# "lost seven fighters", "suffered eight casualties": the subject's own people.
LOSE = _forms("lose loses losing lost")
SUFFER = _forms("suffer suffers suffering suffered", "sustain sustains sustaining sustained")

TOLL = frozenset({"toll", "tolls"})
TOLL_OF: dict[str, Outcome] = {"death": "killed", "injury": "wounded", "casualty": "casualties"}
TOLL_LINKS = _words(
    "to at of from reached reaches reaching hits hit passed exceeded topped surpassed was is now :"
)

BE = _words("""was were is are been be being got get gets getting remain remains remained lay lie""")
HAVE = _words("has have had having do does did")
MODALS = _words("could would should will can must shall 'd 'll")
MAYBE = _words("may might")
NEGATIONS = _words("not never neither nor without cannot no")
HEDGES = _words("feared believed presumed thought likely possibly suspected")
REPORTED = _words("confirmed reported known said understood found left pronounced declared")
PLURAL_AUXILIARIES = _words("are were have remain")
SINGULAR_AUXILIARIES = _words("is was has remains")
NOT_QUITE = _words("nearly almost")
PLURALS = _words("people men women children police they who those others troops")
# "was treating 17 more for gunshot wounds"
TREATED_FOR = frozenset({"for", "with"})
INJURIES = _words("wounds wound injuries injury burns")
RECEIVE = _words("receive receives receiving received")
GRAVELY = _words("critically seriously severely gravely badly lightly slightly")
VIOLENT = {
    "to death": _words(
        """hack hacks hacked hacking beat beats beaten beating stab stabs stabbed stabbing stone stones stoned
        stoning burn burns burned burnt burning trample tramples trampled trampling
        crush crushes crushed crushing
        torture tortures tortured torturing"""
    ),
    "alive": _words("burn burns burned burnt burning"),
}
GROUPS = HOUSEHOLDS | {"band"}
LEAVE = _words("leave leaves leaving left")
MERGED = _merged(
    VERBS,
    INTRANSITIVE,
    PREDICATES,
    VIOLENT,
    {"into custody", "along with", "as well as", "together with", "known as", "run over"},
)
AUXILIARIES = BE | HAVE | MODALS | MAYBE

OTHER_PARTICIPLES = _words("shot hit struck caught found beaten taken") | {"run over"}

# "managed to kill two" happened; "planned to kill two" did not.
REALISED = _words("""managed manages able succeeded went proceeded continued continues helped helping""")
USED = _words("used said believed known thought reported")  # "the bomb used to kill two"
NOT_DONE = _words("avoid avoided avoiding without from at prevent")
UNSURE_BEFORE_ING = _words("of for")
NOT_DONE_NOUN = _words(
    """attempted planned planning plotted plotting threatened foiled prevented thwarted prevent foil thwart
    ordered averted"""
)
WANTED_NOUN = _words("for seek seeks sought demand demanded demanding urged")

COORDINATORS = frozenset({"and", "or", "&", "plus", "along with", "as well as", "together with"})
WITH = frozenset({"along with", "as well as", "together with", "including"})
SUBORDINATORS = _words(
    """that when while whilst after before as where whereas because since until till if unless although
    though but whether once which who whom whose"""
)
RELATIVES = _words("who that which")
PREPOSITIONS = _words(
    """of in on at by for from with within without near around across along against between during outside
    inside under over through throughout to into onto toward towards behind after before following
    amid since until upon per via among beside"""
)
# "the wife of", "attack on": the words after them are not the subject of what follows.
NOT_SUBJECT_AFTER = PREPOSITIONS - {
    "after",
    "before",
    "since",
    "until",
    "following",
    "with",
    "around",
    "over",
}
DETERMINERS = _words(
    "the a an this that these those his her its their our both all some another every each no any"
)
NOT_ADVERBS = _words("early family assembly police july only italy ally supply")
# Between a verb and its count.
BEFORE_COUNT = _words(
    "the a an all both also his her its their some only just nearly almost then later more than"
)
# What may open "Among the dead were", "Also killed were", "Those arrested included".
BEFORE_INVERTED = _words("the also those among")
ADVERBS = _words(
    """also all both later then still now already since too again further almost apparently together
    themselves each else aboard onboard more others other people overnight today yesterday tonight
    instead meanwhile at least"""
)
TIME_WORDS = _words(
    """today yesterday tonight overnight monday tuesday wednesday thursday friday saturday sunday earlier
    late early last this on here there nearby so hours minutes days weeks months moments"""
)
PRONOUNS = _words("he she it they we i you who which that this these those there one")
# Words that open a noun phrase: what follows "killed" is then its object.
OBJECT_OPENERS = (DETERMINERS - {"this", "that"}) | _words("him them us me himself themselves")

AFTER_SUBJECT = (
    PREPOSITIONS | COORDINATORS | frozenset(",(-–—") | _words("aged including suspected belonging traveling")
)

SAY = _words(
    """said say says saying told tell tells added adds reported reports announced announces confirmed
    confirms stated states claimed claims indicate indicates indicated alleged alleges noted notes
    showed shows"""
)
# What people counted do when they are not the ones harmed.
ACT = _words(
    """attacked stormed ambushed raided opened fired entered crossed launched carried took detonated
    shelled bombed overran invaded marched protested gathered demonstrated fled escaped arrived
    voted attended participated planted set threw burned looted hijacked attempted tried began
    started came ran fought clashed engaged seized joined remained live lived went left drove hid"""
)
ENDS_SUBJECT = SUBORDINATORS.union(SAY, ACT, LOSE, SUFFER)
CLAUSE_ENDS = SUBORDINATORS | frozenset(",;:(–—-")
NOT_IN_LIST = ENDS_SUBJECT | AUXILIARIES | _words("by with against")
ACTED_BY = _words(
    """led attacked carried committed claimed conducted launched commanded directed headed organised
    organized ambushed attack attacks ambush raid assault controlled run manned"""
)
SEEK = re.compile(
    r"(?:in (?:search|pursuit) of|pursuing|hunting"
    r"|(?:search(?:ed|ing|es)?|look(?:ed|ing)?|hunt(?:ed|ing)?) for)$"
)

ADDING = _words("further another more additional other others extra")
THINGS_TOO = _words("seize seizes seizing seized")  # "seized several grenades"
INVERTS = _words("was were is are include includes included including")
PART = frozenset({"including", "include", "includes", "included", "among", "comprising"})
OF_THEM = _words("them whom those these which")

# --- what other languages need: the subject behind its verb, participles unlike the past, infinitives

SUBJECT_MAY_FOLLOW = False
OBJECT_MARKS: frozenset[str] = frozenset()  # between a verb and its people: "mató a once"
BEFORE_INFINITIVE: frozenset[str] = frozenset()
VERB_ENDINGS: tuple[str, ...] = ()
FINITE_ENDINGS: tuple[str, ...] = ()
NOT_VERBS: frozenset[str] = frozenset()
HARMED_IF_NOBODY: dict[str, Outcome] = {}  # words that tell of harm only where nobody was

# --- single words the rules ask for

OF = frozenset({"of"})
FROM = frozenset({"from"})
TO = frozenset({"to"})
BY = frozenset({"by"})
AMONG = frozenset({"among"})
THE = frozenset({"the"})
THAN = frozenset({"than"})  # "more than 20" adds nothing
THAT = frozenset({"that", "whether"})
AT_LEAST = frozenset({"at least"})
NUMBER = frozenset({"number", "tally"})
LIVES = frozenset({"lives"})
LOSSES = frozenset({"loss", "losses"})  # of people as often as of things
AMBIGUOUS = frozenset({"held", "remains", "life", "fallen"})  # "talks held", "a life of ease"
BEING = frozenset({"being"})
THEN = frozenset({"then"})
AND_OR = frozenset({"and", "or"})
BETWEEN_PARTICIPLES = frozenset({",", "and", "then", "later"})
BETWEEN_FATES = frozenset({",", "and", "or", "then", "later", "either"})
STRUCK = OTHER_PARTICIPLES - {"found", "taken"}  # of these some died and some did not

ADVERB_ENDINGS: tuple[str, ...] = ("ly",)
PARTICIPLE_ENDINGS: tuple[str, ...] = ("ed",)
GERUND_ENDINGS: tuple[str, ...] = ("ing",)
PLURAL_ENDINGS: tuple[str, ...] = ("s",)
NEGATED_ENDINGS: tuple[str, ...] = ("n't",)

WHEN = frozenset({"when"})
ORDINALS = _words("second third fourth fifth sixth seventh eighth ninth tenth")
# The words of a count that are not the people.
NUMBER_WORDS = ADDING | _words(
    """a an the no zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
    fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty
    ninety hundred hundreds thousand thousands million millions dozen dozens score scores tens
    couple few several many numerous multiple various handful some any both all each every half most
    least up to at as more less fewer than over under about around roughly approximately nearly
    almost only just exactly close estimated between and or of total number group band his her its
    their these those first second third single pair lot lots scant mere far from minimum maximum
    high low upwards well above below some believed reported not loss"""
)
