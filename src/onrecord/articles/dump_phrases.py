"""Every phrase by which a page dump's lines are known, in one place; whole lines of furniture are in `furniture`.

A dump has no tags: what a region's name tells in HTML, only a line's wording tells here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.articles.furniture import closes_article, line_reason
from onrecord.schema import FurnitureReason

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_AGENCIES_GLUED = r"(?:THE )?ASSOCIATED PRESS|REUTERS|AFP|AP|GETTY IMAGES|BLOOMBERG(?: NEWS)?|EPA(?:-EFE)?|TNS"

# Where a dump lost the space or the line's end between two elements of the page. The first occurs in paragraphs too.
GLUED = (
    # "... he said.Advertisement" and "... she added.Read more: Mayor resigns"
    re.compile(
        r"(?<=[.!?”\"’])(?=(?:Advertisement\b|ADVERTISEMENT\b|Read (?:more|also):|READ (?:MORE|ALSO)\b"
        r"|Story continues below|Sign up for ))"
    ),
    # "WorldMarch 19, 2025": section and date
    re.compile(rf"(?<=[a-z.])(?=[A-Z])(?=(?i:{_MONTH})\s+\d{{1,2}},?\s+\d{{4}})"),
    # "Feb 28 20247:00 AM EST": day and time
    re.compile(r"(?<=\b20\d\d)(?=\d{1,2}:\d{2}\b)"),
    # "... explain loans to ferry lineThe chairman promised answers": headline and deck; "iPhone" and "YouTube" stay
    re.compile(r"(?<=\b[a-z]{4})(?=[A-Z][a-z]+ \w+ \w+ \w+)|(?<=[a-z]{5})(?<!Linked)(?=[A-Z][a-z]+ \w+ \w+ \w+)"),
    # "Jane DoeLifestyle Writer" and "Jane Doe2 minutes ago"
    re.compile(
        r"(?<=[a-z])(?=(?:(?:Senior|Chief|Staff|Deputy|Lifestyle|News|Sports?|Political|Politics|Foreign|Business|Health"
        r"|World|Royal|Crime) )*"
        r"(?:Writer|Reporter|Correspondent|Editor|Columnist)\b)"
    ),
    re.compile(r"(?<=[a-z])(?=\d+ (?:seconds?|minutes?|hours?|days?) ago)"),
    # "By Jane DoePublished March 3, 2025"
    re.compile(r"(?<=[a-z])(?=(?:Published|Updated|Posted)(?::| (?:on )?[A-Z0-9]))"),
)
GLUED_AGENCY = re.compile(rf"(?<=[)\]])\s*(?:{_AGENCIES_GLUED})\s*$")


def _any_of(phrases: str) -> re.Pattern[str]:
    """Compile a list of phrases, one or more on a line, into one pattern for whole lines."""
    return re.compile("|".join(line.strip() for line in phrases.strip().splitlines()), re.IGNORECASE)


# Lines of furniture that stand in dumps without a tag to tell them; the first that matches a whole line counts.
_LINES: tuple[tuple[FurnitureReason, str], ...] = (
    ("legal", r"""
        .{0,160}\b(?:we|this (?:web)?site) (?:and our .{0,30}partners )?uses? cookies\b.{0,600}
        .{0,160}\b(?:our partners|and our partners) (?:and our .{0,30}partners )?uses? cookies\b.{0,600}
        (?:by (?:clicking|continuing)|your privacy choices|manage (?:cookies|preferences|consent))\b.{0,300}
        (?:accept (?:all|cookies)|reject all|cookie (?:policy|settings|notice|preferences))\b.{0,300}
        do not sell (?:or share )?my (?:personal )?(?:info\w*|data).{0,40}
        terms of (?:use|service|sale)\b.{0,60}|privacy(?: notice| policy| statement)?
        .{0,200}\bmay not be (?:published, broadcast|reproduced|redistributed)\b.{0,200}
        reprints? (?:and|&) permissions?|ad ?choices|accessibility(?: statement)?
        .{0,60}\bis a registered trademark\b.{0,120}
    """),
    ("newsletter", r"""
        sign[ -]?up
        (?:by (?:entering|signing up|submitting|providing|subscribing|registering))\b.{0,400}
        (?:when you (?:sign up|subscribe))\b.{0,400}
        please enter a valid\b.{0,60}|having trouble\?.{0,60}|privacy notice: newsletters\b.{0,400}
        (?:after|before|skip past) newsletter promotion
        our .{0,40}(?:briefing|newsletter) (?:breaks down|brings)\b.{0,200}
        .{0,60}newsletter brings you\b.{0,200}
        get the latest (?:updates|news|headlines)\b.{0,200}
        get a dash of\b.{0,200}|get email updates\b.{0,100}
        (?:receive|get) (?:daily|breaking|the latest)\b.{0,120}\b(?:free|inbox|newsletters?)\b.{0,80}
        (?:receive|get) (?:our|local|top|more)\b.{0,120}\b(?:free|inbox|newsletters?)\b.{0,80}
        (?:receive|get) (?:daily|breaking|the latest)\b.{0,120}\b(?:email|e-mail|headlines)\b.{0,80}
        (?:receive|get) (?:our|local|top|more)\b.{0,120}\b(?:email|e-mail|headlines)\b.{0,80}
        sign(?: |-)?up (?:today|now|here|for|to)\b.{0,160}
        .{0,120}\bsign(?: |-)?up (?:today|now|here)[.!]?
        .{0,100}\bdelivered (?:straight |directly |right )?to your (?:inbox|e-?mail)\b.{0,80}
        (?:enter )?your e-?mail(?: address)?\W*|subscribe to (?:our|the)\b.{0,120}
        you(?:'|’)?(?:re| are) (?:all )?(?:signed up|subscribed)\b.{0,40}
        (?:get|join|read|receive|try|subscribe to|for more).{0,60}\bnewsletters?\b.{0,120}
        (?:our|daily|weekly|morning|evening|free) newsletters?.{0,30}
    """),
    ("share", r"""
        share page|about sharing|share full article|social sharing|sharesave|(?:email|copy) link
        share (?:this|on|via|to|with|article|story)\b.{0,60}
        copy (?:article )?link.{0,40}|\d+ shares?
        listen(?: to this (?:article|story))?(?:\s*[·•|(]?\s*\d+.{0,12})?
        add (?:us )?as (?:a )?preferred source.{0,40}
        follow (?:us|him|her|them|\S+(?: \S+)?) on\b.{0,80}
        make us preferred on google.{0,20}
    """),
    ("comments", r"""
        \d[\d,.]*\s*(?:comments?|replies|responses?)
        (?:view|show)(?: all| the| more| a| your)?(?: \(?\d+\)?)? (?:comments?|conversation)\b.{0,40}
        (?:see|read|load)(?: all| the| more| a| your)?(?: \(?\d+\)?)? (?:comments?|conversation)\b.{0,40}
        (?:view|show|see|read|load)(?: all| the| more| a| your)?(?: \(?\d+\)?)? discussion\b.{0,40}
        (?:view|show|see|read|load)(?: all| the| more| a| your)?(?: \(?\d+\)?)? (?:repl(?:y|ies))\b.{0,40}
        (?:join|post|add)(?: all| the| more| a| your)?(?: \(?\d+\)?)? (?:comments?|conversation)\b.{0,40}
        (?:leave|write|hide)(?: all| the| more| a| your)?(?: \(?\d+\)?)? (?:comments?|conversation)\b.{0,40}
        (?:join|post|add)(?: all| the| more| a| your)?(?: \(?\d+\)?)? (?:discussion|repl(?:y|ies))\b.{0,40}
        (?:leave|write|hide)(?: all| the| more| a| your)?(?: \(?\d+\)?)? (?:discussion|repl(?:y|ies))\b.{0,40}
        (?:newest|oldest|best|top) (?:first|comments?)
        log ?in to (?:comment|reply|leave a comment).{0,40}
        reply|report abuse|(?:up|down)vote
    """),
    ("correction_notice", r"""
        (?:correction|corrections)\s*(?:[:—–-]|\(.{0,30}\):).{4,600}
        (?:clarification|editor['’]s note|editors['’] note)\s*(?:[:—–-]|\(.{0,30}\):).{4,600}
        an earlier version of this\b.{0,400}
        (?:this|the) (?:story|article|headline) (?:has been|was) (?:updated|corrected|amended)\b.{0,400}
        (?:this|the) (?:story|article|headline) (?:has been|was) clarified\b.{0,400}
        (?:this|the) (?:story|article|headline) (?:has been|was) (?:(?:originally|first) published)\b.{0,400}
        (?:this|the) (?:story|article|headline) (?:has been|was) edited\b.{0,400}
        for corrections\b.{0,300}
        to (?:submit|report) (?:a|an) (?:letter|correction|error|typo)\b.{0,200}
        (?:report|spot(?:ted)?|see|found|notice(?:d)?) (?:a|an) (?:error|typo|mistake)\b.{0,120}
    """),
    ("promotion", r"""
        click here (?:to|for)\b.{0,100}|(?:plus )?special access to\b.{0,160}
        join .{2,40} for access to this content.{0,40}
        listen (?:here )?(?:on|wherever)\b.{0,80}podcasts?.{0,40}
        listen here\b.{0,60}
        (?:exclusive|unlimited) (?:articles|online access|access)\b.{0,160}
        you have full access to\b.{0,80}
        enjoy (?:the latest|additional|unlimited)\b.{0,120}
        interested in more newsletters.{0,40}
        if you are a .{0,40}subscriber\b.{0,200}
        connect with .{0,80}
        (?:contact|email|reach|write to) (?:the (?:reporter|author|writer|newsroom|editors?)).{0,120}
        (?:contact|email|reach|write to) (?:us|.{0,40} at \S+@\S+).{0,120}
        (?:got|have|send us) (?:a |your )?(?:news )?tips?\b.{0,160}
        (?:support (?:us|our|independent|local|quality))\b.{0,200}
        (?:donate to|help (?:us|fund|support) (?:our|us|keep|independent|local))\b.{0,200}
        (?:become a (?:member|supporter)|make a (?:donation|contribution)|join (?:us|now|today))\b.{0,200}
        (?:download|get) (?:the|our)(?: .{0,30})? app\b.{0,100}
        (?:give|gift) (?:this )?(?:a )?(?:article|subscription).{0,40}
        (?:special offer|limited time|try .{0,30} for \$?\d).{0,120}
        stream .{0,40} (?:live|free).{0,60}
        (?:you can |please )?(?:follow|reach|contact|email|e-mail) .{2,60}(?:\bat\b|\bon\b|@).{0,100}
    """),
    ("paywall", r"""
        you have a preview view of this article\b.{0,200}
        (?:this (?:article|story|content) is (?:for|only for|reserved for|exclusive(?:ly)? (?:to|for)))\b.{0,80}
        (?:already (?:a|have an?) (?:subscriber|subscription|account|member)|to continue reading)\b.{0,80}
        (?:subscribe (?:now )?to (?:continue|read|keep|unlock)|log ?in|sign ?in)\b.{0,80}
        (?:register(?: now| free)?|create (?:a |an |your )?(?:free )?account|subscribe(?: now| today)?)\b.{0,80}
        (?:you(?:'|’)ve (?:reached|read)|subscribers? only|unlock this)\b.{0,80}
    """),
    ("metadata", r"""
        by:?|published:?|posted:?|updated:?
        (?:covers|writes about)\b.{2,140} (?:for|at|from)\b.{2,60}
        .{2,60} contributed (?:research|reporting|to this)\b.{0,80}
        a version of this article appear(?:s|ed) in print\b.{0,400}
        .{2,50} spent .{2,120} for this (?:article|story)\b.{0,40}
        see more on:?.{0,200}
        (?:\d+|one|two|three|five) ?-?\s*(?:min(?:ute)?s?)\.? ?-?(?:read|to read)?
        (?:reading|read) time\b.{0,30}
        \d+ (?:minutes?|hours?|days?|weeks?|months?|years?|mins?|hrs?) ago
        (?:just now|yesterday)
        .{1,60}\s\d+ (?:minutes?|hours?|days?) ago
        topics?|tags?|filed under.{0,80}|(?:story|article) (?:id|number).{0,40}|live updates?
        breaking(?: news)?|exclusive|opinion \|.{0,60}
        \((?:reporting|writing|editing|additional reporting|reported)\b.{3,300}\)
        (?:additional )?reporting (?:by|contributed by)\b.{0,160}
        .{2,80}(?:contributed to this (?:report|story|article)|contributed reporting)\b.{0,120}
        (?:the )?(?:associated press|reuters|afp) contributed.{0,80}
    """),
    ("related", r"""
        (?:read more|read also|more|related|watch|see also|also read|listen)\s*(?:[:|»›>–]|—\s).{0,200}
        (?:further reading|recommended|don['’]t miss|in (?:pictures|depth))\s*(?:[:|»›>–]|—\s).{0,200}
        (?:analysis|explainer)\s*(?:[:|»›>–]|—\s).{0,200}
        (?:must read|video|related (?:story|stories|article|coverage|video))\s*(?:[:|»›>–]|—\s).{0,200}
        (?:most (?:read|popular|viewed|watched|shared|commented)|trending)\b.{0,60}
        top stories\b.{0,60}
        (?:latest (?:news|stories|headlines)|more (?:stories|news|headlines|coverage|from|in|on))\b.{0,60}
        (?:you may (?:also )?like|you might (?:also )?like|editor['’]s picks?)\b.{0,60}
        (?:recommended (?:for you|stories|videos))\b.{0,60}
        (?:related (?:stories|articles|topics|coverage|content|links|news)|read next)\b.{0,60}
        (?:up next|what to (?:read|know|watch) next|in case you missed it)\b.{0,60}
        (?:sponsored (?:content|stories|links)|around the web|from the web)\b.{0,60}
        (?:paid content|promoted (?:content|stories)|popular (?:now|stories|in .{2,30}))\b.{0,60}
        .{5,120} [–—-] (?:podcast|video|live|audio|in pictures|explainer|gallery|photos|quiz)
        (?:keep reading|next (?:article|story|up)|previous (?:article|story))\b.{0,60}
    """),
    ("advertisement", r"""
        this advertisement has not loaded yet.{0,60}
        don['’]t want to see (?:this|these|ads)\b.{0,40}
        (?:custom|skip|close|report this|remove)? ?(?:ads?|advert(?:isement|isment)?s?)(?: \d)?(?: -.{0,40})?
        (?:custom|skip|close|report this|remove)? ?advertising(?: \d)?(?: -.{0,40})?
        (?:custom|skip|close|report this|remove)? ?sponsored(?: by .{0,40})?(?: \d)?(?: -.{0,40})?
        (?:custom|skip|close|report this|remove)? ?(?:paid (?:post|partner content))(?: \d)?(?: -.{0,40})?
        ad(?:vertisement)? feedback
        (?:story|article|content|scroll)\b.{0,30}\bcontinues? (?:below|after|reading).{0,40}
        scroll (?:down )?to continue.{0,40}|\[?ad(?:vertisement)?\]?|why (?:am i seeing )?this ad.{0,30}
    """),
    ("other", r"""
        _+
        (?:image|photo|video|picture)(?: caption| source)?,?
        image source, .{2,60}|media caption,?.{0,10}|getty images|leer en español
        if you (?:notice|find|spot|see) (?:a|an) (?:mistake|error|typo)\b.{0,120}
        thank you for registering.{0,10}
        .{0,30}please refresh the page\b.{0,200}
        try refreshing your browser.{0,60}
        we apologi[sz]e, but this video has failed.{0,40}
        .{0,140}\bback to video
        this (?:video|content|audio) (?:is not|isn['’]t|can(?:no|['’])t|could not|has failed)\b.{0,100}
        article content|view image in full ?screen
        video (?:will|is) (?:start|loading|unavailable)\b.{0,60}
        loading\W*
        this is (?:a )?(?:machine|computer)[- ]generated.{0,120}
        this (?:story|article) was (?:translated|generated)\b.{0,160}
    """),
    ("navigation", r"""
        skip to (?:main )?(?:content|navigation|article|footer)
        (?:open|close|toggle|main|site|full)(?: the)? (?:menu|navigation|search|sidebar)
        (?:back|return) to (?:top|home|.{2,30}page)
        jump to (?:comments|content)
        (?:home|news)(?:\s*[>›»/|]\s*[\w&’' .-]{2,40}){1,6}
        edition|u\.?s\.? edition|weather|crossword|horoscopes?|obituaries|classifieds|e-?paper|e-?edition
        games|shop|store|about(?: us)?|contact(?: us)?|help(?: cent(?:er|re))?|careers|jobs|site ?map|faq
        advertise(?: with us)?|newsletters?|podcasts?|video|videos|live(?: tv)?|watch live|search(?: for)?:?
        my account|sign out|log out|page \d+ of \d+|\d+(?: of |/)\d+|next|previous
        show (?:more|less|all|caption|captions)|hide (?:caption|captions)|toggle caption
        enlarge(?: this image| image)?|expand|collapse|view (?:gallery|comments|image|larger)
        open image in gallery|image \d+ of \d+|play(?: video)?|mute|unmute
        \d{1,2}:\d{2}(?: / \d{1,2}:\d{2})?
    """),
)  # fmt: skip
_BY_LINE: list[tuple[FurnitureReason, re.Pattern[str]]] = [(reason, _any_of(phrases)) for reason, phrases in _LINES]

PICTURE_MARK = re.compile(r"(?:image|media|video|photo) (?:source|caption)\b,?", re.IGNORECASE)
BOX = re.compile(
    r"(?:related|recommended|read (?:more|also|next)|see also|more (?:on|coverage)|sign[ -]?up|newsletter|subscribe"
    r"|most read in|watch|listen)\b.*",
    re.IGNORECASE,
)
"""Headings of boxes that stand in the middle of stories too."""

# Headings after which a dump has nothing more of its story, though a box in its middle may bear them too.
_ENDS: tuple[tuple[FurnitureReason, str], ...] = (
    ("comments", r"""
        (?:\d[\d,.]*\s*)?(?:comments?|kommentare?|responses?|replies)(?: \(?\d+\)?)?
        (?:leave|post|write|add) (?:a |new |your )?(?:comment|reply).{0,40}
        \d[\d,.]* (?:comments?|responses?|thoughts?|replies) (?:on|to)\b.{0,120}
        join the (?:conversation|discussion).{0,60}
        view (?:all )?comments.{0,20}|(?:reader|your) comments
    """),
    ("legal", r"""
        (?:©|copyright (?:©|\(c\)|\d{4})).{0,200}
        all rights reserved.{0,60}
    """),
    ("promotion", r"""
        about the (?:author|writer|reporter|contributor)s?.{0,60}
    """),
    ("related", r"""
        (?:most (?:read|popular|viewed|watched|shared)|trending)\b.{0,60}
        top stories\b.{0,60}
        (?:latest (?:news|stories|headlines)|more (?:stories|news|headlines|coverage|from|in|like))\b.{0,60}
        (?:you may (?:also )?like|you might (?:also )?like)\b.{0,60}
        editor['’]s picks?\b.{0,60}
        (?:recommended|related (?:stories|articles|coverage|content|links|news|posts|topics))\b.{0,60}
        (?:read next|up next|what to (?:read|watch) next|in case you missed it|around the web)\b.{0,60}
        (?:from the web|sponsored|paid content|promoted|popular (?:now|stories))\b.{0,60}
    """),
)  # fmt: skip
_BY_END: list[tuple[FurnitureReason, re.Pattern[str]]] = [(reason, _any_of(phrases)) for reason, phrases in _ENDS]

LONGEST_FURNITURE = 700
"""Characters of the longest cookie notice that is looked up."""
_SERVICES = (
    r"(?:share|tweet|e-?mail|print|facebook|twitter|x|whatsapp|linkedin|reddit|bluesky|threads|telegram|pinterest|tumblr"
    r"|flipboard|copy(?: link)?|messenger|sms|save|more|bookmark|(?:share )?via|link)"
)
_SHARE_ROW = re.compile(rf"{_SERVICES}(?:(?:\s*[·•|,/]\s*|\s+){_SERVICES}){{0,14}}", re.IGNORECASE)
_REPORTED_FROM = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?: and [A-Z][\w’'-]+)? reported from [A-Z]")
# "Join us, or sign up for the other side," the mayor said: whatever its wording, what somebody said is the story's.
_SPEECH = re.compile(r"[“”„«»\"]|\b(?:said|says|told)\b")
_DOUBTFUL = frozenset({"promotion", "related", "newsletter", "paywall", "share", "comments", "other"})
_AUTHOR_BIO = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,4}(?:is|was|covers|writes|reports|has covered|joined)\b.{0,160}"
    r"\b(?:reporter|correspondent|writer|editor|journalist|columnist|covers?|covering|bureau|newsroom|fellow at"
    r"|author of|based in|desk|contributor|freelance)\b.{0,300}"
)


@lru_cache(maxsize=8192)
def dump_line_reason(line: str) -> FurnitureReason | None:
    """Tell the reason for which a dump's line is furniture by its wording alone, or None."""
    shown = line.strip(" \t|•·-–—→›»▸►:*✕×")
    if not shown:
        return "other"
    if _SHARE_ROW.fullmatch(shown):
        return "share"
    if _REPORTED_FROM.match(shown):
        return "metadata"
    reason: FurnitureReason | None = _listed_reason(shown)
    if reason is None and not BYLINE_OPENS.match(
        shown
    ):  # `line_reason` takes bylines for furniture; here they are read
        reason = line_reason(line)
    return None if reason in _DOUBTFUL and _SPEECH.search(shown) and len(shown.split()) >= 8 else reason


def _listed_reason(shown: str) -> FurnitureReason | None:
    if len(shown) > LONGEST_FURNITURE:
        return None
    for reason, pattern in _BY_LINE:
        if pattern.fullmatch(shown):
            return reason
    return None


@lru_cache(maxsize=8192)
def ends_story(line: str) -> FurnitureReason | None:
    """Tell what follows when a heading ends the story: "Most Read" is followed by related stories."""
    shown = line.strip(" \t|•·-–—→›»▸►:*")
    if len(shown) > 140:
        return None
    for reason, pattern in _BY_END:
        if pattern.fullmatch(shown):
            return reason
    if not closes_article(shown):
        return None
    reason: FurnitureReason | None = line_reason(line)
    return reason or "related"


def is_author_bio(line: str) -> bool:
    """ "Jane Doe is a reporter covering the harbour for the Times." after a story is about its author."""
    return bool(_AUTHOR_BIO.match(line))


# Words of bylines, dates and sections.

BYLINE_OPENS = re.compile(
    r"^(?i:(?:story|article|analysis|report|reported|written|reporting|words|opinion|posted|published|text)\s+)?"
    r"(?i:by):?\s+(?=[A-ZÀ-Ž])"
)
ROLE = re.compile(
    r"\b(?:(?:senior|staff|chief|national|political|foreign|business|special|sports|investigative|associate|managing"
    r"|deputy|guest|contributing|white house|diplomatic|health|science|world|local|legal|moscow|washington|european"
    r"|lifestyle|news|defen[cs]e) )*(?:writers?|reporters?|correspondents?|editors?|columnists?|journalists?"
    r"|bureau chief|contributors?|producers?|staff|news service)\b",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:updated|modified|revised|last (?:edited|changed)|aktualisiert|mis à jour|actualizado)\b", re.IGNORECASE
)
DATE_WORDS = re.compile(
    rf"\b(?:{_MONTH}|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?|(?:first )?published|publication date|last|updated|posted|modified|revised|created|date"
    r"|first|original(?:ly)?|on|at|am|pm|a\.m\.?|p\.m\.?|et|est|edt|ct|cst|cdt|mt|mst|mdt|pt|pst|pdt|gmt|utc|bst|cet|cest|msk"
    r"|eest|eet|ist|jst|print|time|local|noon|midnight|of|h|uhr|by|st|nd|rd|th)\b|[ap]m\b|\d+|[\W_]",
    re.IGNORECASE,
)
_SECTIONS = """
    world, international, us, u.s., u.s. news, us news, usa, uk, uk news, national, nation, politics, us politics,
    business, economy, markets, money, finance, tech, technology, science, health, climate, environment, energy, sports,
    sport, football, culture, arts, entertainment, lifestyle, life, style, travel, food, opinion, opinions, commentary,
    editorial, editorials, local, local news, metro, region, regional, state, education, crime, courts, crime & courts,
    crime and courts, law, justice, religion, weather, investigations, middle east, europe, africa, asia, asia pacific,
    asia-pacific, americas, latin america, australia, china, russia, ukraine, israel, war in ukraine,
    russia-ukraine war, elections, election, congress, white house, government, defense, defence, military, security,
    national security, media, obituaries, real estate, housing, transport, transportation, community, city, news,
    world news, business news, top news, breaking news, features, analysis, explainers, fact check, agriculture,
    industry, companies, personal finance, space, history, books, film, music, tv, television, society, diplomacy,
    global, globe
"""
SECTIONS = frozenset(section.strip() for section in _SECTIONS.split(","))

# Words of pages without a story.

NOT_FOUND = re.compile(
    r"\b(?:page (?:you (?:are looking for|requested)|not found|(?:cannot|can['’]t) be found"
    r"|(?:doesn['’]t|does not) exist|isn['’]t (?:here|available))|error 404|404 (?:error|not found|page)"
    r"|(?:couldn|can)['’]?t find (?:the|that|this) page|could not find (?:the|that|this) page"
    r"|no longer (?:available|exists)"
    r"|seite (?:wurde )?nicht gefunden"
    r"|page introuvable|página no encontrada)\b",
    re.IGNORECASE,
)
WALL = re.compile(
    r"\b(?:(?:subscribe|register|sign (?:in|up)|log ?in|create (?:an|a free|your) (?:free )?account)\b.{0,60}"
    r"\b(?:to (?:continue|read|keep|unlock|access|view)|for (?:full|unlimited) access)"
    r"|already (?:a subscriber|a member|have an account|registered)"
    r"|(?:this|the) (?:article|story|content) is (?:for|only|exclusive|reserved|available (?:only )?to)\b.{0,30}"
    r"(?:subscribers?|members?)|you['’]ve (?:reached|read|used) (?:your|all)|verify (?:that )?you are (?:a )?human"
    r"|enable javascript|checking your browser|access denied)",
    re.IGNORECASE,
)
