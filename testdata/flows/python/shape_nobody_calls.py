# A function of a module that nothing calls.
import subprocess


def convert(source: str, target: str = "out.pdf") -> None:
    """Converts a document."""
    subprocess.run(f"libreoffice --convert-to pdf {source}", shell=True, check=True)  # expect: likely shell
