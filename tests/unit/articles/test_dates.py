"""Dates become ISO 8601, or stay unknown."""

import pytest

from onrecord.articles.dates import address_date, iso_date, puts_month_first, visible_date


@pytest.mark.parametrize(
    ("declared", "iso"),
    [
        ("2025-03-19", "2025-03-19"),
        ("2025-03-19T08:00:00Z", "2025-03-19T08:00:00+00:00"),
        ("2025-03-19T08:00:00.123+0100", "2025-03-19T08:00:00+01:00"),
        ("2025-03-19 08:00:00", "2025-03-19"),
        ("Wed, 19 Mar 2025 08:00:00 +0100", "2025-03-19T08:00:00+01:00"),
        ("20250319", "2025-03-19"),
        ("March 19, 2025", "2025-03-19"),
        ("0000-00-00", None),
        ("1742371200", "2025-03-19T08:00:00+00:00"),
        ("2025-03-19 08:00:00 +0100", "2025-03-19T08:00:00+01:00"),
        ("2025-03-19 08:00:00 UTC", "2025-03-19T08:00:00+00:00"),
        ("soon", None),
        ("", None),
    ],
)
def test_declared_dates(declared: str, iso: str | None):
    assert iso_date(declared) == iso


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Updated 5 March 2025, 9 a.m.", "2025-03-05"),
        ("Mar. 19, 2025", "2025-03-19"),
        ("Stand: 19.03.2025, 11:26 Uhr", "2025-03-19"),
        ("19 de marzo de 2025", "2025-03-19"),
        ("2025年3月19日", "2025-03-19"),
        ("19/03/2025", "2025-03-19"),
        ("28.01.22", "2022-01-28"),
        ("version 1.2.10", None),
        ("19. března 2025", "2025-03-19"),
        ("2025. március 19.", "2025-03-19"),
        ("19 Μαρτίου 2025", "2025-03-19"),
        ("19 березня 2025", "2025-03-19"),
        ("19 Mart 2025", "2025-03-19"),
        ("19 مارس 2025", "2025-03-19"),
        ("2025년 3월 19일", "2025-03-19"),
        ("05/03/2025", None),
        ("31.02.2025", None),
        ("on Monday", None),
    ],
)
def test_visible_dates(line: str, iso: str | None):
    assert visible_date(line) == iso


def test_date_in_an_address():
    assert address_date("https://daily.test/2025/03/19/dam") == "2025-03-19"
    assert address_date("https://daily.test/world/2025/mar/19/dam") == "2025-03-19"
    assert address_date("https://daily.test/dam-20250319.html") == "2025-03-19"
    assert address_date("https://daily.test/dam-2025") is None


def test_figures_are_read_in_the_order_of_the_page():
    assert visible_date("05/03/2024", month_first=False) == "2024-03-05"
    assert visible_date("05/03/2024", month_first=True) == "2024-05-03"
    assert puts_month_first(["en-US"], []) is True
    assert puts_month_first(["en"], ["https://daily.co.uk/dam"]) is False
    assert puts_month_first(["en"], ["https://daily.test/dam"]) is None
