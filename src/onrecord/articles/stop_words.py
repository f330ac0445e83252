"""The commonest words of languages that share a script, by ISO 639-1 code: some twenty each, chosen by hand.

Words that several languages share count for each of them the less; see `languages.detect_language`.
"""

from __future__ import annotations

_LATIN = {
    "en": "the of and to in is that for was on with as by at from has have it be are this which an not but they who",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat",
    "fr": "le la les de des et en un une du que qui dans pour est pas sur au par plus avec il ce sont aux cette été",
    "es": "el la los de que y en un una del las por con para es se no su al lo como más pero sus ha fue este también",
    "it": "il di che e la un in per del non una sono della con si da gli dei alla nel più ha le delle anche come ma è",
    "pt": "de o que e a do da em um para com não uma os no se na por mais as dos como mas foi ao ele das à seu são",
    "ca": "de la que el i els en un per amb del una les no és al es va més dels com ha però aquest seva aquesta ser",
    "gl": "de a o que e do da en un para con non unha os no se na por máis as dos como foi ao polo súa tamén pola",
    "ro": "de și în a la cu pe din care pentru nu este un o că mai sunt fost ce au fi cele către după prin s-a dar",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er die om ook als bij door naar maar uit wordt hij",
    "af": "die van en in is het dat te nie vir met op wat hy sy was om aan ook as deur na maar word kan sal hulle",
    "da": "og i at det er en til af på for med den ikke som de har et der han var fra om ved blev efter også vil være",
    "no": "og i det er at en til av på for med den ikke som de har et han var fra om ved ble etter også vil være seg",
    "sv": "och i att det är en till av på för med den inte som de har ett han var från om vid efter också vill vara",
    "is": "og að í er á sem en til við um var það með fyrir ekki hann af frá hefur þess þá voru eru hún þeir verið",
    "fi": "ja on ei että oli se hän ovat myös kun mukaan mutta ole joka sen kanssa niin jos kuin vuoden sekä voi olisi",
    "et": "ja on ei et oli see ta ka kui mis aga nii ning oma kes või veel pole tema selle pärast välja peale",
    "lv": "un ir ka no ar par uz tas kas bet arī kā nav lai pēc gan vai šo tika viņš vēl līdz jau gada",
    "lt": "ir kad yra į iš su tai apie bet kaip ne buvo už taip jau dėl nuo po jis pat gali savo metų kuris",
    "pl": "i w na z się że do nie jest o jak to po od za przez ale dla są przy tym został oraz był jego które",
    "cs": "a v na se je že s z do to o k i za ve ale po jako by jsou který bylo při které podle pro už jeho také",
    "sk": "a v na sa je že s z do to o k i za vo ale po ako by sú ktorý bolo pri ktoré podľa pre už jeho aj",
    "hr": "i u je na se da su za od s a koji o što kao nije bi iz će ali samo te je bio sve nakon kako biti",
    "sl": "in v je na se da so za od s ki o pa kot ni bi iz bo tudi po pri še ali kar kako lahko",
    "hu": "a az és hogy nem is egy volt van ez meg csak már de mint el ki még azt ha lehet volna után szerint",
    "sq": "të e në dhe që për me një nga është ka më si u do janë nuk por ai kjo këtë tij pas",
    "tr": "ve bir bu da de için ile olarak olan daha çok gibi ne var sonra kadar ama oldu o ise göre en değil",
    "az": "və bir bu da də üçün ilə olan daha çox kimi edib olub isə bildirib var sonra görə onun ki",
    "id": "yang dan di dengan untuk dari pada ini itu dalam tidak akan adalah telah juga ke oleh karena ada bisa saat",
    "ms": "yang dan di dengan untuk dari pada ini itu dalam tidak akan adalah telah juga ke oleh kerana ada boleh",
    "vi": "và của là có trong được cho các với người một không những khi đã ông năm này từ để cũng tại",
    "tl": "ang ng sa na mga at ay ni si para ito hindi niya kay rin nang din ayon mula kanyang",
    "sw": "ya na wa kwa ni katika la za kuwa cha hiyo huo yake hii ambao pia baada huku lakini",
    "ga": "an na agus ar go le a i is do bhí atá ag faoi sé ní tá leis ach nach",
    "cy": "y yr yn a i o ar mae gan am ei wedi bod nid hefyd oedd eu fel wrth",
    "xh": "ukuba kwaye kodwa okanye xa ke kuba into apho kule oko le ngoku ukuze emva nje abantu kakhulu uthi yi ye ka",
    "zu": "ukuthi futhi kodwa noma uma ngoba lapho kanye nje leli lo khona ngesikhathi kulo abantu kakhulu uthe",
    "eu": "eta da ez du bat dute zen izan dira baina ere hau ziren egin den dela",
}
_CYRILLIC = {
    "ru": "и в на не что с по как это за из его от для но был они также она который при том уже были после со",
    "uk": "і в на не що з у до та як за це від про його для але який також він були є після під час щодо",
    "be": "і ў на не што з да як за гэта па ад яго для але які таксама былі пра быў",
    "bg": "и на в да за се от с не е че по са като ще до си това който към при беше след но",
    "sr": "и у је на се да су за од са који о што као није би из ће али само те био после",
    "mk": "и на во да за се од со не е дека по се како ќе до го ги тоа кој беше при ја што",
    "kk": "және мен бұл да де үшін бір бар болып деп ол осы кейін дейін",
}
_ARABIC = {
    "ar": "في من على أن إلى التي عن مع هذا الذي هذه بعد بين كان قال ما لا كما خلال قد",
    "fa": "و در به از که این را با است برای آن شد یک خود می بر تا هم کرد",
    "ur": "کے کی میں ہے سے اور کا نے کو پر یہ کہ ہیں بھی کر ایک",
}
_DEVANAGARI = {
    "hi": "के की में है से और का को ने पर यह कि हैं भी कर एक लिए था हो रहे रही गया गई किया इस उस वह तो साथ बाद",
    "mr": "आणि आहे या मध्ये ते हे च्या ला तर होते की असे नाही केली",
    "ne": "र छ को मा भने गरेको हो पनि यो लागि थियो एक",
}
BY_SCRIPT: dict[str, dict[str, str]] = {
    "latin": _LATIN, "cyrillic": _CYRILLIC, "arabic": _ARABIC, "devanagari": _DEVANAGARI,
}  # fmt: skip
