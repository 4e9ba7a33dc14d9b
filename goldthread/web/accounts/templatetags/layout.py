"""Lets allauth's own Django templates wear our Jinja layout and form fields."""

from typing import Any

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


class Page(template.Node):
    """The blocks between {% page %}, {% titled %} and {% endpage %}, put into our layout."""

    def __init__(self, title: NodeList, content: NodeList) -> None:
        self.nodelist_title = title
        self.nodelist_content = content
        self.child_nodelists = ("nodelist_title", "nodelist_content")

    def render(self, context: template.Context) -> SafeString:
        """The whole page."""
        parts = {
            "page_title": strip_tags(self.nodelist_title.render(context)).strip(),
            # nothing is trusted here that the Django template has not escaped already
            "page_content": mark_safe(self.nodelist_content.render(context)),
        }
        return render_to_string("accounts/allauth_page.jinja", parts, context.get("request"))


@register.tag("page")
def page(parser: Parser, token: Token) -> Page:
    """{% page %} title {% titled %} content {% endpage %}."""
    title = parser.parse(("titled",))
    parser.delete_first_token()
    content = parser.parse(("endpage",))
    parser.delete_first_token()
    return Page(title, content)


@register.simple_tag
def form_fields(form: Any) -> SafeString:
    """The error summary and the fields of a form, drawn by our macros."""
    return mark_safe(render_to_string("accounts/allauth_fields.jinja", {"form": form}))
