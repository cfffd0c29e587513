"""The words of the rules: what may not be said, what is said instead, and what may stay."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FORBIDDEN = {
    "ongeldig": "zeg wat er niet klopt", "ongeldige": "zeg wat er niet klopt",
    "valideren": "controleren", "validatie": "controle", "verifiëren": "nakijken",
    "initialiseren": "beginnen", "initialisatie": "begin", "parameter": "keuze",
    "parameters": "keuzes", "record": "gesprek, rij", "records": "rijen", "database": "bestand",
    "entiteit": "", "configuratie": "instellingen", "configureren": "instellen",
    "authenticatie": "wachtzin", "encryptie": "versleuteling", "genereren": "maken",
    "gegenereerd": "gemaakt", "exporteren": "bewaren, uitbrengen", "importeren": "overnemen",
    "selecteren": "kiezen", "selecteer": "kies", "geselecteerd": "gekozen",
    "selectie": "keuze", "optioneel": "mag leeg blijven",
    "verplicht": "zeg wat er nodig is", "succesvol": "", "mislukt": "lukt niet",
    "gespecificeerd": "", "specificeren": "", "betreffende": "over", "teneinde": "om",
    "middels": "met", "inzake": "over", "indien": "als", "tevens": "ook", "reeds": "al",
    "dient": "moet", "dienen": "moeten", "conform": "volgens", "aangaande": "over",
    "desgewenst": "als u wilt", "alvorens": "voordat", "echter": "maar", "derhalve": "dus",
    "uitvoer": "wat het programma schrijft",
    "wachtwoord": "wachtzin", "paswoord": "wachtzin", "back-up": "reservekopie",
    "backup": "reservekopie", "verwijderen": "weghalen, weggooien",
    "verwijder": "haal weg, gooi weg",
    "verwijderd": "weggehaald", "verwijdert": "haalt weg",
    "herstelformulier": "herstelblad", "rapport": "jaaroverzicht", "rapportage": "jaaroverzicht",
    "casus": "dossier", "dader": "beschuldigde",
    "dubbelklik": "druk op Enter", "je": "u", "jij": "u", "jouw": "uw",
    "jullie": "u",
}  # fmt: skip
"""A word, and what to say instead; without, it depends on the sentence."""

ENGLISH = _set(
    """
    the and with from this that these those please error warning file files folder save
    cancel delete remove add edit close quit exit settings preferences password username
    login logout update updates upload download backup restore search select selected
    click button window screen page pages view about yes no not none empty invalid
    unknown missing failed failure success successful done ready loading busy wait retry
    ignore abort apply reset draft notes talk report year month day today yesterday new
    by to user users default defaults option options list lists tabs show hide your you
    are were has have will would could should cannot all any some each every for if else
    then than there here where when what which who why how
    """
)
"""English words that are no Dutch words too."""

MAY_STAY = {
    "pdf": "so is the file called, also by HR",
    "hr": "so the department is called",
    "e-mail": "Dutch in daily use",
    "excel": "a program they have",
    "help": "Dutch too",
    "video": "Dutch too",
    "caps lock": "what stands on the key",
    "mediation": "the trade's word",
    "ctrl": "what stands on the key",
    "esc": "what stands on the key",
    "delete": "what stands on the key",
    "control": "the key, as it is said aloud",
    "csv": "an ending of a file",
    "xls": "an ending of a file",
    "xlsx": "an ending of a file",
    "ods": "an ending of a file",
    "vplogboek": "an ending of a file",
    "ibm": "a name",
    "plex": "a name",
    "sans": "a name",
    "isc": "a licence",
    "ofl": "a licence",
    "eupl": "a licence",
    "genoemde": "Dutch, though not in the list",
    "linux": "a name",
    "windows": "a name",
    "macos": "a name",
    "onedrive": "a name",
    "ombudsfunctionaris": "so is the function called",
    "nvt": "a code, shown as niet van toepassing",
    "jjjj": "four figures of a year",
}
"""Loan words that people know, each with why."""

FOR_OTHERS = {
    "help/licenties.md": ("spelled", "dutch"),
    "help/voor-uw-it-afdeling.md": ("spelled", "dutch", "plain"),
}
"""Pages that name programs, or are for people of another trade: these rules do not hold there."""

PLACES = _set(
    """
    gesprekken dossiers acties activiteiten opruimen prullenbak uitgegeven jaaroverzicht
    instellingen herstelblad sneltoetsen plaatsen licenties vandaag gisteren later
    """
)
"""What a button or an entry of a menu may be called without a verb: where it leads."""
PHRASES = {
    "PDF voor HR": "what one gets; the design",
    "Nieuw gesprek": "what one gets; the design",
    "+ Nieuw gesprek": "what one gets",
    "Vervolggesprek": "what one gets; the design",
    "Uitgegeven overzichten": "a place",
    "Vorig jaar": "where it leads",
    "Volgend jaar": "where it leads",
    "Vorige": "where it leads",
    "Volgende": "where it leads",
    "Verder": "where it leads",
    "Terug": "where it leads",
    "Volgende deel van het venster": "there",
    "Terug naar het logboek": "where it leads",
    "Terug naar de lijst": "where it leads",
    "Grotere tekst": "what one gets",
    "Kleinere tekst": "what one gets",
    "Normale tekst": "what one gets",
    "Help bij dit scherm": "a page",
    "Voor uw IT-afdeling": "a page",
    "Nieuwe actie": "what one gets, as Nieuw gesprek",
    "Nieuwe activiteit": "what one gets, as Nieuw gesprek",
    "Over privacy": "a page",
    "Over VP Logboek": "a page",
    "Hoe anonimiteit werkt": "a page",
    "meer…": "shows more",
    "dossier {}": "a link to it",
    "PDF voor HR…": "what one gets; the design",
    "Klaar": "where it ends",
    "Ik heb het blad op papier": "what one promises with it",
}
"""Words on buttons and in menus without a verb, each with why they stay."""
VERBS = _set(
    """
    maak kies zet open sluit stop ga toon verberg bewaar red schrijf typ zoek neem gooi
    herstel druk bekijk controleer probeer haal kijk vernietig vergrendel wis voeg geef
    laat breng vul herhaal onthoud print zeg meld opslaan trek voer ruim
    wijzig verplaats verander bewerk sla
    """
)
"""Commands in the imperative; whatever ends in -en is a verb too, when it is in the dictionary."""
NOUNS = _set(
    """
    gesprekken dossiers woorden jaren aantallen overzichten organisaties kopieën
    reservekopieën een zien bladzijden onderwerpen drempels tekens letters dagen
    """
)
"""Words that end as a verb does, and are none."""
