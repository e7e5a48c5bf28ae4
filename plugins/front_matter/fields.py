"""The kinds of values a field may hold, as Pydantic types on the text that the writer wrote."""

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError

NUMBER = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?")
HIGHEST = 5
TRUE, FALSE = {"true", "yes", "on", "y", "1"}, {"false", "no", "off", "n", "0"}


def _text(value: object) -> object:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise PydanticCustomError("shape_text", "one text")
    return value.strip()


def _text_list(value: object) -> object:
    if value is None or value == "":
        return []
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        raise PydanticCustomError("shape_texts", "a text or a list of texts")
    return [item for item in value if item not in (None, "")]


def _comma_list(value: object) -> object:
    if isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return _text_list(value)


class ListOf:
    """Reads a list of mappings; one mapping stands for a list of one, a bare text for its field `short`."""

    def __init__(self, short: str | None) -> None:
        self.short = short

    def __call__(self, value: object) -> object:
        """The list that is meant."""
        if value is None or value == "":
            return []
        items = value if isinstance(value, list) else [value]
        return [
            {self.short: item} if isinstance(item, str) and self.short is not None else item
            for item in items
            if _says(item)
        ]


class Mapping:
    """Reads one mapping; a bare text stands for its field `short`."""

    def __init__(self, short: str | None) -> None:
        self.short = short

    def __call__(self, value: object) -> object:
        """The mapping that is meant."""
        if value is None or value == "":
            return None
        return {self.short: value} if isinstance(value, str) and self.short is not None else value


def list_of(short: str | None = None) -> Any:
    """The validator `ListOf`."""
    return BeforeValidator(ListOf(short))


def mapping(short: str | None = None) -> Any:
    """The validator `Mapping`."""
    return BeforeValidator(Mapping(short))


def _says(item: object) -> bool:
    # A cover left blank in a copied template is no cover.
    return any(item.values()) if isinstance(item, dict) else item not in (None, "")


def _needed(value: object) -> object:
    text = _text(value)
    if text == "":
        raise PydanticCustomError("missing", "a text")
    return text


def _yes_no(value: object) -> object:
    if value is None or value == "":
        return False
    if isinstance(value, str) and value.lower() in TRUE | FALSE:
        return value.lower() in TRUE
    raise PydanticCustomError("shape_yes_no", "yes or no")


def _whole(value: object) -> object:
    digits = value.replace(".", "").replace(" ", "") if isinstance(value, str) else ""
    if not digits.isascii() or not digits.isdigit() or len(digits) > 12:
        raise PydanticCustomError("shape_whole", "a whole number")
    return int(digits)


def _mean(value: object) -> object:
    if value is None or value == "":
        return None
    mean = float(value.replace(",", ".")) if isinstance(value, str) and NUMBER.fullmatch(value.strip()) else -1
    if not 0 <= mean <= HIGHEST:
        raise PydanticCustomError("shape_mean", "a number from 0 to 5")
    return mean


TextField = Annotated[str, BeforeValidator(_text)]
NeededText = Annotated[str, BeforeValidator(_needed)]
TextList = Annotated[list[TextField], BeforeValidator(_text_list)]
CommaList = Annotated[list[TextField], BeforeValidator(_comma_list)]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Whole = Annotated[int, BeforeValidator(_whole)]
Mean = Annotated[float | None, BeforeValidator(_mean)]

TAKES: dict[Any, str] = {
    _text: "text",
    _needed: "text",
    _text_list: "texts",
    _comma_list: "commas",
    _yes_no: "yes or no",
    _whole: "whole number",
    _mean: "mean",
}
"""What writers write into a field of each kind, by its validator."""


def takes(field: FieldInfo) -> str | ListOf | Mapping:
    """What writers write into `field`."""
    (validator,) = (one.func for one in field.metadata if isinstance(one, BeforeValidator))
    return validator if isinstance(validator, ListOf | Mapping) else TAKES[validator]


def field(
    purpose: str,
    *,
    example: object,
    shared: bool = False,
    limit: str = "",
    required: bool = False,
    default: object = None,
) -> Any:
    """A field with what its reference says: purpose, whether translations share it, limit, example."""
    about: dict[str, Any] = {"shared": shared, "limit": limit}
    if required:
        return Field(description=purpose, examples=[example], json_schema_extra=about)
    return Field(
        default=default,
        validate_default=True,
        description=purpose,
        examples=[example],
        json_schema_extra=about,
    )
