"""What a person decided about the records; it outranks whatever the program finds."""

from dataclasses import dataclass

# verb: (what it is given, what `to` is)
VERBS: dict[str, tuple[str, str]] = {
    "same": ("two or more actor ids", ""),
    "not_same": ("an actor id, and the spelling that is somebody else", ""),
    "rename": ("an actor or event id", "the name"),
    "kind": ("an actor id", "person, organisation, state or group"),
    "speaker": ("a quotation id", "an actor id, or 'nobody' for a speaker who stays open"),
    "reject": ("the id of a quotation, statement, event or conflict", ""),
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: just one of the verbs, what it is about, and who decided it when and why, if they say.

    `line` is where it stands in `seeds/dossier.yml`.
    """

    same: tuple[str, ...] = ()
    not_same: tuple[str, ...] = ()
    rename: str | None = None
    kind: str | None = None
    speaker: str | None = None
    reject: str | None = None
    to: str | None = None
    by: str | None = None
    on: str | None = None
    why: str | None = None
    line: int | None = None

    @property
    def verb(self) -> str:
        """The verb that is set; "" when there is none or more than one."""
        given = [name for name in VERBS if getattr(self, name)]
        return given[0] if len(given) == 1 else ""

    @property
    def signature(self) -> str:
        """How a page names the decision: "decided by A. Lee on 2022-02-01: why"."""
        who = f" by {self.by}" if self.by else ""
        when = f" on {self.on}" if self.on else ""
        why = f": {self.why}" if self.why else ""
        return f"a person's decision{who}{when}{why}"
