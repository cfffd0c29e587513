"""What a name is made of: lists of first names and surnames, and the small words around them."""

from collections.abc import Iterable
from dataclasses import dataclass

_ORDINARY = " *"
"""What stands behind a name in a list that is an ordinary Dutch word too."""


def _row(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _row(
    "heer meneer dhr mevrouw mevr mw mej juffrouw juf meester dokter dr drs mr ir ing prof dominee "
    "pastoor wethouder burgemeester collega"
)
ABBREVIATED = _row("dhr mevr mw mej dr drs mr ir ing prof")
"""Titles that have a full stop."""
ONLY_WITH_STOP = _row("dr drs mr ir ing prof")
ADDRESSED = _row("heer meneer dhr mevrouw mevr mw mej juffrouw")
"""After these every word with a capital is a name; after the other titles a word that is known."""

PARTICLES = _row(
    "van de den der het 't 's te ter ten in op aan uit el al ben bin da dos di von zu la le du"
)
PLACING = _row("te in op aan uit")
"""Particles that stand before a place or a time too: part of a name only where it is listed."""
STRONG = _row("der den")
"""Behind van, and before a word with a capital: a surname, listed or not."""
ARTICLES = _row("de het een 't des der den")

OFFICES = _row(
    "voorzitter directeur burgemeester wethouder minister secretaris griffier commissaris officier "
    "rechter president inspecteur raad kerk"
)
INSTITUTIONS = _row(
    "stichting school basisschool middelbare college lyceum gymnasium plein project huis huize "
    "ziekenhuis park museum fonds zaal gebouw kazerne sint st "
    "gemeente provincie waterschap regio politie ggd stad dorp wijk zwarte"
)
"""A name behind one of these is that of a thing."""
COMPANIES = _row(
    "bv nv vof holding groep group advocaten accountants notarissen bouw stichting school college "
    "lyceum fonds museum instituut ziekenhuis universiteit zonen zn"
)
"""A name before one of these is that of a thing."""
THINGS = ("school", "straat", "laan", "plein", "college", "weg", "kade", "park", "stichting")
DOING = _row(
    "wil wilde zegt zei vindt vond belt belde mailt mailde appt appte vraagt vroeg weet wist denkt "
    "dacht stuurt stuurde schrijft schreef noemt noemde vertelt vertelde meldt meldde voelt voelde "
    "durft durfde hoopt hoopte kent kende weigert weigerde belooft beloofde ontkent ontkende "
    "reageert reageerde antwoordt antwoordde luistert luisterde begrijpt begreep snapt snapte "
    "twijfelt twijfelde praat praatte lacht lachte huilt huilde roept riep schreeuwt schreeuwde "
    "scheldt schold"
)
"""What people do, and the weather, a language or a job does not."""
ABBREVIATIONS = frozenset({"B.V.", "N.V.", "V.O.F.", "O.R.", "H.R.", "P.O.", "O.M.", "A.U.B."})


@dataclass(frozen=True, slots=True)
class NameLists:
    """Names without capitals. ``mains`` are surnames without what stands before them; ``common``
    are the words a sentence may begin with.
    """

    first: frozenset[str]
    last: frozenset[str]
    mains: frozenset[str]
    ordinary_first: frozenset[str]
    ordinary_last: frozenset[str]
    common: frozenset[str]

    @classmethod
    def read(cls, first: str, last: str, common: Iterable[str]) -> "NameLists":
        """From the text of the two lists, a name a line, and the most common words."""
        firsts, ordinary_first = _names(first)
        lasts, ordinary_last = _names(last)
        return cls(
            firsts,
            lasts,
            frozenset(map(_main, lasts)),
            ordinary_first,
            frozenset(map(_main, ordinary_last)),
            frozenset(common) - firsts,
        )


def _names(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Every name, and those that are an ordinary word too."""
    lines = [line.casefold() for line in text.splitlines() if line.strip()]
    ordinary = [line.removesuffix(_ORDINARY) for line in lines if line.endswith(_ORDINARY)]
    return frozenset(line.removesuffix(_ORDINARY) for line in lines), frozenset(ordinary)


def _main(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1]
