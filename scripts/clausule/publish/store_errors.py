"""What can go wrong between here and a store of objects; whatever it is, the index there is as it was or new, never
half."""

from __future__ import annotations

from clausule.publish.errors import PublishError

_LONGEST = 300


def _short(said: str) -> str:
    line = " ".join(said.split()).rstrip(".")
    return line if len(line) <= _LONGEST else line[:_LONGEST] + " ..."


class StoreAddressRefused(PublishError):
    def __init__(self, address: str) -> None:
        super().__init__(
            f"'{address}' is no address of a store",
            "a store has a bucket, whose name has three letters and digits or more, and may have a folder in it",
            "Write it as s3://bucket/folder; the endpoint and the keys come from AWS_ENDPOINT_URL, AWS_REGION, "
            "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
        )


class StoreMissing(PublishError):
    def __init__(self) -> None:
        super().__init__(
            "--store needs obstore", "it is not installed", "Install it with pip install 'clausule[store]'."
        )


class StoreRefuses(PublishError):
    def __init__(self, address: str, said: str) -> None:
        super().__init__(
            f"{address} refuses",
            _short(said),
            "Look at the keys and at what they may do there (list, read, write, delete), and run this again: what was "
            "sent is not sent twice.",
        )


class StoreFailed(PublishError):
    def __init__(self, address: str, said: str) -> None:
        super().__init__(
            f"{address} failed",
            _short(said),
            "Look whether its address is right. Run this again when the store answers and has room: what was sent is "
            "not sent twice.",
        )


class StoreIgnoresConditions(PublishError):
    def __init__(self, address: str, what: str) -> None:
        super().__init__(
            f"{address} cannot be published to",
            f"it ignores conditions: {what}, so that one publisher would undo in silence what another wrote",
            "Use a store that keeps If-None-Match and If-Match, or a newer version of this one. Nothing was published.",
        )


class StoreUnreadable(PublishError):
    def __init__(self, address: str, key: str) -> None:
        super().__init__(
            f"{key} in {address} cannot be read",
            "it is not as Clausule wrote it",
            "Take it away if the folder is not yours to keep; else put the version that the store kept back.",
        )


class StoreElsewhere(PublishError):
    def __init__(self, address: str, theirs: str, branch: str) -> None:
        super().__init__(
            f"{address} holds a publication ({theirs[:12]}) that {branch} is not made on top of",
            "another publisher was first, or it was published from another branch",
            f"Get that branch (git fetch) and publish again, or use --push, so that all go on from one {branch}. "
            "Nothing was published to the store.",
        )


class StoreBusy(PublishError):
    def __init__(self, address: str, tries: int) -> None:
        super().__init__(
            f"{address} cannot be brought up to date",
            f"in each of {tries} rounds another publisher changed it meanwhile",
            "Publish again when the others are done.",
        )
