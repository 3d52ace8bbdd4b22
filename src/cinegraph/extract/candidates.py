"""A candidate name: a stretch of text that may be a name, before anything is known of its type."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cinegraph.extract.text import fold
from cinegraph.extract.word_lists import words


@dataclass(slots=True)
class Candidate:
    """A stretch of text that may be a name. ``outer`` spans take in the quotation marks around it.

    :ivar key: the text, folded
    """

    start: int
    end: int
    text: str
    sentence: int
    marked: str = ""
    initial: bool = False
    heading: bool = False
    subject_of_film: bool = False
    title_line: bool = False
    outer_start: int = 0
    outer_end: int = 0
    given: str = ""
    votes: dict[str, float] = field(default_factory=dict)
    key: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        self.key = fold(self.text)


SOCIETIES = frozenset(words("societies"))
"""The letters that members of the societies of cinematographers, editors and others put after their names."""

# "Academy Award-winning" names a prize.
_NO_NAME = re.compile(
    r"^(?:Off-)?Broadway$|^\w+ TV$|^(?:Dies|TV|Feb|Aug|Sept|Oct|Nov|Dec)$|^COVID(?:-19)?$|^(?:Oscar|Emmy|BAFTA|Golden Globe|Academy Award)s? (?:Submission|Entry|Nominees?|Nominations?|Contenders?|Campaign|Shortlist|Hopefuls?|Season|Race|Buzz|Night|Ceremony)$|^(?:EXCLUSIVE|UPDATED?|BREAKING|WATCH|REVIEW|INTERVIEW|VIDEO|PHOTOS?|TRAILER|OPINION|ANALYSIS)$|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day-\\w+$|(?: |^)(?:Awards?|Prizes?|Jury|Juries)$|^(?:the )?(?:Jury|Festival) (?:President|Chair\w*|Members?|Head|Director)$|^President of the Jury$|^(?:the )?(?:(?:National|International|Main|World|European|Feature|Film|Fiction|Documentary|Student|Shorts?|First|Debut|Animation|Nordic|Baltic|Balkan|Asian|African|Mediterranean|New|Youth) ){1,4}Competition$|^(?:Out[ -]of|In)[ -]Competition$|^(?:Special|Midnight|Gala|Market|Press|Public) Screenings?$|^(?:the )?Official (?:Selection|Line-?up|Programme?)$|^(?:Co-?)?(?:Production|Distribution|Distributors?|(?:World |International )?Sales)$|^(?:the )?(?:(?:First|Second) )?(?:World|Civil|Cold|Vietnam|Korean|Gulf|Bosnian|Spanish Civil|Great) (?:War|Depression)(?: II?| Two| One)?$"
    r"|^(?:(?:North|South|Latin|Central) America|(?:Central|East|South|South-?[Ee]ast|Western) Asia|(?:Eastern|Western|Northern|Southern|Central) Europe|(?:North|East|West|Southern|Central) Africa|(?:Near|Middle|Far) East)$"
    r"|^(?:Legal(?: and|,)? )?(?:(?:and )?Business Affairs|Acquisitions)$|^(?:(?:Senior|Executive) )?Vice[ -]President of .{3,40}$"
    r"|^(?:(?:\w+ )?(?:Ratings?|Reviewer|Verdict|Shortlist(?:ed)?)|Blu-?Ray(?: Disc)?|DVDs?|Genres?|Runtime|(?:.* - )?(?:Edited|Compiled|Translated|Directed|Produced|Written))$|^Co-(?:written|directed|produced|edited|scripted|starring|created|founded)$|^(?:Buddhist|Catholic|Hindu|Jewish|Muslim|Orthodox|Protestant|Sikh)$|(?:New Wave|Middle Ages|Third Reich|Soviet Union|Red Army|Iron Curtain|Arab Spring|Old Testament|Second Sex|Holy Land)$",
    re.IGNORECASE,
)


_NO_NAME_ENDS = frozenset(words("no_name_ends"))


def is_no_name(text: str) -> bool:
    """Whether a candidate is a prize, read elsewhere, or one of the wars, ages and movements, which are nobody's film.

    >>> is_no_name("World War II"), is_no_name("Border Post")
    (True, False)
    """
    if text.startswith("EXCLUSIVE"):
        return True
    return text.rpartition(" ")[2].lower() in _NO_NAME_ENDS and _NO_NAME.search(text) is not None
