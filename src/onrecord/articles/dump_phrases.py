"""Every phrase by which a page dump's lines are known, in one place; whole lines of furniture are in `furniture`.

A dump has no tags: what a region's name tells in HTML, only a line's wording tells here.
"""

from __future__ import annotations

import re

from onrecord.articles.furniture import closes_article, line_reason
from onrecord.schema import FurnitureReason

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_AGENCIES_GLUED = r"(?:THE )?ASSOCIATED PRESS|REUTERS|AFP|AP|GETTY IMAGES|BLOOMBERG(?: NEWS)?|EPA(?:-EFE)?|TNS"

# Where a dump lost the space or the line's end between two elements of the page.
GLUED = (
    # "WorldMarch 19, 2025": section and date
    re.compile(rf"(?<=[a-z.])(?=[A-Z])(?=(?i:{_MONTH})\s+\d{{1,2}},?\s+\d{{4}})"),
    # "Feb 28 20247:00 AM EST": day and time
    re.compile(r"(?<=\b20\d\d)(?=\d{1,2}:\d{2}\b)"),
    # "... he said.Advertisement" and "... she added.Read more: Mayor resigns"
    re.compile(
        r"(?<=[.!?”\"’])(?=(?:Advertisement|ADVERTISEMENT|Read more:|READ MORE:?|Story continues below|Sign up for)\b)"
    ),
    # "By Jane DoePublished March 3, 2025"
    re.compile(r"(?<=[a-z])(?=(?:Published|Updated|Posted)(?::| (?:on )?[A-Z0-9]))"),
)
GLUED_AGENCY = re.compile(rf"(?<=[)\]])\s*(?:{_AGENCIES_GLUED})\s*$")

