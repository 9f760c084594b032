"""A conversation: the turns so far, oldest first."""

from dataclasses import dataclass

from assistant.replies import Reply


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was said so far; a new question is understood in its light."""

    replies: tuple[Reply, ...] = ()

    def after(self, reply: Reply) -> "Conversation":
        """The conversation with one more turn."""
        return Conversation((*self.replies, reply))


NEW_CONVERSATION = Conversation()
