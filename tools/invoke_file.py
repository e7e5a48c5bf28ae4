"""The tasks of tasks.py as an Invoke collection."""

import functools
import os
import sys
from collections.abc import Mapping

from tools import environment
from tools.command_line import CHOICES, REPEATABLE, Body, WrongUse, about, check_value, options_of
from tools.messages import say


def collection(tasks: Mapping[str, Body], root: str, need_dev: tuple[str, ...]) -> object:
    """The namespace that Invoke looks for; None where Invoke is not installed."""
    try:
        from invoke.collection import Collection
        from invoke.tasks import Task
    except ImportError:
        return None
    found = Collection()
    for name, body in tasks.items():
        options = options_of(body)
        task: Task[Body] = Task(
            _with_status(body, root, name in need_dev),
            auto_shortflags=False,
            iterable=[option for option in REPEATABLE if option in options],
            help={option: _help(body, option) for option in options},
        )
        found.add_task(task, name=name)
    return found


def _help(body: Body, option: str) -> str:
    choices = "|".join(CHOICES.get(option, ()))
    return f"{about(body, option)} {choices}".rstrip()


def _with_status(body: Body, root: str, dev: bool) -> Body:
    """Invoke ignores what a task returns; this one leaves with it, and judges values as tasks.py does."""

    @functools.wraps(body)
    def run(*args: object, **options: object) -> int:
        inside = environment.is_inside(os.path.join(root, environment.FOLDER))
        if not inside or not environment.is_ready(root, dev):
            sys.exit(say("outside", task=body.__name__))
        try:
            for option, value in options.items():
                if isinstance(value, str):
                    check_value(option, value)
        except WrongUse as wrong:
            print(wrong, file=sys.stderr)
            sys.exit(2)
        status = body(*args, **options)
        if status:
            sys.exit(status)
        return status

    return run
