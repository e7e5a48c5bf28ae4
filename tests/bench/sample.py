"""A step that was measured, for tests."""

from tools.bench.steps import Result

RESULT = Result("cold", 12.345, 13.0, 150_000_000, 100, 0, 0, 90)
