"""The assistant: a question in, a reply out."""

from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.replies import Reply
from corpus.filters import NO_FILTERS, Filters
from corpus.library import Library
from index.hits import Hit, Reranker, Searcher


class Assistant:
    """Answers questions over one library.

    ``notices`` are sentences that a person must see with every answer, for instance that
    only keywords are searched because the embedding model could not be loaded.
    """

    def __init__(
        self,
        library: Library,
        searcher: Searcher,
        reranker: Reranker | None,
        notices: tuple[str, ...] = (),
    ) -> None:
        self.library = library
        self.notices = notices
        self._searcher = searcher
        self._reranker = reranker

    def search(self, query: str, k: int = 10, filters: Filters = NO_FILTERS) -> list[Hit]:
        """The best ``k`` passages, best first."""
        return self._searcher.search(query, k, filters)

    def ask(
        self,
        asked: str,
        conversation: Conversation = NEW_CONVERSATION,
        filters: Filters = NO_FILTERS,
    ) -> Reply:
        """Answer ``asked`` in the light of ``conversation``. Raises BadRequestError."""
        raise BaseException
