"""Pairs of sets that can have much in common, without comparing all pairs."""

import random

import pytest

from generator.corroborate.syndication.minhash import Numbers, candidates, hashed


def least(size: int, sizes: Numbers) -> Numbers:
    half: Numbers = 0.1 * (size + sizes)
    return half


@pytest.mark.parametrize("many", [1, 4, 60, 89, 90])
def test_pairs_with_a_new_set_are_those_that_are_found_among_all(many: int) -> None:
    chance = random.Random(many)
    stories = [[f"{story} {word}" for word in range(150)] for story in range(6)]
    sets = [hashed(chance.sample(words, chance.randint(60, 140))) for words in stories for _ in range(15)]
    new = {*chance.sample(range(len(sets)), many)}
    among_all = [*candidates(sets, 2, least)]
    found = [*candidates(sets, 2, least, new=new)]
    assert len(found) == len({*found})
    assert {*found} == {pair for pair in among_all if new & {*pair}} != set()


def test_nothing_is_found_where_nothing_is_new() -> None:
    sets = [hashed(map(str, range(40)))] * 3
    assert not [*candidates(sets, 2, least, new=set())]
    assert not [*candidates([], 2, least, new=set())]
    assert len([*candidates(sets, 2, least)]) == 3
