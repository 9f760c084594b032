"""What the library holds: its papers and what stands in each; what could not be read."""

from markupsafe import Markup
from starlette.responses import Response

from assistant.counting import counted
from assistant.desk.choosing import filters_of
from assistant.fragments.held import held_html
from assistant.fragments.tables import facts_html
from assistant.plain.drawing import View, fragment
from assistant.plain.narrowing import choices
from assistant.plain.paging import on_page
from assistant.record.exempt import ExemptPaper
from assistant.record.reading import in_words, readings


def show(view: View) -> Response:
    """The papers within the filters; what could not be read stands first, always."""
    held, filters = view.desk.catalogue, filters_of(view.given)
    papers = [each for each in held.contents if filters.admit(each.paper)]
    files = len({each.paper.source for each in papers})
    shown = on_page(view, papers)
    read = on_page(view, held.files, "files")
    defined = on_page(view, sorted(held.acronyms.items()), "abbreviations")
    unread = ((record.source, in_words(record)) for record in held.unread)
    return view.page(
        "papers.html",
        {
            "held": held.in_words(),
            "choices": choices(held, filters),
            "unread": fragment(facts_html(unread)),
            "kept_out": _listed([each for each in held.exempt if not each.is_held]),
            "let_in": _listed([each for each in held.exempt if each.is_held]),
            "heading": f"{counted(len(papers), 'paper')} in {counted(files, 'file')}",
            "papers": shown,
            "listed": fragment(held_html(shown.rows)),
            "readings": f"{readings(held.files).in_words()}.",
            "files": read,
            "how_read": fragment(facts_html((file.source, in_words(file)) for file in read.rows)),
            "abbreviations": defined,
            "defined": fragment(facts_html(defined.rows)),
        },
    )


def _listed(papers: list[ExemptPaper]) -> Markup:
    return fragment(facts_html((paper.source, paper.reason) for paper in papers))
