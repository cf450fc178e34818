"""The articles `make bench` measures on: the same every time, and alike only where they should be."""

from itertools import combinations
from statistics import median

from generator.corroborate.syndication import shingles
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
