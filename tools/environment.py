"""Makes `.venv`, fills it with what the locks list, and goes on inside; with the standard library alone.

`.venv/stamp` is written last and says what is installed. Without it, or where it does not fit, the folder
is made again; so a half-made, moved or outdated one repairs itself. A start on a right one reads three
files and imports nothing slow: that is why the other imports stand in the functions that need them.
"""

import os
import sys
from collections.abc import Callable
from hashlib import sha256
from io import TextIOWrapper

Tell = Callable[[str], None]

FOLDER = ".venv"
BUILD_LOCK = "requirements-build.txt"
LOCKS = {"runtime": "requirements.txt", "dev": "requirements-dev.txt"}
# feedgen is published as source alone. Everything else must come as a wheel, so that nobody needs a compiler.
PIP = (
    *("-I", "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--no-color"),
    *("--progress-bar=off", "--require-hashes", "--no-deps"),
    *("--only-binary=:all:", "--no-binary=feedgen", "--no-build-isolation"),
)
# What pip prints, and the message that says it to people; the first that fits.
SYMPTOMS = (
    ("DO NOT MATCH THE HASHES", "wrong-hash"),
    ("No space left on device", "disk-full"),
    ("There is not enough space on the disk", "disk-full"),
    ("Disk quota exceeded", "disk-full"),
    ("ensurepip is not available", "no-venv-module"),
    ("No module named ensurepip", "no-venv-module"),
    ("Retrying (Retry", "no-network"),
    ("ConnectionError", "no-network"),
    ("Connection to", "no-network"),
    ("Read timed out", "no-network"),
    ("SSLError", "no-network"),
    ("ProxyError", "no-network"),
    ("(from versions: none)", "no-network"),
)


class SetupError(Exception):
    """The environment cannot be made; the text is one sentence that says what to do."""


def python_of(folder: str) -> str:
    """The interpreter of a virtual environment."""
    return os.path.join(folder, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))


def is_inside(folder: str) -> bool:
    """Whether this process runs in that environment."""
    return os.path.realpath(sys.prefix) == os.path.realpath(folder)


def digest(root: str, kind: str) -> str:
    """The digest of the locks that an environment of this kind is made from."""
    found = sha256()
    for name in (BUILD_LOCK, LOCKS[kind]):
        try:
            with open(os.path.join(root, name), "rb") as file:
                # Git may have written CRLF on Windows: the same lock is the same digest.
                found.update(file.read().replace(b"\r\n", b"\n"))
        except FileNotFoundError:
            raise SetupError(_say("no-lock", file=name)) from None
    return found.hexdigest()


def read_stamp(folder: str) -> dict[str, str]:
    """What a finished environment says of itself; empty when it is not finished."""
    try:
        with open(os.path.join(folder, "stamp"), encoding="utf-8") as file:
            return dict(line.rstrip("\n").split(" ", 1) for line in file if " " in line)
    except (OSError, UnicodeDecodeError):
        return {}


def write_stamp(folder: str, stamp: dict[str, str]) -> None:
    """Replace the stamp at once, so that nobody reads half of it."""
    path = os.path.join(folder, "stamp")
    with open(path + ".new", "w", encoding="utf-8") as file:
        file.writelines(f"{name} {value}\n" for name, value in stamp.items())
    os.replace(path + ".new", path)


def is_ready(root: str, dev: bool) -> bool:
    """Whether `.venv` is complete, in its place, of this Python and made from today's locks."""
    folder = os.path.join(root, FOLDER)
    stamp = read_stamp(folder)
    return (
        bool(stamp)
        and stamp.get("python") == _python_version()
        and stamp.get("place") == os.path.realpath(folder)
        and os.path.exists(stamp.get("base", ""))
        and os.path.exists(python_of(folder))
        and stamp.get("runtime") == digest(root, "runtime")
        and (not dev or stamp.get("dev") == digest(root, "dev"))
    )


def prepare(root: str, dev: bool, tell: Tell) -> None:
    """Make `.venv` right, or raise SetupError; a second process waits for the first."""
    try:
        with open(os.path.join(root, FOLDER + ".lock"), "a", encoding="utf-8") as lock:
            _hold(lock, tell)
            if is_ready(root, dev):
                return
            tell(_say("preparing", folder=FOLDER))
            addable = dev and is_ready(root, dev=False) and "dev" not in read_stamp(os.path.join(root, FOLDER))
            if not addable:
                _make(root)
            if dev:
                _add_dev(root)
    except OSError as error:
        raise SetupError(_explain(root, error)) from error


