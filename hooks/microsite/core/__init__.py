"""What every other package uses: the records of a plan, dates, names, problems, settings, addresses."""
