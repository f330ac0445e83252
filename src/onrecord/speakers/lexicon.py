"""The words by which news prose says who somebody is. All lower case.

Each list is what a reader of wire copy would write down; what a list lacks costs a role or a guess, never an error.
"""

from __future__ import annotations

from typing import Literal

Gender = Literal["", "F", "M"]


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as one runs on."""
    return frozenset(words.split())


HONORIFICS: dict[str, Gender] = {
    "mr": "M", "mister": "M", "sir": "M", "lord": "M", "herr": "M", "monsieur": "M", "señor": "M",
    "mrs": "F", "ms": "F", "miss": "F", "lady": "F", "dame": "F", "madam": "F", "madame": "F",
    "dr": "", "prof": "", "rev": "", "hon": "",
}  # fmt: skip
"""Said before a name out of courtesy: part of no name and no role."""

ABBREVIATED = {
    "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative", "gov": "governor",
    "gen": "general", "lt": "lieutenant", "col": "colonel", "capt": "captain", "adm": "admiral", "sgt": "sergeant",
    "maj": "major", "cmdr": "commander", "pres": "president", "sec": "secretary", "atty": "attorney",
    "supt": "superintendent", "del": "delegate", "assemb": "assemblyman", "prof": "professor", "rev": "reverend",
    "congresswoman": "representative", "congressman": "representative",
}  # fmt: skip
"""Titles that papers shorten, and what "the senator" later matches."""

OFFICES = listed("""
    president presidents premier minister chancellor king queen prince princess pope emperor emir sultan senator
    representative governor general lieutenant colonel captain admiral sergeant major commander secretary mayor judge
    justice speaker ambassador attorney congressman congresswoman delegate assemblyman councilman councilwoman
    councillor commissioner sheriff chief reverend cardinal archbishop bishop rabbi imam ayatollah sheikh professor
    doctor superintendent whip sultan lady constable marshal mec mla msp secretary-general
""")
"""Offices: "the president" is whoever the article gives that office, however long ago it said so."""

ROLES = OFFICES | listed("""
    spokesman spokeswoman spokesperson spokesmen spokespeople director leader candidate candidates nominee nominees
    analyst economist strategist adviser advisor envoy ceo cfo coo executive editor reporter journalist correspondent
    columnist anchor host author writer lawyer coach manager aide pollster officer detective activist founder
    co-founder cofounder head deputy assistant member chairman chairwoman chairperson chair co-chair vice-chairman
    lawmaker expert historian scholar scientist researcher singer actor actress comedian billionaire businessman
    businesswoman mogul tycoon developer entrepreneur investor rival opponent mate fellow official operative surrogate
    supporter critic ally friend resident voter student teacher farmer veteran father mother wife husband son daughter
    brother sister politician diplomat negotiator prosecutor investigator inspector counsel president-elect incumbent
    challenger organizer organiser consultant specialist biographer blogger producer filmmaker pastor priest
    preacher evangelist partner owner publisher broadcaster treasurer clerk consul attache statesman democrat republican
    libertarian socialist conservative liberal progressive physician surgeon nurse psychologist psychiatrist sociologist
    philanthropist donor fundraiser insider dissident defector whistleblower star champion player golfer quarterback
    correspondents senators representatives governors ministers reps sens moderator commentator pundit contributor
    firebrand frontrunner front-runner standard-bearer dean provost trustee legislator parliamentarian mp mep
    advocate policeman policewoman soldier pilot nominee-elect contestant pageant model physicist biologist
    climatologist epidemiologist virologist ecologist geographer meteorologist columnists critic surveyor planner
    dictator strongman ruler autocrat hopeful running-mate ex-president ex-wife spokesman-elect
    staffer architect playwright novelist poet banker broker trader engineer accountant paramedic firefighter chef
    rancher restaurateur carpenter plumber electrician trucker pharmacist dentist veterinarian librarian homeowner
    retiree freshman sophomore survivor witness defendant plaintiff lobbyist mediator curator composer musician
    guitarist rapper conductor dancer choreographer photographer cameraman designer illustrator cartoonist painter
    sculptor translator interpreter theologian philosopher mathematician chemist astronomer geologist botanist
    zoologist anthropologist archaeologist criminologist demographer statistician actuary auditor ombudsman
    comptroller controller registrar vicar monk nun cleric mufti warlord militant sailor hacker programmer podcaster
    presenter newscaster oncologist cardiologist pediatrician neurologist immunologist microbiologist pathologist
    ethicist seismologist oceanographer hydrologist glaciologist conservationist ranger shopkeeper waiter waitress
    bartender cabinetmaker aunt uncle nephew niece cousin grandfather grandmother widow widower fiancée girlfriend
    boyfriend neighbour neighbor classmate roommate playwright-in-residence
