"""Runs named steps and prints the outcome of each as one line of JSON."""
import json
import sys
import traceback

STEPS = []


def step(function):
    STEPS.append(function)
    return function


def run(context):
    for function in STEPS:
        try:
            outcome = {"step": function.__name__, "value": function(context)}
        except Exception as error:  # reported to the test, which fails on it
            outcome = {"step": function.__name__, "error": f"{type(error).__name__}: {error}",
                       "trace": traceback.format_exc()[-1500:]}
        print(json.dumps(outcome), flush=True)
    sys.exit(0)
