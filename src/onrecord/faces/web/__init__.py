"""Floor 5: the reading room. The record in the browser, each page also as JSON. docs/web.md tells how to add one."""
