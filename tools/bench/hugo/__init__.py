"""Two Hugo sites of the same texts: one that publishes what Pregón does, and a plain one."""
