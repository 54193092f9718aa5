import re

NAME = re.compile(r"^[a-zA-Z0-9][a-zA-Z0-9_.-]+$")


class BadName(ValueError):
    """A name that no container has."""


def require_name(name: str) -> str:
    if not NAME.match(name):
        raise BadName("Not a container's name")
    return name
