"""Prompts: versioned Markdown files under `prompts/<task>/<version>/`, loaded and filled, no logic in them.

A `$name` in a file is replaced by the value given for it, as it stands: a value is never read as a template.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from string import Template

from eventx import _resources
from eventx.errors import PromptError


@dataclass(frozen=True, slots=True)
class Prompt:
    """The texts of one task and version by file stem ("system", "user"), and the SHA-256 over all of them."""

    id: str
    texts: dict[str, str]
    sha256: str

    def render(self, name: str, /, **values: str) -> str:
        """Return one text with its variables filled in; raises PromptError when one has no value."""
        if name not in self.texts:
            raise PromptError(f"prompt {self.id} has no {name}.md; it has {', '.join(sorted(self.texts))}")
        try:
            return Template(self.texts[name]).substitute(values).rstrip("\n")
        except KeyError as missing:
            raise PromptError(f"prompt {self.id}/{name}.md needs a value for ${missing.args[0]}") from None
        except ValueError as error:
            raise PromptError(f"prompt {self.id}/{name}.md: {error}; write a dollar sign as $$") from None


@cache
def load(prompt_id: str) -> Prompt:
    """Return the prompt of one task and version: `load("extract/v1")`; raises PromptError when unknown."""
    folder = _resources.root("prompts").joinpath(*prompt_id.split("/"))
    if not folder.is_dir():
        raise PromptError(f"there is no prompt {prompt_id}; prompts are folders named task/version")
    texts = {
        file.name.removesuffix(".md"): file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".md")
    }
    if not texts:
        raise PromptError(f"prompt {prompt_id} has no .md files; prompts are folders named task/version")
    digest = hashlib.sha256("\0".join(f"{name}\0{text}" for name, text in texts.items()).encode())
    return Prompt(prompt_id, texts, digest.hexdigest())
