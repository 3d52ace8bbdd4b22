"""Articles at locations that fsspec opens: names, patterns, limits, errors; no password is ever shown."""

from __future__ import annotations

import io
import json
import sys
import tarfile
import traceback
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from click.testing import CliRunner

from cinegraph.articles import fetching, find_articles, read_article, remote_files
from cinegraph.articles.locations import is_location, masked, translated
from cinegraph.cli.program import program
from cinegraph.errors import ArticleError, InputError
from cinegraph.pipeline import BuildReport, build
from pipeline_fixture import ARTICLES, EXTRACTOR, write_articles

fsspec = pytest.importorskip("fsspec", reason="NO FSSPEC: locations are not tested; pip install 'cinegraph[fsspec]'")

PAGE = "<html><body><article><p>Salt Road (2019) was directed by Vera Orlova.</p></article></body></html>"
FILES = {f"press/{name}": text.encode() for name, text in ARTICLES.items()}
OTHERS = {"press/.hidden.txt": b"no", "press/picture.png": b"no", "press/texts.jsonl": b'{"text": "A film."}\n'}


class Web(BaseHTTPRequestHandler):
    """A web server with a folder, pages without endings, and faults."""

    asked: list[str]

    def do_GET(self) -> None:
        Web.asked.append(self.path)
        path = self.path.partition("?")[0]
        if path == "/private.txt" and self.headers.get("Authorization") is None:
            self._answer(401, b"")
        elif path == "/endless.txt":
            self._answer(200, b"x" * 30_000_000, announced=False)
        elif path == "/silent.txt":
            self.rfile.read(1)  # nothing is said until the reader has gone
        elif path == "/press/":
            links = "".join(f'<a href="{name}">{name}</a>' for name in ("one.txt", "two.txt", "picture.png"))
            self._answer(200, links.encode())
        elif path in ("/review", "/private.txt"):
            self._answer(200, PAGE.encode())
        elif path == "/broken.txt":
            self._answer(500, b"")
        elif path == "/%D0%94%D1%8B%D0%BB%D0%B4%D0%B0.txt":
            self._answer(200, "Дылда.".encode())
        elif path[1:] in FILES | OTHERS:
            self._answer(200, (FILES | OTHERS)[path[1:]])
        else:
            self._answer(404, b"")

    def do_HEAD(self) -> None:
        self.do_GET()

    def _answer(self, status: int, data: bytes, *, announced: bool = True) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html")
        if announced:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command == "GET":
            try:
                self.wfile.write(data)
            except OSError:
                # The reader has had enough.
                self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def web() -> Iterator[str]:
    Web.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Web)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def zipped(tmp_path: Path) -> Path:
    path = tmp_path / "archive.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**FILES, **OTHERS}.items():
            archive.writestr(name, data)
    return path


@pytest.fixture
def memory() -> Iterator[str]:
    system = fsspec.filesystem("memory")
    for name, data in {**FILES, **OTHERS}.items():
        system.pipe(f"/{name}", data)
    yield "memory://"
    system.rm("/", recursive=True)


@pytest.fixture
def tarred(tmp_path: Path) -> Path:
    path = tmp_path / "archive.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, data in {**FILES, **OTHERS}.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_articles(tmp_path / "press")


def names(*given: str) -> list[str]:
    return [source.name for source in find_articles(given)]


def built(store: Path, *given: str, **options: bool) -> BuildReport:
    return build(store, given, extractor=EXTRACTOR, **options)  # type: ignore[arg-type]


def test_every_location_gives_the_articles_that_the_folder_gives(
    tmp_path: Path, folder: Path, zipped: Path, tarred: Path, memory: str
) -> None:
    expected = [(source.name, read_article(source)) for source in find_articles([folder])]
    assert len(expected) == len(ARTICLES)
    for given in (
        f"file://{folder}",
        "memory://press",
        "memory://press/",
        "memory://press/**/*.txt",
        f"zip://press::{zipped}",
        f"zip://press/**/*.txt::file://{zipped}",
        f"tar://press::{tarred}",
    ):
        found = [(source.name, read_article(source)) for source in find_articles([given])]
        assert found == expected, given
    assert names(f"zip://::{zipped}") == [f"press/{name}" for name, _ in expected]
    assert names(f"zip://press/deep/three.txt::{zipped}") == ["three.txt"]


def test_the_same_graph_comes_of_an_archive(tmp_path: Path, folder: Path, zipped: Path) -> None:
    built(tmp_path / "here", str(folder))
    report = built(tmp_path / "store", f"zip://press::{zipped}")
    assert report.added == tuple(sorted(ARTICLES))
    runs = [
        CliRunner().invoke(program, ["--store", str(tmp_path / store), "export", "--format", "nquads"])
        for store in ("here", "store")
    ]
    assert runs[0].stdout_bytes == runs[1].stdout_bytes
    again = built(tmp_path / "store", f"zip://press::{zipped}")
    assert (again.changed, again.unchanged) == (False, report.added)