def enter(root: str, script: str, arguments: list[str]) -> int:
    """Run the script again inside `.venv`; where the system can, in this very process."""
    command = [python_of(os.path.join(root, FOLDER)), script, *arguments]
    if os.name != "nt":
        os.execv(command[0], command)
    import subprocess

    return subprocess.call(command)


def _make(root: str) -> None:
    import shutil

    try:
        import ensurepip  # noqa: F401  Debian ships Python without these two
        import venv  # noqa: F401
    except ImportError:
        raise SetupError(_say("no-venv-module")) from None
    folder = os.path.join(root, FOLDER)
    wanted = digest(root, "runtime")
    if os.path.islink(folder) or os.path.isfile(folder):
        os.unlink(folder)
    elif os.path.isdir(folder):
        # The stamp goes first: what an interruption leaves must not look finished.
        if os.path.exists(os.path.join(folder, "stamp")):
            os.unlink(os.path.join(folder, "stamp"))
        shutil.rmtree(folder)
    os.mkdir(folder)
    base = str(getattr(sys, "_base_executable", sys.executable))
    _run(root, [base, "-I", "-m", "venv", folder])
    _run(root, [python_of(folder), *PIP, "-r", os.path.join(root, BUILD_LOCK)])
    _run(root, [python_of(folder), *PIP, "-r", os.path.join(root, LOCKS["runtime"])])
    write_stamp(
        folder,
        {
            "python": _python_version(),
            "base": os.path.realpath(base),
            "place": os.path.realpath(folder),
            "runtime": wanted,
        },
    )


def _add_dev(root: str) -> None:
    folder = os.path.join(root, FOLDER)
    wanted, stamp = digest(root, "dev"), read_stamp(folder)
    # pip takes a package that an interruption left half-installed for a whole one. Marked like this, the
    # environment still builds the site (the lock for development changes none of its packages), and the
    # next `test` makes it again.
    write_stamp(folder, {**stamp, "dev": "unfinished"})
    try:
        _run(root, [python_of(folder), *PIP, "-r", os.path.join(root, LOCKS["dev"])])
    except NothingInstalled:
        write_stamp(folder, stamp)
        raise
    write_stamp(folder, {**stamp, "dev": wanted})


class NothingInstalled(SetupError):
    """pip failed while it was still downloading, which it does before it installs anything."""


def _run(root: str, command: list[str]) -> None:
    import subprocess

    folder = os.path.join(root, FOLDER)
    log = os.path.join(folder, "setup.log")
    # A user's own pip settings may name a mirror or a proxy, but not another place to install into.
    dropped = ("PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "PIP_USER", "__PYVENV_LAUNCHER__")
    environ = {name: value for name, value in os.environ.items() if name not in dropped}
    with open(log, "a+", encoding="utf-8", errors="replace") as output:
        start = output.tell()
        code = subprocess.call(
            command,
            cwd=root,
            env={**environ, "LC_ALL": "C"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        output.seek(start)
        printed = output.read()
    if code:
        name = next((name for symptom, name in SYMPTOMS if symptom in printed), "setup-failed")
        kind = NothingInstalled if name in ("no-network", "wrong-hash") else SetupError
        raise kind(_say(name, log=os.path.relpath(log, root), folder=os.path.relpath(folder, root)))


def _hold(lock: TextIOWrapper, tell: Tell) -> None:
    """Wait until this process alone holds the file; closing it, or dying, lets it go."""
    if sys.platform == "win32":
        import msvcrt
        import time

        def take() -> None:
            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)

    else:
        import fcntl
        import time

        def take() -> None:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)

    for attempt in range(36_000):
        try:
            return take()
        except (BlockingIOError, PermissionError):
            if attempt == 0:
                tell(_say("waiting"))
            time.sleep(0.1)
    return take()


def _explain(root: str, error: OSError) -> str:
    import errno

    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
        return _say("disk-full", folder=root)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _say("read-only", folder=root)
    return _say("setup-failed", folder=FOLDER, log=f"«{error}»")


def _python_version() -> str:
    return f"{sys.version_info[0]}.{sys.version_info[1]}"


def _say(name: str, **values: str) -> str:
    from tools.messages import say

    return say(name, **values)
