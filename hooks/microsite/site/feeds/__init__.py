"""The public formats for other programs, one a file: calendars, feeds, tables, address cards, data."""
