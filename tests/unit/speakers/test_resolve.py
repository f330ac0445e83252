from onrecord.speakers import resolve_speakers
from tests.unit.speakers.stories import find, names_in, said, speakers, story, who


def test_a_surname_takes_the_full_name_and_role_from_above():
    article = story(
        "Harbour minister Ada Merrin opened the talks on Monday.",
        "The port stays shut, Merrin said.",
    )
    merrin = said(article, "Merrin", "The port stays shut", after="shut, ")
    resolution = resolve_speakers(article, [merrin], names_in(article, person=["Ada Merrin", "Merrin"]))
    assert speakers(resolution) == [("Ada Merrin", "person", "Harbour minister")]


def test_an_apposition_is_the_role_verbatim():
    article = story("Ilse Novak, a senior fellow for trade at the Delta Institute, deplored the delay.")
    names = names_in(article, person=["Ilse Novak"], organisation=["Delta Institute"])
    source = "Ilse Novak, a senior fellow for trade at the Delta Institute,"
    resolution = resolve_speakers(article, [said(article, source, "the delay")], names)
    assert speakers(resolution) == [("Ilse Novak", "person", "senior fellow for trade at the Delta Institute")]


def test_of_a_body_is_a_role():
    article = story("Ilse Novak of the Delta Institute said trade would fall.")
    names = names_in(article, person=["Ilse Novak"], organisation=["Delta Institute"])
    resolution = resolve_speakers(article, [said(article, "Ilse Novak of the Delta Institute", "trade")], names)
    assert speakers(resolution) == [("Ilse Novak", "person", "of the Delta Institute")]


def test_it_takes_up_the_body_that_spoke():
    article = story(
        "The White House said in its readout of the call with Kyiv that “the leaders agreed” on a halt.",
        "“This includes the harbours,” it said.",
    )
    first = said(article, "The White House", "the leaders agreed")
    second = said(article, "it", "“This includes the harbours,”", after="harbours,” ")
    assert who(article, [first, second]) == [["White House"], ["White House"]]


def test_it_takes_up_the_last_of_two_bodies_that_spoke():
    article = story(
        "The tabloid Morning Pravda noted a thaw, and state news agency Nord Novosti pointed at new ties.",
        "“The format is new,” it said.",
    )
    names = names_in(article, organisation=["Morning Pravda", "Nord Novosti"])
    attributions = [
        said(article, "The tabloid Morning Pravda", "a thaw"),
        said(article, "state news agency Nord Novosti", "new ties"),
        said(article, "it", "“The format is new,”", after="new,” "),
    ]
    resolution = resolve_speakers(article, attributions, names)
    assert speakers(resolution, 0) == [("Morning Pravda", "organisation", "tabloid")]
    assert speakers(resolution, 2) == [("Nord Novosti", "organisation", "state news agency")]


def test_a_capital_that_denies_is_its_country():
    article = story("Vladimir Putin said the troops are surrounded, even though Kyiv denied it.")
    names = names_in(article, person=["Vladimir Putin"], place=["Kyiv"])
    resolution = resolve_speakers(article, [said(article, "Kyiv", "the troops")], names)
    assert speakers(resolution) == [("Ukraine", "organisation", None)]


def test_joint_sources_are_two_speakers():
    article = story("Both the White House and the Kremlin called it a start.")
    source = "Both the White House and the Kremlin"
    assert who(article, [said(article, source, "a start")]) == [["White House", "Kremlin"]]


def test_what_is_said_with_a_campaign_is_the_campaigns():
    article = story("Rosa Lindt lost. Lindt's campaign blamed the rain, and her campaign said so twice.")
    names = names_in(article, person=["Rosa Lindt", "Lindt"])
    attributions = [said(article, "Lindt's campaign", "the rain"), said(article, "her campaign", "so twice")]
    assert who(article, attributions, names) == [["Rosa Lindt campaign"], ["Rosa Lindt campaign"]]


