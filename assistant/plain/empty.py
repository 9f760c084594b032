"""What stands where the library holds no papers yet."""

from starlette.responses import Response

from assistant.plain.drawing import Frame


def show(frame: Frame) -> Response:
    """How papers come in, and the files that were added but could not be read."""
    unread = frame.desk.catalogue.unread if frame.desk else []
    told = [(record.source, record.problem or "holds no text") for record in unread]
    return frame.page("empty.html", {"unread": told})
