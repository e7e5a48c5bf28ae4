"""Pages: what stands on each page of the site, and its template."""
