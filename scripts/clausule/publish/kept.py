"""Who got a letter, kept on a branch of a remote, for a machine that is thrown away after each run (a forge's)."""

from __future__ import annotations

from clausule.model.lookup import AuthoringError
from clausule.publish.errors import GitFailed
from clausule.publish.git import Git
from clausule.publish.recipients import Delivery

BRANCH = "clausule-notices"
_MESSAGE = "Who got a letter, by keys that hold no address"


class Kept:
    """The branch on ``remote``: a file for each letter, as ``Delivery`` writes it. It is only safe there under a key of
    the firm's own: without one, who guesses an address could see that it is on the list."""

    def __init__(self, git: Git, remote: str) -> None:
        self.git, self.remote = git, remote
        self.tip = git.remote_tip(remote, BRANCH)
        if self.tip:
            git.fetch(remote, BRANCH)

    def fetch(self, delivery: Delivery) -> None:
        """Puts what is kept there before what is known here; of other letters too, to know that there were any."""
        folder = delivery.path.parent
        folder.mkdir(parents=True, exist_ok=True)
        for name, (_, oid) in self._names().items():
            path = folder / name
            known = path.read_text("ascii") if path.is_file() else ""
            path.write_text(f"{self.git.run('cat-file', 'blob', oid)}\n{known}", "ascii", newline="\n")
        delivery.reread()

    def push(self, delivery: Delivery, text: str) -> None:
        """Keeps ``text`` there for this letter. Raises ``AuthoringError`` when another run was first."""
        oid = self.git.run("hash-object", "-w", "--stdin", stdin=text)
        tree = self.git.make_tree({**self._names(), delivery.path.name: ("100644", oid)})
        new = self.git.commit(tree, [self.tip] if self.tip else [], _MESSAGE)
        if not self.git.push(self.remote, BRANCH, new, self.tip):
            raise AuthoringError("another run is sending a letter. Wait for it to end, and run this again.")
        self.tip = new

    def _names(self) -> dict[str, tuple[str, str]]:
        if not self.tip:
            return {}
        rows = self.git.run("ls-tree", "-z", self.tip).split("\0")
        found = {}
        for row in filter(None, rows):
            (mode, kind, oid), name = row.partition("\t")[0].split(" "), row.partition("\t")[2]
            if kind != "blob" or not name.endswith(".txt") or "/" in name:
                raise GitFailed("ls-tree", f"the branch {BRANCH} on {self.remote} holds '{name}', not ours")
            found[name] = (mode, oid)
        return found
