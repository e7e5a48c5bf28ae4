"""Work that can travel, for tests of how it does."""

import os
from collections.abc import Callable, Sequence
from typing import Any


class Squares:
    """Squares of numbers; those `here` do not travel."""

    def __init__(self, do: Callable[[int], int], here: range = range(0)) -> None:
        self.do, self.here = do, here

    def __call__(self, chunk: range) -> list[int]:
        return [self.do(number) for number in chunk]

    def there(self) -> Callable[[], Callable[[Any], Any]]:
        do = self.do
        return lambda: lambda load: [do(number) for number in load]

    def pack(self, chunk: range) -> tuple[Sequence[Sequence[int]], list[int]]:
        away = [number for number in chunk if number not in self.here]
        return [away] if away else [], [number * number for number in chunk if number in self.here]

    def unpack(self, came: list[int]) -> list[int]:
        return came


def square(number: int) -> int:
    return number * number


def die(number: int) -> int:
    os._exit(3)


def fail(number: int) -> int:
    raise LookupError(number)
