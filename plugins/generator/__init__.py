"""The one Pelican generator: from source files to the plan, stage by stage."""


def register() -> None:
    """Connect to Pelican."""
    # A build may do without Pelican, which takes a third of a second to import (everyday.py).
    from plugins.generator.plugin import connect

    connect()
