"""Languages: gettext catalogues, and dates and numbers as each language writes them."""