# Lines of furniture that stand in dumps without a tag to tell them; the first that matches a whole line counts.
_LINES: tuple[tuple[FurnitureReason, str], ...] = (
    ("legal", r".{0,160}\b(?:we|this (?:web)?site|our partners|and our partners) (?:and our .{0,30}partners )?uses? cookies\b.{0,600}"
              r"|(?:by (?:clicking|continuing)|your privacy choices|manage (?:cookies|preferences|consent)|accept (?:all|cookies)|reject all|cookie (?:policy|settings|notice|preferences))\b.{0,300}"
              r"|do not sell (?:or share )?my (?:personal )?(?:info\w*|data).{0,40}|terms of (?:use|service|sale)\b.{0,60}|privacy(?: notice| policy| statement)?"
              r"|.{0,200}\bmay not be (?:published, broadcast|reproduced|redistributed)\b.{0,200}|reprints? (?:and|&) permissions?|ad ?choices|accessibility(?: statement)?|.{0,60}\bis a registered trademark\b.{0,120}"),
    ("newsletter", r"(?:receive|get) (?:daily|breaking|the latest|our|local|top|more)\b.{0,120}\b(?:free|inbox|newsletters?|email|e-mail|headlines)\b.{0,80}"
                   r"|.{0,120}\bsign(?: |-)?up (?:today|now|here|for (?:our|the|free|daily))\b.{0,120}|.{0,100}\bdelivered (?:straight |directly |right )?to your (?:inbox|e-?mail)\b.{0,80}"
                   r"|(?:enter )?your e-?mail(?: address)?\W*|subscribe to (?:our|the)\b.{0,120}|you(?:'|’)?(?:re| are) (?:all )?(?:signed up|subscribed)\b.{0,40}"
                   r"|.{0,60}\b(?:our|daily|weekly|morning|evening|free) newsletters?\b.{0,120}"),
    ("share", r"(?:(?:share|tweet|email|e-mail|print|facebook|twitter|x|whatsapp|linkedin|reddit|bluesky|threads|telegram|pinterest|flipboard|copy(?: link)?|messenger|sms|save|more|bookmark)(?:\s*[·•|,/]\s*|\s+)){1,10}"
              r"(?:share|tweet|email|e-mail|print|facebook|twitter|x|whatsapp|linkedin|reddit|bluesky|threads|telegram|pinterest|flipboard|copy(?: link)?|messenger|sms|save|more|bookmark)"
              r"|share (?:this|on|via|to|with|article|story)\b.{0,60}|copy (?:article )?link.{0,40}|\d+ shares?|listen(?: to this (?:article|story))?(?:\s*[·•|(]?\s*\d+.{0,12})?|add (?:us )?as (?:a )?preferred source.{0,40}"
              r"|follow (?:us|him|her|them|\S+(?: \S+)?) on\b.{0,80}|make us preferred on google.{0,20}"),
    ("comments", r"\d[\d,.]*\s*(?:comments?|replies|responses?)|(?:view|show|see|read|load|join|post|add|leave|write|hide)(?: all| the| more| a| your)?(?: \(?\d+\)?)? (?:comments?|conversation|discussion|repl(?:y|ies))\b.{0,40}"
                 r"|(?:newest|oldest|best|top) (?:first|comments?)|log ?in to (?:comment|reply|leave a comment).{0,40}|reply|report abuse|(?:up|down)vote"),
    ("correction_notice", r"(?:correction|corrections|clarification|editor['’]s note|editors['’] note)\s*(?:[:—–-]|\(.{0,30}\):).{4,600}"
                          r"|(?:this|an earlier version of this) (?:story|article|report|headline) (?:has been|was|incorrectly|misstated|originally|mistakenly)\b.{0,400}"
                          r"|for corrections\b.{0,300}|to (?:submit|report) (?:a|an) (?:letter|correction|error|typo)\b.{0,200}|(?:report|spot(?:ted)?|see|found|notice(?:d)?) (?:a|an) (?:error|typo|mistake)\b.{0,120}"),
    ("promotion", r"connect with .{0,80}|(?:contact|email|reach|write to) (?:the (?:reporter|author|writer|newsroom|editors?)|us|.{0,40} at \S+@\S+).{0,120}|(?:got|have|send us) (?:a |your )?(?:news )?tips?\b.{0,160}"
                  r"|(?:support|donate to|help (?:us|fund|support)|become a (?:member|supporter)|make a (?:donation|contribution)|join (?:us|now|today))\b.{0,200}|(?:download|get) (?:the|our)(?: .{0,30})? app\b.{0,100}"
                  r"|(?:give|gift) (?:this )?(?:a )?(?:article|subscription).{0,40}|(?:special offer|limited time|try .{0,30} for \$?\d).{0,120}|stream .{0,40} (?:live|free).{0,60}"
                  r"|(?:you can |please )?(?:follow|reach|contact|email|e-mail) .{2,60}(?:\bat\b|\bon\b|@).{0,100}"),
    ("paywall", r"(?:this (?:article|story|content) is (?:for|only for|reserved for|exclusive(?:ly)? (?:to|for))|already (?:a|have an?) (?:subscriber|subscription|account|member)|to continue reading|subscribe (?:now )?to (?:continue|read|keep|unlock)"
                r"|log ?in|sign ?in|register(?: now| free)?|create (?:a |an |your )?(?:free )?account|subscribe(?: now| today)?|you(?:'|’)ve (?:reached|read)|subscribers? only|unlock this)\b.{0,160}"),
    ("metadata", r"(?:\d+|one|two|three|five) ?-?\s*(?:min(?:ute)?s?)\.? ?-?(?:read|to read)?|(?:reading|read) time\b.{0,30}|\d+ (?:minutes?|hours?|days?|weeks?|months?|years?|mins?|hrs?) ago|(?:just now|yesterday)"
                 r"|.{1,60}\s\d+ (?:minutes?|hours?|days?) ago|topics?|tags?|filed under.{0,80}|(?:story|article) (?:id|number).{0,40}|live updates?|breaking(?: news)?|exclusive|opinion \|.{0,60}"
                 r"|\((?:reporting|writing|editing|additional reporting|reported)\b.{3,300}\)|(?:additional )?reporting (?:by|contributed by)\b.{0,160}"
                 r"|.{2,80}(?:contributed to this (?:report|story|article)|contributed reporting)\b.{0,120}|(?:the )?(?:associated press|reuters|afp) contributed.{0,80}"),
    ("related", r"(?:read more|read also|more|related|watch|see also|also read|listen|further reading|recommended|don['’]t miss|in (?:pictures|depth)|analysis|explainer|must read|video|related (?:story|stories|article|coverage|video))\s*(?:[:|»›>–]|—\s).{0,200}"
                r"|(?:most (?:read|popular|viewed|watched|shared|commented)|trending|top stories|latest (?:news|stories|headlines)|more (?:stories|news|headlines|coverage|from|in|on)|you may (?:also )?like|you might (?:also )?like|editor['’]s picks?|recommended (?:for you|stories|videos)"
                r"|related (?:stories|articles|topics|coverage|content|links|news)|read next|up next|what to (?:read|know|watch) next|in case you missed it|sponsored (?:content|stories|links)|around the web|from the web|paid content|promoted (?:content|stories)|popular (?:now|stories|in .{2,30})|keep reading|next (?:article|story|up)|previous (?:article|story))\b.{0,60}"),
    ("advertisement", r"(?:custom|skip|close|report this|remove)? ?(?:ads?|advert(?:isement|isment)?s?|advertising|sponsored(?: by .{0,40})?|paid (?:post|partner content))(?: \d)?(?: -.{0,40})?|ad(?:vertisement)? feedback|(?:story|article|content|scroll)\b.{0,30}\bcontinues? (?:below|after|reading).{0,40}|scroll (?:down )?to continue.{0,40}|\[?ad(?:vertisement)?\]?|why (?:am i seeing )?this ad.{0,30}"),
    ("navigation", r"skip to (?:main )?(?:content|navigation|article|footer)|(?:open|close|toggle|main|site|full)(?: the)? (?:menu|navigation|search|sidebar)|(?:back|return) to (?:top|home|.{2,30}page)|jump to (?:comments|content)|(?:home|news)(?:\s*[>›»/|]\s*[\w&’' .-]{2,40}){1,6}"
                   r"|edition|u\.?s\.? edition|weather|crossword|horoscopes?|obituaries|classifieds|e-?paper|e-?edition|games|shop|store|about(?: us)?|contact(?: us)?|help(?: cent(?:er|re))?|careers|jobs|site ?map|faq|advertise(?: with us)?|newsletters?|podcasts?|video|videos|live(?: tv)?|watch live|search(?: for)?:?|my account|sign out|log out"
                   r"|page \d+ of \d+|\d+(?: of |/)\d+|next|previous|show (?:more|less|all|caption|captions)|hide (?:caption|captions)|toggle caption|enlarge(?: this image| image)?|expand|collapse|view (?:gallery|comments|image|larger)|open image in gallery|image \d+ of \d+|play(?: video)?|mute|unmute|\d{1,2}:\d{2}(?: / \d{1,2}:\d{2})?"),
)  # fmt: skip
_BY_LINE = [(reason, re.compile(words, re.IGNORECASE)) for reason, words in _LINES]

