"""Named entities by spaCy's own model, decoded for all tokens at once instead of one after another.

spaCy's transition system decides token by token, and takes Python's lock some eighty times for each decision (its
`Vec.arg_max` may raise): two thirds of the recogniser's time. But what a token's decision depends on is little: the
token itself while no entity is open, and the token, the one before and the entity's first one while one is (the
features of `TransitionBasedParser.v2` with three state tokens). So all decisions outside entities are made in one
product of matrices, those inside the possible entities in one product for each further token, and only what follows
from them is walked through. The same entities come out (`tests/test_annotate.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import IS_SPACE, SENT_START
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from generator.annotate.maxout import Floats, largest_pieces

NAME = "onrecord_entities"


@dataclass(frozen=True, slots=True)
class Decoder:
    """The weights of a recogniser and its moves: `begin`, `within`, `last` and `unit` by label, and `outside`."""

    tokens: Any  # Doc to vectors: tokens x width
    lower: Floats  # width x (3 features x hidden x pieces)
    padding: Floats  # 3 features x (hidden x pieces): what stands for a feature that is not there
    bias: Floats  # hidden x pieces
    pieces: int
    upper: Floats  # hidden x moves
    upper_bias: Floats
    label: tuple[str, ...]  # of each move
    begin: NDArray[np.bool_]
    unit: NDArray[np.bool_]
    outside: int
    within: NDArray[np.intp]  # the move that stays in the entity, by the move that began it
    last: NDArray[np.intp]  # the move that ends it

    @classmethod
    def of(cls, recogniser: EntityRecognizer) -> "Decoder | None":
        """The decoder of a recogniser, or None for one of another kind than the decoder knows."""
        model, system = recogniser.model, recogniser.moves
        moves = [system.get_class_name(number) for number in range(system.n_moves)]
        if (
            type(recogniser) is not EntityRecognizer
            or recogniser.cfg.get("beam_width") != 1
            or not model.attrs.get("has_upper")
            or model.attrs.get("unseen_classes")
            or model.get_ref("lower").get_dim("nF") != 3
            or moves.count("O") != 1
            or not isinstance(model.get_ref("upper").get_param("W"), np.ndarray)
        ):
            return None
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W")  # features, hidden, pieces, width
        width = weights.shape[-1]
        after = {move: number for number, move in enumerate(moves)}
        begun = [move[0] == "B" for move in moves]
        return cls(
            tokens=model.get_ref("tok2vec"),
            lower=np.ascontiguousarray(weights.reshape(-1, width).T),
            padding=lower.get_param("pad").reshape(3, -1),
            bias=lower.get_param("b").reshape(-1),
            pieces=weights.shape[2],
            upper=np.ascontiguousarray(upper.get_param("W").T),
            upper_bias=upper.get_param("b"),
            label=tuple(move[2:] for move in moves),
            # "U-" is for tokens that someone has barred from entities
            begin=np.array(begun),
            unit=np.array([move[0] == "U" and move != "U-" for move in moves]),
            outside=after["O"],
            within=np.array([after.get(f"I{move[1:]}", 0) if b else 0 for b, move in zip(begun, moves, strict=True)]),
            last=np.array([after.get(f"L{move[1:]}", 0) if b else 0 for b, move in zip(begun, moves, strict=True)]),
        )

    def entities(self, doc: Doc) -> Iterator[tuple[int, int, str]]:
        """First token, the one after the last, and label of each entity, in order."""
        features = (self.tokens.predict([doc]) @ self.lower).reshape(len(doc), 3, -1)
        attributes = doc.to_array([IS_SPACE, SENT_START])
        space = attributes[:, 0] == 1
        # whether an entity may go on after the token: not beyond the text, nor into the next sentence
        goes_on = np.append(attributes[1:, 1] != 1, False)
        chosen = self._outside(features, space, goes_on)
        starts = np.flatnonzero(self.begin[chosen])
        ends = dict(zip(starts.tolist(), self._ends(features, starts, chosen[starts], goes_on).tolist(), strict=True))
        free = 0
        for at in np.flatnonzero(chosen != self.outside).tolist():
            if at >= free:
                free = ends.get(at, at + 1)
                yield at, free, self.label[chosen[at]]

    def _outside(self, features: Floats, space: NDArray[np.bool_], goes_on: NDArray[np.bool_]) -> NDArray[np.intp]:
        """The move of each token while no entity is open."""
        scores = self._scores(features[:, 0] + self.padding[1] + self.padding[2])
        open_or_out = self.begin | self.unit
        open_or_out[self.outside] = True
        scores[:, ~open_or_out] = -np.inf
        scores[np.ix_(space, self.begin | self.unit)] = -np.inf
        scores[np.ix_(~goes_on, self.begin)] = -np.inf
        chosen: NDArray[np.intp] = scores.argmax(axis=1)
        return chosen

    def _ends(
        self, features: Floats, starts: NDArray[np.intp], begun: NDArray[np.intp], goes_on: NDArray[np.bool_]
    ) -> NDArray[np.intp]:
        """The token after the entity that begins at each of `starts` with the move in `begun`."""
        ends = starts + 1
        still = np.arange(len(starts))
        while len(still):
            at = ends[still]
            scores = self._scores(features[at, 0] + features[starts[still], 1] + features[at - 1, 2])
            rows = np.arange(len(still))
            stays = scores[rows, self.within[begun[still]]] >= scores[rows, self.last[begun[still]]]
            ends[still] += 1
            still = still[stays & goes_on[at]]
        return ends

    def _scores(self, summed: Floats) -> Floats:
        """The score of every move for each state, of the sum of its features."""
        scores: Floats = largest_pieces(summed + self.bias, self.pieces) @ self.upper + self.upper_bias
        return scores


@Language.factory(NAME, assigns=["doc.ents"])
class Entities:
    """The component: the entities of the pipeline's own recogniser `ner`, which is left in it, switched off."""

    def __init__(self, nlp: Language, name: str) -> None:
        self._stock = nlp.get_pipe("ner")
        self._decoder = Decoder.of(self._stock)

    def __call__(self, doc: Doc) -> Doc:
        """The document with its entities set."""
        # entities that another component has set bind the transition system, which the decoder does not know
        if self._decoder is None or not len(doc) or doc.has_annotation("ENT_IOB"):
            stock: Doc = self._stock(doc)
            return stock
        found = [Span(doc, start, end, label=label) for start, end, label in self._decoder.entities(doc)]
        doc.set_ents(found, default="outside")
        return doc
