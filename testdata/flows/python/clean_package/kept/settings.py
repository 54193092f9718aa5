import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    program: str
    timeout: int


def load_settings() -> Settings:
    return Settings(program="docker", timeout=int(os.environ.get("TIMEOUT", "30")))