# Headings after which a dump has nothing more of its story, though a box in its middle may bear them too.
_ENDS: tuple[tuple[FurnitureReason, str], ...] = (
    ("comments", r"(?:\d[\d,.]*\s*)?(?:comments?|kommentare?|responses?|replies)(?: \(?\d+\)?)?|(?:leave|post|write|add) a (?:comment|reply).{0,40}|join the (?:conversation|discussion).{0,60}|view (?:all )?comments.{0,20}|(?:reader|your) comments"),
    ("legal", r"(?:©|copyright (?:©|\(c\)|\d{4})).{0,200}|all rights reserved.{0,60}"),
    ("promotion", r"about the (?:author|writer|reporter|contributor)s?.{0,60}"),
    ("related", r"(?:most (?:read|popular|viewed|watched|shared)|trending|top stories|latest (?:news|stories|headlines)|more (?:stories|news|headlines|coverage|from|in|like)|you may (?:also )?like|you might (?:also )?like|editor['’]s picks?|recommended|related (?:stories|articles|coverage|content|links|news|posts|topics)|read next|up next|what to (?:read|watch) next|in case you missed it|around the web|from the web|sponsored|paid content|promoted|popular (?:now|stories))\b.{0,60}"),
)  # fmt: skip
_BY_END = [(reason, re.compile(words, re.IGNORECASE)) for reason, words in _ENDS]

