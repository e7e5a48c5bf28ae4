"""Addresses that nobody can open as they are written: of a file on the writer's computer, or with a slip in front."""

import re

OWN = re.compile(r"file:|[a-z]:[\\/]", re.IGNORECASE)
# `http` or `https`, with letters too many, too few or twisted, and what stands between it and the host.
FRONT = re.compile(r"(?P<scheme>[htps]{3,8}):(?P<between>[:\s]*[/\\]*)(?=[^\s/\\:]+\.[^\s/\\])", re.IGNORECASE)
TWICE = re.compile(r"https?:[/\\]*(?=https?://)", re.IGNORECASE)
# Of a mail the rest may have blanks of its own.
PARTED = re.compile(r"(?P<scheme>mailto|tel|sms):\s+(?=[\w+(])", re.IGNORECASE)
RIGHT = ("http", "https")


def is_own(address: str) -> bool:
    """Whether `address` is that of a file on somebody's own computer."""
    return OWN.match(address) is not None


def name_of(address: str) -> str:
    """The name of the file at `address`."""
    return address.replace("\\", "/").rpartition("/")[2]


def closed(address: str) -> str:
    """`address` without the blank behind its scheme; empty where none is there: `mailto: ana@…`."""
    parted = PARTED.match(address)
    if parted is None:
        return ""
    rest = address[parted.end() :]
    return f"{parted['scheme']}:{rest if parted['scheme'].lower() == 'mailto' else ''.join(rest.split())}"


def meant(address: str) -> str:
    """The web address that `address` was meant to be; empty where it is one, or no slip is known in it."""
    twice = TWICE.match(address)
    if twice:
        return address[twice.end() :]
    front = FRONT.match(address)
    if front is None or (front["scheme"].lower() in RIGHT and front["between"] == "//"):
        return ""
    scheme = "https" if "s" in front["scheme"].lower() else "http"
    return f"{scheme}://{address[front.end() :]}".replace("\\", "/")
