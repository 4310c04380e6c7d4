"""What every other room speaks of: the records of a plan, dates, names, problems, settings, addresses."""
