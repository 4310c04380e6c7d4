"""The lower floor of the importer: files of Word, PDF and text, their outline, names, times and contacts."""
