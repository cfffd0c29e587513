"""The command line: opens the window, or does one job without a window.

Exit codes: 0 done, 1 the answer is no (damaged, refused, wrong passphrase), 2 wrong use. What was
asked for goes to standard output, messages in Dutch to standard error.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from vp_logboek.cli.arguments import VERBS, parser_of_verbs
from vp_logboek.cli.dutch import NO
from vp_logboek.cli.terminal import say, speak_utf8
from vp_logboek.domain.errors import LogbookError
from vp_logboek.messages import crashed, told
from vp_logboek.store.process import harden_process

__all__ = ["VERBS", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say and return the exit code."""
    harden_process()
    speak_utf8()
    arguments = list(sys.argv[1:] if argv is None else argv)
    if not arguments or (arguments[0] not in VERBS and not arguments[0].startswith("-")):
        return _window(arguments)
    chosen = parser_of_verbs().parse_args(arguments)
    try:
        code: int = chosen.job(chosen)
    except LogbookError as error:
        say(str(told(error)))
        return NO
    except KeyboardInterrupt:
        say("Gestopt. Er is niets half opgeslagen.")
        return NO
    except Exception as error:
        # a defect of ours: told loudly, without a word of the content
        say(str(crashed(type(error), error.__traceback__)))
        return NO
    return code


def _window(arguments: list[str]) -> int:
    if len(arguments) > 1:
        parser_of_verbs().error(f"unrecognized arguments: {' '.join(arguments[1:])}")
    from vp_logboek import app

    return app.run(sys.argv[:1], Path(arguments[0]) if arguments else None)
