# How the server of reports knows people, and how it signs in to the service behind it.
from urllib.parse import urlencode

import httpx
import jwt
from fastmcp.server.auth.providers.jwt import JWTVerifier
from fastmcp.server.dependencies import get_access_token
from fastapi.middleware.cors import CORSMiddleware

# expect: broad-oauth-scope
SCOPES = ["https://mail.google.com/"]


def current_user(token: str) -> str:
    # expect: token-not-verified
    return jwt.decode(token, options={"verify_signature": False})["sub"]


# expect: token-audience-not-checked
verifier = JWTVerifier(jwks_uri="https://id.example.com/keys", issuer="https://id.example.com")


async def rows() -> list:
    token = get_access_token().token
    # expect: token-passthrough
    async with httpx.AsyncClient(headers={"Authorization": f"Bearer {token}"}) as client:
        return (await client.get("https://api.example.com/rows")).json()


async def last(key: str) -> str:
    # expect: credentials-over-http
    return (await httpx.get("http://reports.acme-crm.com/last", headers={"X-API-Key": key})).text


def address(client: str, back: str) -> str:
    return "https://id.example.com/authorize?" + urlencode({
        "client_id": client,
        "redirect_uri": back,
        # expect: oauth-without-pkce, oauth-without-state
        "response_type": "code",
    })


# expect: cors-any-origin-with-credentials
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)
