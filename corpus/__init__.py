"""Files become documents, papers, passages and decisions.

Nothing here knows of vectors, answers or pages of a browser.
"""
