"""Settings for publishing: what differs from `pelicanconf.py`, nothing else."""

from pelicanconf import *  # noqa: F403

SITEURL = "https://plazaabierta.example"
