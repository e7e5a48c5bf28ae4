"""Every rule, each in a module of its name: what it finds, why it matters, what to do.

Those that other rooms find (the reader of front matter, the commands) have their page here too.
"""

from importlib import import_module
from pkgutil import iter_modules

from plugins.core.rule import Rule

RULES: tuple[Rule, ...] = tuple(import_module(f"{__name__}.{module.name}").RULE for module in iter_modules(__path__))
