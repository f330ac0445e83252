"""Lines and headings that are a page's furniture by their wording alone.

One expression a line, matched against whole lines without their bullets and colons, in any case.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import cast

from onrecord.schema import FurnitureReason

_EDGE = " \t|•·-–—→›»▸►:*"
_RULES = "#_~=.…⁂ " + _EDGE
_LONGEST = 420

# Whole lines that are furniture wherever they stand, by reason: "Advertisement", "Read more: ...".
_LINES: dict[FurnitureReason, str] = {
    "advertisement": r"""
        custom ad
        don['’]t want to see (?:this|these|ads)\b.{0,40}
        advertisements?
        advertising
        ad
        anzeige
        werbung
        publicité
        publicidad
        reklam[ae]?
        sponsored
        story continues (?:below|after) (?:this )?ad\w*
        article continues (?:below|after) (?:this )?ad\w*
        scroll to continue(?: with content)?
        continue reading below
    """,
    "newsletter": r"""
        receive daily headlines.*
        sign up (?:today|now|here|for|to)\b.{0,140}
        subscribe (?:to|now|today|here)\b.{0,140}
        get (?:the|our) .{0,60}newsletter.{0,80}
        get our .{0,40}\bnews email\b.{0,100}
        i would like to (?:be emailed|receive (?:emails|news|offers))\b.{0,200}
        .{0,60}\b(?:to|in) your inbox\b.{0,40}
        newsletter
    """,
    "share": r"""
        share(?: this.{0,40}| on .{0,30}|:)?
        tweet
        teilen
        facebook
        twitter
        whatsapp
        linkedin
        pinterest
        reddit
        e-?mail
        print
        copy link
        link copied!?
        follow (?:us|me)\b.{0,80}
        click to share.{0,60}
        pin it
        like this
        like loading.{0,5}
        drucken
        merken
        vorlesen
        listen(?: to (?:this )?article)?
        save
        gift this article
        loading\W*
        share on.{0,60}
        teile diesen beitrag.{0,20}
        diese geschichte teilen
        diesen artikel teilen
    """,
    "related": r"""
        read more\s*:?
        read also\s*:?
        see also\s*:?
        also read\s*:?
        related(?: articles?| stories| posts?| content| topics?)?\s*:?
        recommended(?: for you| reading| stories)?\s*:?
        more (?:on|from|stories|like this)\s*:?
        lesen sie auch\s*:?
        mehr zum thema\s*:?
        lire aussi\s*:?
        leer también\s*:?
        le[ea] (?:también|tambem)\s*:?
        read next\s*:?
        explore more on these topics
        související témata
        souvisejicí články
        related video
        lue myös
        læs også
        läs också
        leia (?:também|mais)
        leggi anche
        devamını oku
        también te puede interesar
        le puede interesar
        te recomendamos
        schon gelesen\??
        temas relacionados
        noticias relacionadas
        weiterführende (?:links|informationen|artikel)
        dieses thema im programm
        up next\s*:?
        watch\s*:?
        watch now\s*:?
        don't miss\s*:?
        you may also like\s*:?
        you might also like\s*:?
        trending(?: now)?\s*:?
        most (?:read|popular|viewed)\s*:?
        continue reading\s*:?
        zum thema\s*:?
        auch interessant\s*:?
        das könnte (?:sie|dich) auch interessieren\s*:?
        ähnliche (?:artikel|beiträge)\s*:?
        weiterlesen\s*:?
        mehr dazu\s*:?
        ver también\s*:?
        les også\s*:?
        lees ook\s*:?
        czytaj także\s*:?
        читайте также\s*:?
        passend zum thema\s*:?
        more information\s*:?
        popular posts\s*:?
        read more\s*(?:[:|»–]|on:|>>).{0,160}
        read also\s*(?:[:|»–]|on:|>>).{0,160}
        see also\s*(?:[:|»–]|on:|>>).{0,160}
        also read\s*(?:[:|»–]|on:|>>).{0,160}
        related\s*(?:[:|»–]|on:|>>).{0,160}
        related video\s*(?:[:|»–]).{0,160}
        leia (?:também|mais)\s*[:|»–].{0,160}
        leggi anche\s*[:|»–].{0,160}
        veja também\s*[:|»–].{0,160}
        le puede interesar\s*[:|»–].{0,160}
        te puede interesar\s*[:|»–].{0,160}
        läs också\s*[:|»–].{0,160}
        čtěte také\s*[:|»–].{0,160}
        lesen sie auch\s*(?:[:|»–]|on:|>>).{0,160}
        mehr zum thema\s*(?:[:|»–]|on:|>>).{0,160}
        lire aussi\s*(?:[:|»–]|on:|>>).{0,160}
        leer también\s*(?:[:|»–]|on:|>>).{0,160}
        lees ook\s*(?:[:|»–]|on:|>>).{0,160}
        les også\s*(?:[:|»–]|on:|>>).{0,160}
        read next\s*(?:[:|»–]|on:|>>).{0,160}
        watch\s*(?:[:|»–]|on:|>>).{0,160}
        more\s*(?:[:|»–]|on:|>>).{0,160}
        listen\s*(?:[:|»–]|on:|>>).{0,160}
        recommended\s*(?:[:|»–]|on:|>>).{0,160}
        must read\s*(?:[:|»–]|on:|>>).{0,160}
        read\s*(?:[:|»–]|on:|>>).{0,160}
    """,
    "comments": r"""
        \d[\d.,]* (?:comments?|kommentare?|responses?|replies)
        (?:leave|post|write|add) (?:a|your) (?:comment|reply).{0,40}
        no comments.{0,20}
        comments?(?: \(\d+\))?
        kommentare?
        reply
        antworten
        cancel reply
        join the (?:conversation|discussion).{0,80}
        schreibe einen kommentar.{0,30}
        your email address will not be published.*
        deine e-mail-adresse wird nicht.*
        comments are closed.{0,10}
        view comments.{0,10}
    """,
    "legal": r"""
        ©.{0,160}
        copyright\b.{0,200}
        \(c\) \d{4}.{0,120}
        all rights reserved.{0,80}
        alle rechte vorbehalten.{0,40}
        .{0,80}all rights reserved\.?
        we use cookies.{0,400}
        privacy policy
        terms (?:of (?:use|service)|and conditions)
        this material may not be published.{0,160}
    """,
    "paywall": r"""
        (?:register|sign in|log in|subscribe)\b.{0,60}\bto (?:unlock|continue|read|view)\b.{0,80}
        create an? (?:free )?account\b.{0,60}\bto (?:unlock|continue|read|view)\b.{0,80}
        this content is (?:reserved|available) (?:for|to) (?:our )?(?:subscribers|members).{0,20}
        you have full access to this article.{0,60}
        (?:enjoy )?unlimited (?:online |digital )?access\b.{0,120}
        already (?:a subscriber|a member|have an account|subscribed).{0,40}
        (?:noch kein|bereits) (?:abonnent|abo|kunde|registriert).{0,60}
        join .{2,40} for access to this content
        plus special access to select articles.{0,120}
        you have reached your maximum number of articles.{0,80}
        有料会員になると.{0,80}
        .{0,40}有料記事読み放題.{0,80}
        \d+ wochen (?:kostenlos|gratis) testen
    """,
    "correction_notice": r"""
        for corrections to this story.*
        to submit a letter to the editor.*
        (?:spotted|noticed) an? (?:error|mistake).{0,120}
        fehler gefunden.{0,100}
        (?:wie )?hat ihnen (?:dieser|der) (?:artikel|beitrag) gefallen\b.{0,200}
        ihre meinung ist uns wichtig.{0,160}
        was this (?:article|page|helpful).{0,60}
        war (?:der|dieser) (?:artikel|beitrag) (?:nützlich|hilfreich).{0,40}
        have you spotted.{0,120}
        do you have (?:a story|more information|any information|a tip)\b.{0,160}
        (?:.{0,60}\? )?get in touch (?:at|with|by)\b.{0,100}
    """,
    "metadata": r"""
        (?:last )?(?:published|updated|posted|modified)(?: on| at| in)?\s*:?.{0,60}\d{2}.{0,20}
        (?:zuletzt )?(?:aktualisiert|veröffentlicht|stand)(?: am)?\s*:?.{0,60}\d{2}.{0,20}
        \d+ ?-?(?:min(?:ute)?s?\.?)(?: read| lesezeit)?
        (?:reading time|read time|lesezeit|estimated reading).{0,30}
        tags?\s*:.{0,200}
        filed under\s*:.{0,200}
        categories\s*:.{0,200}
        category\s*:.{0,200}
        topics?\s*:.{0,200}
        posted in\s*:.{0,200}
        schlagwörter\s*:.{0,200}
        schlagworte\s*:.{0,200}
        kategorien?\s*:.{0,200}
        themen\s*:.{0,200}
        keywords?\s*:.{0,200}
        tags?
        topics?
        filed under
        posted in
        schlagwörter
        schlagworte
        stichworte
        kategorien?
        categor(?:y|ies)
        themen
        keywords?
        temas
        etiquetas
        mots[- ]clés
        argomenti
        tagi
        теги
        emneord
        ämnen
        \((?-i:[a-zäöü]{2,4})(?:/(?-i:[a-zäöü]{2,5}))*\)
        quelle\s*: ?[\w.]+(?:[,/] ?\w+)*
        labels?\s*:.{0,200}
        stichworte\s*:.{0,200}
        (?:by|von|par|por) [A-ZÀ-Ž][\w.'’-]+(?: [\w.'’-]+){0,4}
        \d+ (?:views|shares|likes|aufrufe)
        views:? \d+
    """,
    "navigation": r"""
        back to top
        nach oben
        skip to .{0,30}
        home
        menu
        search
        close
        next
        previous
        prev
        zurück
        weiter
        show more
        view all
        see all
        mehr anzeigen
        load more
        table of contents
        contents
        inhaltsverzeichnis
        inhalt
        jump to.{0,40}
        older posts?
        newer posts?
        startseite
        zur startseite
        (?:zur|zurück zur) übersicht
        hlavní obsah
        box (?:auf|zu)klappen.{0,30}
        ende der weiteren informationen
        nach oben scrollen
        seite drucken
    """,
    "other": r"""
        view this post on instagram
        link zum (?:youtube|twitter|instagram|facebook|externen)\b.{0,20}
        (?:ein )?klick für den datenschutz
        a post shared by.{0,120}
        video player is loading.{0,20}
        your browser does not support.{0,60}
        play video
        image source
        embed
        dieses video wird.{0,120}
        empfohlener (?:redaktioneller|externer) inhalt.{0,40}
        an dieser stelle (?:finden sie|finden|findest du|steht|stehen).{0,380}
        ich bin damit einverstanden.{0,380}
        personenbezogene daten können an drittplattformen übermittelt werden.{0,120}
        externe(?:r|n) inhalte?.{0,60}
    """,
}

# Headings after which a page has nothing more of its article: "Related stories", "3 comments", "About the author".
_CLOSING = r"""
    related(?: .{0,30})?\s*:?
    (?:more|mehr) (?:from|on|stories|news|zum thema|aus|von|articles|posts|like this|to explore)\b.{0,60}\s*:?
    read (?:next|more|also)\b.{0,40}\s*:?
    you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,30}\s*:?
    recommended.{0,40}\s*:?
    comments?(?: \(?\d+\)?)?\s*:?
    \d+ (?:comments?|thoughts?|responses?|replies|kommentare?|antworten)\b.{0,120}\s*:?
    kommentare?.{0,20}\s*:?
    leave a (?:reply|comment).{0,40}\s*:?
    schreibe einen kommentar.{0,20}\s*:?
    kommentar (?:schreiben|hinterlassen|verfassen).{0,20}\s*:?
    about (?:the )?(?:author|writer|contributor)s?.{0,40}\s*:?
    über (?:den autor|die autorin|den verfasser).{0,40}\s*:?
    das könnte (?:sie|dich|euch) (?:auch )?.{0,40}\s*:?
    ähnliche (?:artikel|beiträge|themen).{0,20}\s*:?
    weitere (?:artikel|beiträge|meldungen|themen).{0,40}\s*:?
    auch interessant.{0,20}\s*:?
    latest (?:news|posts|articles|stories).{0,20}\s*:?
    most (?:read|popular|viewed).{0,20}\s*:?
    popular (?:posts|articles).{0,20}\s*:?
    recent (?:posts|articles|comments).{0,20}\s*:?
    share this.{0,30}\s*:?
    sign up.{0,60}\s*:?
    subscribe.{0,60}\s*:?
    (?:join|get) our newsletter.{0,40}\s*:?
    post navigation\s*:?
    beitragsnavigation\s*:?
    beitrags-navigation\s*:?
    further reading\s*:?
    what to read next\s*:?
    trending.{0,20}\s*:?
    top stories\s*:?
    neueste .{0,30}\s*:?
    empfehlungen.{0,30}\s*:?
    mehr lesen\s*:?
    teilen\s*:?
    diskussion\s*:?
    discussion\s*:?
    also on .{0,30}\s*:?
    similar .{0,30}\s*:?
    keep reading\s*:?
    explore more.{0,20}\s*:?
    see also\s*:?
    lire aussi\s*:?
    à lire aussi\s*:?
    te puede interesar\s*:?
    lea también\s*:?
    newsletter.{0,40}\s*:?
    in other news\s*:?
    verwandte .{0,20}\s*:?
    mehr zum thema.{0,30}\s*:?
