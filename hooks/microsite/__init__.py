"""Turns the plan of a public campaign, kept as YAML, into the files of a public site."""
