"""Our Jinja prints what Jinja prints: shortcuts are held to the plain environment."""

import io
from gettext import GNUTranslations
from typing import Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup, escape

from plugins.build.template_environment import PageEnvironment
from plugins.build.template_writing import marked, written

PARTS = """
{% macro said(text, loud=false) %}{{ text }}{% if loud %}!{% endif %}{% endmacro %}
{% macro around() %}<p>{{ caller() }}</p>{% endmacro %}
{% macro tongue(code) %}{% if code != page_language %} lang="{{ code }}"{% endif %}{% endmacro %}
"""
TEMPLATES = [
    "{{ _('Water & light') }}",
    "{{ gettext('Water & light') }}|{{ pgettext('menu', 'Water') }}|{{ pgettext('none', 'Water') }}",
    "{{ _('Not in the catalogue: 100%%') }}",
    "{{ _('By %(who)s', who=name) }}|{{ _('By %(who)s', who=said(name)) }}|{{ _('By %(who)s', who='<b>') }}",
    "{{ ngettext('%(num)s post', '%(num)s posts', 3) }}|{{ ngettext('%(n)s post', '%(n)s posts', 1, n=name) }}",
    "{{ name if nothing else _('Water & light') }}|{{ said(_('Water & light'), loud=true) }}|{{ said(name, true) }}",
    "{{ said('<b>') ~ name }}|{{ said(name)|length }}|{{ name|upper }}|{{ said(name)|upper }}",
    "{% call around() %}{{ name }}{% endcall %}",
    "{{ page_language }}|{{ tongue('pt') }}|{{ tongue('es') }}",
    "{% set page_language = name %}{{ page_language }}",
    "{% for _ in [1, 2] %}{{ _ }}{% endfor %}",
    "{% macro page(page_language) %}{{ page_language }}{% endmacro %}{{ page('x') }}",
    "{% autoescape false %}{{ name }}|{{ _('Water & light') }}|{{ said(name) }}{% endautoescape %}",
    "{% set text %}<i>{{ name }}</i>{% endset %}{{ text }}|{{ 7 }}|{{ 1.5 }}|{{ true }}|{{ none }}|{{ [name] }}",
    "{{ _('%(a)s of %(b)s: 100%%', a=name, b=3) }}|{{ _('%(n)s, %(n)s', n=name) }}|{{ _('None', n=name) }}",
    "{{ _('%(n)d', n=7) }}|{{ _('%(n)s', n=_('%(n)s', n=name)) }}|{% set t = _('By %(who)s', who=name) %}{{ t }}",
    "{{ pair.left }}|{{ pair.right.left }}|{{ pair.items is defined }}|{{ pair.lost is defined }}|{{ pair.lost|d(7) }}",
    "{{ pair.right.left.upper() }}|{{ pair.class }}|{% for one in [pair] if one.left %}{{ one.left }}{% endfor %}",
    "{% import 'parts' as parts %}{{ parts.said(name, true) }}",
    "{% from 'parts' import said with context %}{{ said(name) }}",
    "{{ said(text=name) }}|{{ said(name, *[true]) }}|{{ said(name, **{'loud': true}) }}",
    "{% macro many(" + ", ".join(f"a{n}=''" for n in range(30)) + ") %}{{ a0 }}{{ a29 }}{% endmacro %}{{ many(name) }}",
    "{{ name is defined }}|{{ nowhere is defined }}|{{ nowhere|default('&') }}|{{ range(3)|join(name) }}",
]


def texts() -> GNUTranslations:
    catalogue = Catalog("es")
    catalogue.add("Water & light", "Agua & luz <3")
    catalogue.add("Water", "Agua", context="menu")
    catalogue.add("By %(who)s", "De %(who)s & más")
    catalogue.add(("%(num)s post", "%(num)s posts"), ("%(num)s entrada", "%(num)s entradas"))
    file = io.BytesIO()
    write_mo(file, catalogue)
    file.seek(0)
    return GNUTranslations(file)


def made(kind: type[Environment]) -> Any:
    return kind(
        loader=DictLoader({"parts": PARTS}),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
    )


def printed(source: str, name: str) -> tuple[str, str]:
    """What our environment and what Jinja's own prints."""
    source = "{% from 'parts' import said, around, tongue %}" + source
    ours, plain = made(PageEnvironment), made(Environment)
    ours.speak(texts(), {"page_language": "es"})
    plain.globals["page_language"] = "es"
    plain.install_gettext_translations(texts(), newstyle=True)
    values = {"name": name, "nothing": "", "pair": {"left": name, "right": {"left": name}, "class": 1}}
    return ours.from_string(source).render(values), plain.from_string(source).render(values)


@pytest.mark.parametrize("source", TEMPLATES)
@pytest.mark.parametrize("name", ["Ana", "<Ana & 'Luis'> 100%", "{{ x }}"])
def test_every_template_prints_what_it_prints_in_jinja(source: str, name: str) -> None:
    ours, plain = printed(source, name)
    assert ours == plain


def test_a_text_that_cannot_be_filled_in_fails_when_it_is_printed() -> None:
    ours = made(PageEnvironment)
    ours.speak(texts(), {})
    template = ours.from_string("{{ _('By %(who)s') }}")
    with pytest.raises(KeyError):
        template.render()


class Html:
    def __html__(self) -> str:
        return "<b>"


@given(st.text() | st.integers() | st.booleans() | st.floats() | st.none() | st.builds(Markup, st.text()))
def test_a_value_is_written_as_jinja_writes_it(value: object) -> None:
    assert written(value) == escape(value)
    assert marked(value) == Markup(value)
    assert type(marked(value)) is Markup


def test_what_is_html_already_is_written_as_it_is() -> None:
    assert written(Html()) == escape(Html()) == "<b>"
    assert marked(Html()) == Markup("<b>")
