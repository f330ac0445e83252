"""One file per page: its address, what it asks the record for, and the view that it makes of it."""
