from pathlib import Path

ROOT = Path("/srv/drawings").resolve()


def safe_path(name: str) -> Path:
    """The path of a drawing, within the folder."""
    path = (ROOT / name).resolve()
    if not str(path).startswith(str(ROOT)):
        raise ValueError("Outside")
    return path
