"""Which figures that were handed out outside the program a page can take into account.

A page at a level with thresholds counts melders, and so it reckons with what was told of melders.
Of talks and dossiers it knows one thing to do: their totals stay hidden. What was told of another
table would be left out of account without a word, so it is refused.
"""

from vp_logboek.domain.disclosure.problems import COUNTING_MELDERS, TOTAL, Given
from vp_logboek.domain.outside import Outside
from vp_logboek.domain.tables import TableCode
from vp_logboek.domain.tally import Tally

TALKS = (TableCode.KEY, "gesprekken")
DOSSIERS = (TableCode.KEY, "dossiers")


def is_reckoned_with(tally: Tally, told: Outside) -> bool:
    """Whether a page of this year with thresholds takes this figure into account."""
    if told.table is TableCode.KEY:
        return (told.table, told.row) in (TOTAL, TALKS, DOSSIERS)
    rows = (line.code for line in tally.table(told.table).lines)
    return told.table in COUNTING_MELDERS and told.row in rows


def tells_of_talks(given: Given) -> bool:
    """Whether a total of talks or dossiers was handed out: who has it sees how many came since."""
    return TALKS in given or DOSSIERS in given
