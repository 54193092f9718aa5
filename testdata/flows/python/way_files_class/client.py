import httpx


class Client:
    def __init__(self, base: str) -> None:
        self.base = base.rstrip("/")

    async def get(self, path: str) -> str:
        async with httpx.AsyncClient() as http:
            answer = await http.get(f"{self.base}/{path}")  # expect: proven url
            return answer.text
