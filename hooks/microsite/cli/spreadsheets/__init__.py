"""Activities and contacts as a spreadsheet, and back."""
