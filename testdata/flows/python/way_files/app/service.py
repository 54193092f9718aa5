from . import shell as runner


def execute(command: str) -> str:
    return runner.sh("nice " + command)
