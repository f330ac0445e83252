"""Floor 5: `onrecord` on the command line. `main.py` is the entry; each command has a file; `views/` lay things out."""
