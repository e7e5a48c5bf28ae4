"""Pregón's own code: `core` and one folder per room (docs/developers/map.md)."""
