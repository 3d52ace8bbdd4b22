"""Brings the usual romanisations of Slavic, Georgian and Armenian names to one form."""

from __future__ import annotations

import re
from functools import lru_cache

from cinegraph.resolve.names import word_set

# English, scientific, German and French ways of writing the same Cyrillic letters, in the order they are replaced.
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(ff|w)$", "v"),
        (r"(off|ow)(a?)$", r"ov\2"),
        (r"ou", "u"),
        (r"gu(?=[ei])", "g"),
        (r"ine$", "in"),
        (r"shch|stch|schtsch|sch|sz", "sh"),
        (r"tch|tsch|cz", "ch"),
        (r"tz|zz|c(?![hk])", "ts"),
        (r"kh", "h"),
        (r"dzh|dj|zh|rz(?!h)", "j"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"^[yj](?=e)", ""),
        (r"[yj]", "i"),
        (r"i+", "i"),
        (r"(?<=.)i[oe]", "e"),
        (r"(.)\1+", r"\1"),
    )
)
_IRREGULAR = {
    form: names[0]
    for names in (
        ("aleksandr", "alexander", "alexandr", "aleksander", "aleksandar", "alexandre", "oleksandr", "aliaksandr"),
        ("aleksandra", "alexandra", "oleksandra"),
        ("aleksei", "alexei", "alexey", "aleksey", "alexis", "oleksii", "oleksiy"),
        ("andrei", "andrey", "andrej", "andrii", "andriy"),
        ("anastasia", "anastasiya", "anastasiia", "anastassia"),
        ("dmitri", "dmitry", "dmitriy", "dmitrii", "dimitri", "dmytro", "dimitry"),
        ("ekaterina", "yekaterina", "jekaterina", "kateryna"),
        ("elena", "yelena", "jelena", "olena"),
        ("evgeni", "yevgeny", "yevgeni", "evgeny", "evgenii", "evgeniy", "yevgeniy", "jewgeni", "evgueni", "yevhen"),
        ("fedor", "fyodor", "feodor", "fiodor", "fjodor"),
        ("georgi", "georgy", "georgiy", "georgii", "gueorgui"),
        ("grigori", "grigory", "grigoriy", "grigorii"),
        ("ksenia", "xenia", "kseniya", "kseniia", "xeniya"),
        ("maria", "mariya", "mariia", "marija", "marya"),
        ("mikhail", "michail", "mikhael", "mihail", "mykhailo"),
        ("mykola", "nikolai", "nikolay", "nikolaj", "nicolai", "nikolaii"),
        ("natalia", "natalya", "nataliya", "nataliia", "natalja"),
        ("petr", "pyotr", "piotr", "pjotr", "petro"),
        ("sergei", "sergey", "sergej", "serguei", "sergii", "serhii", "serhiy"),
        ("sofia", "sofya", "sofiya", "sofja"),
        ("tatiana", "tatyana", "tatjana", "tetiana"),
        ("vasili", "vasily", "vassily", "vasiliy", "wassily", "vassili"),
        ("vladimir", "wladimir", "volodymyr", "uladzimir"),
        ("yulia", "julia", "yuliya", "iulia", "julija", "yuliia"),
        ("yuri", "yury", "iouri", "juri", "jurij", "yuriy", "yurii", "iuri", "iurii"),
    )
    for form in names
}
_GIVEN = word_set(
    """adam agnieszka aida albert aleksandr aleksandra aleksei alena alina alisa alla anastasia anatoli andrei andrzej
    anton arkadi arkady arman artem artyom askold aziz bogdan boris czeslaw daria darya david denis dinara dmitri
    egor ekaterina elem elena eldar elizaveta evgeni fedor galina gennadi georgi giga gleb goran grigori grzegorz igor
    ilya inna ioseb ira irina ivan jaroslaw jerzy karen kira kirill kiril klim konstantin krzysztof ksenia lana
    larisa lev levan lidia ludmila lyudmila maksim maria marina marlen maxim mikhail mykola nana nani natalia nikita
    nina oksana oleg olga otar pavel petr polina roman rustam ruslan semyon sergei sergo sofia stanislav svetlana
    tatiana temur tengiz timofei timur valeria valery valeri vasili vera viktor victor viktoria vitali vladimir
    vladislav vsevolod vyacheslav wojciech yakov yulia yuri zaza zoya zurab"""
)
_SURNAME = re.compile(
    r"(?:[eo]v|[eo]va|[eo]ff|[eo]w|[tds]?sk[iy]|sk[iy]y|skii|skij|skaya|skaja|skaia|enko|chuk|tchouk|[eo]vich|[eo]vic"
    r"|adze|idze|odze|shvili|chvili|iani|[ty]syan|[ds]zyan)$"
)
_PATRONYMIC = re.compile(r".{2,}(?:ovich|evich|ievich|ovitch|evitch|ovna|evna|ievna|inichna)$")


@lru_cache(maxsize=131_072)
def romanised(word: str) -> str:
    """A word's one form for all usual romanisations; for comparing only, it is not how anybody spells.

    :param word: folded, as :func:`~cinegraph.resolve.names.words` gives it

    >>> romanised("khutsiev") == romanised("khoutsiev") == romanised("hucijev")
    True
    >>> romanised("tarkovsky") == romanised("tarkovskiy") == romanised("tarkowskij")
    True
    """
    word = _IRREGULAR.get(word, word)
    for pattern, replacement in _RULES:
        word = pattern.sub(replacement, word)
    return word


def looks_slavic(given: str, surname: str) -> bool:
    """Whether a name is of those that reach English through several romanisations.

    >>> looks_slavic("larisa", "shepitko"), looks_slavic("ian", "baldwin")
    (True, False)
    """
    return _IRREGULAR.get(given, given) in _GIVEN or _SURNAME.search(surname) is not None


def is_patronymic(word: str) -> bool:
    """Whether a word is a Russian patronymic.

    >>> is_patronymic("arsenyevich"), is_patronymic("tarkovsky")
    (True, False)
    """
    return _PATRONYMIC.fullmatch(word) is not None


def same_given_name(left: str, right: str) -> bool:
    """Whether two folded first names are forms of one Slavic name.

    >>> same_given_name("alexander", "oleksandr"), same_given_name("sergei", "serge")
    (True, False)
    """
    return romanised(left) == romanised(right)
