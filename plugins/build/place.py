"""Where what we remember of an output folder lies: beside it, never inside."""

import os
from hashlib import sha256
from pathlib import Path

CACHE = ".pregon-cache"
DOCUMENTS = "documents.sqlite"
MANIFEST = "manifest"
MEMORY = "memory"
OWNED = "owned"
STATE = "state"
TEMPLATES = "templates"
LOCK = "lock"
STAGING = "staging"
# Only where the output folder is a file system of its own.
HIDDEN_STAGING = ".pregon-staging"


def cache_folder(output: Path) -> Path:
    """The folder for what is known of `output`, named by the digest of its absolute path."""
    absolute = output.absolute()
    name = sha256(str(absolute).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return absolute.parent / CACHE / name


def staging_folder(output: Path) -> Path:
    """Where files are written before they are published: on the output's own file system, so that a rename is one step.

    Raises:
        OSError: the cache folder is not there, or the output cannot be looked at.
    """
    cache = cache_folder(output)
    there = next(folder for folder in (output, *output.absolute().parents) if folder.exists())
    return cache / STAGING if os.stat(there).st_dev == os.stat(cache).st_dev else output / HIDDEN_STAGING
