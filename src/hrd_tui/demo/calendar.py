"""Dates in the words of each language, for texts whose days count from now."""

import re
from datetime import datetime, timedelta

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
}
_SHAPES = {
    "day": "{day} {month} {year}",
    "weekday": "{weekday} {day} {month} {year}",
    "us": "{month} {day}, {year}",
    "name": "{weekday}",
    "year": "{year}",
    "iso": "{date}",
}
_OWN_SHAPES = {
    ("weekday", "en"): "{weekday}, {day} {month} {year}",
    ("day", "de"): "{day}. {month} {year}",
    ("weekday", "de"): "{weekday}, {day}. {month} {year}",
    ("day", "es"): "{day} de {month} de {year}",
    ("weekday", "es"): "{weekday} {day} de {month} de {year}",
}
_PLACE = re.compile(r"\{(day|weekday|us|name|year|iso):([+-]?\d+)\}")


def dated(text: str, now: datetime, language: str) -> str:
    """The text with each `{day:-2}` put into words as the day that many days from now.

    Shapes: `day` 5 March 2026, `weekday` Thursday, 5 March 2026, `us` March 5, 2026,
    `name` Thursday, `year` 2026,
    `iso` 2026-03-05; each in the words of the language (en, fr, es, de, ar).
    """

    def words(place: re.Match[str]) -> str:
        shape, days = place[1], int(place[2])
        moment = now + timedelta(days=days)
        return _OWN_SHAPES.get((shape, language), _SHAPES[shape]).format(
            day=moment.day,
            month=_MONTHS[language].split()[moment.month - 1],
            year=moment.year,
            date=moment.date().isoformat(),
            weekday=_WEEKDAYS[language].split()[moment.weekday()],
        )

    return _PLACE.sub(words, text)
