"""The names of the months, as dates write them, in some thirty languages: the genitive where dates take it."""

from __future__ import annotations

# One line a month: English, German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages, Icelandic,
# Finnish, Estonian; Polish, Czech, Slovak, Croatian, Slovene; Hungarian, Romanian, Catalan, Turkish, Indonesian;
# Latvian, Lithuanian; Russian, Ukrainian, Bulgarian, Serbian, Macedonian; Greek; Arabic, Hebrew; Hindi.
# "listopada" is November to Poles and Czechs and October to Croats, who mostly write their dates in figures.
_NAMES = (
    "january jan januar jänner jän janvier janv enero ene gennaio gen janeiro januari janúar tammikuuta tammikuu "
    "jaanuar stycznia sty ledna leden januára siječnja siječanj januarja január ianuarie gener ocak oca janvāris "
    "janvārī sausio января янв січня січ януари јануар јануари ιανουαρίου ιαν يناير ינואר जनवरी",
    "february feb febr februar feber février fevrier févr fév febrero febbraio fevereiro fev februari febrúar "
    "helmikuuta helmikuu veebruar lutego lut února únor februára veljače veljača februarja február februarie "
    "febrer şubat şub februāris februārī vasario февраля фев лютого лют февруари фебруар φεβρουαρίου φεβ فبراير "
    "פברואר फरवरी",
    "march mar märz maerz mrz mär mars marzo março marco maart mrt maaliskuuta maaliskuu märts marca března "
    "březen ožujka ožujak március martie març mart maret marts martā kovo марта мар березня бер март μαρτίου μαρ "
    "مارس מרץ मार्च",
    "april apr avril avr abril abr aprile apríl huhtikuuta huhtikuu aprill kwietnia kwi dubna duben apríla "
    "travnja travanj aprila április aprilie nisan nis aprīlis aprīlī balandžio апреля апр квітня кві април "
    "απριλίου απρ أبريل אפריל अप्रैल",
    "may mai mayo maggio mag maio mei maj maí toukokuuta toukokuu maja května květen mája svibnja svibanj május "
    "maig mayıs maijs maijā gegužės мая май травня тра мај μαΐου μαι مايو מאי मई",
    "june jun juni juin junio giugno giu junho júní kesäkuuta kesäkuu juuni czerwca cze června červen júna lipnja "
    "lipanj junija június iunie juny haziran haz jūnijs jūnijā birželio июня июн червня чер юни јун јуни ιουνίου "
    "ιουν يونيو יוני जून",
    "july jul juli juillet juil julio luglio lug julho júlí heinäkuuta heinäkuu juuli lipca lip července červenec "
    "júla srpnja srpanj julija július iulie juliol temmuz tem jūlijs jūlijā liepos июля июл липня лип юли јул "
    "јули ιουλίου ιουλ يوليو יולי जुलाई",
    "august aug août aout agosto ago augustus augusti ágúst elokuuta elokuu sierpnia sie srpna srpen augusta "
    "kolovoza kolovoz avgusta augusztus agost ağustos ağu agustus agu augusts augustā rugpjūčio августа авг "
    "серпня сер август αυγούστου αυγ أغسطس אוגוסט अगस्त",
    "september sep sept septembre septiembre set settembre setembro septembrie syyskuuta syyskuu września wrz "
    "září rujna rujan septembra szeptember setembre eylül eyl septembris septembrī rugsėjo сентября сен вересня "
    "вер септември септембар σεπτεμβρίου σεπ سبتمبر ספטמבר सितंबर",
    "october oct okt oktober octobre octubre ottobre ott outubro out október lokakuuta lokakuu oktoober "
    "października paź října říjen októbra oktobra octombrie ekim eki oktobris oktobrī spalio октября окт жовтня "
    "жов октомври октобар οκτωβρίου οκτ أكتوبر אוקטובר अक्टूबर",
    "november nov novembre noviembre novembro nóvember marraskuuta marraskuu listopada listopad lis novembra "
    "studenoga studeni noiembrie kasım kas novembris novembrī lapkričio ноября ноя листопада лис ноември новембар "
    "νοεμβρίου νοε نوفمبر נובמבר नवंबर",
    "december dec dez dezember décembre decembre déc diciembre dic dicembre dezembro desember joulukuuta joulukuu "
    "detsember grudnia gru prosince prosinec decembra prosinca decembrie desembre aralık ara des decembris "
    "decembrī gruodžio декабря дек грудня гру декември децембар δεκεμβρίου δεκ ديسمبر דצמבר दिसंबर",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, start=1) for name in names.split()}
