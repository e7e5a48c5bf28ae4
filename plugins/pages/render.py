"""The one renderer of pages: a view's type names its template."""

from plugins.core.output import Inputs, RenderContext
from plugins.pages import views

TEMPLATES: dict[type[Inputs], str] = {
    views.HomePage: "layouts/home.html",
    views.PostPage: "layouts/post.html",
    views.CampaignPage: "layouts/campaign.html",
    views.ExperiencePage: "layouts/experience.html",
    views.PlainPage: "layouts/page.html",
    views.ListPage: "layouts/list.html",
    views.IndexPage: "layouts/index.html",
    views.NotFoundPage: "layouts/not_found.html",
}


OF_KINDS = {
    "post": TEMPLATES[views.PostPage],
    "campaign": TEMPLATES[views.CampaignPage],
    "experience": TEMPLATES[views.ExperiencePage],
    "page": TEMPLATES[views.PlainPage],
}
"""The template of each type of document."""


def render_page(view: views.Page, context: RenderContext) -> bytes:
    """The HTML of one page."""
    return context.template(TEMPLATES[type(view)], view.frame.lang, view).encode()
