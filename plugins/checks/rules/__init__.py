"""Every rule of this room, each in a module of its name."""

from plugins.checks.rules import (
    address_taken,
    alt_missing,
    campaign_unknown,
    caption_missing,
    category_spelling,
    category_unknown,
    html_dropped,
    html_unsafe,
    link_syntax,
    link_target_missing,
    picture_missing,
    picture_remote,
    translation_repeated,
)

RULES = (
    # Pictures
    caption_missing.RULE,
    alt_missing.RULE,
    picture_remote.RULE,
    picture_missing.RULE,
    # Links
    link_syntax.RULE,
    link_target_missing.RULE,
    # HTML
    html_unsafe.RULE,
    html_dropped.RULE,
    # Documents among themselves
    category_unknown.RULE,
    category_spelling.RULE,
    campaign_unknown.RULE,
    address_taken.RULE,
    translation_repeated.RULE,
)
