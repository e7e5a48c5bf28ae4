"""Of what YAML says of a text only one thing is asked: whether it is nothing."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.front_matter.tree import compose

PIECES = (
    "~",
    "null",
    "Null",
    "NULL",
    "nul",
    "''",
    '""',
    "no",
    "1.10",
    "=",
    "<<",
    "!!str",
    "!!null",
    "!",
    "x",
    " ",
    "|\n  a",
)


@settings(deadline=None, database=None)
@given(st.lists(st.sampled_from(PIECES), max_size=4).map("".join))
def test_a_value_is_nothing_when_yaml_says_so(written: str) -> None:
    text = f"a: {written}\n"
    try:
        [(_, value)] = yaml.compose(text, Loader=yaml.CSafeLoader).value
    except (yaml.YAMLError, ValueError):
        with pytest.raises(yaml.YAMLError):
            compose(text, 1)
        return
    empty = not value.style and (value.tag == "tag:yaml.org,2002:null" or not value.value)
    assert compose(text, 1).tree == {"a": None if empty else value.value}
