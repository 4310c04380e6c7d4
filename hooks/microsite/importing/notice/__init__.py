"""The lower level of the importer: files of Word, PDF and text, their outline, names, times and contacts."""
