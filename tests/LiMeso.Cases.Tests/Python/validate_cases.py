"""Checks case files against the JSON Schema, as editors do, and prints a line for each: "FILE: ok", or FILE and what is wrong.

usage: python3 validate_cases.py SCHEMA FILE ...    Exit 77: jsonschema or yaml is not there.
"""
import json
import re
import sys

try:
    import jsonschema
    import yaml
    Validator = jsonschema.Draft202012Validator
except (ImportError, AttributeError):
    sys.exit(77)


class Yaml12(yaml.SafeLoader):
    """PyYAML speaks YAML 1.1, where 1e-7 is a text."""


Yaml12.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"), list("-+.0123456789"))

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Validator.check_schema(schema)
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        problems = list(Validator(schema).iter_errors(yaml.load(file, Yaml12)))
    print("%s: %s" % (path, " / ".join(p.message.replace("\n", " ")[:200] for p in problems) or "ok"))
