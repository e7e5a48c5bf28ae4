"""The one Pelican generator: from source files to the plan, stage by stage."""

from plugins.generator.plugin import register

__all__ = ["register"]
