"""What all test runs share, and how the Python examples of README.md and docs/ are run.

A fenced ``python`` block of a page is run; one with prompts (``>>>``) is held against the
output it shows. The blocks of one page share their names, so they are run in
their order (``-p no:randomly``; ``make doctest`` says so). ``<!--- skip: next -->`` above a
block leaves it out.
"""

import os
import sys

from hypothesis import settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# Spark starts its workers with this Python, not with whichever is first on PATH, and talks to
# them on this machine alone.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")

# Speed is measured in benchmarks/, never in a test: a busy machine must not fail one.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["README.md", "docs/**/*.md"],
).pytest()
