"""The articles `make bench` measures on: the same every time, and alike only where they should be."""

from itertools import combinations
from pathlib import Path
from statistics import median

from generator.corroborate.syndication.copies import shingles
from tests.bench import markdown
from tests.bench.__main__ import BEGIN, END, HEAD, Line, written
from tests.bench.corpus import articles


def test_the_same_seed_gives_the_same_articles() -> None:
    assert list(articles(30)) == list(articles(30))
    assert list(articles(30, seed=1)) != list(articles(30))


def test_names_of_files_are_all_different() -> None:
    assert len({name for name, _ in articles(40)}) == 40


def test_an_article_has_the_length_of_news_and_is_unlike_most_others() -> None:
    texts = [text for _, text in articles(40)]
    assert 400 < median(len(text.split()) for text in texts) < 700
    found = [shingles(text) for text in texts]
    alike = [len(one & other) / len(one | other) for one, other in combinations(found, 2)]
    assert median(alike) < 0.1
    assert max(alike) > 0.9  # a copy


def test_a_built_site_becomes_markdown_with_the_same_words_and_links(tmp_path: Path) -> None:
    site, stock = tmp_path / "site", tmp_path / "stock"
    for name, html in (
        ("", '<article><h1 id="top">Home</h1><ul><li><a href="statements/s-1/#q">One</a></li></ul></article>'),
        (
            "statements/s-1",
            "menu<article><h1>Ann: no</h1>\n<blockquote><p>No *way*</p></blockquote></article>",
        ),
    ):
        (site / name).mkdir(parents=True, exist_ok=True)
        (site / name / "index.html").write_text(html, encoding="utf-8")
    assert markdown.write(site, stock) == 2
    assert "[One](statements/s-1.md#q)" in (stock / "docs/index.md").read_text(encoding="utf-8")
    one = (stock / "docs/statements/s-1.md").read_text(encoding="utf-8")
    assert "# Ann: no" in one
    assert r"> No \*way\*" in one
    assert "menu" not in one
    assert "nav: [index.md]" in (stock / "mkdocs.yml").read_text(encoding="utf-8")


def test_what_is_measured_again_takes_its_row_and_the_rest_stays() -> None:
    page = f"# Speed\n\n{BEGIN}\n{END}\nMore.\n"
    page = written(page, "2022-01-01", [Line("500 articles: this", "1.0", "2"), Line("that", "5", "")])
    page = written(page, "2022-02-02", [Line("500 articles: this", "0.9", "2")])
    assert "| 500 articles: this | 0.9 | 2 | 2022-02-02 |" in page
    assert "| that | 5 |  | 2022-01-01 |" in page
    assert page.count("500 articles: this") == 1
    assert page.count(HEAD[1]) == 1
    assert page.endswith(f"{END}\nMore.\n")
