"""Languages of texts."""

import pytest

from onrecord.articles.languages import detect_language, settle_language

TEXTS = {
    "en": (
        "The minister said on Monday that the dam would hold and that it was not in danger from the rain of this week."
    ),
    "de": (
        "Der Minister sagte am Montag, dass der Damm hält und dass er nicht in Gefahr ist, auch wenn es weiter regnet."
    ),
    "fr": (
        "Le ministre a dit lundi que le barrage tiendra et qu'il n'est pas en danger, mais les pluies sont plus fortes."
    ),
    "es": (
        "El ministro dijo el lunes que la presa resistirá y que no está en peligro, pero las lluvias son más fuertes."
    ),
    "pt": (
        "O ministro disse na segunda-feira que a barragem não está em perigo, mas as chuvas são mais "
        "fortes do que em maio."
    ),
    "it": (
        "Il ministro ha detto lunedì che la diga non è in pericolo, ma le piogge sono più forti che nel mese di maggio."
    ),
    "nl": (
        "De minister zei maandag dat de dam het houdt en dat hij niet in gevaar is, maar het regent "
        "meer dan in de maand mei."
    ),
    "pl": (
        "Minister powiedział w poniedziałek, że zapora nie jest zagrożona, ale do końca roku będzie "
        "padać i to od nowa się zacznie dla wsi."
    ),
    "uk": (
        "Міністр сказав у понеділок, що гребля не є під загрозою, але дощі цього року були сильні, а "
        "це за його словами та як є."
    ),
    "ru": (
        "Министр сказал в понедельник, что плотина не в опасности, но дожди были сильны, и это по "
        "его словам уже не для нас, а также."
    ),
    "ja": "大臣は月曜日、ダムは安全だと述べた。雨は続いている。",
    "zh": "部长周一表示大坝安全，雨势仍在继续。",
    "ko": "장관은 월요일 댐이 안전하다고 말했다.",
    "el": "Ο υπουργός είπε τη Δευτέρα ότι το φράγμα είναι ασφαλές.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_language_is_told_by_script_and_commonest_words(language: str):
    assert detect_language(TEXTS[language]) == language


def test_too_short_a_text_stays_unknown_and_the_declared_language_holds():
    assert detect_language("Dam opens") is None
    assert settle_language(["de-AT"], "Damm öffnet") == "de"


def test_norwegian_declared_as_bokmal_is_not_overruled():
    text = (
        "Ministeren sa at det er ikke fare for demningen, og at den har vært sikker etter det som var et år med regn. "
        * 5
    )
    assert settle_language(["nb-NO"], text) == "nb"


def test_language_that_the_text_denies_is_unknown():
    assert (
        settle_language(["en"], "Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor " * 9)
        is None
    )
