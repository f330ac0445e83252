"""Accounts: one side's version of an event, beside another's."""

from onrecord.claims.accounts.comparing import compare_accounts
from onrecord.claims.accounts.units import account_units

__all__ = ["account_units", "compare_accounts"]