def test_unnamed_sources_keep_the_articles_words():
    article = story("A senior official said the talks failed. Sources called them a farce.")
    resolution = resolve_speakers(
        article, [said(article, "A senior official", "the talks"), said(article, "Sources", "a farce")], []
    )
    assert speakers(resolution, 0) == [("A senior official", "unnamed", None)]
    assert speakers(resolution, 1) == [("Sources", "unnamed", None)]


def test_a_group_is_a_group_and_they_take_it_up():
    article = story("Republicans blamed the mayor. They said he knew.")
    attributions = [said(article, "Republicans", "the mayor"), said(article, "They", "he knew")]
    resolution = resolve_speakers(article, attributions, names_in(article, group=["Republicans"]))
    assert speakers(resolution, 0) == speakers(resolution, 1) == [("Republicans", "group", None)]


def test_one_member_of_a_group_is_nobody_by_name():
    article = story("One Republican called it a farce.")
    resolution = resolve_speakers(
        article, [said(article, "One Republican", "a farce")], names_in(article, group=["Republican"])
    )
    assert speakers(resolution) == [("One Republican", "unnamed", None)]


def test_first_person_inside_a_quotation_is_who_is_quoted():
    article = story("“I think the port is lost,” said Ada Merrin.")
    quotation = said(article, "Ada Merrin", "“I think the port is lost,”")
    thought = said(article, "I", "the port is lost")
    names = names_in(article, person=["Ada Merrin"])
    assert who(article, [quotation, thought], names) == [["Ada Merrin"], ["Ada Merrin"]]


def test_he_inside_a_quotation_is_somebody_else():
    article = story("Tom Reiter resigned on Sunday. “He said he was tired,” Karl Voss recalled.")
    quotation = said(article, "Karl Voss", "“He said he was tired,”")
    inner = said(article, "He", "he was tired")
    names = names_in(article, person=["Tom Reiter", "Karl Voss"])
    assert who(article, [quotation, inner], names) == [["Karl Voss"], ["Tom Reiter"]]


def test_a_quotation_that_goes_on_in_the_next_paragraph_keeps_its_speaker():
    article = story("“We waited for hours,” Ada Merrin said. “Nobody came.", "“Then the lights went out.”")
    names = names_in(article, person=["Ada Merrin"])
    first = said(article, "Ada Merrin", "“We waited for hours,”", cue="said")
    second = said(article, "", "“Then the lights went out.”")
    assert who(article, [first, second], names)[1] == ["Ada Merrin"]


def test_a_passive_without_a_source_stays_without_a_speaker():
    article = story("Ada Merrin said no. The claim was rated false.")
    names = names_in(article, person=["Ada Merrin"])
    attributions = [said(article, "Ada Merrin", "no"), said(article, "", "false", cue="was rated")]
    assert who(article, attributions, names)[1] == []


def test_the_author_is_i_outside_quotations():
    article = story("I know this town.", "It has two bridges.", authors=("Vera Holm",))
    assert who(article, [said(article, "I", "this town")]) == [["Vera Holm"]]


def test_without_a_model_titles_and_capitals_still_name_people():
    article = story("Kremlin spokesman Dmitry Peskov underlined trust. Peskov said no more.")
    attributions = [
        said(article, "Kremlin spokesman Dmitry Peskov", "trust"),
        said(article, "Peskov", "no more", after="trust. "),
    ]
    assert who(article, attributions) == [["Dmitry Peskov"], ["Dmitry Peskov"]]


def test_entities_are_numbered_by_first_mention_and_hold_all_their_mentions():
    article = story("Ada Merrin met Karl Voss. Merrin spoke first. She said the port stays shut.")
    names = names_in(article, person=["Ada Merrin", "Karl Voss", "Merrin"])
    resolution = resolve_speakers(article, [said(article, "She", "the port stays shut")], names)
    merrin, voss = resolution.entities
    assert (merrin.id, merrin.name, voss.id, voss.name) == ("e1", "Ada Merrin", "e2", "Karl Voss")
    assert [(mention.text, mention.form) for mention in merrin.mentions] == [
        ("Ada Merrin", "name"), ("Merrin", "name"), ("She", "pronoun"),
    ]  # fmt: skip
    assert resolution.attributions[0].speakers[0].entity == "e1"


