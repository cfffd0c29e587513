"""One engine in a process of its own: renders once, and again for every line that it is sent.

    python worker.py ENGINE SOURCE TARGET

``ENGINE`` is the name of a module beside this file. Every answer is a line with the wall time and
the processor time of all threads, in milliseconds.
"""

import importlib
import sys
import time
from pathlib import Path


def main(engine: str, source: Path, target: Path) -> None:
    """Write the first rendering to ``target``, then answer until there are no more lines."""
    render = importlib.import_module(engine).opened(source)
    target.write_bytes(render(0))
    print("ready", flush=True)
    for run, _ in enumerate(sys.stdin, 1):
        wall, processor = time.perf_counter(), time.process_time()
        render(run)
        print(
            (time.perf_counter() - wall) * 1000, (time.process_time() - processor) * 1000,
            flush=True,
        )  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
