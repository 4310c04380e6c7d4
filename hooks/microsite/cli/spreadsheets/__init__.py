"""Activities, sessions and contacts as a spreadsheet, and back."""
