"""Orders of precedence in words: by what they go, and why somebody stands where he stands."""

from __future__ import annotations

from itertools import groupby

from game.protocol.alphabets import OWN
from game.protocol.precedence import OrderOfPrecedence, Place, Reason, System
from game.protocol.scenario import Scenario
from game.wording.catalogue import _
from game.wording.dates import date_words
from game.wording.phrases import who


def system_words(order: OrderOfPrecedence) -> str:
    """By what an order goes; the author's own word where he has one."""
    particulars = dict(order.particulars)
    language, lot = particulars.get("language", ""), particulars.get("lot", "")
    match order.system:
        case System.AGREED_LIST:
            return _("agreed list")
        case System.RANK:
            return _("class of office, then date of taking office")
        case System.OFFICE_CLASS:
            return _("class of office")
        case System.CREDENTIALS:
            return _("class of the head of mission, then date and time of credentials")
        case System.ALPHABETICAL if language and lot:
            return _("alphabet {language}, from the drawn “{lot}”").format(language=in_language(language), lot=lot)
        case System.ALPHABETICAL if language:
            return _("alphabet {language}").format(language=in_language(language))
        case _:
            return order.system


def why_here(scenario: Scenario, place: Place, person: str = "") -> str:
    """Why these people, or one of them, stand at this place: in the author's words, or from the grounds."""
    if place.reason:
        return place.reason
    here = [reason for reason in place.grounds if not person or reason.value("who") in {"", person}]
    told = []
    for name, reasons in groupby(here, key=lambda reason: reason.value("who")):
        words = [_words(scenario, reason) for reason in reasons]
        if name and not person and len(place.people) > 1:
            told.append(_("{who}: {reason}").format(who=who(scenario, name), reason=", ".join(words)))
        else:
            told += words
    return "; ".join(told) or _("as the list has it")


def in_language(language: str) -> str:
    """In which language names are sorted."""
    return {
        "cs": _("in Czech"),
        "da": _("in Danish"),
        "de": _("in German"),
        "el": _("in Greek"),
        "en": _("in English"),
        "es": _("in Spanish"),
        "fi": _("in Finnish"),
        "fr": _("in French"),
        "is": _("in Icelandic"),
        "it": _("in Italian"),
        "nb": _("in Norwegian"),
        "nl": _("in Dutch"),
        "pl": _("in Polish"),
        "pt": _("in Portuguese"),
        "ru": _("in Russian"),
        "sv": _("in Swedish"),
        "tr": _("in Turkish"),
        "uk": _("in Ukrainian"),
        OWN: _("of the names in their own languages"),
    }.get(language, language)


def _words(scenario: Scenario, reason: Reason) -> str:
    values = dict(reason.values)
    values["class"] = class_words(values.get("class", ""))
    values["day"] = date_words(values.get("day", ""))
    values["other"] = who(scenario, values.get("other", ""))
    values["language"] = in_language(values.get("language", ""))
    values["because"] = values.get("because", "").removesuffix(".")
    return _text(reason).format(**values)


def _text(reason: Reason) -> str:
    if reason.id == "credentials" and not reason.value("time"):
        return _("functions taken up on {day}")
    if reason.id == "alphabetical" and reason.value("lot"):
        return _("“{name}” in the alphabet {language}, from the drawn “{lot}”")
    return {
        "post": _("invited as {post}"),
        "nuncio": _("the nuncio first, by the custom of this house"),
        "class": "{class}",
        "promoted": _("ranked as {class} for this event: {because}"),
        "took_office": _("in office since {day}"),
        "credentials": _("functions taken up on {day} at {time}"),
        "alphabetical": _("“{name}” in the alphabet {language}"),
        "above": _("put above {other} for this event: {because}"),
        "beside": _("put beside {other} for this event: {because}"),
        "shared": _("equals, who share the place"),
    }[reason.id]


def class_words(name: str) -> str:
    """A class of office; the author's own word where it is none of the usual ones."""
    return {
        "ambassador": _("ambassador"),
        "nuncio": _("nuncio"),
        "high commissioner": _("high commissioner"),
        "envoy": _("envoy"),
        "internuncio": _("internuncio"),
        "chargé d'affaires": _("chargé d'affaires"),
        "head of state": _("head of state"),
        "head of government": _("head of government"),
        "foreign minister": _("foreign minister"),
        "minister": _("minister"),
    }.get(name, name)
