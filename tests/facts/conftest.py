from __future__ import annotations

import pytest
from spacy.language import Language

from kg.text.annotate import load


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()
