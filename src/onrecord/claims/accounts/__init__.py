"""Accounts: one side's version of an event, beside another's."""

from onrecord.claims.accounts.comparing import compare_accounts
from onrecord.claims.accounts.units import account_units
from onrecord.claims.accounts.wording import differing_words

__all__ = ["account_units", "compare_accounts", "differing_words"]