def test_an_archive_that_has_changed_is_seen(tmp_path: Path, zipped: Path) -> None:
    given = f"zip://press::{zipped}"
    built(tmp_path / "store", given)
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("press/one.txt", "Long Way (2020) was directed by Vera Orlova.")
    report = built(tmp_path / "store", given)
    assert (report.replaced, report.gone) == (("one.txt",), ("deep/three.txt", "two.txt"))
    assert built(tmp_path / "store", given, prune=True).removed == ("deep/three.txt", "two.txt")


def test_names_stay_below_the_folder(tmp_path: Path) -> None:
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("../../up.txt", "/root.txt", "a/../b.txt", "a//c.txt"):
            archive.writestr(name, "A film was shown.")
    found = names(f"zip://**/*.txt::{path}") + names(f"zip://::{path}")
    assert found
    assert not [name for name in found if name.startswith("/") or ".." in name.split("/")]


def test_lines_of_json_are_articles(tmp_path: Path, memory: str, zipped: Path, web: str) -> None:
    lines = b"\n".join(json.dumps({"text": text}).encode() for text in ARTICLES.values())
    fsspec.filesystem("memory").pipe("/texts.jsonl", lines)
    sources = find_articles(["memory://texts.jsonl"])
    assert [source.name for source in sources] == ["texts.jsonl:1", "texts.jsonl:2", "texts.jsonl:3"]
    assert [read_article(source).text for source in sources] == list(ARTICLES.values())
    assert names(f"zip://press/*::{zipped}", f"{web}/press/texts.jsonl") == [
        "one.txt", "texts.jsonl:1", "two.txt", "texts.jsonl:1",
    ]  # fmt: skip


def test_a_copy_leaves_room_in_the_temporary_folder(memory: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_files, "_ROOM_LEFT", 1 << 60)
    with pytest.raises(ArticleError, match=r"memory:///press/texts\.jsonl: the temporary folder has no room"):
        names("memory://press/texts.jsonl")


def test_pages_of_the_web(web: str) -> None:
    assert names(f"{web}/press/*.txt") == ["one.txt", "two.txt"]
    sources = find_articles([f"{web}/review?id=1", f"{web}/%D0%94%D1%8B%D0%BB%D0%B4%D0%B0.txt", web])
    assert [source.name for source in sources] == ["review", "Дылда.txt", "127.0.0.1"]
    document = read_article(sources[0])
    assert (document.media_type, document.text.strip()) == (
        "text/html",
        "Salt Road (2019) was directed by Vera Orlova.",
    )
    assert read_article(sources[1]).text == "Дылда."
    with pytest.raises(InputError, match="would follow links through the web"):
        names(f"{web}/**.txt")


def test_a_page_is_asked_for_once(tmp_path: Path, web: str) -> None:
    report = built(tmp_path / "store", f"{web}/press/one.txt", f"{web}/review")
    assert report.added == ("one.txt", "review")
    assert sorted(Web.asked) == ["/press/one.txt", "/review"]


def test_failures_are_named_and_stop_no_other(tmp_path: Path, web: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_files, "_SECONDS", 3.0)
    faulty = ("none.txt", "broken.txt", "private.txt", "endless.txt", "silent.txt")
    report = built(
        tmp_path / "store", *(f"{web}/{name}" for name in faulty), f"{web}/review", "http://127.0.0.1:1/a.txt"
    )
    told = {failure.name.removeprefix(f"{web}/"): failure.message for failure in report.failures}
    assert report.added == ("review",)
    assert told.pop("http://127.0.0.1:1/a.txt").startswith("cannot be read (ClientConnectorError")
    assert told == {
        "none.txt": "there is no such file or folder",
        "broken.txt": "the server answers 500",
        "private.txt": "access is refused; the rights come from the environment or from fsspec's configuration",
        "endless.txt": "is larger than 20 MB; split it into articles",
        "silent.txt": "does not answer in time",
    }


