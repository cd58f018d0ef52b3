"""What the two arms of plain instructor share: one call, one reply model, no repair."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel

from bench.quality.answer import Reply
from bench.quality.endpoint import Endpoint, metered

MAX_TOKENS = 1500


def ask(
    text: str, published: date | None, at: Endpoint, *, system: str, reply_type: type[BaseModel]
) -> Reply:
    """Return instructor's reply for a text; one that does not fit `reply_type` is an error."""
    import instructor
    import openai
    from instructor.core import InstructorError

    told = f"Published {published}.\n\n{text}" if published else text
    with (
        openai.OpenAI(base_url=at.base_url, api_key=at.api_key, max_retries=0, timeout=600) as sdk,
        metered() as meter,
    ):
        client = instructor.from_openai(sdk, mode=instructor.Mode.JSON_SCHEMA)
        body, cause = None, None
        try:
            reply = client.create(
                model=at.model,
                response_model=reply_type,
                messages=[{"role": "system", "content": system}, {"role": "user", "content": told}],
                temperature=0,
                max_tokens=MAX_TOKENS,
                max_retries=0,
            )
            body = reply.model_dump(mode="json")
        except InstructorError as problem:
            cause = problem.__cause__ or problem
    return meter.reply(body, cause)
