"""A local server that shows the site while it is written."""
