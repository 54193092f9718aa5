import subprocess

from .names import require_name
from .settings import Settings


class Containers:
    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def logs(self, container: str, lines: int) -> str:
        return self.run("logs", container, f"--tail={lines}")

    def run(self, verb: str, container: str, *options: str) -> str:
        words = [self._settings.program, verb, *options, require_name(container)]
        done = subprocess.run(words, capture_output=True, text=True, timeout=self._settings.timeout)
        return done.stdout
