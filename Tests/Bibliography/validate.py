#!/usr/bin/env python3
"""validate.py SCHEMA FILE: what a JSON Schema finds wrong in a file, a finding a line."""

import json
import sys

import jsonschema

schema, document = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
for error in jsonschema.Draft7Validator(schema).iter_errors(document):
    print("/".join(str(step) for step in error.absolute_path), error.message)
