"""Code fences stand wherever a paragraph can stand."""

import pytest

from tests.markdown.reading import html

CODE = '<pre><code class="language-sh">ls -l\n  -- x\n</code></pre>'


@pytest.mark.parametrize(
    "body",
    [
        "```sh\nls -l\n  -- x\n```\n",
        "  ```sh\n  ls -l\n    -- x\n  ```\n",
        "- a\n\n  ```sh\n  ls -l\n    -- x\n  ```\n",
        "- a\n  ~~~sh\n  ls -l\n    -- x\n  ~~~\n- b\n",
        "1. a\n   - b\n\n     ```sh\n     ls -l\n       -- x\n     ```\n\n     c\n",
        "- a\n\n    ```sh\n    ls -l\n      -- x\n    ```\n",
    ],
)
def test_a_fence_may_be_indented(body: str) -> None:
    assert CODE in html(body)


def test_a_fence_in_an_item_stays_in_the_item() -> None:
    assert html("- a\n\n  ```\n  x\n  ```\n- b") == (
        "<ul><li><p>a</p><pre><code>x\n</code></pre></li><li><p>b</p></li></ul>"
    )


def test_four_blanks_outside_a_list_are_code_that_shows_a_fence() -> None:
    assert html("a\n\n    ```\n    x\n    ```\n") == "<p>a</p><pre><code>```\nx\n```\n</code></pre>"


def test_a_fence_that_nothing_closes_is_text() -> None:
    assert html("  ```sh\n  ls\n\n  ```py\n  x\n") == "<p>```sh\n  ls</p><p>```py\n  x</p>"


def test_a_line_shorter_than_the_indentation_keeps_what_it_has() -> None:
    assert "<code>a\n\n b\nc\n</code>" in html("  ```\n  a\n\n   b\nc\n  ```\n")