""")
"""Nouns for what a person is; before or beside a name they are its role."""

ROLE_MODIFIERS = listed("""
    former then acting deputy senior chief special vice vice-presidential presidential gubernatorial senatorial
    congressional state national foreign prime first top longtime long-time retired late ex interim assistant
    associate executive managing general campaign running communications press policy security political economic
    military defense defence finance financial interior trade energy health education labor labour legal
    intelligence science sports business medical research fellow leading prominent conservative liberal progressive
    moderate independent billionaire real estate reality tv television radio news talk-show cable investigative
    veteran senate house white-house state-run local regional federal county city district police fire army navy
    opposition ruling party majority minority committee staff budget nuclear climate energy banking criminal human
    rights civil field digital data veteran two-term three-term one-time onetime and home anti-corruption
    anti-terrorism supreme high lead co-founding founding non-resident nonresident visiting adjunct emeritus
    republican democratic green libertarian billionaire-turned disgraced embattled outspoken fellow current newly
    incoming outgoing longest-serving popular famed famous legendary celebrity crisis media government affairs
    law history science politics economics philosophy technology tech market markets portfolio equity
""")
"""Lower-case words that may stand inside a title before a name: "retired Air Force Gen. Norman Ham"."""

FRESH_OFFICES = OFFICES - {"general"}
"""Offices that need no antecedent: "the governor" may be one whom the article never names."""

COMMON_PERSONS = listed("""
    man woman candidate nominee businessman businesswoman mogul billionaire tycoon incumbent challenger politician
    lawmaker democrat republican author actor actress singer star developer entrepreneur veteran teenager boy girl
    septuagenarian congressman congresswoman senator ex-president newcomer outsider front-runner frontrunner
    standard-bearer contender hopeful
""")
"""Nouns that take up the person just spoken of, even where no role told so."""

GENDERED: dict[str, Gender] = {
    "spokesman": "M", "spokeswoman": "F", "chairman": "", "chairwoman": "F", "businessman": "M",
    "businesswoman": "F", "congressman": "M", "congresswoman": "F", "king": "M", "queen": "F", "prince": "M",
    "princess": "F", "father": "M", "mother": "F", "son": "M", "daughter": "F", "brother": "M", "sister": "F",
    "husband": "M", "wife": "F", "actress": "F", "actor": "M", "man": "M", "woman": "F", "boy": "M", "girl": "F",
    "pope": "M", "lady": "F", "councilman": "M", "councilwoman": "F", "assemblyman": "M", "widow": "F",
    "policeman": "M", "policewoman": "F", "grandfather": "M", "grandmother": "F", "mogul": "M", "mom": "F", "dad": "M",
}  # fmt: skip

BODIES = listed("""
    department ministry committee commission council court party campaign administration government agency bureau
    office institute institution university college center centre foundation fund bank company corporation corp inc
    llc group association union federation league coalition caucus network senate house congress parliament army navy
    police force service authority board society club church school hospital firm trust organization organisation
    alliance movement conference assembly kremlin pentagon news times post journal herald tribune gazette magazine
    press observer guardian telegraph pac lab laboratories project initiative chamber reserve exchange agency's
    team camp delegation secretariat embassy mission summit duma knesset bundestag academy registry watch international
    partnership consortium panel forum
