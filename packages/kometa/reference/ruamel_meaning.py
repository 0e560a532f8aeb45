"""What Kometa's reader of YAML makes of texts: ruamel.yaml's default loader, as Kometa makes it.

Reads a JSON list of texts from the file named first and prints one object a line: {"meaning": ...}, or {"fault": ...}
where the text cannot be read. Maps are lists of pairs, so that order and kinds of keys can be compared.
"""

import datetime
import json
import sys
import warnings
from collections.abc import Mapping, Sequence

from ruamel.yaml import YAML
from ruamel.yaml.comments import TaggedScalar


def shown(value):
    if value is None:
        return {"type": "null"}
    if isinstance(value, int) and type(value).__name__ in ("bool", "ScalarBoolean"):
        return {"type": "boolean", "value": bool(value)}
    if isinstance(value, int):
        return {"type": "integer", "value": str(int(value))}
    if isinstance(value, float):
        return {"type": "float", "value": repr(float(value))}
    if isinstance(value, str):
        return {"type": "text", "value": str(value)}
    if isinstance(value, (datetime.date, datetime.datetime)):
        return {"type": "date", "text": str(value)}
    if isinstance(value, Mapping):
        return {"type": "map", "entries": [[shown(key), shown(one)] for key, one in value.items()]}
    if isinstance(value, Sequence):
        return {"type": "list", "items": [shown(one) for one in value]}
    if isinstance(value, TaggedScalar):
        return {"type": "text", "value": str(value.value)}
    return {"type": "other", "value": type(value).__name__}


def main():
    warnings.simplefilter("ignore")
    with open(sys.argv[1], encoding="utf-8") as file:
        texts = json.load(file)
    for text in texts:
        yaml = YAML()
        try:
            answer = {"meaning": shown(yaml.load(text))}
        except Exception as fault:  # what cannot be read is an answer too
            answer = {"fault": f"{type(fault).__name__}: {fault}"[:300]}
        print(json.dumps(answer))


main()
