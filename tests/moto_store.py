"""A store of objects on this machine, for tests: moto's server. It keeps its buckets for the whole process, so each
test file has one of its own name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import boto3
from moto.server import ThreadedMotoServer

KEYS = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "eu-west-1"}


@contextmanager
def serving() -> Iterator[str]:
    """The address of a store, on a free port."""
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


def new_bucket(server: str, name: str) -> Any:
    """The bucket ``name``, made there, as boto3 has it."""
    words = {"aws_access_key_id": KEYS["AWS_ACCESS_KEY_ID"], "aws_secret_access_key": KEYS["AWS_SECRET_ACCESS_KEY"]}
    found = boto3.resource("s3", endpoint_url=server, region_name=KEYS["AWS_REGION"], **words).Bucket(name)
    found.create(CreateBucketConfiguration={"LocationConstraint": KEYS["AWS_REGION"]})
    return found
