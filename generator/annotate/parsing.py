"""The dependency parses of several documents at once, each the one it has by itself.

spaCy's parser takes a step for each decision, two for each word, and multiplies a single vector in each: nearly all of
that time is the overhead of a call. Here each step is taken for all documents at once. What a document's words are
(the products of large matrices, the last bits of which depend on what stands beside) is worked out for each document
by itself; the one product of a step is left to BLIS, which makes each row of it without looking at the others
(`tests/test_annotate.py`), and makes it for spaCy too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.ml.parser_model import ParserStepModel
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from thinc.api import NumpyOps

from generator.annotate.maxout import Floats, largest_pieces

_FEATURES = 8  # of a state: the first two words of the buffer, three of the stack, and children of theirs
_BLIS = NumpyOps(use_blis=True)


@dataclass(frozen=True, slots=True)
class Parser:
    """The weights of a pipeline's parser."""

    stock: DependencyParser
    tokens: Any  # Doc to vectors: tokens x width
    # vectors to what they add to a state: (1 + tokens) x features x hidden x pieces; first what is not there
    lower: Any
    bias: Floats  # hidden x pieces
    pieces: int
    upper: Floats  # moves x hidden
    upper_bias: Floats

    @classmethod
    def of(cls, nlp: Language) -> "Parser | None":
        """The parser of a pipeline; None where it has none, or one of another kind than is known here."""
        stock: Any = nlp.get_pipe("parser") if nlp.has_pipe("parser") else None
        if (
            type(stock) is not DependencyParser
            or stock.cfg.get("beam_width") != 1
            or not stock.model.attrs.get("has_upper")
            or stock.model.attrs.get("unseen_classes")
            or stock.model.get_ref("lower").get_dim("nF") != _FEATURES
            or stock.model.get_ref("lower").get_dim("nP") < 2
            or not isinstance(stock.model.get_ref("upper").get_param("W"), np.ndarray)
        ):
            return None
        lower, upper = stock.model.get_ref("lower"), stock.model.get_ref("upper")
        return cls(
            stock=stock,
            tokens=stock.model.get_ref("tok2vec"),
            lower=lower,
            bias=lower.get_param("b").reshape(-1),
            pieces=lower.get_dim("nP"),
            upper=upper.get_param("W"),
            upper_bias=upper.get_param("b"),
        )

    def parse(self, docs: Sequence[Doc]) -> None:
        """Set the heads, the labels and the sentences of some documents."""
        added = [self.lower.predict(self.tokens.predict([doc])) for doc in docs]
        rows = np.concatenate([added[0][:1], *(a[1:] for a in added)]).reshape(-1, len(self.bias))
        states = self.stock.moves.init_batch(docs)
        going = [state for state in states if not state.is_final()]
        while going:
            going = self.stock.transition_states(going, self._scores(rows, going))
        self.stock.set_annotations(docs, states)

    def _scores(self, rows: Floats, states: Sequence[Any]) -> Floats:
        """The score of every move for each state."""
        words = 1 + ParserStepModel.get_token_ids(_STEP, states)
        summed = rows[words * _FEATURES + np.arange(_FEATURES)].sum(axis=1) + self.bias
        scores: Floats = _BLIS.gemm(largest_pieces(summed, self.pieces), self.upper, trans2=True) + self.upper_bias
        return scores


# what the model of a step is asked for when it is asked for the words of states
_STEP = SimpleNamespace(state2vec=SimpleNamespace(nF=_FEATURES))
