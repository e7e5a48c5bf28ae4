"""Starts a task: what its words ask for, in an environment that has what it needs."""

import os
import sys
from collections.abc import Sequence

from tools import environment
from tools.command_line import Body, Call, WrongUse, find_task, help_of, overview, read_arguments


def start(root: str, tasks: dict[str, Body], need_dev: Sequence[str], words: list[str]) -> int:
    """Run the one of `tasks` that `words` name in the `.venv` of `root`; the exit status.

    Those in `need_dev` need its development part.
    """
    if not words or words[0] in ("-h", "--help", "--list"):
        print(overview(tasks))
        return 0
    try:
        body = find_task(words[0], tasks)
        own = words[1 : words.index("--")] if "--" in words else words[1:]
        if "-h" in own or "--help" in own:
            print(help_of(body))
            return 0
        arguments, rest = read_arguments(body, words[1:])
        dev = words[0] in need_dev
        if not environment.is_ready(root, dev):
            environment.prepare(root, dev, lambda line: print(line, file=sys.stderr, flush=True))
    except WrongUse as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except environment.SetupError as error:
        print(error, file=sys.stderr)
        return 1
    if not environment.is_inside(os.path.join(root, environment.FOLDER)):
        return environment.enter(root, os.path.join(root, "tasks.py"), words)
    from shlex import join

    return body(Call(join(rest)), **arguments)
