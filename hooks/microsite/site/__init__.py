"""Every page and picture of the site, from views and templates."""