def test_attributions_come_back_in_their_order_and_otherwise_unchanged():
    article = story("Karl Voss agreed. Ada Merrin said no.")
    late, early = said(article, "Ada Merrin", "no"), said(article, "Karl Voss", "agreed")
    resolution = resolve_speakers(article, [late, early], names_in(article, person=["Ada Merrin", "Karl Voss"]))
    assert [attribution.id for attribution in resolution.attributions] == [late.id, early.id]
    assert resolution.attributions[0].content == (find(article.text, "no"),)


def test_a_name_that_ends_a_title_with_of_speaks():
    article = story(
        "French President Emmanuel Macron left early.",
        "French Minister of Foreign Affairs Stephane Noirot clarified the plan.",
    )
    names = names_in(article, person=["Emmanuel Macron", "Stephane Noirot"], group=["French"])
    source = "French Minister of Foreign Affairs Stephane Noirot"
    resolution = resolve_speakers(article, [said(article, source, "the plan")], names)
    assert speakers(resolution) == [("Stephane Noirot", "person", "French Minister of Foreign Affairs")]


def test_the_subject_of_a_passive_is_not_who_says_it():
    article = story("Ada Merrin was accused of bribery. Karl Voss saying no.")
    names = names_in(article, person=["Ada Merrin", "Karl Voss"])
    attributions = [said(article, "", "bribery", cue="was accused of"), said(article, "", "no", cue="saying")]
    assert who(article, attributions, names) == [[], ["Karl Voss"]]


def test_common_nouns_in_capitals_are_no_names():
    article = story("Police asked for calm. Prosecutors filed charges.")
    attributions = [said(article, "Police", "calm"), said(article, "Prosecutors", "charges")]
    resolution = resolve_speakers(article, attributions, [])
    assert [speakers(resolution, number)[0][1] for number in (0, 1)] == ["unnamed", "unnamed"]


def test_an_unnamed_official_is_he():
    article = story("Karl Voss listened. A senior official spoke next. “We know,” he said.")
    names = names_in(article, person=["Karl Voss"])
    attributions = [
        said(article, "A senior official", "spoke next"), said(article, "he", "“We know,”", after="know,” "),
    ]  # fmt: skip
    assert who(article, attributions, names)[1] == ["A senior official"]


def test_nobody_named_in_a_quotation_is_the_he_who_says_it():
    article = story("Karl Voss shrugged. “Nobody sings. Tom Reiter has a choir,” he said.")
    names = names_in(article, person=["Karl Voss", "Tom Reiter"])
    quotation = said(article, "he", "“Nobody sings. Tom Reiter has a choir,”", after="choir,” ")
    assert who(article, [quotation], names) == [["Karl Voss"]]


def test_a_cue_after_and_has_the_subject_before_it():
    article = story("Karl Voss largely agreed with critics and seemed to think it was late.")
    names = names_in(article, person=["Karl Voss"])
    attributions = [said(article, "Karl Voss", "critics", cue="agreed"), said(article, "", "it was late", cue="seemed")]
    assert who(article, attributions, names)[1] == ["Karl Voss"]


def test_a_quotation_of_three_paragraphs_is_one_persons():
    article = story("“We waited,” Ada Merrin said. “Nobody came.", "“The lights went out.", "“We left.”")
    names = names_in(article, person=["Ada Merrin"])
    attributions = [
        said(article, "Ada Merrin", "“We waited,”", cue="said"),
        said(article, "", "“The lights went out."),
        said(article, "", "“We left.”"),
    ]
    assert who(article, attributions, names) == [["Ada Merrin"]] * 3


def test_two_offices_before_one_name_are_two_people():
    article = story("Vice President Ada Merrin met President Tom Holm. The Vice President and President Holm agreed.")
    names = names_in(article, person=["Ada Merrin", "Tom Holm", "Holm"])
    resolution = resolve_speakers(article, [said(article, "The Vice President and President Holm", "agreed")], names)
    found = [(speaker.name, speaker.role) for speaker in resolution.attributions[0].speakers]
    assert found == [("Ada Merrin", "Vice President"), ("Tom Holm", "President")]
