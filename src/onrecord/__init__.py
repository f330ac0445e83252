"""OnRecord reads news pages and keeps the record: who said what, in which role, how, and where on the page."""
