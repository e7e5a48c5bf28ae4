"""From a plan to files, and to what the next run knows of this one."""

from functools import partial
from pathlib import Path
from time import perf_counter

import msgspec
from jinja2 import Environment
from msgspec import structs

from plugins.build.context import BuildContext
from plugins.build.executor import Job, execute
from plugins.build.failure import BuildError, write_failure
from plugins.build.kept import Kept
from plugins.build.outcome import Session
from plugins.build.place import MEMORY, TEMPLATES, cache_folder
from plugins.build.present import present_diagnostic, present_written, say
from plugins.build.sealed import write_sealed
from plugins.build.speech import speech
from plugins.build.store import Store, StoreDamaged
from plugins.build.template_cache import Compiled
from plugins.build.templates import Templates
from plugins.build.versions import digest, encoded
from plugins.generator.cache import Cache
from plugins.generator.site_build import DAMAGED, Prepared, anew
from plugins.generator.stages import run_stages
from plugins.generator.state import leave


def write(prepared: Prepared, host: Environment, output: Path, session: Session) -> int:
    """Render and publish the plan; the exit status."""
    try:
        try:
            done, context = _published(prepared, host, output, session)
        except StoreDamaged:
            say(speech(session.lang).gettext(DAMAGED), error=True)
            done, context = _published(_read_anew(prepared), host, output, session)
    except BuildError as error:
        present_diagnostic(error.diagnostic, session)
        return 1
    except OSError as error:
        present_diagnostic(write_failure(str(error.filename or output), error).diagnostic, session)
        return 1
    kept = session.kept
    if kept is not None and done.staged is not None:
        kept.memory, kept.reading, kept.built = done.staged.memory, done.staged.reading, (done, context)
        kept.note(output)
    if session.written is not None:
        present_written(session.written, output, perf_counter() - prepared.began, session)
    return 0


def _read_anew(prepared: Prepared) -> Prepared:
    """The same from the sources alone."""
    if prepared.cache is None or prepared.staged is None:
        raise ValueError("nothing was prepared for writing")
    place = prepared.staged.place
    cache = anew(place, prepared.cache)
    staged = run_stages(place, (), cache)
    return structs.replace(prepared, outcome=staged.outcome, cache=cache, staged=staged)


def _published(prepared: Prepared, host: Environment, output: Path, session: Session) -> tuple[Prepared, BuildContext]:
    cache = prepared.cache
    if cache is None or cache.store is None or cache.recalled is None or prepared.staged is None:
        raise ValueError("nothing was prepared for writing")
    store, kept = cache.store, session.kept or Kept()
    context = BuildContext(_templates(prepared, cache, store, host, kept), store.body, prepared.folders)
    crew = structs.replace(cache.crew, tell=partial(session.progress, "making"))
    job = Job(prepared.outcome.plan, cache.looks.version, prepared.outcome.partial, crew, store.abandon)
    session.written = execute(job, context, output, cache.recalled)
    write_sealed(cache_folder(output) / MEMORY, msgspec.msgpack.encode(prepared.staged.memory))
    if prepared.state is not None:
        leave(prepared.state, prepared.outcome, output, session)
    return prepared, context


def _templates(prepared: Prepared, cache: Cache, store: Store, host: Environment, kept: Kept) -> Templates:
    """Those that are kept, as long as they would be made of the same."""
    looks, folder = cache.looks, store.file.parent
    told = digest(looks.code, looks.theme, encoded(looks.catalogues), repr(prepared.templates).encode())
    if kept.templates is None or kept.templates[0] != told:
        compiled = Compiled(folder / TEMPLATES, looks.code.hex())
        made = Templates(prepared.templates, prepared.languages, store.body, host, compiled)
        kept.templates = (told, made)
    return kept.templates[1]
