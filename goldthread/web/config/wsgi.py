"""The application a server loads, warmed up so that the first reader does not wait."""

import gc
import os

from django.core.wsgi import get_wsgi_application

from goldthread.web.config.ticking import keep_ticking

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.web.config.settings")

application = get_wsgi_application()

from goldthread.web.config.starting import refuse_to_start_unsafely  # noqa: E402  # once Django is set up

refuse_to_start_unsafely()


def warm_up() -> None:
    """Import every view and compile every page template: 1.5 s of CPU that a first request would spend.

    What stands then stands for good, so the collector of garbage need not walk it again in the midst of a page.
    """
    from django.template import engines
    from django.urls import get_resolver

    from goldthread.web.config.jinja import Pages

    _ = get_resolver().url_patterns
    pages = engines["pages"]
    assert isinstance(pages, Pages)
    for name in pages.template_names():
        pages.get_template(name)
    gc.collect()
    gc.freeze()


warm_up()
keep_ticking()
