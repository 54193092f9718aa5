def read(path: str) -> str:
    with open(path) as file:  # expect: proven path
        return file.read()