""")
"""Last words of organisations' names, and the nouns that take them up."""

MEDIA = listed("""
    newspaper paper daily weekly tabloid outlet publication magazine website site blog network broadcaster channel
    station news times post journal herald tribune gazette observer guardian telegraph press pravda novosti tass
    reuters cnn nbc abc cbs msnbc bbc fox politico npr bloomberg breitbart journal xinhua interfax ap afp caller hill
    examiner chronicle dispatch globe sun mail star mirror inquirer politifact
""")
MEDIA_NOUNS = listed(
    "newspaper paper daily weekly tabloid outlet publication magazine website site blog network broadcaster channel "
    "station wire"
)
BODY_NOUNS: dict[str, frozenset[str]] = {
    **dict.fromkeys(MEDIA_NOUNS, MEDIA),
    "agency": listed("agency department bureau administration service authority novosti tass reuters press xinhua "
                      "interfax commission"),
    "bank": listed("bank sachs chase citigroup reserve fargo"),
    "court": listed("court"), "committee": listed("committee panel"), "panel": listed("committee commission panel"),
    "commission": listed("commission"), "council": listed("council"), "fund": listed("fund"),
    "bureau": listed("bureau"), "department": listed("department"), "ministry": listed("ministry"),
    "university": listed("university college"), "institute": listed("institute"), "party": listed("party gop"),
    "union": listed("union"), "campaign": listed("campaign"), "camp": listed("campaign camp"),
    "administration": listed("administration"), "institution": frozenset(), "government": listed("government"),
    "coalition": listed("coalition"), "foundation": listed("foundation"), "association": listed("association"),
    "company": frozenset(), "firm": frozenset(), "group": frozenset(), "organization": frozenset(),
    "organisation": frozenset(), "corporation": frozenset(), "think-tank": frozenset(), "tank": frozenset(),
    "watchdog": frozenset(), "lender": listed("bank fargo fund"), "bloc": listed("union"), "alliance": frozenset(),
    "board": listed("board"), "team": listed("team campaign"), "office": listed("office"),
    "nonprofit": frozenset(), "charity": frozenset(), "fact-checker": frozenset(), "retailer": frozenset(),
    "automaker": frozenset(), "carmaker": frozenset(), "regulator": frozenset(), "militia": frozenset(),
}  # fmt: skip
"""A noun that takes up an organisation, and which words its name may have; none asked where the set is empty."""

BODY_NAMING = frozenset(BODY_NOUNS) - listed("team office campaign camp party court government station agency's page")
"""Nouns before a name that make it an organisation's: "the lender Nordbank", "state news agency RIA Novosti"."""

OWNED_BODIES = listed("campaign team camp administration office foundation organization organisation government "
                       "company companies website attorneys")  # fmt: skip
"""Nouns that make an organisation out of a person: "Clinton's campaign", "the Obama administration"."""

DOCUMENTS = listed("""
    report reports study studies survey surveys poll polls analysis article articles editorial statement statements
    letter email emails e-mail e-mails memo document documents filing filings book books piece column story ad ads
    video tweet tweets post posts lawsuit complaint indictment finding findings transcript transcripts returns law
    readout communique release announcement research review paper papers data figures results records text website
    page post-mortem forecast estimate estimates outlook interview speech remarks comments dossier obsession admission
    account page accounts advertisement commercial brief testimony decision ruling order plan proposal message
    rhetoric words
""")

GROUPS = listed("""
    republicans democrats libertarians conservatives liberals progressives tories socialists communists greens
    muslims christians catholics jews evangelicals protestants hindus sikhs buddhists mormons sunnis shiites kurds
    americans europeans africans asians latinos hispanics palestinians rebels millennials taliban hezbollah
    hamas houthis separatists islamists birchers
""")

