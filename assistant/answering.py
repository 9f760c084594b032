"""The assistant: a question in, a reply out."""

from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.replies import Reply
from corpus.filters import NO_FILTERS, Filters
from corpus.library import Library
from index.hits import Hit


class Assistant:
    """Answers questions over one library.

    ``notices`` are sentences that a person must see with every answer, for instance that
    only keywords are searched because the embedding model could not be loaded.
    """

    library: Library
    notices: tuple[str, ...]

    def search(self, query: str, k: int = 10, filters: Filters = NO_FILTERS) -> list[Hit]:
        """The best ``k`` passages, best first."""
        raise BaseException

    def ask(
        self,
        asked: str,
        conversation: Conversation = NEW_CONVERSATION,
        filters: Filters = NO_FILTERS,
    ) -> Reply:
        """Answer ``asked`` in the light of ``conversation``. Raises BadRequestError."""
        raise BaseException
