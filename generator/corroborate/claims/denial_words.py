"""How a denial is told: the reason given for it, and the verb with who denies."""

import re

# What stands between a denial and the reason given for it.
_REST = re.compile(r"^[\s,;:—–-]*(?:(?:by )?saying(?: that)?|and (?:said|added)(?: that)?)?\s*", re.I)
# "They deny the charge, a superintendent said": who tells of it.
_SAYS = re.compile(r"^(?:[\w'’-]+ ){1,6}(?:said|says|told \w+)$")
_PAST = {
    "denies": "denied",
    "rejects": "rejected",
    "dismisses": "dismissed",
    "refutes": "refuted",
    "disputes": "disputed",
    "deny": "denied",
    "denying": "denied",
    "rejecting": "rejected",
}


def reason(rest: str) -> str:
    """What stands behind a denial, without what joins it; "" where it only tells who told of the denial."""
    why = _REST.sub("", rest).rstrip(".")
    return "" if _SAYS.search(why) else why


def how_denied(said: str, by: str) -> str:
    """ "denied by Orbis Capital", "the spokesman called the accusation false"."""
    if " " in said and by:
        return f"{by.removeprefix(' by ')} {said}"
    return f"{_PAST.get(said.casefold(), said)}{by}"
