"""Who may look at the record and who may correct it, where it is served to others."""

from __future__ import annotations

import pytest

from onrecord.errors import SourceNotFound, UsageError
from onrecord.store import RecordStore


def test_people_are_known_by_name_in_whatever_case(store: RecordStore) -> None:
    ada = store.people.add_person(" Ada  Holm ", "editor", "$argon2id$1")
    assert (ada.name, ada.role, ada.password_hash) == ("Ada Holm", "editor", "$argon2id$1")
    assert store.people.person("ada holm") == ada
    assert store.people.person("Ada") is None
    with pytest.raises(UsageError, match="already"):
        store.people.add_person("ADA HOLM", "reader", "$argon2id$2")
    bo = store.people.add_person("bo lind", "reader", "$argon2id$3")
    assert store.people.people() == [ada, bo]


def test_role_and_password_change_and_people_go(store: RecordStore) -> None:
    store.people.add_person("Ada", "editor", "$argon2id$1")
    assert store.people.set_role("ada", "reader").role == "reader"
    assert store.people.set_password("ada", "$argon2id$2").password_hash == "$argon2id$2"
    store.people.remove_person("ada")
    assert store.people.people() == []
    for change in (
        lambda: store.people.set_role("ada", "reader"),
        lambda: store.people.set_password("ada", "x"),
        lambda: store.people.remove_person("ada"),
    ):
        with pytest.raises(SourceNotFound):
            change()


@pytest.mark.parametrize("name", ["", "  ", "a\x00b", "a\u202eb", "x" * 101])
def test_a_name_that_cannot_be_shown_is_none(store: RecordStore, name: str) -> None:
    with pytest.raises(UsageError):
        store.people.add_person(name, "reader", "$argon2id$1")


def test_a_hash_is_not_shown_with_its_person(store: RecordStore) -> None:
    assert "$argon2id$1" not in repr(store.people.add_person("Ada", "reader", "$argon2id$1"))
    with pytest.raises(UsageError, match="not a role"):
        store.people.add_person("Bo", "owner", "$argon2id$1")  # type: ignore[arg-type]
