"""Reports: diagnostics as people and programs read them. Nothing here decides what is wrong."""
