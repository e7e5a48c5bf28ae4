"""One task per thing a person does; `python3 tasks.py` lists them.

It needs CPython 3.11 or newer and nothing else: it makes `.venv`, installs what the locks list, and goes on
inside. There it is an Invoke file as well: `.venv/bin/invoke build` does the same.
"""

import os
import sys

ROOT = os.path.dirname(os.path.abspath(__file__))
if ROOT not in sys.path:
    sys.path.insert(0, ROOT)

from tools.messages import say, too_old  # noqa: E402

if too_old(sys.version_info[:3]):
    # Up to here, and in what is imported so far, any Python 3.6 must find its way.
    sys.stderr.write(too_old(sys.version_info[:3]) + "\n")
    sys.exit(2)

from tools.command_line import Body, Call  # noqa: E402
from tools.start import start  # noqa: E402

CACHES = (
    ".hypothesis",
    ".import_linter_cache",
    ".mypy_cache",
    ".pregon-cache",
    ".pytest_cache",
    ".ruff_cache",
)
NEED_DEV = ("test", "lint", "bench")


def build(
    c: Call,
    content: str | None = None,
    output: str | None = None,
    drafts: bool = False,
    strict: bool = False,
    production: bool = False,
) -> int:
    """Build the site."""
    from time import perf_counter

    from plugins.build.glance import Outdated
    from plugins.build.still import glance_at, nothing_to_do

    began = perf_counter()
    glance = glance_at(content=content, output=output, drafts=drafts, strict=strict, production=production)
    if nothing_to_do(glance, began):
        return 0
    import gc

    # One build, then the process ends: looking for garbage costs a tenth of it.
    gc.disable()
    from plugins.generator.everyday import build as run

    try:
        return run(glance, content=content, output=output, drafts=drafts, strict=strict, production=production)
    except Outdated:
        import subprocess

        # Who knows what was saved meanwhile, settings and code among it: once more from the beginning.
        sys.stdout.flush()
        return subprocess.call([sys.executable, *sys.orig_argv[1:]])


def serve(c: Call, port: str | None = None, content: str | None = None, lang: str | None = None) -> int:
    """Show the site on this machine and follow what is saved."""
    from plugins.server.command import serve as run

    return run(port=int(port) if port else None, content=content, lang=lang)


def check(
    c: Call,
    content: str | None = None,
    path: list[str] | None = None,
    format: str | None = None,
    fix: bool = False,
    fix_unsafe: bool = False,
    diff: bool = False,
    baseline: bool = False,
    lang: str | None = None,
) -> int:
    """Report every diagnostic of the content."""
    import gc

    # As for a build.
    gc.disable()
    from plugins.generator.everyday import check as run

    return run(
        content=content,
        paths=path or [],
        output_format=format or "text",
        fix=fix,
        fix_unsafe=fix_unsafe,
        diff=diff,
        baseline=baseline,
        lang=lang,
    )


def test(c: Call, only: str | None = None) -> int:
    """Check format, rules, types and floors, then run the tests; only the tests when some are asked for."""
    from shlex import split

    from tools.quality import run_checks, run_tests

    chosen = [*(["-k", only] if only else []), *split(c.remainder)]
    failed = False if chosen else not run_checks(ROOT)
    return int(not run_tests(ROOT, chosen) or failed)


def lint(c: Call) -> int:
    """Format the code and fix what ruff can fix."""
    from tools.quality import fix

    return int(not fix(ROOT))


def lock(c: Call, upgrade: bool = False) -> int:
    """Resolve the versions again and write the three locks."""
    from tools.locks import find_uv, write_locks

    uv = find_uv()
    if not uv:
        print(say("no-uv"), file=sys.stderr)
        return 1
    return write_locks(ROOT, uv, upgrade)


def clean(c: Call) -> int:
    """Remove the output and the caches, nothing else."""
    from shutil import rmtree

    found = [name for name in ("output", *CACHES) if os.path.isdir(os.path.join(ROOT, name))]
    for name in found:
        rmtree(os.path.join(ROOT, name))
    print(say("cleaned", names=", ".join(found) or say("none")))
    return 0


def golden(c: Call) -> int:
    """Write the expected files of the golden tests anew."""
    import subprocess

    return subprocess.call([sys.executable, "-m", "tests.golden.refresh"], cwd=ROOT)


def docs(c: Call) -> int:
    """Write the pages anew that are made from the code."""
    import subprocess

    return subprocess.call([sys.executable, "-m", "tools.reference"], cwd=ROOT)


def draw(c: Call) -> int:
    """Draw the sample pictures again."""
    import subprocess

    return subprocess.call([sys.executable, os.path.join(ROOT, "tools", "draw_pictures.py")])


def bench(
    c: Call,
    posts: str | None = None,
    against: str | None = None,
    runs: str | None = None,
    only: str | None = None,
) -> int:
    """Measure what a build costs, alone or against Hugo."""
    from tools.bench.command import bench as run

    return run(ROOT, posts=int(posts or 1000), against=against or "", runs=int(runs or 1), only=only or "")


BODIES = (build, serve, check, test, lint, golden, docs, lock, clean, draw, bench)
TASKS: dict[str, Body] = {body.__name__: body for body in BODIES}


if __name__ == "__main__":
    try:
        status = start(ROOT, TASKS, NEED_DEV, sys.argv[1:])
        sys.stdout.flush()
        sys.stderr.flush()
        # Giving all memory back piece by piece takes a twentieth of a build; the system takes it at once.
        os._exit(status)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output, such as `head`, has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(141)
else:
    from tools.invoke_file import collection

    namespace = collection(TASKS, ROOT, NEED_DEV)
