"""Floor 2: the record on disk. Outcomes of reading go in; statements, speakers and pages come out."""

from onrecord.store.connections import ConnectionStore
from onrecord.store.fetches import FetchStore
from onrecord.store.filters import NAMED_KINDS, Reviewed, StatementFilter
from onrecord.store.identities import BlockAnswer, IdentityStore
from onrecord.store.links import Component, ComponentAnswer, LinkStore
from onrecord.store.overview import OverviewStore
from onrecord.store.people import PeopleStore, Person, Role
from onrecord.store.protocol import AddResult, Counts, RecordStore, Shown
from onrecord.store.reviews import ReviewStore, TakenOver
from onrecord.store.sqlite import SqliteStore, open_store

__all__ = [
    "NAMED_KINDS", "AddResult", "BlockAnswer", "Component", "ComponentAnswer", "ConnectionStore", "Counts",
    "FetchStore", "IdentityStore", "LinkStore", "OverviewStore", "PeopleStore", "Person", "RecordStore", "ReviewStore",
    "Reviewed", "Role", "Shown", "SqliteStore", "StatementFilter", "TakenOver", "open_store",
]  # fmt: skip
