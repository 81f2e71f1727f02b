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
DOMAINS = (TEMPLATES, *(event_domain(CHECKOUT / "examples" / name) for name in ("ciep18", "forum")))
CATALOGS = [(domain, language) for domain in DOMAINS for language in domain.languages]


def name(case: object) -> str:
    return case.project if isinstance(case, Domain) else str(case)


def test_our_templates_speak_three_languages() -> None:
    assert set(TEMPLATES.languages) == {"zh", "en", "ru"}


@pytest.mark.parametrize("domain", DOMAINS, ids=name)
def test_a_catalog_template_holds_what_there_is_to_translate(domain: Domain) -> None:
    assert domain.pot.read_bytes() == extract_domain(domain), "run: cieprep-docs catalog update"


@pytest.mark.parametrize(("domain", "language"), CATALOGS, ids=name)
def test_a_catalog_is_in_step(domain: Domain, language: str) -> None:
    assert domain.po(language).read_bytes() == update_domain(domain, language), "run: cieprep-docs catalog update"


@pytest.mark.parametrize(("domain", "language"), CATALOGS, ids=name)
def test_a_catalog_is_complete(domain: Domain, language: str) -> None:
    status = status_of_domain(domain, language)
    assert (status.fuzzy, status.missing) == (0, 0)
