"""Videos: what is wrong with an address that should play one."""
