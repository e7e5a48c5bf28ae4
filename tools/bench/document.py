"""A text of the corpus, and how it is written to a file."""

import json
from typing import NamedTuple

Value = str | int | bool | list[str] | list[dict[str, str]] | dict[str, str]
Front = dict[str, Value]


class Document(NamedTuple):
    """One source file; `path` is relative to the content folder."""

    kind: str
    lang: str
    path: str
    front: Front
    body: str

    def text(self) -> str:
        """The file as Pregón reads it."""
        return f"---\n{yaml(self.front)}---\n{self.body}"


def yaml(front: Front) -> str:
    """Front matter in block style. A scalar in JSON is one in YAML, so JSON does the quoting."""
    return "".join(f"{name}:{_value(value)}" for name, value in front.items())


def _value(value: Value) -> str:
    if isinstance(value, dict):
        return "\n" + "".join(f"  {name}: {_scalar(part)}\n" for name, part in value.items())
    if isinstance(value, list):
        return "\n" + "".join(f"  - {_item(part)}\n" for part in value)
    return f" {_scalar(value)}\n"


def _item(part: str | dict[str, str]) -> str:
    if isinstance(part, str):
        return _scalar(part)
    return "\n    ".join(f"{name}: {_scalar(text)}" for name, text in part.items())


def _scalar(value: str | int) -> str:
    return json.dumps(value, ensure_ascii=False)
