"""Dates as rough as a notice prints them: from Chinese text to bounds, and to words in both languages."""
