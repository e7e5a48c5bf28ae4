"""The command `serve`: the site on this machine, as it would be after each save."""

import signal
import sys
import threading
from pathlib import Path

from plugins.server.messages import Wish
from plugins.server.shop import CannotServe, Shop
from plugins.server.supervisor import Stop
from plugins.server.words import NO_FOLDER, texts

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".pregon-cache" / "serve"


def serve(
    *,
    port: int | None = None,
    content: str | None = None,
    lang: str | None = None,
    settings: Path = ROOT / "pelicanconf.py",
    cache: Path = CACHE,
) -> int:
    """Build, serve and follow what is saved until Ctrl+C; the exit status, 2 when it cannot begin."""
    if content is not None and not Path(content).is_dir():
        print(texts(lang or "").gettext(NO_FOLDER).format(path=content), file=sys.stderr, flush=True)
        return 2
    folder = str(Path(content).absolute()) if content is not None else ""
    wish = Wish(str(settings.absolute()), folder, lang or "", str(cache / "error.log"))
    shop = Shop(wish, port, cache)
    if threading.current_thread() is threading.main_thread():
        # A second Ctrl+C while everything is closed is no surprise either.
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: shop.inbox.put(Stop()))
    try:
        shop.supervisor.run()
    except CannotServe as reason:
        print(reason, file=sys.stderr, flush=True)
        return 2
    finally:
        shop.close()
    return 0
