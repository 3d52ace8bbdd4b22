"""What a web page puts around an article: menus, cookie notices, sharing, newsletters, names of image files."""

from __future__ import annotations

import re

from cinegraph.articles.words import word_set

_LINES = (
    # moving about the page
    r"(?:toggle |main |close |open )?(?:menu|navigation|search|sidebar)(?:\.\.\.)?",
    r"home(?:page)?|about(?: us)?|contact(?: us)?|imprint|sitemap|press|careers",
    r"(?:skip|jump) to .{1,40}|back(?: to (?:top|home|all).{0,20})?",
    r"(?:next|previous|prev|older|newer)(?: (?:article|post|story|page|posts)\b.{0,80})?",
    r"in this (?:article|story|section)|(?:table of )?contents|loading.{0,5}",
    r"(?:view )?gallery|image|photo|video",
    # other articles
    r"read more.{0,60}|read (?:the )?(?:full|original|whole) .{1,40}|(?:continue|keep) reading.{0,60}",
    r"see (?:more|also|all).{0,30}|(?:show|load|view) (?:more|all).{0,30}|learn more.{0,30}",
    r"more(?: (?:from|on|in|stories)\b.{0,40})?",
    r"related(?: (?:articles?|posts?|stories|content|topics|news|links?|reading|coverage|items))?",
    r"you (?:may|might) (?:also )?(?:like|enjoy).{0,30}|recommended(?: .{0,30})?|editor.?s.? picks?",
    r"most (?:read|popular|viewed|recent).{0,20}|trending(?: now)?|popular posts?",
    r"recent (?:posts?|comments?|news)|latest(?: news| posts| stories| articles)?",
    # where it was copied from
    r"source(?: link)?|original (?:article|source)|via",
    # advertisements, accounts, sharing
    r"\[?ad_\d+\]?|advert(?:isement|ising)?|sponsored(?: content)?|(?:story|article) continues (?:after|below).*",
    r"register|(?:e-?mail )?newsletters?|(?:enter )?your e-?mail(?: address)?|e-?mail(?: address)?|donate(?: now)?",
    r"(?:e-?mail |print |tweet )*share on \w+(?: (?:share|pin) on \w+)*|\(?the article continues below.{0,60}",
    r"share(?: (?:this|on|via|the)\b.{0,50})?(?:\s*:)?|tweet(?: this)?|pin it|copy link|(?:link )?copied.?",
    r"print(?: (?:this|article|page))?|save(?: for later)?|bookmark|like (?:this|us on\b.{1,30})",
    r"facebook|twitter|instagram|linkedin|whatsapp|telegram|pinterest|reddit|youtube|tiktok|vk",
    # comments and reading times
    r"(?:\d+|no|leave a|add a|post a|view) (?:comments?|repl(?:y|ies)|shares?|likes?|views?)(?: .{0,30})?",
    r"comments?(?: are closed)?(?:\s*\(\d+\))?|repl(?:y|ies)|responses?",
    r"(?:reading time:? *)?\d+\s*-?\s*min(?:ute)?s?\.? (?:read|to read)|(?:estimated )?reading time.{0,20}",
    # the law, filing
    r"privacy(?: (?:policy|notice|settings))?|terms(?: (?:of|and|&) .{1,30})?|manage (?:cookies|consent).{0,30}",
    r"cookies?(?: (?:policy|settings|preferences|notice))?|(?:accept|reject)(?: all)?(?: cookies)?",
    r"tags?(?:\s*:.{0,200})?|categor(?:y|ies)\s*(?::.{0,120})?|filed under.{0,100}|topics?(?:\s*:.{0,120})?",
)
_SENTENCES = (
    r"(?:sign|log) ?(?:up|in|out)(?: (?:for|to|with|now|here|today)\b.{0,100})?",
    r"(?:un)?subscribe(?: (?:to|now|here|today|for)\b.{0,100})?|follow(?: (?:us|me|along)\b.{0,60})?",
    r"join our (?:mailing list|newsletter|community).{0,160}|get (?:our|the) (?:latest|newsletter|best).{0,120}",
    r"support (?:us|our work|independent journalism).{0,80}|become a (?:member|patron|subscriber|supporter).{0,60}",
    r"(?:watch|buy|stream|order|rent|listen to)\b.{1,60}\bhere|click here.{0,60}|tap to .{1,30}",
    r"listen to this (?:article|story).{0,40}|comments are closed",
    r"(?:.{0,80} )?all rights reserved.{0,60}|(?:copyright|©|\(c\)).{0,140}|powered by .{1,40}",
)


