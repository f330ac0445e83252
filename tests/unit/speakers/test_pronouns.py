from tests.unit.speakers.stories import names_in, said, story, who


def test_gender_decides_between_two_people():
    article = story("Mary Holm met John Reiter. She said no. He said yes.")
    names = names_in(article, person=["Mary Holm", "John Reiter"])
    assert who(article, [said(article, "She", "no"), said(article, "He", "yes")], names) == [
        ["Mary Holm"],
        ["John Reiter"],
    ]


def test_the_subject_of_a_new_paragraph_outranks_the_one_before():
    article = story("John Reiter said no. He said it twice.", "Karl Voss took another road. “Unite,” he said.")
    names = names_in(article, person=["John Reiter", "Karl Voss"])
    assert who(article, [said(article, "he", "“Unite,”", after="“Unite,” ")], names) == [["Karl Voss"]]


def test_sentences_inside_a_quotation_do_not_make_one_forget():
    article = story(
        "John Reiter left. Reiter was tired.",
        "That worries Karl Voss, president of the club.",
        "“Nobody sings. Nobody writes. Nobody comes,” he said.",
    )
    names = names_in(article, person=["John Reiter", "Reiter", "Karl Voss"])
    assert who(article, [said(article, "he", "“Nobody sings", after="comes,” ")], names) == [["Karl Voss"]]


def test_who_takes_up_the_name_before_an_apposition():
    article = story("Also there was John Bent, a staffer at the State Department who told them to stop.")
    names = names_in(article, person=["John Bent"], organisation=["State Department"])
    assert who(article, [said(article, "who", "to stop", after="Department ")], names) == [["John Bent"]]


def test_who_after_a_plain_noun_stays_unnamed():
    article = story("There are some economists who argue for it.")
    assert who(article, [said(article, "who", "for it")]) == [["some economists"]]


def test_which_takes_up_a_body():
    article = story("They gave it to Nordbank, which first reported losses.")
    names = names_in(article, organisation=["Nordbank"])
    assert who(article, [said(article, "which", "losses")], names) == [["Nordbank"]]


def test_a_name_may_follow_its_pronoun():
    article = story("Asked if he was tired, John Reiter smiled.")
    names = names_in(article, person=["John Reiter"])
    assert who(article, [said(article, "he", "tired")], names) == [["John Reiter"]]


def test_they_are_two_who_spoke_as_one():
    article = story("President Ada Merrin and Prime Minister Karl Voss spoke of Afghans. They also spoke of aid.")
    names = names_in(article, person=["Ada Merrin", "Karl Voss"], group=["Afghans"])
    both = said(article, "President Ada Merrin and Prime Minister Karl Voss", "Afghans")
    assert who(article, [both, said(article, "They", "aid")], names)[1] == ["Ada Merrin", "Karl Voss"]


def test_they_are_the_two_who_met_and_stay_so_until_another_speaks():
    article = story(
        "President Ada Merrin spoke today with Prime Minister Tom Holm of Delta on the ferries many Deltans use.",
        "They agreed on dry docks. They also welcomed a pact. Ms. Merrin said no more. They left.",
    )
    attributions = [
        said(article, "They", "dry docks"),
        said(article, "They", "a pact", after="docks"),
        said(article, "Ms. Merrin", "no more"),
    ]
    names = names_in(article, person=["Ada Merrin", "Tom Holm", "Merrin"], group=["Deltans"], place=["Delta"])
    pair = ["Ada Merrin", "Tom Holm"]
    assert who(article, attributions, names) == [pair, pair, ["Ada Merrin"]]


def test_all_of_three_who_spoke_together_are_they():
    article = story("Secretary Ada Merrin, Director Tom Holm, and Adviser Jo Lane praised it. They asked for more.")
    sources = "Secretary Ada Merrin, Director Tom Holm, and Adviser Jo Lane"
    attributions = [said(article, sources, "it"), said(article, "They", "more")]
    names = names_in(article, person=["Ada Merrin", "Tom Holm", "Jo Lane"])
    assert who(article, attributions, names)[1] == ["Ada Merrin", "Tom Holm", "Jo Lane"]
