"""One run at a time on an output folder: a build waits for another, a check goes on without what is kept there."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.build.failure import write_failure
from plugins.build.glance import Outdated
from plugins.build.lock import LockError, held
from plugins.build.outcome import Session
from plugins.build.place import LOCK
from plugins.build.present import say
from plugins.build.speech import speech
from plugins.core.diagnostic import translatable

WAITING = translatable("Another build of this site is running; waiting for it to end.")


@contextmanager
def alone(session: Session, output: Path) -> Iterator[None]:
    """Hold the lock of `output` as long as the block runs; `session` is told whether it could be had.

    Raises:
        BuildError: a build cannot make the lock.
        Outdated: a build that has looked at what the last one left had to wait for another.
    """

    waited = False

    def wait() -> None:
        nonlocal waited
        waited = True
        say(speech(session.lang).gettext(WAITING), error=True)

    lock = session.cache(output) / LOCK
    if session.mode == "check" and session.folder is None:
        # Nothing is kept, and a check leaves nothing behind.
        yield
        return
    try:
        with held(lock, wait if session.mode == "build" else None) as session.holds_lock:
            if waited and session.glance is not None:
                raise Outdated
            yield
    except LockError as error:
        if session.mode == "build":
            raise write_failure(str(lock), error.reason) from error
        yield
    finally:
        session.holds_lock = False
