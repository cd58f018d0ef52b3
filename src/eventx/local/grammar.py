"""What to add to a chat request so that the embedded server can only answer what a JSON schema allows."""

from __future__ import annotations

import json
from typing import Any

# No white space at all: the worked examples of the prompts are written so, a quarter fewer tokens say the
# same, and left to choose small models spend tokens on line breaks.
COMPACT = {"whitespace_flexible": False}
# What stands before the schema in a grammar of the engine's own dialect.
HEAD = "%llguidance {}\nstart: %json "


def request(schema: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a chat request (the client's `extra_body`) that hold its answer to a JSON schema.

    The answer comes on one line without white space, its properties in the schema's order.
    Every object should forbid additional properties, or the model invents some. A schema that the server's
    grammar engine cannot compile (a pattern with lookaround, an unknown format) is ignored there without a
    word: validate the answer all the same.
    """
    # The engine reads its options from a key of the schema. Response format null: the server takes one or the
    # other, and its own response format allows any white space.
    return {
        "response_format": None,
        "grammar": HEAD + json.dumps({**schema, "x-guidance": COMPACT}),
        "cache_prompt": True,
    }
