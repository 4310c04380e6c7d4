"""One public format a file: what the site offers besides pages."""
