"""Moments beside one another, each as precise as it was meant."""

from plugins.core.document import Moment

LENGTHS = {"year": 4, "month": 7, "day": 10}


def is_before(one: Moment, other: Moment) -> bool:
    """Whether `one` is earlier than `other`, as precisely as the less precise of them says."""
    length = min(LENGTHS.get(moment.precision, 99) for moment in (one, other))
    return one.order < other.order if length == 99 else one.iso[:length] < other.iso[:length]
