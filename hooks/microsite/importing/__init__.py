"""From an official notice to data files: what it says goes into fields, the rest into a report."""
