"""Passages become hits: embeddings, keywords, their fusion and reranking.

Nothing here knows of questions or answers.
"""
