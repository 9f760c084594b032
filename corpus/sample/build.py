"""Write the sample library: ``python -m corpus.sample.build OUT_DIR``.

A source named ``x.pdf.markup`` becomes ``x.pdf``; plain text and Markdown are copied.
"""

from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import click

from corpus.errors import BadRequestError, CouncilPapersError
from corpus.sample.markup import Block, parse
from corpus.sample.typesetting import pdf, web_page, word

_SETTERS: dict[str, Callable[[list[Block]], bytes]] = {
    ".pdf": pdf,
    ".docx": word,
    ".html": web_page,
}


def build(out_dir: Path) -> list[Path]:
    """Write every sample paper into ``out_dir``, which is made if need be; returns their paths.

    The bytes are the same at every build. Raises BadRequestError if it cannot be written.
    """
    written = []
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        sources = (source for source in files("corpus.sample").joinpath("papers").iterdir())
        for source in sorted(sources, key=lambda source: source.name):
            target = out_dir / source.name.removesuffix(".markup")
            content = source.read_bytes()
            if source.name.endswith(".markup"):
                content = _SETTERS[target.suffix](parse(content.decode("utf-8")))
            target.write_bytes(content)
            written.append(target)
            click.echo(f"{len(written)} {target.name}", err=True)
    except OSError as error:
        raise BadRequestError(
            f"{error.filename or out_dir}: the sample papers cannot be written "
            f"({error.strerror or error}). Name a folder that you may write to."
        ) from error
    return written


@click.command()
@click.argument("out_dir", type=click.Path(path_type=Path))
def main(out_dir: Path) -> None:
    """Write the papers of a fictional council into the folder OUT_DIR."""
    try:
        written = build(out_dir)
    except CouncilPapersError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{len(written)} sample papers of a fictional council written", err=True)


if __name__ == "__main__":
    main()
