"""Number words in time expressions as one piece: `twenty-four`, `a couple of`, `nineteen ninety-six`."""

from generator.extract.times.pieces import Piece

_JOINED = frozenset({"one", "teen", "ten", "scale"})


def join_numbers(found: list[Piece]) -> list[Piece]:
    """Number words as one piece: `twenty-four`, `a hundred and five`, `a couple of`, `two and a half`."""
    out: list[Piece] = []
    i = 0
    while i < len(found):
        piece = found[i]
        if piece.letter in _JOINED or piece.letter in ("vague", "ordinal", "decade", "a"):
            joined, used = _number_at(found, i)
            if joined is not None:
                out.append(joined)
                i += used
                continue
        if piece.letter == "decade":
            piece = Piece("Y", piece.start, piece.end, piece.text, "19" + piece.value[0])
        elif piece.letter in _JOINED or piece.letter in ("vague", "ordinal"):
            piece = Piece(".", piece.start, piece.end, piece.text)
        out.append(piece)
        i += 1
    return out


def _number_at(found: list[Piece], i: int) -> tuple[Piece | None, int]:
    first = found[i]
    words_ = [p.text.lower() for p in found[i : i + 4]]
    if first.letter == "a":
        if words_[1:2] == ["couple"]:
            used = 3 if words_[2:3] == ["of"] else 2
            return piece_of("n", found[i : i + used], "2"), used
        if words_[1:2] == ["few"]:
            return piece_of("n", found[i : i + 2], "X"), 2
        if words_[1:2] == ["number"] and words_[2:3] == ["of"]:
            return piece_of("n", found[i : i + 3], "X"), 3
        if not (len(found) > i + 1 and found[i + 1].letter == "scale"):
            return None, 0
    if words_[0] == "couple" and words_[1:2] == ["of"]:
        return piece_of("n", found[i : i + 2], "2"), 2
    if first.letter == "vague":
        return piece_of("n", found[i : i + 1], "X"), 1
    if first.letter == "ordinal":
        return piece_of("o", found[i : i + 1], first.value), 1
    if first.letter == "decade":
        return None, 0
    used, total, current, year = (1, 0, 1, 0) if first.letter == "a" else (0, 0, 0, 0)
    while i + used < len(found):
        piece = found[i + used]
        if piece.letter == "-" and used and i + used + 1 < len(found) and found[i + used - 1].letter == "ten":
            if found[i + used + 1].letter == "one":
                used += 1
                continue
            if found[i + used + 1].letter == "ordinal":
                ordinal = int(found[i + used + 1].value) + current
                return piece_of("o", found[i : i + used + 2], str(ordinal)), used + 2
            break
        if piece.letter == "&" and used and found[i + used - 1].letter == "scale" and piece.text.lower() == "and":
            if i + used + 1 < len(found) and found[i + used + 1].letter in ("one", "ten", "teen"):
                used += 1
                continue
            break
        if piece.letter not in _JOINED:
            break
        value = int(piece.value)
        if piece.letter == "scale":
            current = max(current, 1) * value
            if value == 1000:
                total, current = total + current, 0
        elif current in range(10, 21) and value >= 10 and used == 1 and not total:
            year, current = current, value  # nineteen ninety-six
        elif used and found[i + used - 1].letter in ("one", "teen"):
            break
        else:
            current += value
        used += 1
    total += current
    if year in (17, 18, 19, 20):
        return piece_of("y", found[i : i + used], f"{year}{total:02d}"), used
    if year:
        return None, 0
    return piece_of("n", found[i : i + used], str(total)), used


def piece_of(letter: str, parts: list[Piece], value: str) -> Piece:
    """Several pieces as one, with a letter and a value of its own."""
    text = " ".join(p.text for p in parts)
    return Piece(letter, parts[0].start, parts[-1].end, text, value)
