"""Build the documents of this example, as `cieprep-docs build examples/ciep18 -o OUT` does.

Run it with the folder to write to: `python examples/ciep18/build.py build/ciep18`.
"""

import sys
from pathlib import Path

from cieprep_docs import build

HERE = Path(__file__).parent

if __name__ == "__main__":
    out = sys.argv[1] if len(sys.argv) > 1 else "build/ciep18"
    for entry in build(HERE, out).entries:
        print(f"{out}/{entry.file}: {entry.untranslated} untranslated")
