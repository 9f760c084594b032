"""The web page: views over an assistant. No retrieval and no rules of answering here."""
