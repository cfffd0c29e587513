"""What is said before, during and after making the overview; without Qt."""

import re
from datetime import date
from unicodedata import normalize

from vp_logboek.domain.ledger import Release
from vp_logboek.domain.period import ReportingYear
from vp_logboek.messages import in_words

WHEN_TO_ISSUE = "Breng pas uit als alles is ingevoerd."
FROM_ISSUED = "Dit overzicht wordt gemaakt van wat u al uitbracht."
READ_ONLY = (
    "U kunt dit overzicht bekijken. Uitbrengen kan niet: uw logboek is hier alleen te lezen."
)
STEPS = (
    "U ziet eerst wat erin komt, wat verborgen blijft en hoe het eruitziet. Er gaat nog niets uit. "
    "Pas als u de PDF opslaat, is het overzicht uitgebracht."
)
NEVER_IN_IT = "Uw aantekeningen, de nummers van dossiers, en de dagen waarop u met iemand sprak."
ALL_SHOWN = (
    "Dit jaar geldt het niveau Zonder drempel. Ook kleine aantallen staan in de PDF. Wie de "
    "organisatie goed kent, kan daarin soms iemand herkennen."
)
GIVEN_QUESTION = "Is over dit jaar al iets verstrekt?"
GIVEN_ABOUT = (
    "Denk aan een halfjaarbericht, of een mail aan de directie met aantallen. Wat u met dit "
    "programma uitbracht, telt al mee."
)
GIVEN_EFFECT = (
    "Wie deze aantallen kent, kan het overzicht ermee vergelijken. Ook het verschil mag dus geen "
    "klein aantal zijn. Daardoor kan er meer verborgen blijven."
)
NOTHING_TYPED = "Vul minstens één aantal in. Of kies dat er niets is verstrekt."
WORKING = "Het programma controleert de verborgen aantallen."
ISSUING = "Het overzicht wordt uitgebracht en bewaard. Stoppen kan nu niet meer."
CRASHED = "Er ging iets mis in het programma. Hieronder ziet u of dit jaar nu is uitgebracht."
ANSWER_FIRST = "Geef eerst antwoord. Dan kunt u verder."
NO_PAGES = "De bladzijden zijn niet gemaakt. Uitbrengen kan nu niet."
SAVING_AGAIN = "De PDF wordt bewaard."
ISSUED_STAYS = "Wat is uitgebracht, verandert niet. U kunt dezelfde PDF nog een keer bewaren."
ISSUED_CARD = f"{ISSUED_STAYS} Is er na die dag veel veranderd? Dan kan soms een herziene uitgave."
WHICH_YEARS = "Kies 3, 4 of 5 jaren. Alleen jaren die zijn uitgebracht staan hier."
WHY_ASKED = (
    "Dit logboek komt uit een kopie van die dag. Wat u daarna uitbracht, weet het logboek niet. "
    "Een jaar mag maar één keer worden uitgebracht. Daarom deze vraag."
)
CHOOSE_ANSWER = "Kies eerst een van de twee antwoorden."
CHOOSE_YEARS = "Kies minstens één jaar. Of kies dat er niets is uitgebracht."
Section = tuple[str, tuple[str, ...]]
"""A heading and its lines."""


_MOST_OF_A_NAME = 40


def default_name(
    label: str, edition: int = 1, together: bool = False, organisation: str = ""
) -> str:
    """The proposed name of the file for a year, or for several: 2023, 2024 becomes 2023-2024.

    ``organisation`` is given where there are several; of all ``together`` none is named.
    """
    parts = ["jaaroverzicht-vertrouwenspersoon"]
    if organisation and not together:
        parts.append(_slug(organisation))
    parts.append(_slug(re.sub(r" en |,|–", "-", label)))
    if together:
        parts.append("samen")
    if edition > 1:
        parts.append(f"herzien-{edition}")
    return "-".join(part for part in parts if part) + ".pdf"


def name_of(release: Release, with_organisation: bool) -> str:
    """The proposed name of the file for what was issued."""
    together = len({scope.organisation for scope in release.scopes}) > 1
    report = release.report
    name = report.organisation if with_organisation else ""
    return default_name(report.year, release.edition, together, name)


def _slug(text: str) -> str:
    plain = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_MOST_OF_A_NAME].strip("-")


def days(period: ReportingYear) -> str:
    """The first and the last day in words."""
    return f"{in_words(period.start)} tot en met {in_words(period.last_day)}"


def not_over(period: ReportingYear) -> str:
    """That a year can be looked at and not yet issued."""
    return (
        f"Het jaar {period.label} is nog niet voorbij. U kunt het overzicht nu bekijken. "
        f"Uitbrengen kan vanaf {in_words(period.end)}."
    )


def issued_before(label: str, on: date, edition: int) -> str:
    """That a year was issued, and when."""
    again = f" Dat was de {edition}e, herziene versie." if edition > 1 else ""
    verb = "zijn" if " en " in label else "is"
    return f"{label} {verb} uitgebracht op {in_words(on)}.{again}"


def restored_question(day: date) -> str:
    """The question after an older copy was put back."""
    return f"Is er na {in_words(day)} iets uitgebracht?"


def overview_of(label: str) -> str:
    """What was made, as the beginning of a sentence."""
    return f"Het jaaroverzicht {label}"


def given_question(label: str) -> str:
    """The question, with the year it is about."""
    return f"Is over {label} al iets verstrekt?"
