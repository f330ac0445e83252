"""One file per command. Each imports what is heavy only when it runs, so that `onrecord --help` is quick."""
