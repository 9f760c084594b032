"""A sample library: papers of Merrowdale Council, which does not exist.

The sources in ``papers/`` become files by ``python -m corpus.sample.build OUT_DIR``.
Every council, person, place and school in them is invented.
"""
