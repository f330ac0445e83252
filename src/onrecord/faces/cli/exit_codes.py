"""How `onrecord` ends, for scripts."""

DONE = 0
SOME_REJECTED = 1
USAGE = 2
ENVIRONMENT = 3
INTERRUPTED = 130
"""Stopped from the keyboard: 128 and the number of SIGINT, as shells have it."""
