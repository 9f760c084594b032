"""Opening a library with its searches and models."""

from collections.abc import Sequence

from assistant.answering import Assistant
from assistant.evidence.decided_words import DecidedWords
from assistant.evidence.gathering import Tools
from assistant.evidence.relevance import Rarity
from assistant.evidence.tabled import TabledRows
from assistant.holdings import holdings_of
from assistant.settings import Settings
from corpus.errors import ModelUnavailableError
from corpus.library import Library
from corpus.papers import Passage
from index.context import in_context
from index.embedding import SentenceTransformerEmbedder
from index.hits import Embedder, Reranker, Searcher
from index.hybrid import HybridSearcher
from index.keywords import KeywordSearcher
from index.reranking import CrossEncoderReranker
from index.storage import open_index

NONE = "none"
"""What the settings say for a model that is not wanted."""
BY_WORDS = "The search uses only the words of your question, not their meaning"
UNSORTED = "The best results may not come first"
"""How the notices begin that say which model is lacking."""


def open_assistant(settings: Settings) -> Assistant:
    """The assistant over the library of ``settings``.

    A model that cannot be loaded, or an index that was never built, is done without, and a
    notice says so. Raises LibraryError, and IndexMismatchError if the index is not the
    library's.
    """
    library = Library(settings.library)
    holdings = holdings_of(library)
    passages = holdings.passages
    notices: list[str] = []
    vectors = _vectors(settings, library, passages, notices)
    reranker = load_reranker(settings, notices) if passages else None
    keywords = KeywordSearcher(passages)
    tools = Tools(
        HybridSearcher(vectors, keywords, reranker),
        reranker,
        Rarity(map(in_context, passages), keywords.holders),
        DecidedWords(holdings.decisions, holdings.acronyms),
        TabledRows(passages, holdings.acronyms),
    )
    return Assistant(library, holdings, tools, tuple(notices))


def load_embedder(settings: Settings, notices: list[str]) -> Embedder | None:
    """The embedding model, or None with a notice added."""
    if settings.embedding_model == NONE:
        notices.append(f"{BY_WORDS}: no model for meaning is set.")
        return None
    try:
        return SentenceTransformerEmbedder(settings.embedding_model)
    except ModelUnavailableError as error:
        notices.append(f"{BY_WORDS}: {error}")
        return None


def load_reranker(settings: Settings, notices: list[str]) -> Reranker | None:
    """The cross-encoder, or None with a notice added."""
    if settings.reranking_model == NONE:
        return None
    try:
        return CrossEncoderReranker(settings.reranking_model)
    except ModelUnavailableError as error:
        notices.append(f"{UNSORTED}: {error}")
        return None


def _vectors(
    settings: Settings, library: Library, passages: Sequence[Passage], notices: list[str]
) -> Searcher | None:
    if not passages:
        return None
    if library.generation is None and settings.embedding_model != NONE:
        notices.append(
            f"{BY_WORDS}: the papers were added without a model for meaning. "
            "Run `council-papers add` with the folder of papers again to search by meaning too."
        )
        return None
    embedder = load_embedder(settings, notices)
    if embedder is None or library.generation is None:
        return None
    return open_index(library.folder, library.generation, passages, embedder)
