"""What issuing a year costs: of itself, and of what can be issued after it."""

from vp_logboek.domain.disclosure.draw import Draw
from vp_logboek.domain.disclosure.price import Price, price_of
from vp_logboek.domain.disclosure.protector import Protected, protect
from vp_logboek.domain.disclosure.solver import Stop
from vp_logboek.domain.disclosure.together import IssuedPart, protect_together
from vp_logboek.domain.ledger import Scope
from vp_logboek.store.logbook import Logbook


def price(
    logbook: Logbook,
    scope: Scope,
    part: IssuedPart,
    protected: Protected,
    draw: Draw,
    stop: Stop | None,
) -> Price:
    """The price of this year as ``protected``; what was handed out before has its part in it.

    Where it is the last organisation to be issued, also what the sum of all could still show: about
    so much, because that is drawn when it is made. Raises Stopped.
    """
    otherwise = protect(part.tally, part.level, draw, stop=stop) if part.outside else None
    parts = _all_parts(logbook, scope, part)
    together = protect_together(parts, "", draw.within("samen"), stop) if parts else None
    return price_of(protected, otherwise, together)


def _all_parts(logbook: Logbook, scope: Scope, part: IssuedPart) -> list[IssuedPart]:
    """This year beside those of the other organisations; empty while one is not issued."""
    organisations = logbook.organisations.all()
    if len(organisations) < 2 or len({one.year(scope.year) for one in organisations}) > 1:
        return []
    parts = []
    for one in organisations:
        if one.key == scope.organisation:
            parts.append(part)
            continue
        issued = logbook.ledger.of(one.key, scope.year)
        if issued is None:
            return []
        parts.append(IssuedPart(issued.tallies[0], issued.report, issued.level, issued.outside))
    return parts
