"""The vectors of words by themselves, made once for each different word of a document.

Half of a text's words have stood in it before, and what spaCy's `MultiHashEmbed` makes of a word (rows of four to six
tables, joined by a matrix product) depends on the word alone; only the layers after it look at its neighbours.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from thinc.api import Model

_EMBEDDING = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]


def embed_once(model: Model[Any, Any]) -> None:
    """Let the embeddings within a model take each different word of a document once; the vectors are the same."""
    for layer in model.walk():
        if [part.name.split("(")[0] for part in layer.layers] == _EMBEDDING:
            tables, mixed = (part.layers[0] for part in layer.layers[2:4])
            layer.layers[1:] = [Model("once", _once, layers=[tables, mixed])]


def _once(
    model: Model[Any, Any], documents: list[NDArray[np.uint64]], is_train: bool
) -> tuple[list[Any], Callable[[Any], Any]]:
    """For each document the vectors of its words, of the features of each; nothing is trained here."""
    tables, mixed = model.layers
    found = []
    for features in documents:
        data, wide = features.tobytes(), features.dtype.itemsize * features.shape[1]
        number: dict[bytes, int] = {}
        at = [number.setdefault(data[i : i + wide], len(number)) for i in range(0, len(data), wide)]
        words = np.frombuffer(b"".join(number), features.dtype).reshape(-1, features.shape[1])
        found.append(mixed.predict(tables.predict(words))[at])
    return found, lambda gradient: gradient
