"""`/about`: what this record is, made from the record itself, so that it may be published as it stands."""

from __future__ import annotations

from onrecord.faces.web.pages import Pages
from onrecord.faces.web.views.about import AboutPage, ModelUse, about_page, model_use
from onrecord.faces.web.visiting import Visiting
from onrecord.language.cards import model_card
from onrecord.store import RecordStore

pages = Pages("record")


@pages.page("/about", template="about.html")
def about(visit: Visiting) -> AboutPage:
    """Tell what was read, by what, how well that reads, and what people corrected."""
    return visit.remember("about", _about)


def _about(record: RecordStore) -> AboutPage:
    return about_page(
        record.counts(), record.profiles.publishers(), record.overview.rejection_reasons(), models_of(record),
        record.identities.corrections(),
    )  # fmt: skip


def models_of(record: RecordStore) -> list[ModelUse]:
    """Tell which models read what is on the record, whichever read most first."""
    producers = record.profiles.producers()
    models = dict.fromkeys(one.producer.model for one in producers)
    return [model_use([one for one in producers if one.producer.model == name], model_card(name)) for name in models]
