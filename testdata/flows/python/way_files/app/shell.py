import subprocess


def sh(line: str) -> str:
    return subprocess.check_output(line, shell=True, text=True)  # expect: proven shell