_AUTHOR_BIO = re.compile(
    r"(?:[A-Z][\w.'’-]+ ){1,4}(?:is|was|covers|writes|reports|has covered|joined)\b.{0,160}\b(?:reporter|correspondent|writer|editor|journalist|columnist"
    r"|covers?|covering|bureau|newsroom|fellow at|author of|based in|desk|contributor|freelance)\b.{0,300}"
)
BYLINE_OPENS = re.compile(
    r"^(?:(?:story|article|analysis|report|reported|written|reporting|words|opinion|posted|published|text)\s+)?by:?\s+(?=[A-ZÀ-Ž])",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:(?:senior|staff|chief|national|political|foreign|business|special|sports|investigative|associate|managing|deputy|guest|contributing|white house|diplomatic|health|science|world|local|legal|moscow|washington|european|defen[cs]e) )*"
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|journalists?|bureau chief|contributors?|producers?|staff|news service)\b",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:updated|modified|revised|last (?:edited|changed)|aktualisiert|mis à jour|actualizado)\b", re.IGNORECASE
)
DATE_WORDS = re.compile(
    rf"\b(?:{_MONTH}|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|(?:first )?published|publication date"
    r"|last|updated|posted|modified|revised|created|date|on|at|am|pm|a\.m\.?|p\.m\.?|et|est|edt|ct|cst|cdt|mt|mst|mdt|pt|pst|pdt|gmt|utc|bst|cet|cest|msk|eest|eet|ist|jst|time|local|noon|midnight|of|h|uhr|by|st|nd|rd|th"
    r"|first|original(?:ly)?|print)\b|[ap]m\b|\d+|[\W_]",
    re.IGNORECASE,
)
SECTIONS = frozenset(
    """world|international|us|u.s.|u.s. news|us news|usa|uk|uk news|national|nation|politics|us politics|business|economy|markets|money|finance|tech|technology
    |science|health|climate|environment|energy|sports|sport|football|culture|arts|entertainment|lifestyle|life|style|travel|food|opinion|opinions|commentary|editorial
    |editorials|local|local news|metro|region|regional|state|education|crime|courts|crime & courts|crime and courts|law|justice|religion|weather|investigations|middle east
    |europe|africa|asia|asia pacific|asia-pacific|americas|latin america|australia|china|russia|ukraine|israel|war in ukraine|russia-ukraine war|elections|election|congress|white house
    |government|defense|defence|military|security|national security|media|obituaries|real estate|housing|transport|transportation|community|city|news|world news|business news|top news
    |breaking news|features|analysis|explainers|fact check|agriculture|industry|companies|personal finance|space|history|books|film|music|tv|television|society|diplomacy|global|globe""".replace("\n    ", "").split("|")
)  # fmt: skip

NOT_FOUND = re.compile(
    r"\b(?:page (?:you (?:are looking for|requested)|not found|cannot be found|can['’]t be found|doesn['’]t exist|does not exist|isn['’]t (?:here|available))|error 404|404 (?:error|not found|page)"
    r"|(?:couldn|can)['’]?t find (?:the|that|this) page|could not find (?:the|that|this) page|no longer (?:available|exists)|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada)\b",
    re.IGNORECASE,
)
WALL = re.compile(
    r"\b(?:(?:subscribe|register|sign (?:in|up)|log ?in|create (?:an|a free|your) (?:free )?account)\b.{0,60}\b(?:to (?:continue|read|keep|unlock|access|view)|for (?:full|unlimited) access)"
    r"|already (?:a subscriber|a member|have an account|registered)|(?:this|the) (?:article|story|content) is (?:for|only|exclusive|reserved|available (?:only )?to)\b.{0,30}(?:subscribers?|members?)"
    r"|you(?:'|’)ve (?:reached|read|used) (?:your|all)|verify (?:that )?you are (?:a )?human|enable javascript|checking your browser|access denied)",
    re.IGNORECASE,
)


def dump_line_reason(line: str) -> FurnitureReason | None:
    """Tell the reason for which a dump's line is furniture by its wording alone, or None."""
    shown = line.strip(" \t|•·-–—→›»▸►:*✕×")
    if not shown:
        return "other"
    if len(shown) <= 700:
        for reason, pattern in _BY_LINE:
            if pattern.fullmatch(shown):
                return reason
    if BYLINE_OPENS.match(shown):  # `line_reason` takes bylines for furniture; here they are read first
        return None
    return line_reason(line)


def ends_story(line: str) -> FurnitureReason | None:
    """Tell what follows when a heading ends the story: "Most Read" is followed by related stories."""
    shown = line.strip(" \t|•·-–—→›»▸►:*")
    if len(shown) > 140:
        return None
    for reason, pattern in _BY_END:
        if pattern.fullmatch(shown):
            return reason
    return (line_reason(line) or "related") if closes_article(shown) else None


def is_author_bio(line: str) -> bool:
    """ "Jane Doe is a reporter covering the harbour for the Times." after a story is about its author."""
    return bool(_AUTHOR_BIO.match(line))
