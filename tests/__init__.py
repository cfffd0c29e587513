"""The tests.

Compiled code may be kept, whatever the environment says: else two workers and the sixty programs
that the tests start would all compile everything anew, which took a fifth of a whole run.
"""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