SHORT_NAMES = {
    "abe": "abraham", "al": "albert", "alex": "alexander", "andy": "andrew", "ben": "benjamin", "bernie": "bernard",
    "beth": "elizabeth", "betsy": "elizabeth", "bill": "william", "billy": "william", "bob": "robert",
    "bobby": "robert", "charlie": "charles", "chris": "christopher", "chuck": "charles", "dan": "daniel",
    "dave": "david", "debbie": "deborah", "dick": "richard", "don": "donald", "doug": "douglas", "ed": "edward",
    "fred": "frederick", "greg": "gregory", "jeff": "jeffrey", "jim": "james", "jimmy": "james", "joe": "joseph",
    "ken": "kenneth", "larry": "lawrence", "liz": "elizabeth", "matt": "matthew", "mike": "michael",
    "mitch": "mitchell", "nick": "nicholas", "pat": "patrick", "pete": "peter", "phil": "philip", "ray": "raymond",
    "rick": "richard", "rob": "robert", "ron": "ronald", "sam": "samuel", "steve": "steven", "sue": "susan",
    "ted": "edward", "tim": "timothy", "tom": "thomas", "tony": "anthony", "vince": "vincent", "will": "william",
}  # fmt: skip
"""First names as papers shorten them, each with the one that it is most often short for."""

PRONOUNS: dict[str, Literal["he", "she", "it", "they", "i", "we", "you", "who", "which"]] = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she",
    "herself": "she", "it": "it", "its": "it", "itself": "it", "they": "they", "them": "they", "their": "they",
    "theirs": "they", "themselves": "they", "i": "i", "me": "i", "my": "i", "mine": "i", "myself": "i", "we": "we",
    "us": "we", "our": "we", "ours": "we", "ourselves": "we", "you": "you", "your": "you", "yours": "you",
    "who": "who", "whom": "who", "whose": "who", "which": "which", "that": "which",
}  # fmt: skip
TIMES = listed("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight week month year day night
    morning evening afternoon weekend spring summer autumn fall winter january february march april june july august
    september october november december decade century
""")
POSSESSIVE_PRONOUNS = listed("his her its their my our your whose")

DEFINITE = listed("the this that these those both")
INDEFINITE = listed("""
    a an one some many several few most more other another any no two three four five six seven eight nine ten dozens
    hundreds thousands scores multiple numerous each every various much less all half
""")
PREPOSITIONS = listed("""
    of at for in on from to with by about against under over near among between including as than within without
    during after before since until through across into onto toward towards behind beyond inside outside like despite
    around along alongside amid besides except per via upon following regarding concerning because while when if
    though although but
""")
RELATIVES = listed("who whom whose which that where")
BREAKS = listed("""
    is are was were be been being has have had having does do did said says saying told tells also then now himself
    herself itself themselves both alone again later earlier once currently familiar close close-to not never still
    just only even already soon yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday will
    would could should may might must can all respectively too here there himself privately publicly recently
    reportedly allegedly who's
""")
"""Words that end a noun phrase: what follows them isn't its head."""

COMPASS = listed("north south east west")
"""They begin no person's name, and many a place's and a body's: South Korea, West Virginia, North Face."""

FUNCTION_WORDS = (
    COMPASS | DEFINITE | INDEFINITE | PREPOSITIONS | RELATIVES | BREAKS | frozenset(PRONOUNS)
    | frozenset(("and", "or", "nor")) | listed("""
        so yet even how why what when where there here well yes no not now today yesterday meanwhile however moreover
        indeed perhaps according unlike instead still once asked given such thus therefore then-
        let don't it's i'm we're they're he's she's that's partial advertisement photo
        monday tuesday wednesday thursday friday saturday sunday january february march april june july
        august september october november december jan feb mar apr jun jul aug sept oct nov dec
        first second third last next early late
    """)
)  # fmt: skip
"""Capitalised at a sentence's beginning, these begin no name."""
