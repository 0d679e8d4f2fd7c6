from __future__ import annotations

import pytest
from firm import Firms


@pytest.fixture(scope="module")
def firms(tmp_path_factory: pytest.TempPathFactory) -> Firms:
    return Firms(tmp_path_factory.mktemp("firms"))
