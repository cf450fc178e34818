"""What a text says somebody is called besides: "Ruiz, known across Africa as the Cat", "whom everyone calls Krasi"."""

import re

from generator.lexicons import names
from generator.resolve.chains import Chains

# between the name and what its bearer is called; of "the head of a firm known as Halm" nobody is called so
_CALLED = re.compile(
    r"(?:, \d{1,3})?,? ?(?:(?:(?:an?|the) [^,.;]{1,40} )?who(?:m|se)?\b[^.;]{1,60} )?"
    r"(?:calls?|(?:(?:better|also|widely|is|was) ){0,2}(?:nicknamed|dubbed|known\b[^.;]{0,40} as)) (?:the )?[“\"‘']?"
)


def nicknames(chains: Chains) -> dict[int, int]:
    """The names that are what the text says somebody is called, each with a mention of that person."""
    bearers: dict[str, int] = {}
    last = -1
    for index, mention in enumerate(chains.mentions):
        if mention.kind != "name":
            continue
        if last >= 0 and mention.sentence == chains.mentions[last].sentence and mention.type != "state":
            between = chains.text[chains.mentions[last].span.end : mention.span.start]
            if _CALLED.fullmatch(between):
                bearers.setdefault(names.fold(mention.text), last)
                continue
        if mention.type == "person":
            last = index
    named = ((k, names.fold(m.text)) for k, m in enumerate(chains.mentions) if m.kind == "name")
    return {k: bearers[key] for k, key in named if key in bearers and k not in bearers.values()}
