"""``fetch``: papers from a council's site into a folder, and from there into the library."""

import functools
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import click

from assistant.cli import filing
from assistant.cli.opening import settings
from assistant.cli.options import as_date, library_option
from assistant.cli.progress import Lines, shown_progress
from assistant.counting import counted
from assistant.filing.adding import add_papers
from assistant.filing.fetching import Request, fetch_papers, folder_for
from corpus.sites.fetching import Failure, FetchProgress, FetchReport, Plan
from corpus.sites.manners import PAUSE
from corpus.sites.publishing import Wanted

BACK, AHEAD = timedelta(days=365), timedelta(weeks=4)
"""Which meetings are asked for if nobody says, from today."""


def _wanted_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add which meetings are asked for; the command takes it as ``wanted``."""

    @click.option("--since", metavar="DATE", callback=as_date, help="From this date [a year ago].")
    @click.option("--until", metavar="DATE", callback=as_date, help="To this date [in 4 weeks].")
    @click.option("--committee", "committees", metavar="NAME", multiple=True, help=_COMMITTEE_HELP)
    @functools.wraps(command)
    def wanting(
        *, since: date | None, until: date | None, committees: tuple[str, ...], **rest: object
    ) -> None:
        today = date.today()
        wanted = Wanted(since or today - BACK, until or today + AHEAD, committees)
        if wanted.since > wanted.until:
            raise click.UsageError(f"--since {wanted.since} is after --until {wanted.until}.")
        command(wanted=wanted, **rest)

    return wanting


_COMMITTEE_HELP = "Only committees with this in their name; may be given again."


def _plan_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add where papers go; the command takes it as ``plan``."""

    @click.option("--to", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help=_TO)
    @click.option("--council", metavar="NAME", help="The council, if its pages do not name it.")
    @click.option("--dry-run", "is_trial", is_flag=True, help="Only list what would be fetched.")
    @click.option("--again", "looks_again", is_flag=True, help=_AGAIN)
    @functools.wraps(command)
    def planned(*, url: str, folder: Path | None, council: str | None, **rest: object) -> None:
        flags = {name: bool(rest.pop(name)) for name in ("is_trial", "looks_again")}
        folder = folder or folder_for(settings(), url)
        command(url=url, plan=Plan(folder, date.today(), council, **flags), **rest)

    return planned


_AGAIN = "Look through meetings long past again, too."
_TO = "Where the files go [a folder of the library's own]."


@click.command()
@click.argument("url")
@_wanted_options
@_plan_options
@click.option(
    "--pause",
    default=PAUSE,
    show_default=True,
    type=click.FloatRange(0),
    help="Seconds between two requests; robots.txt may ask for more.",
)
@click.option("--no-add", is_flag=True, help="Do not add the files to the library.")
@library_option
def fetch(*, url: str, wanted: Wanted, plan: Plan, pause: float, no_add: bool) -> None:
    """Fetch a council's papers from its site, and add them.

    URL is any page of its Modern.gov (or Legistar) site: a committee, a meeting, the home
    page. Again, only what is new or has changed is fetched. Papers that are closed to the
    public are left alone.
    """
    chosen = settings()
    if not chosen.contact:
        click.echo(
            "Set COUNCIL_PAPERS_CONTACT to your e-mail address, so that whoever runs the site "
            "can reach you.",
            err=True,
        )
    lines = Lines()
    report = fetch_papers(
        chosen,
        Request(url, wanted, plan, pause),
        lambda progress: lines.show(progress_in_words(progress)),
    )
    click.echo(in_words(report, wanted, plan))
    if not no_add and not plan.is_trial:
        with shown_progress() as show:
            added = add_papers(chosen, [plan.folder], show)
        click.echo(filing.in_words(added))
        for notice in added.notices:
            click.echo(notice, err=True)
    if report.stopped:
        raise click.ClickException(report.stopped)
    if report.failed and not (report.fetched or report.unchanged or report.settled):
        click.get_current_context().exit(1)


def progress_in_words(progress: FetchProgress) -> str:
    """Such as "3 of 40 meetings, 12 files fetched: Cabinet, 2024-03-19"."""
    told = f"{progress.meetings_done:,} of {progress.meetings:,} meetings"
    return f"{told}, {counted(progress.files, 'file')} fetched: {progress.meeting}"


def in_words(report: FetchReport, wanted: Wanted, plan: Plan) -> str:
    """What became of every paper, for people."""
    if not report.meetings and not report.settled and not report.failed and not report.stopped:
        return f"The site lists no such meeting from {wanted.since} to {wanted.until}."
    new = counted(len(report.fetched), "file")
    told = f"{new} would be fetched" if plan.is_trial else f"{new} fetched into {plan.folder}"
    lines = [
        f"{told}, {len(report.unchanged):,} unchanged; "
        f"{counted(report.meetings, 'meeting')} looked through"
    ]
    lines += [f"  {path}" for path in report.fetched if plan.is_trial]
    if report.settled:
        lines.append(f"{counted(report.settled, 'meeting')} long past and fetched before")
    if report.restricted:
        lines.append(f"{counted(report.restricted, 'paper')} closed to the public, left alone")
    if report.withdrawn:
        lines.append(f"{counted(len(report.withdrawn), 'file')} closed since, taken out:")
        lines += [f"  {path}" for path in report.withdrawn]
    lines += _listed("not fetched:", report.failed)
    lines += _listed("to know:", report.notes)
    return "\n".join(lines)


def _listed(what: str, failures: Iterable[Failure]) -> list[str]:
    lines = [f"  {failure.what}: {failure.reason}" for failure in failures]
    return [f"{len(lines):,} {what}", *lines] if lines else []