def test_limits_hold_for_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"x" * 30_000_000)
        archive.writestr("empty.txt", b" \n")
    assert path.stat().st_size < 100_000
    large, empty = find_articles([f"zip://*.txt::{path}"])
    asked = []
    read = zipfile.ZipExtFile.read
    monkeypatch.setattr(zipfile.ZipExtFile, "read", lambda file, n=-1: asked.append(n) or read(file, n))
    with pytest.raises(ArticleError, match="larger than 20 MB"):
        fetching.read_bytes(large)
    assert asked == [fetching.LARGEST + 1]
    with pytest.raises(ArticleError, match="is empty"):
        fetching.read_bytes(empty)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("memory://nowhere", "memory://nowhere: there is no such file or folder"),
        ("memory://press/*.pdf", "memory://press/*.pdf: no article fits this pattern"),
        ("memory://press/picture.png", "this kind of file cannot be read"),
        ("zip://*.txt::nowhere.zip", "there is no such file or folder"),
        ("zip://archive.zip", "an archive is named after what is wanted of it"),
        ("martian://host/a.txt", "Protocol not known: martian"),
        (
            "sftp://vera:s3cret@host/a.txt",
            'sftp://host/a.txt: this protocol needs one more package: SFTPFileSystem requires "paramiko"',
        ),
    ],
)
def test_the_command_says_what_is_wrong(tmp_path: Path, memory: str, given: str, said: str) -> None:
    result = CliRunner().invoke(program, ["--store", str(tmp_path / "store"), "build", given])
    assert result.exit_code == 2
    assert "s3cret" not in result.output
    (line,) = result.stderr.splitlines()
    assert said in line


def test_what_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_text("text")
    with pytest.raises(ArticleError, match="is no archive of this kind"):
        names(f"zip://::{tmp_path / 'no.zip'}")
    with pytest.raises(ArticleError, match="is no archive of this kind"):
        names(f"tar://::{tmp_path / 'no.zip'}")


def test_without_fsspec_folders_are_read_and_locations_say_what_to_do(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in [name for name in sys.modules if name.partition(".")[0] == "fsspec"]:
        monkeypatch.setitem(sys.modules, module, None)
    assert len(names(str(folder))) == len(ARTICLES)
    command = ["--store", str(tmp_path / "store"), "build", "https://vera:s3cret@host/a.txt"]
    result = CliRunner().invoke(program, command)
    assert result.exit_code == 2
    assert "https://host/a.txt: locations other than" in result.stderr
    assert "pip install 'cinegraph[fsspec]'" in result.stderr
    assert "s3cret" not in result.output
    some = CliRunner().invoke(program, [*command, str(folder)])
    assert (some.exit_code, "s3cret" in some.output) == (4, False)


def test_local_articles_do_not_load_it(tmp_path: Path, folder: Path) -> None:
    import subprocess

    code = (
        "import sys; from cinegraph.pipeline import extract_knowledge; from pipeline_fixture import EXTRACTOR; "
        f"extract_knowledge([{str(folder)!r}], extractor=EXTRACTOR); "
        "print([name for name in sys.modules if name.startswith(('fsspec', 'asyncio', 'aiohttp', 'distributed'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); {code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


SECRETS = (
    "https://vera:s3cret@host/a.txt",
    "https://vera:s3/cret@host/a.txt",
    "https://s3cret@host/a.txt",
    "https://host/a.txt?X-Signature=s3cret&b=cret",
    "zip://a.txt::https://vera:s3cret@host/a.zip?token=s3cret",
    "s3cret::ftp://u:s3cret@host/x?k=s3cret",
)


@pytest.mark.parametrize("address", SECRETS)
def test_no_secret_is_shown(address: str) -> None:
    assert is_location(address)
    assert "cret" not in masked(address).removeprefix("s3cret::")
    with pytest.raises(ArticleError) as caught, translated(address):
        raise ValueError(f"cannot open {address}; vera, s3cret, s3/cret and s3%2Fcret are wrong")
    shown = "".join(traceback.format_exception(caught.value)).replace("s3%2Fcret", "").replace("s3cret::", "")
    assert "ValueError" in shown
    for secret in ("s3cret", "s3/cret"):
        assert secret not in shown or secret not in address


def test_what_is_no_secret_is_shown() -> None:
    for plain in ("https://host:8000/@vera/a.txt", "s3://bucket/a?.txt", "zip://*.txt::a.zip", "memory://a/b@c.txt"):
        assert masked(plain) == plain


def test_a_password_reaches_the_server_and_nothing_else(tmp_path: Path, web: str) -> None:
    address = web.replace("//", "//vera:s3cret@") + "/private.txt?token=s3cret"
    result = CliRunner().invoke(program, ["--store", str(tmp_path / "store"), "build", address])
    assert result.exit_code == 0
    wrong = CliRunner().invoke(
        program, ["--store", str(tmp_path / "store"), "build", address.replace("private", "none")]
    )
    assert wrong.exit_code == 2
    assert "/none.txt?…: there is no such file" in wrong.stderr
    assert "s3cret" not in result.output + wrong.output
    kept = [path for path in (tmp_path / "store").rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept if b"s3cret" in path.read_bytes()]
