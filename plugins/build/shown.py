"""The lines of the files in which something was found, read one file at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence


class Shown(Mapping[str, Sequence[str]]):
    """Lines by path. Reports go from file to file: that of the last one alone is kept."""

    def __init__(self, paths: Iterable[str], lines_of: Callable[[str], Sequence[str]]) -> None:
        """`lines_of` reads the lines of a path, none of what cannot be shown."""
        self._paths = dict.fromkeys(paths)
        self._lines_of = lines_of
        self._last: tuple[str, Sequence[str]] = ("", ())

    def __getitem__(self, path: str) -> Sequence[str]:
        """The lines of the file at `path`."""
        if path not in self._paths:
            raise KeyError(path)
        if path != self._last[0]:
            self._last = (path, self._lines_of(path))
        return self._last[1]

    def __iter__(self) -> Iterator[str]:
        """The paths."""
        return iter(self._paths)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._paths)
