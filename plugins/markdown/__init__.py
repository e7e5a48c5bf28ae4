"""Markdown: from a body as written to safe, finished HTML whose references are still open."""
