# Where files may lie.
import os

ROOT = "/srv/files"


def checked(name: str) -> str:
    path = os.path.abspath(ROOT + "/" + name)
    if not path.startswith(ROOT + "/"):
        raise ValueError("Outside")
    return path
