"""The page: ``streamlit run app.py``, or ``council-papers serve``."""

from assistant.web import front

front.show()
