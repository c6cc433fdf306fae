"""A chain of records: each one's seal is made of its content and the seal before it, so none can change unseen."""

import hashlib
import json


def seal_of(content: list) -> str:
    """SHA-256 (hex) of plain JSON values, keys sorted, letters as they are; the last one is the seal before it."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
