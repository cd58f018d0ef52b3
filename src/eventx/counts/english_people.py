"""The English nouns for people, singular and plural, and the adjectives that double as nouns."""

from __future__ import annotations

_NOUNS = """
person individual civilian citizen resident villager inhabitant local national occupant bystander
passerby pedestrian motorist motorcyclist commuter passenger traveller traveler tourist foreigner
expatriate driver rider biker cyclist trucker man woman child boy girl baby infant toddler newborn teen
teenager adolescent minor youth adult pensioner youngster kid soldier trooper fighter militant insurgent
rebel gunman guerrilla guerilla combatant partisan separatist extremist terrorist jihadist jihadi
islamist loyalist mercenary contractor conscript recruit reservist ranger commando paratrooper gunner
sniper cadet legionnaire infantryman guardsman serviceman servicewoman servicemember airman seaman sailor
marine sapper pilot co-pilot crewman crewmember peacekeeper militiaman rifleman artilleryman tankman
warrior invader occupier infiltrator defector deserter legionary volunteer policeman policewoman officer
cop constable inspector detective superintendent gendarme guard bodyguard warden jailer agent spy
informant informer collaborator sheriff watchman general colonel lieutenant sergeant corporal captain
major brigadier commander subcommander sub-commander deputy chief leader ringleader chieftain warlord
kingpin boss facilitator coordinator operative cadre emplacer planner financier financer forger courier
trafficker smuggler dealer supplier recruiter trainer bomb-maker bombmaker maker organiser organizer
member associate affiliate accomplice supporter sympathiser sympathizer follower aide adviser advisor
attacker raider assailant bomber shooter assassin hitman murderer killer perpetrator culprit intruder
kidnapper abductor captor hijacker arsonist robber thief bandit gangster thug criminal suspect defendant
convict inmate detainee prisoner captive hostage abductee internee pow student pupil schoolchild schoolboy
schoolgirl teacher lecturer professor academic scholar headmaster scientist worker laborer labourer
employee staffer colleague builder engineer technician mechanic electrician cook cleaner porter miner
farmer farmworker farmhand herder herdsman shepherd fisherman fisher trader merchant vendor shopkeeper
shopper customer businessman businesswoman banker clerk interpreter translator consultant expert
specialist operator medic paramedic doctor physician surgeon nurse midwife patient rescuer firefighter
fireman responder journalist reporter correspondent photographer cameraman editor blogger broadcaster
activist campaigner lawyer attorney prosecutor judge magistrate politician lawmaker legislator councillor
councilor senator mp diplomat ambassador envoy consul mayor governor minister official spokesman
spokeswoman spokesperson bureaucrat servant candidate monitor observer negotiator mediator priest imam
cleric preacher nun monk pastor bishop rabbi worshipper worshiper pilgrim devotee congregant mourner
seminarian missionary muezzin brother sister father mother parent son daughter uncle aunt cousin nephew
niece husband wife widow widower orphan spouse sibling grandmother grandfather grandparent granddaughter
grandson grandchild relative bride groom bridegroom twin fiance fiancee in-law girlfriend boyfriend
friend neighbour neighbor guest spectator player athlete reveller reveler concertgoer musician singer
artist poet actor elder tribesman tribeswoman nomad settler migrant refugee evacuee returnee deportee
asylum-seeker seeker protester protestor demonstrator rioter marcher striker dissident casualty fatality
victim martyr survivor corpse body soul figurehead gunrunner looter stowaway swimmer hiker climber
caretaker janitor tailor baker barber waiter waitress butcher carpenter mason plumber painter male female
guide cashier treasurer pharmacist accountant architect dentist gardener librarian conductor welder logger
woodcutter comedian actress hairdresser surveyor auditor economist psychologist carer caregiver nanny maid
housekeeper gatekeeper doorman lifeguard deminer quartermaster subordinate
"""

# Only the plural counts people: "a life", "the dead" and "a death" do not.
_PLURAL_ONLY = """
people persons humans lives deaths injuries losses killings murders executions assassinations abductions
kidnappings arrests detentions disappearances privates troops folks women men children passers-by brethren
others twins triplets beings mujahideen mujahedin mujahedeen mujahidin servicepersons
idps ex-combatants
"""

