"""Settings for publishing: what differs from `pelicanconf.py`, nothing else."""

from pelicanconf import *  # noqa: F403
from pelicanconf import PUBLIC_SITEURL

SITEURL = PUBLIC_SITEURL
