"""Reads the command line of tasks.py: a task is a function, its options are its parameters.

`None` as default means an option with a value, `False` a switch. Invoke reads the same functions by the same
convention. It is not asked to read them here because importing it takes 0.12 seconds, twice what a build
without changes takes, and because it answers wrong use with status 1, in English.
"""

from collections.abc import Callable, Mapping

from tools.messages import has, say

Body = Callable[..., int]
Arguments = dict[str, object]

REPEATABLE = ("path",)
CHOICES = {
    "format": ("text", "json", "github", "sarif", "html"),
    "lang": ("es", "en", "pt"),
    "against": ("hugo",),
}
NUMBERS = {"port": (1, 65_535), "posts": (30, 1_000_000), "runs": (1, 99)}
EXAMPLES = {
    "content": "content",
    "output": "output",
    "port": "8080",
    "path": "content/posts/x.md",
    "only": "feeds",
    "posts": "1000",
    "runs": "3",
}


class WrongUse(Exception):
    """The command line is wrong; the text is one sentence that says how."""


class Call:
    """How a task was called; has the attribute of Invoke's context that tasks read."""

    def __init__(self, remainder: str = "") -> None:
        self.remainder = remainder
        """What follows a bare `--`."""


def options_of(body: Body) -> dict[str, object]:
    """The options of a task and what each is when it is not given."""
    code, defaults = body.__code__, body.__defaults__ or ()
    return dict(zip(code.co_varnames[1 : code.co_argcount], defaults, strict=True))


def flag(name: str) -> str:
    """An option as people write it."""
    return "--" + name.replace("_", "-")


def find_task(word: str, tasks: Mapping[str, Body]) -> Body:
    """The task of that name."""
    if word in tasks:
        return tasks[word]
    raise WrongUse(say("task-unknown", word=word, nearest=_nearest(word, tasks), names=", ".join(tasks)))


def read_arguments(body: Body, words: list[str]) -> tuple[Arguments, list[str]]:
    """What each option was given, and the words after a bare `--`."""
    options = {flag(name): name for name in options_of(body)}
    found: Arguments = dict(options_of(body))
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--":
            if not takes_rest(body):
                raise _unexpected(body, word)
            break
        written, equals, value = word.partition("=")
        if written not in options:
            raise _unexpected(body, written)
        name = options[written]
        if isinstance(found[name], bool):
            if equals:
                raise WrongUse(say("value-unexpected", word=written))
            found[name] = True
            continue
        if not equals and rest and not rest[0].startswith("--"):
            value = rest.pop(0)
        check_value(name, value)
        before = found[name]
        if name in REPEATABLE:
            found[name] = [*before, value] if isinstance(before, list) else [value]
        else:
            found[name] = value
    return found, rest


def takes_rest(body: Body) -> bool:
    """Whether a task hands the words after a bare `--` on."""
    return body.__name__ == "test"


def overview(tasks: Mapping[str, Body]) -> str:
    """Every task with its sentence."""
    lines = [f"  {name:<8}{say('task-' + name)}" for name in tasks]
    return "\n".join([say("usage"), "", *lines])


def help_of(body: Body) -> str:
    """One task with its options."""
    shown = {name: f"{flag(name)} {'|'.join(CHOICES.get(name, ()))}".rstrip() for name in options_of(body)}
    width = max(map(len, shown.values()), default=0) + 2
    lines = [f"  {words:<{width}}{about(body, name)}" for name, words in shown.items()]
    return "\n".join([say("task-" + body.__name__), "", *lines])


def about(body: Body, name: str) -> str:
    """What an option is for; where one name means two things, a sentence of the task's own says it."""
    own = f"option-{body.__name__}-{name}"
    return say(own if has(own) else f"option-{name}")


def check_value(name: str, value: str) -> None:
    """Complain about a value that an option cannot have."""
    choices = CHOICES.get(name, ())
    if not value:
        example = choices[0] if choices else EXAMPLES[name]
        raise WrongUse(say("value-missing", word=flag(name), example=example))
    if choices and value not in choices:
        raise WrongUse(say("value-unknown", word=flag(name), value=value, names=", ".join(choices)))
    if name in NUMBERS:
        least, most = NUMBERS[name]
        if not (value.isascii() and value.isdigit() and len(value) < 9 and least <= int(value) <= most):
            raise WrongUse(say("value-no-number", word=flag(name), value=value, least=str(least), most=str(most)))


def _unexpected(body: Body, word: str) -> WrongUse:
    names = [flag(name) for name in options_of(body)]
    listed = ", ".join(names) or say("none")
    if word.startswith("--") and word != "--":
        near = _nearest(word, names)
        return WrongUse(say("option-unknown", task=body.__name__, word=word, nearest=near, names=listed))
    return WrongUse(say("argument-unexpected", task=body.__name__, word=word, names=listed))


def _nearest(word: str, names: "Mapping[str, Body] | list[str]") -> str:
    from difflib import get_close_matches

    near = get_close_matches(word, list(names), n=1)
    return " " + say("nearest", word=near[0]) if near else ""
