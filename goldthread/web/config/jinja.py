"""Jinja2 for our pages: files named `*.jinja` in the `templates` folder of each kind of work."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.messages import get_messages
from django.template import TemplateDoesNotExist
from django.template.backends.jinja2 import Jinja2, Template
from django.templatetags.static import static
from jinja2 import ChoiceLoader, Environment, FileSystemBytecodeCache, PackageLoader, PrefixLoader, Undefined

from goldthread.practice.moment import now
from goldthread.web.design_system import dates, fields, links

SUFFIX = ".jinja"


class Pages(Jinja2):
    """Renders `*.jinja` only, so that the Django engine beside it gets allauth's `*.html`."""

    app_dirname = "templates"

    def get_template(self, template_name: str) -> Template:
        """The page of that name; raises `TemplateDoesNotExist` for any other suffix."""
        if not template_name.endswith(SUFFIX):
            raise TemplateDoesNotExist(template_name, backend=self)
        return super().get_template(template_name)

    def template_names(self) -> list[str]:
        """The names of all our page templates."""
        return self.env.list_templates(filter_func=lambda name: name.endswith(SUFFIX))


def environment(*, bytecode_cache: Path | None = None, **options: Any) -> Environment:
    """The Jinja environment: loaders, date words, links and form fields for every template."""
    options["loader"] = ChoiceLoader(
        [
            options["loader"],
            PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
        ]
    )
    options["auto_reload"] = settings.DEBUG
    options["undefined"] = Undefined
    options["trim_blocks"] = options["lstrip_blocks"] = True
    if bytecode_cache is not None:
        bytecode_cache.mkdir(parents=True, exist_ok=True)
        options["bytecode_cache"] = FileSystemBytecodeCache(str(bytecode_cache))
    jinja = Environment(**options)
    jinja.globals.update(
        url=links.address,
        static=static,
        now=now,
        messages_for=get_messages,
        query_with=links.query_with,
        query_without=links.query_without,
    )
    jinja.filters.update(
        day=dates.day_words,
        moment=dates.moment_words,
        over=dates.over_words,
        due=dates.due_words,
        iso=dates.iso,
        plural=dates.plural,
        widget_kind=fields.widget_kind,
    )
    return jinja
