# A step of the base class that a subclass has of its own, and that calls what only the subclass has.
import os

from tools import BaseTool


class Job(BaseTool):
    def run(self, name: str) -> int:
        return self.finish(name, {"dry": False})

    def finish(self, name: str, options: dict) -> int:
        return 0


class Build(Job):
    def finish(self, name: str, options: dict) -> int:
        if options["dry"]:
            return 0
        return self.build(f"make {name}")

    def build(self, line: str) -> int:
        return os.system(line)  # expect: proven shell
