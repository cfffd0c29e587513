"""Texts that break a rule and wait for their owner: this list only gets shorter."""

KNOWN: frozenset[tuple[str, str]] = frozenset(
    {
        ("gui/dossiers/action_line.py", "plain: verwijder → haal weg, gooi weg"),
        ("gui/dossiers/action_line.py", "verb: no verb"),
        ("gui/dossiers/activities_page.py", "plain: verwijderen → weghalen, weggooien"),
        ("gui/dossiers/steps.py", "plain: verwijderd → weggehaald"),
        ("gui/dossiers/steps.py", "plain: verwijderen → weghalen, weggooien"),
        ("gui/keeping/confirm.py", "plain: verwijderen → weghalen, weggooien"),
        ("gui/keeping/words.py", "plain: verwijderd → weggehaald"),
        ("gui/safekeeping/new_passphrase.py", "verb: no verb"),
        ("gui/talks/bin_page.py", "plain: verwijder → haal weg, gooi weg"),
        ("gui/talks/bin_page.py", "plain: verwijderen → weghalen, weggooien"),
        ("gui/unlock/open_page.py", "verb: no verb"),
        ("gui/unlock/who_page.py", "verb: no verb"),
        ("help/acties.md", "plain: verwijder → haal weg, gooi weg"),
        ("help/acties.md", "plain: verwijdert → haalt weg"),
        ("help/activiteiten.md", "plain: verwijderen → weghalen, weggooien"),
        ("help/ongedaan-maken.md", "plain: verwijderen → weghalen, weggooien"),
        ("help/ongedaan-maken.md", "plain: verwijdert → haalt weg"),
    }
)
"""The file of a text, and what is told of it."""
