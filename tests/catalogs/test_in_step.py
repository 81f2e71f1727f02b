"""The committed catalogs hold what templates and example say, and translate all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cieprep_docs.catalogs.domains import (
    Domain,
    event_domain,
    extract_domain,
    status_of_domain,
    template_domain,
    update_domain,
)

CHECKOUT = Path(__file__).parents[2]
TEMPLATES = template_domain(CHECKOUT / "templates", CHECKOUT / "locales")
EXAMPLE = event_domain(CHECKOUT / "examples" / "ciep18")
CATALOGS = [(domain, language) for domain in (TEMPLATES, EXAMPLE) for language in domain.languages]


def name(case: object) -> str:
    return case.name if isinstance(case, Domain) else str(case)


def test_our_templates_speak_three_languages() -> None:
    assert set(TEMPLATES.languages) == {"zh", "en", "ru"}


@pytest.mark.parametrize("domain", [TEMPLATES, EXAMPLE], ids=name)
def test_a_catalog_template_holds_what_there_is_to_translate(domain: Domain) -> None:
    assert domain.pot.read_bytes() == extract_domain(domain), "run: cieprep-docs catalog update"


@pytest.mark.parametrize(("domain", "language"), CATALOGS, ids=name)
def test_a_catalog_is_in_step(domain: Domain, language: str) -> None:
    assert domain.po(language).read_bytes() == update_domain(domain, language), "run: cieprep-docs catalog update"


@pytest.mark.parametrize(("domain", "language"), CATALOGS, ids=name)
def test_a_catalog_is_complete(domain: Domain, language: str) -> None:
    status = status_of_domain(domain, language)
    assert (status.fuzzy, status.missing) == (0, 0)
