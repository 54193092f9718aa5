# Where files may lie.
import os

ROOT = "/srv/files"


def checked(name: str) -> str:
    path = ROOT + "/" + name
    if not path.startswith(ROOT + "/"):
        raise ValueError("Outside")
    return os.path.abspath(path)
