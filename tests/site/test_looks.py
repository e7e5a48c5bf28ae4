"""Each output names the one template that its renderer asks for: a change of another never makes it again."""

from collections.abc import Iterator
from pathlib import Path

from plugins.core.output import Inputs, Output
from tests.site.building import Built


class Asked:
    """A context that notes what it is asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.templates: set[tuple[str, str]] = set()

    def template(self, name: str, lang: str, view: Inputs) -> str:
        """Nothing but the note."""
        self.templates.add((name, lang))
        return ""

    def body(self, digest: str) -> str:
        """No HTML."""
        return ""

    def file(self, path: str, digest: str) -> bytes:
        """A real file: renderers of pictures open it."""
        kind, _, name = path.partition(":")
        return (self.folder / {"content": "content", "theme": "theme/static"}[kind] / name).read_bytes()


def outputs(plaza: Built) -> Iterator[Output]:
    assert plaza.session.outcome is not None
    yield from (output for output in plaza.session.outcome.plan if output.wave == 2)


def test_renderers_ask_for_the_template_that_their_output_names_and_for_no_other(plaza: Built) -> None:
    for output in outputs(plaza):
        context = Asked(plaza.folder)
        output.render(output.inputs, context)
        assert context.templates == ({(output.template, output.lang)} if output.template else set()), output.path


def test_some_outputs_have_a_template_and_some_have_none(plaza: Built) -> None:
    assert {bool(output.template) for output in outputs(plaza)} == {True, False}
