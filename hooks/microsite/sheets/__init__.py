"""Activities and contacts as a spreadsheet, and edits of a spreadsheet back into the data files."""
