"""The library's tables, as numbered migrations: each brings a library one version on."""

import sqlite3

MIGRATIONS = (
    """
    CREATE TABLE state (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        generation TEXT
    );
    INSERT INTO state VALUES (1, NULL);
    CREATE TABLE files (
        source TEXT PRIMARY KEY,
        root TEXT NOT NULL,
        digest TEXT NOT NULL,
        format TEXT,
        pages INTEGER,
        unread_pages TEXT NOT NULL DEFAULT '[]',
        problem TEXT,
        lines BLOB
    );
    CREATE TABLE papers (
        id TEXT PRIMARY KEY,
        source TEXT NOT NULL REFERENCES files ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        council TEXT, body TEXT, held_on TEXT,
        status TEXT NOT NULL,
        span TEXT NOT NULL
    );
    CREATE TABLE passages (
        id TEXT PRIMARY KEY,
        paper TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        item TEXT,
        headings TEXT NOT NULL,
        text TEXT NOT NULL,
        force TEXT NOT NULL,
        is_table INTEGER NOT NULL,
        runs TEXT NOT NULL,
        span TEXT NOT NULL
    );
    CREATE TABLE decisions (
        id TEXT NOT NULL,
        paper TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        item TEXT,
        force TEXT NOT NULL,
        words TEXT NOT NULL,
        clauses TEXT NOT NULL,
        subject TEXT,
        span TEXT NOT NULL,
        PRIMARY KEY (paper, seq)
    );
    CREATE INDEX papers_of_file ON papers (source, seq);
    CREATE INDEX passages_of_paper ON passages (paper, seq);
    """,
    """
    CREATE TABLE embedders (
        model TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        dimension INTEGER NOT NULL
    );
    """,
    """
    ALTER TABLE files ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE papers ADD COLUMN item TEXT;
    ALTER TABLE papers ADD COLUMN is_confirmed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE passages ADD COLUMN is_boilerplate INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE decisions ADD COLUMN mover TEXT;
    ALTER TABLE decisions ADD COLUMN seconder TEXT;
    ALTER TABLE decisions ADD COLUMN vote TEXT;
    CREATE TABLE business (
        paper TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        number TEXT,
        title TEXT NOT NULL,
        pages TEXT,
        span TEXT NOT NULL,
        PRIMARY KEY (paper, seq)
    );
    CREATE TABLE appearances (
        paper TEXT NOT NULL REFERENCES papers ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        item TEXT,
        capacity TEXT NOT NULL,
        name TEXT NOT NULL,
        title TEXT,
        role TEXT,
        words TEXT NOT NULL,
        span TEXT NOT NULL,
        PRIMARY KEY (paper, seq)
    );
    CREATE INDEX appearances_by_name ON appearances (name);
    CREATE TABLE acronyms (
        source TEXT NOT NULL REFERENCES files ON DELETE CASCADE,
        acronym TEXT NOT NULL,
        words TEXT NOT NULL,
        uses INTEGER NOT NULL,
        PRIMARY KEY (source, acronym, words)
    );
    """,
    """
    ALTER TABLE files ADD COLUMN page_list TEXT NOT NULL DEFAULT '[]';
    UPDATE files SET page_list = (
        WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < pages)
        SELECT json_group_array(json_array(n, NULL, NULL, CASE WHEN n IN (
            SELECT value FROM json_each(unread_pages)) THEN 'no text' END)) FROM counted
    ) WHERE pages IS NOT NULL;
    ALTER TABLE files DROP COLUMN pages;
    ALTER TABLE files DROP COLUMN unread_pages;
    ALTER TABLE files RENAME COLUMN page_list TO pages;
    ALTER TABLE files ADD COLUMN origin TEXT;
    ALTER TABLE files ADD COLUMN withheld TEXT NOT NULL DEFAULT '[]';
    ALTER TABLE papers ADD COLUMN exempt TEXT;
    ALTER TABLE state ADD COLUMN is_public INTEGER NOT NULL DEFAULT 1;
    """,
)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the database to the newest version. Raises ValueError if it is newer still.

    Each step is one transaction, and begins by looking again: another process may have
    taken it meanwhile.
    """
    while (version := _version(connection)) < len(MIGRATIONS):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _version(connection) == version:
                for statement in MIGRATIONS[version].split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {version + 1}")
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
    if version > len(MIGRATIONS):
        raise ValueError(
            f"its version is {version}, and this program knows {len(MIGRATIONS)}: a newer "
            "program wrote it"
        )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
