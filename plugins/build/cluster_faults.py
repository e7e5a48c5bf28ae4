"""What can be wrong with a cluster: one sentence each, with what to do."""

from collections.abc import Mapping

from plugins.build.portable import Cluster, Unfit
from plugins.core.diagnostic import Diagnostic, Location, Severity, Text, translatable

RULE = "cluster-unusable"
SAID = {
    "unseen": translatable("The worker `{worker}` does not see `{what}`."),
    "other": translatable("The worker `{worker}` differs from this machine in `{what}`: it would make other pages."),
    "unloaded": translatable("The worker `{worker}` cannot load what it needs: {what}."),
}
SHARE = translatable(
    "Let the workers see the folders of the project, content, theme and output under the same paths, or take"
    " `DASK_SCHEDULER` out."
)
RESTART = translatable(
    "Give the workers this machine's Python, libraries and project folder and start them again, or take"
    " `DASK_SCHEDULER` out."
)
START = translatable(
    "Start workers with `dask worker {address} --nthreads 1`, one for each processor, or take `DASK_SCHEDULER` out."
)


def not_installed(cluster: Cluster) -> Diagnostic:
    """The library is missing."""
    return _fault(
        cluster,
        translatable("`DASK_SCHEDULER` is `{address}`, but the library `distributed` is not installed here."),
        translatable("Install it with `.venv/bin/python -m pip install distributed`, or take `DASK_SCHEDULER` out."),
    )


def unreachable(cluster: Cluster, error: Exception) -> Diagnostic:
    """No scheduler answers."""
    return _fault(
        cluster,
        translatable("The scheduler of `DASK_SCHEDULER`, `{address}`, does not answer."),
        translatable("Start it with `dask scheduler`, correct its address, or take `DASK_SCHEDULER` out."),
    )


def no_workers(cluster: Cluster) -> Diagnostic:
    """The scheduler is there, but nobody who works."""
    return _fault(cluster, translatable("The scheduler of `DASK_SCHEDULER`, `{address}`, has no workers."), START)


def unfit(cluster: Cluster, error: Unfit) -> Diagnostic:
    """A worker is not like this machine."""
    hint = SHARE if error.kind == "unseen" else RESTART
    return _fault(cluster, SAID[error.kind], hint, {"worker": error.worker, "what": error.what.rstrip(".")})


def lost(cluster: Cluster, error: BaseException) -> Diagnostic:
    """The engine gave up."""
    return _fault(
        cluster,
        translatable("The workers of `DASK_SCHEDULER`, `{address}`, were lost in the middle of the work ({reason})."),
        translatable(
            "Look into their log and build again, or take `DASK_SCHEDULER` out; the site that was there is untouched."
        ),
        {"reason": type(error).__name__},
    )


def unsendable(cluster: Cluster, error: Exception) -> Diagnostic:
    """Something of the settings cannot travel."""
    return _fault(
        cluster,
        translatable("What these settings bring along cannot be sent to `{address}`: {reason}."),
        translatable("Make their filters and tests plain functions, or take `DASK_SCHEDULER` out."),
        {"reason": (str(error) or type(error).__name__).rstrip(".")},
    )


def _fault(cluster: Cluster, message: str, hint: str, more: Mapping[str, str] = {}) -> Diagnostic:
    values = {"address": cluster.address, **more}
    return Diagnostic(
        Location(cluster.settings), RULE, Severity.ERROR, Text(message, values), Text(hint, values), cluster.address
    )
