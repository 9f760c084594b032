"""The command ``council-papers``."""

from assistant.cli.command import main

__all__ = ["main"]
