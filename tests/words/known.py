"""Texts that break a rule and wait for their owner: this list only gets shorter."""

KNOWN: frozenset[str] = frozenset(
    {
        "&Andere plaats…",
        "&Andere woorden",
        "De actie is verwijderd.",
        "De activiteit is verwijderd.",
        "Een &ander logboek, of een nieuw",
        "Verwijder deze activiteit",
        "Verwijder die…",
        "Verwijder {}…",
        "Verwijder: {}",
        "Verwijderen",
        "Voorgoed verwijderen",
        "Voorgoed verwijderen…",
        "Wilt u {} voorgoed verwijderen?",
        "actie verwijderen",
        "activiteit verwijderen",
        "verwijder",
        "{} {} voorgoed verwijderd.",
        "Kies een regel en dan Verwijder deze activiteit om haar weg te halen. Dat kunt u "
        "ongedaan maken.",
        "Met Ctrl+1 komt u altijd terug in de lijst met gesprekken. Met Alt+Left en Alt+Right"
        " gaat u een jaar terug of verder.",
        "Ongedaan maken kan tot het logboek op slot gaat. Wat u vernietigt of voorgoed "
        "verwijdert, komt niet terug.",
        "Voorgoed verwijderen… en Prullenbak legen… halen ze uit het bestand. Dat kan niet "
        "ongedaan worden gemaakt.",
        "Op slot is op slot. Alles wat u vastlegt staat in één versleuteld bestand. Zonder "
        "wachtzin of herstelblad ziet men alleen hoe groot het is, van wanneer het is, en dat"
        " het een logboek is.",
        "Alt+Left",
        "Alt+Right",
        "Nodig: Python 3.11 of nieuwer. Onderdelen: PySide6 (LGPL-3.0), sqlcipher3 met "
        "SQLCipher en OpenSSL (Zlib, BSD, Apache-2.0), argon2-cffi (MIT), ReportLab (BSD), "
        "python-calamine (MIT), zxcvbn (MIT), highspy (MIT), NumPy (BSD).",
    }
)