# Plural as they stand; they can also describe the next noun ("police cars"), so what follows decides.
_COLLECTIVE = """
police personnel staff crew taliban taleban dead wounded injured missing deceased infantry elderly
british french chinese japanese vietnamese lebanese sudanese burmese portuguese congolese senegalese
togolese nepalese taiwanese dutch irish english welsh spanish turkish kurdish polish swiss rohingya
fulani druze
"""

_DEMONYMS = """
afghan albanian algerian american angolan arab argentine argentinian armenian australian austrian
azerbaijani bahraini bangladeshi belarusian belgian bengali bolivian bosnian brazilian bulgarian
burundian cambodian cameroonian canadian chadian chechen chilean colombian croat croatian cuban cypriot
czech dane ecuadorian egyptian eritrean estonian ethiopian european fijian finn frenchman gambian gazan
georgian german ghanaian greek guatemalan guinean haitian hazara houthi honduran hungarian hutu indian
indonesian iranian iraqi irishman israeli italian ivorian jamaican jew jordanian kashmiri kazakh kenyan
korean kosovar kurd kuwaiti kyrgyz laotian latvian liberian libyan lithuanian macedonian malaysian malian
mauritanian mexican moldovan mongolian montenegrin moroccan mozambican namibian nicaraguan nigerian
nigerien norwegian omani pakistani palestinian panamanian papuan peruvian qatari romanian russian rwandan
salvadoran saudi serb serbian singaporean slovak somali spaniard swede syrian tajik tanzanian thai
tibetan tuareg tunisian turk turkmen tutsi ugandan uighur ukrainian uruguayan uyghur uzbek venezuelan
westerner yazidi yemeni zambian zimbabwean african asian briton englishman alawite buddhist catholic
christian copt hindu ismaili muslim shia shiite sikh sunni
"""


def _plural(noun: str) -> str:
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man"):
        return noun.removesuffix("man") + "men"
    if noun.endswith("child"):
        return noun + "ren"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun.removesuffix("y") + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


_IRREGULAR = {"german": "germans", "thief": "thieves", "wife": "wives", "midwife": "midwives"}

_BEFALLEN = "dead wounded injured missing deceased"
_SPEAKERS = """
spokesman spokeswoman spokesperson official reporter correspondent journalist minister mayor governor chief
resident officer analyst general colonel doctor diplomat lawmaker expert neighbour neighbor survivor commander
activist relative lawyer
"""
_HOUSEHOLDS = "family crew team squad household patrol gang party unit convoy group cell"

ADJECTIVE_NOUNS = frozenset(_DEMONYMS.split())
SINGULAR = frozenset(_NOUNS.split()) | ADJECTIVE_NOUNS
PLURAL = frozenset(map(_plural, SINGULAR)) | frozenset(_PLURAL_ONLY.split())
COLLECTIVE = frozenset(_COLLECTIVE.split())
BEFALLEN_NOUNS = frozenset(_BEFALLEN.split())
BODIES = frozenset({"body", "corpse", "bodies", "corpses"})
SINGLE_HARM = frozenset({"death", "killing", "murder", "arrest", "injury", "abduction", "kidnapping"})
# What may follow a noun that is then not the head: "a student protester", "the insurgent detainees".
PEOPLE = (SINGULAR | PLURAL | COLLECTIVE) - BEFALLEN_NOUNS
HOUSEHOLDS = frozenset(_HOUSEHOLDS.split())  # "a family of five"
SPEAKERS = frozenset(_SPEAKERS.split())  # people who mostly speak in a report
SMALL_GROUPS = {
    "couple": 2,
    "pair": 2,
    "duo": 2,
    "trio": 3,
    "twins": 2,
    "triplets": 3,
}  # "the couple were shot"
DESCRIBING: frozenset[str] = frozenset()  # adjectives after a noun
MEMBERS: frozenset[str] = frozenset()  # "Red Dawn fighters": the group stands before
