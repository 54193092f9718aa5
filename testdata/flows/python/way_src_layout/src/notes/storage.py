import os


def save(folder: str, name: str, text: str) -> None:
    with open(os.path.join(folder, name), "w") as file:  # expect: proven path
        file.write(text)
