"""Builds of a project from outside: quick ones in forks of a process that has everything imported, and real ones.

    python -m tests.incremental.builder PROJECT

is that process. It reads a list of jobs from a line (JSON), forks once for each, and answers with a line when
all have ended. A fork has the modules of the project's own `plugins/`, but no memory of an earlier build.
"""

import importlib
import json
import os
import re
import subprocess
import sys
import time
import traceback
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from msgspec import Struct, structs

REPOSITORY = Path(__file__).parents[2]
PYTHON = REPOSITORY / ".venv" / "bin" / "python"
# 26 March 2026.
TODAY = 1774500000
COUNTS = re.compile(r"(\d+) escritos?, (\d+) conservados?, (\d+) retirados?")
ROOMS = (
    "plugins.generator",
    "plugins.checks",
    "plugins.sharing",
    "plugins.videos",
    "plugins.assets",
    "plugins.pictures",
    "plugins.pages",
    "plugins.redirects",
    "plugins.feeds",
    "plugins.sitemap",
)
# What takes long to import and knows nothing of us; rooms follow from the project's own folder.
MODULES = (
    "babel.dates",
    "feedgen.feed",
    "pelican",
    "PIL.Image",
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
    "plugins.build.command",
    *ROOMS,
)


class Job(Struct, frozen=True):
    """One run. `how` is build (the public command), run (with its session) or check. `output` None: the settings'."""

    how: str = "build"
    output: str | None = None
    drafts: bool = False
    strict: bool = False
    production: bool = False
    epoch: int = TODAY
    # Compiled settings of another run are not trusted.
    own_bytecode: bool = False
    settings: dict[str, Any] = {}


class Result(Struct, frozen=True):
    """What came of a run. `findings` is None when the run did not say; `counts` are written, kept, removed."""

    status: int
    stdout: str
    stderr: str
    seconds: float
    findings: list[str] | None = None
    counts: tuple[int, ...] | None = None

    @property
    def said(self) -> str:
        """All its words."""
        return f"exit {self.status}\n{self.stdout}{self.stderr}"


