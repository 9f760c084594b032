"""The conversation in the address of the page: it can be sent, kept, and opened again."""

from datetime import date

import streamlit as st

from assistant.conversation import NEW_CONVERSATION, Conversation
from assistant.desk.linked import Link, LinkedTurn, Parameters
from assistant.desk.permalinks import address, from_parameters, to_parameters
from assistant.holdings import Holdings
from assistant.typed import one_line
from corpus.errors import BadRequestError

_TOLD = "address_told"


def given_link() -> Link | None:
    """What the address asks for, where that is not what the page told it to be.

    A link without turns is a step back to before the first question. Raises BadRequestError
    for a link that cannot be opened.
    """
    given = [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
    told: Parameters = st.session_state.get(_TOLD, [])
    if given == told:
        return None
    st.session_state[_TOLD] = given
    return from_parameters(given)


def leave_address() -> None:
    """Another view is shown, which has the address to itself; the conversation goes on later."""
    st.session_state.pop(_TOLD, None)


def clear_address() -> None:
    """Nothing was asked yet."""
    st.session_state.pop(_TOLD, None)
    st.query_params.clear()


def tell_address(conversation: Conversation, holdings: Holdings) -> None:
    """Put the conversation into the address; one that is too long for it is left out."""
    try:
        parameters = to_parameters(conversation, holdings, date.today())
    except BadRequestError:
        parameters = []
    if parameters != st.session_state.get(_TOLD, []):
        st.session_state[_TOLD] = parameters
        st.query_params.from_dict(dict(parameters))


def address_of(conversation: Conversation, holdings: Holdings) -> str:
    """The whole address of a conversation. Raises BadRequestError where it is too long."""
    page = st.context.url or "http://localhost"
    return address(page.partition("?")[0], to_parameters(conversation, holdings, date.today()))


def still_held(turns: tuple[LinkedTurn, ...], conversation: Conversation) -> Conversation:
    """As much of ``conversation`` as begins with the questions of ``turns``, in their order."""
    kept = NEW_CONVERSATION
    for turn, reply in zip(turns, conversation.replies, strict=False):
        question = reply.question
        asked = (one_line(question.asked), question.filters, question.without)
        if asked != (turn.asked, turn.filters, turn.without):
            break
        kept = kept.after(reply)
    return kept
