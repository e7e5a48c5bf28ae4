"""Runs the tools that judge the code; each says what it found, pytest last."""

import os
import subprocess
import sys

LINT_IMPORTS = "from importlinter.cli import lint_imports_command; lint_imports_command()"
CHECKS = (
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("ruff check", ("-m", "ruff", "check", "--quiet", ".")),
    ("mypy", ("-m", "mypy", "--no-error-summary")),
    ("import-linter", ("-c", LINT_IMPORTS, "--no-logo")),
)


def run_checks(root: str) -> bool:
    """Run every check, print what the failed ones say, and tell whether all were content."""
    results = [_check(root, name, arguments) for name, arguments in CHECKS]
    return all(results)


def run_tests(root: str, arguments: list[str]) -> bool:
    """Run pytest, whose summary is the last line: all tests in a process for each processor, or those chosen in one."""
    # Fixtures of a file are made once: its tests stay together.
    words = arguments or ["--numprocesses", "auto", "--dist", "loadfile"]
    return subprocess.call([sys.executable, "-m", "pytest", *words], cwd=root) == 0


def fix(root: str) -> bool:
    """Fix what ruff can fix, then format."""
    ruff = [sys.executable, "-m", "ruff"]
    statuses = [subprocess.call([*ruff, *words], cwd=root) for words in (("check", "--fix", "."), ("format", "."))]
    return not any(statuses)


def _check(root: str, name: str, arguments: tuple[str, ...]) -> bool:
    command = [sys.executable, *arguments]
    environ = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(command, cwd=root, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    failed = done.returncode != 0
    if failed:
        print(done.stdout.decode("utf-8", "replace").rstrip())
    print(f"{name}: {'FAILED' if failed else 'ok'}", flush=True)
    return not failed
