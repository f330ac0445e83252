"""What papers put around a wire story, and stories of fixed patterns: all written for the tests, in two halves.

What is chosen while looking at the first half of everything is scored on the second, which shares no sentence with it.
"""

from __future__ import annotations

from typing import Final

HALVES: Final = ("dev", "held_out")

LOCAL: Final = {
    "dev": (
        "In Millbrook, where some 300 people of the region's diaspora live, the news was followed closely at the "
        "community centre on Alder Street.",
        "Mayor Ruth Calloway said the town council would take up the matter at its meeting next Thursday evening.",
        "A vigil is planned for Saturday at 6 p.m. outside St. Brendan's church, its pastor told this newspaper.",
        "Local firms that trade with the area, among them Calder Pumps of Eastfield, said they had seen no delays yet.",
        "The story touches many here: about forty families in the valley have relatives who serve abroad.",
        "Professor Alan Whitcombe of Tarrant College, who has studied the question for years, called it a turning "
        "point and said he would follow what comes next with some worry.",
    ),
    "held_out": (
        "At Harrow's Landing the ferry company said its Sunday crossings would go ahead as usual, come what may.",
        "State Senator Priya Donnelly, who represents the river counties, wrote to residents that she had asked for a "
        "briefing before the end of the month.",
        "Readers who wish to help can bring blankets and tinned food to the fire station on Quarry Road until Friday.",
        "For the two dozen exchange students at Kestrel High School it was the only subject of the morning, the "
        "principal said.",
        "The regional chamber of commerce estimates that one job in eleven around Dunmore depends on such contracts.",
        "Retired colonel Hugh Petrie, of Lower Ashby, said he had expected nothing else and hoped that cooler heads "
        "would have their way before winter.",
    ),
}  # fmt: skip
LEDES: Final = {
    "dev": (
        "It was the moment that diplomats and ordinary people alike had awaited for days, and when the word came on "
        "{day} it came quietly: {subject}.",
        "What began as a routine announcement became the talk of capitals on {day}, as officials made public their "
        "account of {subject}.",
        "{subject}: that, in short, is what officials let the world know on {day}, after a long silence.",
    ),
    "held_out": (
        "Officials broke their silence on {day} with a statement about {subject}, which observers had been told to "
        "expect since the weekend.",
        "Few had counted on news before the holidays. Then, late on {day}, came a statement on {subject}.",
        "On {day} the waiting was over for those who had followed {subject} from near and far.",
    ),
}  # fmt: skip
ADDED: Final = {
    "dev": (
        "Shares fell slightly after the announcement before they recovered in late trading.",
        "Opposition lawmakers demanded a debate, saying the public had been told too little and too late.",
        "There was no immediate comment from neighbouring governments.",
        "An official who was not authorised to speak publicly said more details would follow within hours.",
    ),
    "held_out": (
        "Two people with knowledge of the discussions said that drafts had gone back and forth until midnight.",
        "Aid groups welcomed the step with caution, and asked for a timetable.",
        "Analysts in three banks said they would leave their forecasts as they were for now.",
        "The foreign ministry did not answer calls on the matter outside business hours.",
    ),
}  # fmt: skip
STANDING: Final = {
    "dev": (
        "Copyright 2023 The Example Press. All rights reserved.",
        "Sign up for our morning newsletter, a short guide to what matters today, written by people who live here.",
        "The Northern Ledger is owned by its readers and independent of parties, governments and advertisers; founded "
        "in 1881 in a print shop behind the old market, it is today put together by forty journalists in five towns, "
        "who report on councils, courts, schools and farms, and it is sustained by those who pay for it each month.",
        "(Reporting by Ana Quill in Geneva; editing by Tom Marsh)",
    ),
    "held_out": (
        "© 2022 Example Wire Service. This material may not be published, broadcast, rewritten or redistributed.",
        "Follow us for more stories from the coast, the hills and everywhere between.",
        "The Coastal Courier belongs to a trust that was set up by its last private owner to keep the paper local; any "
        "surplus goes back into reporting. Complaints are answered by the readers' editor, who works apart from the "
        "newsroom, and errors are put right in print on page two of the next issue and at the foot of the story.",
        "Additional reporting by Lena Okafor in Brussels.",
    ),
}  # fmt: skip
CAPTIONS: Final = ("The building where officials met, in a picture from the archive.", "Flags before the talks began.")
PAPERS: Final = {
    "dev": ("Millbrook Gazette", "The Northern Ledger", "Eastfield Times", "Valley Herald", "tarrantdaily.com"),
    "held_out": ("The Coastal Courier", "Dunmore Advertiser", "Ashby Post", "Quarry Road News", "riverside-news.org"),
}
AGENCIES: Final = ("Associated Press", "Reuters", "Agence France-Presse", "Xinhua")
SERIES: Final = {
    "dev": (
        ("{index} closes {move} as {sector} shares weigh",
         "The {index} closed {move} on {day}, as investors weighed the outlook for interest rates and company "
         "earnings. The index ended {points} points {move} at {level}, after trading in a narrow range for much of the "
         "session.",
         "{sector} shares were among the most active, with {firm} ending {percent} percent {move}. Around {level2} "
         "shares changed hands, compared with a 30-day average of {level3}.",
         "Analysts at {bank} said in a note to clients that volumes would remain thin until the central bank's next "
         "decision. In currency trading, the dollar was little changed against a basket of major currencies, while "
         "oil prices settled at {points2} dollars a barrel."),
        ("Police log for {town}, week of {day}",
         "Officers in {town} answered {points} calls in the week that began on {day}, according to the department's "
         "weekly log. They made {percent} arrests and handed out {level2} citations for speeding.",
         "A resident of {firm} Street reported that a bicycle was taken from a garage at about {percent} p.m. There "
         "are no suspects. An officer on patrol near {bank} School helped to free a dog from a car.",
         "The department reminds residents to lock their vehicles and to report suspicious activity by calling its "
         "number that is not for emergencies. Anyone with information may also leave a message without a name."),
        ("{town} beats {firm} {points}-{percent}",
         "{town} beat {firm} {points}-{percent} on {day} night to move up in the standings of the northern division. "
         "The home side led by {percent2} at the half and never trailed after the break, in front of a crowd of "
         "{level2}.",
         "{bank} had {points2} points and {percent3} rebounds for the winners, who shot {percent4} percent from the "
         "field. It was the third time in four games that the team held its opponent under its average.",
         "The two teams meet again next month. Tickets are on sale at the box office and on the club's site, and "
         "season ticket holders get in free with a guest."),
    ),
    "held_out": (
        ("Forecast for {town}: {percent} degrees on {day}",
         "Temperatures in {town} will reach a high of {percent} degrees on {day}, with a low of {percent2} overnight, "
         "the weather service said. There is a {points} percent chance of rain in the afternoon, and winds from the "
         "west will blow at up to {points2} miles an hour.",
         "The outlook for the rest of the week is for clouds in the morning and sun in the afternoon, with the lakes "
         "near {firm} cooler by {percent3} degrees. Pollen counts are expected to be moderate.",
         "Boaters on {bank} Lake should watch for gusts. The service will issue its next forecast at six in the "
         "morning, and updates through the day as conditions change."),
        ("{firm} reports quarterly profit of {points} million",
         "{firm} of {town} reported on {day} net income of {points}.{percent} million dollars for its latest quarter. "
         "On a per-share basis, the company said it had profit of {percent2} cents. Earnings, adjusted for one-time "
         "gains and costs, came to {percent3} cents per share.",
         "The results topped the expectations of analysts at {bank}, whose average estimate was for earnings of "
         "{percent4} cents per share. The company posted revenue of {level2} million in the period.",
         "For the current quarter ending in three months, the company said it expects revenue in the range of "
         "{level3} million. Its shares have risen {points2} percent since the beginning of the year."),
        ("Measles in {town}: {points} new cases",
         "Health officials in {town} reported {points} new cases of measles on {day}, bringing the total since the "
         "start of the outbreak to {level2}. Of those, {percent} were in hospital, {percent2} fewer than a week "
         "earlier.",
         "The county's health officer, {bank}, asked residents to check whether they have had both doses of the "
         "vaccine. Clinics at {firm} Hall are open from nine to five on weekdays, and no appointment is needed.",
         "The virus spreads through the air and can stay in a room for up to two hours after an infected person has "
         "left it. Symptoms begin with fever and cough, and a rash follows after some days."),
    ),
}  # fmt: skip
FILLINGS: Final = {
    "index": ("Harbour 50", "Dalton All-Share", "Northern Composite", "Crown 100", "Meridian Index"),
    "move": ("higher", "lower"),
    "sector": ("Bank", "Mining", "Energy", "Retail", "Technology"),
    "firm": ("Calder", "Orrin", "Vexley", "Haldane", "Pembury", "Strand", "Ketter", "Lomax", "Rudd", "Fenwick"),
    "bank": ("Marlowe", "Tansley", "Ibsen", "Quist", "Arden", "Beecher", "Corrigan", "Dunsany"),
    "town": ("Millbrook", "Eastfield", "Dunmore", "Ashby", "Kestrel", "Tarrant", "Oakham", "Lindale", "Westray"),
}  # fmt: skip
