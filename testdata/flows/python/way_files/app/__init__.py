from .service import execute

__all__ = ["execute"]
