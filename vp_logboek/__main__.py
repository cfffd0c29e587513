"""``python -m vp_logboek``."""

import sys

from vp_logboek.cli import main

if __name__ == "__main__":
    sys.exit(main())
