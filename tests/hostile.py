"""Articles that try to break out of the page: every field that text can reach carries an attack."""

from __future__ import annotations

from cinegraph.model import Claim, Document, Entity, EntityRef, EntityType, Evidence, Knowledge, Literal, Modality

ATTACKS = (
    "</script><script>window.pwned=1</script>",
    '"><img src=x onerror=window.pwned=1>',
    "' onmouseover='window.pwned=1",
    "javascript:window.pwned=1",
    '<a href="javascript:window.pwned=1">href</a>',
    "{{ 7*7 }}{% raw %}${window.pwned=1}`",
    "<!--<script>",
    "]]>\u2028\u2029window.pwned=1//",
    "\u202eتسلسل abc\u2066 إلى اليمين",
    "👩‍🎬🎞️ 𝒜𝓃𝓃𝒶 é̸̛̲",
    "\ud800 lone",
    "M" * 3000,
    "",
)


def hostile_knowledge() -> Knowledge:
    """Every attack as label, alias, literal, qualifier, quote, cue, speaker, and in every field of an article."""
    types = list(EntityType)
    entities = tuple(
        Entity(
            f"{types[i % len(types)].value.lower()}/attack-{i:02}",
            types[i % len(types)],
            attack,
            (attack, f"{attack} alias"),
        )
        for i, attack in enumerate(ATTACKS)
    )
    documents = tuple(
        Document(
            f"{i:02}{attack[:200]}",
            "",
            "0" * 64,
            title=attack,
            author=attack,
            publisher=attack,
            date=attack,
            url=attack,
        )
        for i, attack in enumerate(ATTACKS)
    )
    claims = []
    for i, attack in enumerate(ATTACKS):
        modality = list(Modality)[i % len(Modality)]
        evidence = (
            Evidence(documents[i].name, 0, len(attack), attack, modality, attack, cue=attack[:9], speaker=attack),
        )
        claims.append(
            Claim(
                entities[i].id,
                "collaborated_with",
                EntityRef(entities[i - 1].id),
                (("role", Literal(attack)),),
                evidence,
            )
        )
        claims.append(Claim(entities[i].id, "occupation", Literal(attack), (("year", Literal("2001")),), evidence))
    return Knowledge(entities, tuple(claims), documents)
