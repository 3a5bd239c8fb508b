"""Where a rule or an account comes from, and how sure that makes us."""

from __future__ import annotations

from game.protocol.rules import Confidence
from game.protocol.scenario import Source
from game.wording.catalogue import _
from game.wording.dates import date_words


def origin(source: Source) -> str:
    """Publisher and date: `The Moscow Times, 19 June 2024`."""
    if not source.date:
        return source.publisher
    return _("{publisher}, {date}").format(publisher=source.publisher, date=date_words(source.date))


def confidence_words(confidence: Confidence) -> str:
    """How sure the sources make us."""
    return {
        Confidence.HIGH: _("well attested"),
        Confidence.MEDIUM: _("one secondary source"),
        Confidence.LOW: _("a weak source, or sources that differ"),
        Confidence.DESIGN: _("no source: made for this scenario"),
    }[confidence]
