import subprocess


def run(line: str) -> str:
    return subprocess.getoutput(line)  # expect: proven shell
