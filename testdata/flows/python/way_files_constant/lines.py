import subprocess


def head(count: int) -> str:
    return subprocess.getoutput(f"head -n {count} /srv/notes.txt")
