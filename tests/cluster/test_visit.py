"""What another machine sees otherwise is done here, not there: its bytes would be those of another source."""

import hashlib
import os
from gettext import NullTranslations
from pathlib import Path

import pytest
from jinja2 import Environment

from plugins.assets.assets import AssetFile, render_asset
from plugins.build import rendering
from plugins.build.context import BuildContext, FileDiffers
from plugins.build.portable import Unfit, packed
from plugins.build.store import Store
from plugins.build.templates import Templates
from plugins.build.tree import stat_of
from plugins.build.visit import Visit, visit_of
from plugins.core.output import Inputs, RenderContext
from plugins.core.prose import Prose
from plugins.generator import media
from tests.factory import SPANISH
from tests.cluster.travel import travelled


class Page(Inputs, frozen=True):
    """A page of one body."""

    body: Prose = Prose("0" * 64)


def render_body(page: Page, context: RenderContext) -> bytes:
    return context.body(page.body.digest).encode()


def asset(content: bytes) -> AssetFile:
    return AssetFile(sources=(("theme:a.js", hashlib.sha256(content).hexdigest()),))
