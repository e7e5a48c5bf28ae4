"""Which site paths the plan answers."""

from collections.abc import Iterable
from functools import cached_property

from plugins.core.url import output_path


class Answers:
    """A container of site paths, by the files that answer them."""

    def __init__(self, outputs: Iterable[str]) -> None:
        """`outputs` are paths relative to the output folder; nothing is made of them before the first question."""
        self._outputs = outputs

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(self._outputs)

    def __contains__(self, path: object) -> bool:
        """Whether the site path `path` is answered."""
        return isinstance(path, str) and output_path(path) in self._files
