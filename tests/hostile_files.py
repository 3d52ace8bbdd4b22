"""Files that try to exhaust whoever reads them: bombs, loops, endless nesting, text without an end."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence
from functools import cache

Content = str | bytes | Callable[[], str | bytes]
"""What stands in a file, or what makes it."""
SAID = "Kira Kovalenko directed Unclenching the Fists. "
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
DRAWN = b"BT /F1 12 Tf 50 700 Td (Kira Kovalenko directed Beanpole.) Tj ET\n"


def pdf(objects: Sequence[bytes], more: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    written, places = b"%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        written
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(places) + 1, table)
        + b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, more, len(written))
    )


def stream(data: bytes, filters: bytes = b"/FlateDecode", more: bytes = b"") -> bytes:
    """A stream as it stands in a PDF."""
    return b"<</Length %d/Filter %s%s>>\nstream\n%s\nendstream" % (len(data), filters, more, data)


def page(content: bytes, font: bytes = FONT, *more: bytes) -> bytes:
    """A PDF of one page."""
    resources = b"<</Font<</F1 5 0 R>>/XObject<</X 6 0 R>>>>"
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources" + resources + b">>",
            content,
            font,
            *more,
        ]
    )


@cache
def bomb(size: int, layers: int = 1) -> bytes:
    """So many blanks, packed so many times: a million is packed once, and its block stands there over and over."""
    blanks, times = b" " * 1_000_000, size // 1_000_000
    packer = zlib.compressobj(9)
    head = packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(blanks) + packer.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(times):
        check = zlib.adler32(blanks, check)
    packed = head + block * (times - 1) + packer.flush()[:-4] + check.to_bytes(4, "big")
    for _ in range(layers - 1):
        packed = zlib.compress(packed, 9)
    return packed


def lzw_bomb(size: int) -> bytes:
    """So many blanks as LZW packs them best: each code stands for one blank more than the one before."""
    block = [(32, 9)]
    for code in range(258, 4090):
        block.append((code, 9 if code < 511 else 10 if code < 1023 else 11 if code < 2047 else 12))
    # It starts with a clear code, and so does each block after the first, in the width that the last one came to.
    times = size // (3833 * 3834 // 2) + 1
    bits = f"{256:09b}" + "".join(f"{code:0{width}b}" for code, width in [*block, (256, 12)]) * times
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def _pages(kids: bytes) -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[%s]>>" % kids, b"<</Type/Page>>"])


def _tree(depth: int) -> bytes:
    inner = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (number + 1) for number in range(2, depth)]
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", *inner, b"<</Type/Page>>"])


def written(content: Content) -> bytes:
    """A file as it is written."""
    made = content() if callable(content) else content
    return made if isinstance(made, bytes) else made.encode("utf-8")


def _html(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"


def _entities() -> str:
    rows = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "lol">{rows}]>' + _html(f"<p>&e11; {SAID}</p>")


REFUSED: dict[str, tuple[Content, str]] = {
    "deep-blocks.html": (_html("<div>" * 100_000 + SAID + "</div>" * 100_000), "nested more than 255 deep"),
    "deep-lists.html": (_html("<ul><li>" * 20_000 + SAID), "nested more than 255 deep"),
    "never-closed.html": (_html("<b><i>" * 100_000 + SAID), "nested more than 255 deep"),
    "attributes.html": (lambda: _html("<p " + "".join(f"a{i}='x' " for i in range(300_000)) + ">"), "5,000 attributes"),
    "entities.html": (_entities(), "HTML"),
    "comments.html": (_html("<!-- " * 300_000 + SAID), "HTML without text"),
    "punycode.html": (_html("abc9" * 50_000, '<meta charset="punycode">'), "'punycode', which is unknown"),
    "wide.html": (lambda: _html(f"<p>{SAID}</p>" * 25_000), "the limit is 1,000,000"),
    "long.txt": ("She won it. " * 90_000, "the limit is 1,000,000"),
    "huge.txt": (lambda: "x" * 20_000_001, "larger than 20 MB"),
    "keys.md": (
        lambda: "---\n" + "".join(f"k{i}: v\n" for i in range(200_000)) + "---\nText.", "closed within 100,000",
    ),
    "deep.md": (
        lambda: "---\n" + "".join(" " * i + "a:\n" for i in range(2_000)) + "---\nText.", "closed within 100,000",
    ),
    "brackets.md": ("---\ntitle: " + "[" * 90_000 + "\n---\nText.", "line 2"),
    "blanks.md": ("---\ntitle: [a," + " " * 90_000 + '"]\n---\nText.', "line 2"),
    "backslashes.md": ('---\ntitle: "' + "\\" * 90_001 + '"\n---\nText.', "line 2"),
    "zeroes.txt": (b"Kira\0Kovalenko", "zero byte at byte 4"),
    "halves.txt": (b"Kira \xed\xa0\x80", "line 1"),
    "controls.txt": ("\x1b[31m\x07\x00".replace("\x00", "\x01") * 500, "control characters"),
    "bomb.pdf": (lambda: page(stream(bomb(500_000_000))), "unpacks to more"),
    "bomb-twice.pdf": (lambda: page(stream(bomb(500_000_000, 2), b"[/FlateDecode/FlateDecode]")), "unpacks to more"),
    "bomb-predicted.pdf": (
        lambda: page(stream(bomb(500_000_000), more=b"/DecodeParms<</Predictor 12/Columns 5>>")), "unpacks",
    ),
    "bomb-of-a-font.pdf": (
        lambda: page(stream(zlib.compress(DRAWN)), FONT[:-2] + b"/ToUnicode 6 0 R>>", stream(bomb(500_000_000))),
        "unpacks",
    ),
    "ascii85.pdf": (lambda: page(stream(b"z" * 19_000_000 + b"~>", b"/ASCII85Decode")), "unpacks"),
    "ascii85-packed.pdf": (
        lambda: page(stream(zlib.compress(b"z" * 70_000_000 + b"~>"), b"[/FlateDecode/ASCII85Decode]")), "unpacks",
    ),
    "ascii85-of-a-font.pdf": (
        lambda: page(
            stream(zlib.compress(DRAWN)), FONT[:-2] + b"/ToUnicode 6 0 R>>",
            stream(zlib.compress(b"z" * 70_000_000 + b"~>"), b"[/FlateDecode/ASCII85Decode]"),
        ),
        "unpacks",
    ),
    "runs.pdf": (lambda: page(stream(b"\x81 " * 9_000_000, b"/RunLengthDecode")), "unpacks"),
    "short-runs.pdf": (
        lambda: page(stream(zlib.compress(b"\0 " * 30_000_000), b"[/FlateDecode/RunLengthDecode]")), "unpacks",
    ),
    "lzw.pdf": (lambda: page(stream(lzw_bomb(50_000_000), b"/LZWDecode")), "unpacks"),
    "page-too-large.pdf": (lambda: page(stream(bomb(5_000_000))), "page 1 is too large"),
    "no-text.pdf": (lambda: page(stream(zlib.compress(b"q " * 1_500_000))), "without text"),
    "unclosed.pdf": (lambda: page(stream(zlib.compress(b"BT " + b"[<<(" * 500_000))), "without text"),
    "loop-of-pages.pdf": (_pages(b"2 0 R 2 0 R"), "PDF"),
    "many-pages.pdf": (lambda: _pages(b"3 0 R " * 20_000), "20000 pages; the limit is 300"),
    "deep-pages.pdf": (lambda: _tree(20_000), "PDF"),
    "nested.pdf": (page(stream(b"")).replace(b"/Type/Catalog", b"/Type/Catalog/X " + b"[" * 100_000), "PDF"),
    "encrypted.pdf": (pdf([b"<</Type/Catalog/Pages 2 0 R>>"], b"/Encrypt<</Filter/Nobody/V 9>>"), "PDF"),
    "no-table.pdf": (lambda: b"%PDF-1.4\n" + b"1 0 obj\n" * 100_000, "damaged"),
    "cut.pdf": (page(stream(zlib.compress(DRAWN)))[:300], "damaged"),
    "no.pdf": (b"PK\3\4 no PDF", "is not a PDF"),
}  # fmt: skip
"""For each file its content, and what is said of it; the large ones are made where they are asked for."""

TAKEN: dict[str, str | bytes] = {
    "good.txt": SAID,
    "good.html": _html(f"<article><p>{SAID * 5}</p></article>"),
    "good.pdf": page(stream(zlib.compress(DRAWN))),
    "wrong-table.pdf": page(stream(zlib.compress(DRAWN))).replace(b"startxref\n", b"startxref\n9"),
    "loop-of-forms.pdf": page(
        stream(zlib.compress(DRAWN + b"/X Do ")), FONT,
        stream(zlib.compress(b"/X Do " * 10), more=b"/Type/XObject/Subtype/Form/Resources<</XObject<</X 6 0 R>>>>"),
    ),
    "no-blank.txt": SAID + "x" * 900_000,
    "no-end.txt": SAID + "the girl and " * 60_000,
    "brackets.txt": SAID + "(" * 200_000 + "[" * 200_000,
    "quotes.txt": SAID + "“" * 100_000 + '"' * 100_000 + "'" * 100_000,
    "capitals.txt": SAID + "ADA LENS " * 10_000,
    "names.txt": SAID + "Ada Lens of the " * 4_000,
    "pairs.txt": SAID + "A and " * 16_000,
    "adverbs.txt": SAID + "Kantemir Balagov directed Beanpole, who " + "previously " * 40 + "made it.",
    "prizes.txt": SAID + "Award\n" * 16_000,
    "lines.txt": SAID + "A\n" * 50_000,
    "sentences.txt": SAID + "It is so. " * 30_000,
    "marks.txt": SAID + "\ufeff" * 100_000 + "*" * 100_000 + "\n---\n" * 10_000,
    "terminal.txt": f"\x1b]0;pwned\x07 {SAID} \u202eBeanpole\u202c\x9b31m",
    "toml.md": "+++\n" + "a=[" * 100_000 + f"\n+++\n{SAID}",
    "metas.html": _html(f"<p>{SAID * 5}</p>", "".join(f'<meta name="k{i}" content="v">' for i in range(20_000))),
}  # fmt: skip
"""Files that are read, whatever stands in them beside the sentence that each has."""