"""


def one_of(expressions: str) -> re.Pattern[str]:
    """Compile a table with one expression a line into a pattern that matches any of them."""
    return re.compile("|".join(filter(None, map(str.strip, expressions.splitlines()))), re.IGNORECASE)


# What lines that begin with anything hold: "…, straight to your inbox". An expression that opens with `.` needs one.
TELLING = ("inbox", "rights reserved", "get in touch", "有料記事読み放題")
_FIRST_GROUP = re.compile(r"\(\?:([^()]*)\)(\?)?")
_OPTIONAL = ("?", "*", "{")
_CLOSING_HEADING = one_of(_CLOSING)


def openings(expression: str) -> set[str] | None:
    """The letter or two that a line may begin with to match, "0" for digits; None where it may begin with anything."""
    group = _FIRST_GROUP.match(expression)
    if group:
        parts = [openings(part) if part else None for part in group[1].split("|")]
        parts += [openings(expression[group.end() :])] if group[2] else []
        return None if None in parts else set[str]().union(*filter(None, parts))
    if expression[1:2] in _OPTIONAL:
        return None
    if expression.startswith(("\\d", "\\(")):
        return {"0" if expression[1] == "d" else "("}
    if not (expression[0].isalpha() or expression[0] == "©"):
        return None
    is_second = expression[1:2].isalpha() and expression[2:3] not in _OPTIONAL
    return {expression[: 1 + is_second].casefold()}


def line_expressions() -> list[tuple[FurnitureReason, str]]:
    """Every expression with its reason, the first that matches telling."""
    return [
        (reason, expression.strip())
        for reason, expressions in _LINES.items()
        for expression in expressions.splitlines()
        if expression.strip()
    ]


@cache
def _openings() -> frozenset[str]:
    """The letter or two that any line may begin with to match; one in ten lines does."""
    return frozenset(letters for _, expression in line_expressions() for letters in openings(expression) or ())


@lru_cache(maxsize=1024)
def _by_opening(letter: str, telling: bool) -> re.Pattern[str] | None:
    """Only what a line may match that begins so: a line needs no more than ten of three hundred expressions."""
    fitting: dict[FurnitureReason, list[str]] = {}
    for reason, expression in line_expressions():
        opened = openings(expression)
        if telling if opened is None else any(letters[0] == letter for letters in opened):
            fitting.setdefault(reason, []).append(expression)
    if not fitting:
        return None
    return re.compile("|".join(f"(?P<{reason}>{'|'.join(those)})" for reason, those in fitting.items()), re.IGNORECASE)


@lru_cache(maxsize=4096)
def line_reason(line: str) -> FurnitureReason | None:
    """Tell the reason for which a line is furniture by its wording alone."""
    if len(line) > _LONGEST:
        return None
    shown = line.strip(_EDGE)
    if not shown[:1].isalnum() and not shown.strip(_RULES):
        return "other"  # "###" and "* * *" close press releases and part sections; "=)" is somebody's smile
    folded = shown.casefold()
    inbox, rights, touch, paid = TELLING
    telling = inbox in folded or rights in folded or touch in folded or paid in folded
    first, known = "0" if shown[0].isdecimal() else folded[0], _openings()
    if not (telling or first in known or folded[:2] in known):
        return None
    pattern = _by_opening(first, telling)
    found = pattern.fullmatch(shown) if pattern is not None else None
    return cast("FurnitureReason | None", found.lastgroup) if found else None


@lru_cache(maxsize=4096)
def closes_article(heading: str) -> bool:
    """Does this heading open what follows an article?"""
    return len(heading) < 140 and bool(_CLOSING_HEADING.fullmatch(heading.strip(_EDGE)))
