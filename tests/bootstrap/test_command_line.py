"""The command line of tasks.py, as a value; no process is started."""

import pytest
from invoke.collection import Collection

import tasks
from tools.command_line import Body, WrongUse, find_task, flag, help_of, overview, read_arguments

READ = [
    (tasks.build, [], {}),
    (tasks.build, ["--content", "x", "--strict"], {"content": "x", "strict": True}),
    (tasks.build, ["--content=x=y"], {"content": "x=y"}),
    (tasks.build, ["--output", "-x"], {"output": "-x"}),
    (tasks.serve, ["--port", "8080", "--lang", "pt"], {"port": "8080", "lang": "pt"}),
    (tasks.check, ["--path", "a", "--path=b"], {"path": ["a", "b"]}),
    (tasks.check, ["--format", "json", "--lang", "pt"], {"format": "json", "lang": "pt"}),
    (tasks.bench, ["--posts", "300", "--against=hugo"], {"posts": "300", "against": "hugo"}),
]
WRONG = [
    (tasks.build, ["--strct"], "--strict"),
    (tasks.build, ["x"], "«x»"),
    (tasks.build, ["--", "x"], "«--»"),
    (tasks.build, ["-s"], "«-s»"),
    (tasks.build, ["--content"], "--content content"),
    (tasks.build, ["--content", "--strict"], "--content content"),
    (tasks.build, ["--content="], "--content content"),
    (tasks.build, ["--content", ""], "--content content"),
    (tasks.build, ["--strict=yes"], "--strict"),
    (tasks.serve, ["--port"], "--port 8080"),
    *((tasks.serve, ["--port", port], "de 1 a 65535") for port in ("0", "65536", "-1", "x", "８０", "1" * 5000)),
    (tasks.check, ["--format", "xml"], "text, json"),
    (tasks.check, ["--lang", "fr"], "es, en, pt"),
    (tasks.clean, ["--all"], "ninguna"),
    (tasks.bench, ["--posts"], "--posts 1000"),
    (tasks.bench, ["--posts", "many"], "«many»"),
    (tasks.bench, ["--posts", "29"], "30"),
    (tasks.bench, ["--runs", "0"], "«0»"),
    (tasks.bench, ["--against", "zola"], "hugo"),
]


@pytest.fixture(autouse=True)
def spanish(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "es_CL.UTF-8")


@pytest.mark.parametrize(("body", "words", "given"), READ)
def test_options_are_read(body: Body, words: list[str], given: dict[str, object]) -> None:
    found, rest = read_arguments(body, words)
    assert {name: value for name, value in found.items() if value} == given
    assert rest == []


def test_what_follows_a_bare_dash_goes_to_pytest_as_it_is() -> None:
    assert read_arguments(tasks.test, ["--only", "x", "--", "-x", "--path"]) == (
        {"only": "x"},
        ["-x", "--path"],
    )


@pytest.mark.parametrize(("body", "words", "hint"), WRONG)
def test_wrong_use_is_one_sentence_that_says_what_is_right(body: Body, words: list[str], hint: str) -> None:
    with pytest.raises(WrongUse) as caught:
        read_arguments(body, words)
    assert hint in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unknown_task_names_the_nearest() -> None:
    with pytest.raises(WrongUse, match="¿quería decir «build»"):
        find_task("bild", tasks.TASKS)


def test_the_overview_has_a_line_for_every_task() -> None:
    assert all(f"\n  {name}" in overview(tasks.TASKS) for name in tasks.TASKS)


@pytest.mark.parametrize("name", tasks.TASKS)
def test_every_option_of_a_task_is_explained(name: str) -> None:
    assert help_of(tasks.TASKS[name])


def test_an_option_that_two_tasks_have_is_explained_for_each() -> None:
    assert "pruebas" in help_of(tasks.test)
    assert "pasos" in help_of(tasks.bench)
    assert help_of(tasks.bench) != help_of(tasks.test)


def test_invoke_reads_the_same_tasks_with_the_same_options() -> None:
    assert isinstance(tasks.namespace, Collection)
    contexts = tasks.namespace.to_contexts()
    found = {str(context.name): sorted(context.flags) for context in contexts}
    options = {name: read_arguments(body, [])[0] for name, body in tasks.TASKS.items()}
    assert found == {name: sorted(flag(option) for option in given) for name, given in options.items()}
