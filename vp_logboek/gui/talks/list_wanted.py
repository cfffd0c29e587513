"""What somebody narrows the list of talks to, as part of the question."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from vp_logboek.domain.choice import Choice
from vp_logboek.domain.conversation import Channel, ConversationKind
from vp_logboek.domain.listing import TalkQuery
from vp_logboek.domain.subjects import MainClass


class Span(Choice):
    """How far back one looks."""

    MONTH = "maand", "laatste 30 dagen"
    QUARTER = "kwartaal", "laatste 3 maanden"
    YEAR = "jaar", "laatste 12 maanden"

    def first_day(self, today: date) -> date:
        """The first day of it."""
        return today - timedelta(days={Span.MONTH: 30, Span.QUARTER: 91, Span.YEAR: 365}[self])


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the fields say. ``subject`` is a main class or the code of a leaf."""

    subject: MainClass | str | None = None
    kind: ConversationKind | None = None
    channel: Channel | None = None
    span: Span | None = None

    def asked(self, query: TalkQuery, today: date) -> TalkQuery:
        """The same question with these filters in place of others."""
        main = self.subject if isinstance(self.subject, MainClass) else None
        return replace(
            query,
            main=main,
            subject=None if main else self.subject,
            kind=self.kind,
            channel=self.channel,
            since=None if self.span is None else self.span.first_day(today),
        )
