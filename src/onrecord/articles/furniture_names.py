"""What the names of a page's regions tell: that they are furniture, and of which kind, or that they are the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.schema import FurnitureReason

# Words of class and id attributes, by reason, the most telling reason first; "_" joins two words that stand together.
# They are matched whole ("ad" is an advertisement, "loading" is not), after camelCase and dashes were parted.
_NAMED: dict[FurnitureReason, str] = {
    "comments": (
        "comment comments commentlist respond disqus livefyre kommentar kommentare leserkommentar leserkommentare "
        "guestbook webmention commentarea commentsarea commentform replies discussion ping pings trackback "
        "trackbacks commentaire commentaires"
    ),
    "advertisement": (
        "ad ads adv advert adverts advertising advertisement advertorial adslot adsense adbox adunit adwrapper "
        "dfp gpt sponsor sponsors sponsored taboola outbrain werbung anzeige anzeigen publicidad affiliate "
        "adcontainer banner banners revcontent mgid"
    ),
    "newsletter": (
        "newsletter newsletters signup sign_up mailchimp subscribe subscription optin mc4wp mailing abo abonnieren"
    ),
    "share": (
        "share shares sharing shareaholic sharedaddy sharebar sharethis sharebuttons social socials socialmedia "
        "addtoany addthis ssba heateor teilen follow followus jp_relatedposts print_button printfriendly bookmark"
    ),
    "paywall": (
        "paywall_message paywall_overlay paywall_prompt paywall_banner paywall_offer paywall_box regwall piano "
        "paid_barrier subscriber_only registration_wall premium_hint meter"
    ),
    "related": (
        "related relatedposts yarpp recommended recommendation recommendations recommends recirc recirculation "
        "readmore read_more readalso read_also more_from morefrom also trending popular mostread most_read onward "
        "similar suggestions upnext up_next next_post prev_post previous nextprev post_nav post_navigation "
        "linkbox link_list linklist teaser teasers promo promobox promos crp outros relacionadas relacionados "
        "weiterlesen mehr_zum carousel ticker latest more_stories more_news tease rail recent recents "
        "you_may interesting factbox fact_box infobox pullquote pull_quote discover explore "
        "aside card cards related_content further_reading"
    ),
    "legal": (
        "copyright disclaimer cookie cookies cookiebar consent gdpr privacy terms imprint impressum footer "
        "colophon foot footerbar site_info datenschutz legal footnav onetrust cmp contentinfo"
    ),
    "navigation": (
        "nav navi navbar navigation menu menus submenu mainmenu breadcrumb breadcrumbs crumb crumbs pagination "
        "pager paginator toc table_of tableofcontents sitemap topbar skip skiplink skip_link toolbar "
        "sidebar side_bar sidenav sidemenu sidr offcanvas masthead search searchform widget_area widget widgets "
        "dropdown complementary leftcol rightcol right_column left_column secondary sub_nav jump"
    ),
    "metadata": (
        "byline bylines author authors authorbox author_bio authorinfo bio autor meta metadata postmeta post_meta "
        "entry_meta postinfo post_info dateline datetime timestamp date pubdate published tag tags taglist "
        "tagcloud keywords topic topics category categories cat_links kicker eyebrow overline reading_time "
        "readtime read_time about_author profile contributor contributors vcard infobox hashtag hashtags labels "
        "rubrik views rating ratings vote votes post_details postmetadata article_info writer writers "
        "credits_block schlagworte schlagwort"
    ),
    "promotion": (
        "promotion cta call_to_action callout_cta donate donation support_us appeal download_app upsell marketing "
        "product_card pricebox offer offers giveaway contribution"
    ),
    "other": (
        "modal popup pop_up popover overlay lightbox tooltip visually_hidden visuallyhidden sr_only screenreader "
        "screen_reader_text noprint player audio_player video_player videoplayer gallery_nav error alert "
        "notification notice loader loading login signin lang language_switcher accessibility print_only"
    ),
}
CONSENT = frozenset(("cookie", "cookies", "cookiebar", "consent", "gdpr", "onetrust"))
"""Names of dialogs that ask for consent; they list every cookie, at more length than a short story has. Not "cmp":
it is also what Adobe's pages call every component."""
_REASONS: dict[str, FurnitureReason] = {
    word.replace("_", " "): reason for reason, words in reversed(_NAMED.items()) for word in words.split()
}


@dataclass(frozen=True, slots=True)
class Hint:
    """A word in a region's names that tells of furniture."""

    word: str
    reason: FurnitureReason


_PRIORITY = {reason: number for number, reason in enumerate(_NAMED)}
_HINTS = {word: Hint(word, reason) for word, reason in _REASONS.items()}
_SINGLE = frozenset(word for word in _HINTS if " " not in word)
_FIRST_OF_TWO = frozenset(word.split()[0] for word in _HINTS if " " in word)
_TELLING = _SINGLE | _FIRST_OF_TWO
_BY_TAG = {
    "nav": Hint("<nav>", "navigation"), "footer": Hint("<footer>", "legal"), "aside": Hint("<aside>", "related"),
    "menu": Hint("<menu>", "navigation"), "dialog": Hint("<dialog>", "other"),
}  # fmt: skip
_PARTED = {code: " " for code in range(128) if not chr(code).isalnum()}
_SEPARATORS = re.compile(r"[^a-z0-9]+")
# Names of the article itself. "article body related" is still related; "post share body" hardly occurs.
_CONTENT_NAMES = re.compile(
    r"(?<![a-z])(?:(?:article|post|story|blog|page|main|single|entry|paywall) ?content"
    r"|(?:article|story|post|content|td post)"
    r" ?(?:body|text)|body ?(?:content|text)|rich ?text|field name body|artikel|news ?text"
    r"|article (?:inner|main|copy|detail))(?![a-z])"
)


def words_hints(tag: str, names: str) -> tuple[Hint, ...]:
    """List what a region's tag and names tell of furniture, the most telling first."""
    words = names.replace("-", " ").replace("_", " ")  # "/", ":" and the like stand in few names
    words = (words if words.replace(" ", "").isalnum() else words.translate(_PARTED)).split()
    if _TELLING.isdisjoint(words):
        return (_BY_TAG[tag],) if tag in _BY_TAG else ()
    hints: list[Hint] = []
    if not _SINGLE.isdisjoint(words):
        hints += [_HINTS[word] for word in dict.fromkeys(words) if word in _HINTS]
    if len(words) > 1 and not _FIRST_OF_TWO.isdisjoint(words):
        pairs = dict.fromkeys([f"{one} {two}" for one, two in pairwise(words) if one in _FIRST_OF_TWO])
        hints[:0] = [_HINTS[pair] for pair in pairs if pair in _HINTS]
    if len(hints) > 1:
        hints.sort(key=lambda hint: _PRIORITY[hint.reason])
    if tag in _BY_TAG:
        hints.append(_BY_TAG[tag])
    return tuple(hints)


@lru_cache(maxsize=16_384)
def names_content(names: str) -> bool:
    """Do a region's names call it the article's text?"""
    return bool(_CONTENT_NAMES.search(_SEPARATORS.sub(" ", names)))
