# The same: tokens are checked and exchanged, and a sign-in is bound to who began it.
import secrets
from urllib.parse import urlencode

import httpx
import jwt
from fastmcp.server.auth.providers.jwt import JWTVerifier
from fastapi.middleware.cors import CORSMiddleware

SCOPES = ["https://www.googleapis.com/auth/gmail.readonly"]


def current_user(token: str) -> str:
    key = keys.get_signing_key_from_jwt(token).key
    return jwt.decode(token, key, algorithms=["RS256"], audience=AUDIENCE)["sub"]


verifier = JWTVerifier(
    jwks_uri="https://id.example.com/keys",
    issuer="https://id.example.com",
    audience="https://mcp.example.com",
)


async def rows() -> list:
    token = await exchanged_token()
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as client:
        return (await client.get("https://api.example.com/rows")).json()


def address(client: str, back: str, session: dict) -> str:
    session["state"] = secrets.token_urlsafe(32)
    return "https://id.example.com/authorize?" + urlencode({
        "client_id": client,
        "redirect_uri": back,
        "response_type": "code",
        "state": session["state"],
        "code_challenge": challenge_of(session),
        "code_challenge_method": "S256",
    })


app.add_middleware(CORSMiddleware, allow_origins=["https://example.com"], allow_credentials=True)
