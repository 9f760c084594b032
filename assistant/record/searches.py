"""Which searches are on, found out without loading a model."""

from typing_extensions import TypedDict

from assistant.opening import NONE
from assistant.settings import Settings
from corpus.errors import ModelUnavailableError
from corpus.library import Library
from index.weights import EMBEDDING_WEIGHTS, RERANKING_WEIGHTS, PackagedWeights, folder_of


class SearchJson(TypedDict):
    """A kind of search; ``reason`` says why it is off, and is None where it is on."""

    name: str
    on: bool
    model: str | None
    reason: str | None


def searches(settings: Settings, library: Library) -> list[SearchJson]:
    """Keywords, meaning and reranking, as a question would meet them."""
    meaning = _search("meaning", settings.embedding_model, EMBEDDING_WEIGHTS)
    if meaning["on"] and library.generation is None:
        meaning["on"], meaning["reason"] = False, "there is no index: add the papers again"
    reranking = _search("reranking", settings.reranking_model, RERANKING_WEIGHTS)
    keywords = SearchJson(name="keywords", on=True, model=None, reason=None)
    return [keywords, meaning, reranking]


def _search(name: str, model: str | None, packaged: PackagedWeights) -> SearchJson:
    if model == NONE:
        return SearchJson(name=name, on=False, model=None, reason="set to none")
    reason = None
    try:
        if model is None:
            folder_of(packaged)
    except ModelUnavailableError as error:
        reason = str(error)
    return SearchJson(name=name, on=reason is None, model=model or packaged.model, reason=reason)