def _any_of(rows: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"[\W_]*(?:" + "|".join(rows).replace(" ", r"\s") + r")[\W_]*", re.IGNORECASE)


_LINE, _SENTENCE = _any_of(_LINES + _SENTENCES), _any_of(_SENTENCES)
_NOTICE = re.compile(
    r"(?:we|this (?:web)?site|our (?:web)?site|by (?:continuing|using|browsing)|your browser"
    r"|please (?:enable|accept|turn on|disable))\b"
    r".{0,120}\b(?:cookies?|javascript|ad.?blocker|privacy policy|terms of (?:use|service))\b"
    r"|(?:sign up|subscribe|join our|follow us)\b.{0,80}"
    r"\b(?:newsletter|mailing list|inbox|updates|facebook|twitter|instagram|social media)\b"
    r"|this (?:article|post|story|content) (?:was originally|originally|first|contains affiliate|may contain)\b",
    re.IGNORECASE,
)
_NOTICE_STARTS = word_set("we this our by your please sign subscribe join follow")
_FILE_NAME = re.compile(
    r"\S{0,120}\.(?:png|jpe?g|gif|webp|svg|avif|bmp|tiff?)[)\]\"']*|[\w-]+\.(?:html?|php|aspx?)", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"<?(?:https?://|www\.)\S+>?|\[[^\]]*\]:\s*<?(?:https?:|www\.|[/#])\S*.*|<!--.*|</?[a-zA-Z][^<>]*>|\{[%{].*[%}]\}"
    r"|\[/?(?:ads?|caption|gallery|embed|video|audio|playlist|newsletter|share|img|image|button)\b[^\]]*\]",
    re.IGNORECASE,
)
_MENU_DIVIDER = re.compile(r"\s+[|·•›»/]\s+|\s*\|\s*")
_MENU_SIGNS = ("|", " · ", " • ", " › ", " » ", " / ")
_LONGEST_LINE, _LONGEST_NOTICE, _LONGEST_MENU_ENTRY = 180, 600, 24
_MOST_SPACES = 2


def is_boilerplate(line: str) -> bool:
    """Whether a line belongs to the page around an article, not to the article.

    >>> [is_boilerplate(line) for line in ("Skip to main content", "[ad_1]", "Read more", "A film opens.")]
    [True, True, True, False]
    """
    if len(line) <= _LONGEST_LINE:
        if line[0] in "[<{!hwHW" and _ADDRESS.fullmatch(line):
            return True
        rule = _SENTENCE if line[-1] in '.!?”"' and line.count(" ") > _MOST_SPACES else _LINE
        if rule.fullmatch(line):
            return True
        if " " not in line and "." in line and _FILE_NAME.fullmatch(line):
            return True
        if any(sign in line for sign in _MENU_SIGNS) and _is_menu(line):
            return True
    if len(line) > _LONGEST_NOTICE:
        return False
    return line.split(None, 1)[0].lower() in _NOTICE_STARTS and bool(_NOTICE.match(line))


def _is_menu(line: str) -> bool:
    """Three or more short entries side by side, with no figure and no full stop among them."""
    entries = [entry for entry in _MENU_DIVIDER.split(line) if entry]
    return (
        len(entries) >= 3
        and all(len(entry) <= _LONGEST_MENU_ENTRY and len(entry.split()) <= 3 for entry in entries)
        and not any(character.isdigit() or character in '.,:;!?*("“' for character in line)
    )
