import sqlite3


class Database:
    def __init__(self, path: str) -> None:
        self.connection = sqlite3.connect(path)

    def rows(self, table: str) -> list:
        return self.connection.execute(f"SELECT * FROM {table}").fetchall()  # expect: proven sql
