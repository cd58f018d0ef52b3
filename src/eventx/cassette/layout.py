"""How a cassette is laid out: YAML that shows what texts hold, and gives every character of them back."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from eventx.local import grammar

if TYPE_CHECKING:
    import yaml

# These end a line in YAML and not in JSON: written out, they would come back as another character.
_OTHER_LINE_ENDS = "\r\x85\u2028\u2029"
# Mark a text that is compact JSON, as models write it, and one that ends in a JSON schema, as a grammar does:
# shown as what they hold, played as they were.
_JSON = "!json"
_SCHEMA = "!schema"


def load(text: str) -> Any:
    """Return what a cassette's text holds; raises yaml.YAMLError or ValueError when it is none."""
    import yaml

    return yaml.load(text, Loader=_loader())


def dump(content: Any) -> str:
    """Return the text of a cassette, keys in the order given; the same content gives the same text."""
    import yaml

    text: str = yaml.dump(
        content,
        Dumper=_dumper(),
        sort_keys=False,
        allow_unicode=True,
        width=sys.maxsize,
        default_flow_style=False,
    )
    return text


def value(body: bytes | None) -> Any:
    """Return the object or array that a body holds as JSON, or its text when it holds neither."""
    text = (body or b"").decode("utf-8", errors="replace")
    try:
        parsed = json.loads(text)
    except ValueError:
        return text
    return parsed if isinstance(parsed, dict | list) else text


def compact(body: Any) -> str:
    """Return the JSON text of a value without white space."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def _schema(words: str) -> Any:
    """Return the JSON schema that a grammar ends in, None where the words are no such grammar."""
    after = words.removeprefix(grammar.HEAD)
    schema = value(after.encode(errors="replace"))
    return None if after == words or isinstance(schema, str) or json.dumps(schema) != after else schema


def _loader() -> type[yaml.SafeLoader]:
    import yaml

    # The one in C, where there is one, reads ten times as fast.
    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """Reads what `_dumper` writes, and builds nothing but data."""

    # Any other node that is marked so is no sequence, and YAML's own error says where it stands.
    def json_text(loader: yaml.SafeLoader, node: yaml.MappingNode | yaml.SequenceNode) -> str:
        if isinstance(node, yaml.MappingNode):
            return compact(loader.construct_mapping(node, deep=True))
        return compact(loader.construct_sequence(node, deep=True))

    def with_schema(loader: yaml.SafeLoader, node: yaml.SequenceNode) -> str:
        before, schema = loader.construct_sequence(node, deep=True)
        return f"{before}{json.dumps(schema)}"

    Loader.add_constructor(_JSON, json_text)
    Loader.add_constructor(_SCHEMA, with_schema)
    return Loader


def _dumper() -> type[yaml.SafeDumper]:
    import yaml

    class Dumper(yaml.SafeDumper):
        """Writes texts of several lines as they read, compact JSON as what it holds, and no anchors."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    def text(dumper: yaml.SafeDumper, words: str) -> yaml.Node:
        inner, schema = value(words.encode(errors="replace")), _schema(words)
        if not isinstance(inner, str) and compact(inner) == words:
            return marked(dumper, _JSON, inner)
        if schema is not None:
            return marked(dumper, _SCHEMA, [grammar.HEAD, schema])
        style = '"' if any(end in words for end in _OTHER_LINE_ENDS) else "|" if "\n" in words else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", words, style=style)

    def marked(dumper: yaml.SafeDumper, mark: str, content: Any) -> yaml.Node:
        node: yaml.Node = dumper.represent_data(content)
        node.tag = mark
        return node

    Dumper.add_representer(str, text)
    Dumper.add_representer(tuple, yaml.SafeDumper.represent_list)
    return Dumper