class Builder:
    """A process that builds one project quickly. `hash_seed` decides the order of sets in it."""

    def __init__(self, project: Path, hash_seed: int = 0) -> None:
        self.project = project
        environment = {**plain_environment(), "PYTHONHASHSEED": str(hash_seed), "PYTHONPATH": str(REPOSITORY)}
        self.process = subprocess.Popen(
            [str(PYTHON), "-m", "tests.incremental.builder", str(project)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=project,
            env=environment,
            text=True,
        )

    def begin(self, *jobs: Job) -> None:
        """Start the jobs, all at the same time."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps([structs.asdict(job) for job in jobs]) + "\n")
        self.process.stdin.flush()

    def end(self) -> list[Result]:
        """Wait for the jobs that were begun."""
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the builder of {self.project} ended with {self.process.wait()}")
        return [Result(**{**found, "counts": found["counts"] and tuple(found["counts"])}) for found in json.loads(line)]

    def build(self, job: Job) -> Result:
        """One job from beginning to end."""
        self.begin(job)
        return self.end()[0]

    def close(self) -> None:
        """End the process."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()

    def __enter__(self) -> "Builder":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def plain_environment() -> dict[str, str]:
    """As people have it: sets in another order each time, compiled code beside its source."""
    odd = ("PYTHONHASHSEED", "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
    return {name: value for name, value in os.environ.items() if name not in odd}


def command(project: Path, job: Job) -> list[str]:
    """The command line of a job, as people write it."""
    words = [str(PYTHON), str(project / "tasks.py"), job.how if job.how == "check" else "build"]
    words += ["--output", job.output] if job.output and job.how != "check" else []
    flags = {"--drafts": job.drafts, "--strict": job.strict, "--production": job.production}
    return words + [flag for flag, wanted in flags.items() if wanted and job.how != "check"]


def start(project: Path, job: Job) -> subprocess.Popen[str]:
    """The real command in a process group of its own."""
    return subprocess.Popen(
        command(project, job),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=project,
        env={**plain_environment(), "SOURCE_DATE_EPOCH": str(job.epoch)},
        text=True,
        start_new_session=True,
    )


def finish(process: subprocess.Popen[str], began: float = 0.0) -> Result:
    """Wait for a started command."""
    stdout, stderr = process.communicate(timeout=120)
    return Result(
        process.returncode, stdout, stderr, time.perf_counter() - began if began else 0.0, None, counts_in(stdout)
    )


def build(project: Path, job: Job) -> Result:
    """The real command from beginning to end."""
    began = time.perf_counter()
    return finish(start(project, job), began)


def build_baseline(project: Path, epoch: int) -> Result:
    """`check --baseline`, as people write it."""
    done = subprocess.run(
        [str(PYTHON), str(project / "tasks.py"), "check", "--baseline"],
        cwd=project,
        env={**plain_environment(), "SOURCE_DATE_EPOCH": str(epoch)},
        capture_output=True,
        text=True,
        check=False,
    )
    return Result(done.returncode, done.stdout, done.stderr, 0.0)


def counts_in(text: str) -> tuple[int, ...] | None:
    """Files written, kept and removed, as the last line of a build says."""
    found = COUNTS.search(text)
    return tuple(int(number) for number in found.groups()) if found else None


def serve(project: Path) -> None:
    """Answer lines of jobs until there are no more."""
    sys.path.insert(0, str(project))
    for name in MODULES:
        importlib.import_module(name)
    for line in sys.stdin:
        folder = Path(mkdtemp(prefix="pregon-jobs-"))
        children = []
        for number, about in enumerate(json.loads(line)):
            sys.stdout.flush()
            child = os.fork()
            if child == 0:
                _work(project, Job(**about), folder / str(number))
            children.append(child)
        statuses = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        results = [_read(folder / str(number), status) for number, status in enumerate(statuses)]
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()
        sys.stdout.write(json.dumps(results) + "\n")
        sys.stdout.flush()


def _work(project: Path, job: Job, place: Path) -> None:
    """In the fork: do the job, leave what came of it at `place`, end."""
    for number, ending in ((1, ".out"), (2, ".err")):
        file = os.open(f"{place}{ending}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(file, number)
        os.close(file)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.environ["SOURCE_DATE_EPOCH"] = str(job.epoch)
    if job.own_bytecode:
        sys.pycache_prefix = f"{place}.none"
        sys.dont_write_bytecode = True
    status, more = 70, {}
    began = time.perf_counter()
    try:
        status, more = _perform(project, job)
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
    except BaseException:
        traceback.print_exc()
    about = {"status": status, "seconds": time.perf_counter() - began, **more}
    Path(f"{place}.json").write_text(json.dumps(about))
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)


def _perform(project: Path, job: Job) -> tuple[int, dict[str, Any]]:
    from plugins.build import command as commands
    from plugins.build.outcome import Session

    assert project == commands.ROOT, f"{commands.ROOT} is built, not {project}"
    if job.how == "build":
        return commands.build(output=job.output, drafts=job.drafts, strict=job.strict, production=job.production), {}
    if job.how == "serve":
        return _served(project, job)
    if job.how == "check":
        return _checked(project)
    session = Session("build", strict=job.strict)
    overrides: dict[str, Any] = {"SHOW_DRAFTS": True} if job.drafts else {}
    overrides |= {"OUTPUT_PATH": job.output} if job.output else {}
    file = project / ("publishconf.py" if job.production else "pelicanconf.py")
    status = commands.run(session, file, {**overrides, **job.settings})
    outcome = session.outcome
    return status, {"findings": [repr(found) for found in outcome.diagnostics] if outcome else None}


def _checked(project: Path) -> tuple[int, dict[str, Any]]:
    """The stages as `tasks.py check` runs them, with what the last check left."""
    from plugins.build.check_cache import check_folder
    from plugins.build.outcome import Session
    from plugins.generator.everyday import checked

    session = Session("check")
    session.folder = check_folder(project, None)
    status, outcome = checked(session, {}), session.outcome
    return status, {"findings": [repr(found) for found in outcome.diagnostics] if outcome else None}


def _served(project: Path, job: Job) -> tuple[int, dict[str, Any]]:
    """What a builder of `serve` answers when it begins."""
    import msgspec

    from plugins.server.builder import Builder as Serving
    from plugins.server.messages import Order, Wish

    order = Order(job.settings["SITEURL"], job.output or "")
    *_, result = Serving(Wish(str(project / "pelicanconf.py"))).build(order)
    return result.status, {"findings": [json.dumps(msgspec.to_builtins(result.findings))]}


def _read(place: Path, status: int) -> dict[str, Any]:
    about: dict[str, Any] = {"status": 128 + abs(status), "seconds": 0.0, "findings": None}
    if Path(f"{place}.json").exists():
        about |= json.loads(Path(f"{place}.json").read_text())
    out, err = (Path(f"{place}{ending}").read_text("utf-8", "replace") for ending in (".out", ".err"))
    return {**about, "stdout": out, "stderr": err, "counts": counts_in(out)}


if __name__ == "__main__":
    serve(Path(sys.argv[1]))
