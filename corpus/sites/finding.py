"""Which system the site of an address runs, and where it begins."""

from corpus.errors import SiteClosedError, SiteError
from corpus.sites.client import PoliteClient
from corpus.sites.legistar import Legistar, api_of
from corpus.sites.markup import page_of
from corpus.sites.modern_gov import ModernGov
from corpus.sites.modern_gov_pages import base_linked_from, base_of
from corpus.sites.modern_gov_service import Service
from corpus.sites.publishing import Site


def site_at(client: PoliteClient, address: str) -> Site:
    """The site that ``address``, any of its pages, is of.

    A council's home page will do where it links to its committees' pages. Raises SiteError
    where no system is known, and SiteClosedError.
    """
    api = api_of(address)
    if api:
        return Legistar(client, api)
    service = _service_at(client, base_of(address))
    if service:
        return ModernGov(client, base_of(address), service)
    reply = client.read(address, may_leave=True)
    base = base_linked_from(page_of(reply))
    if base is None:
        raise SiteError(
            f"{address} leads to no site that can be read: neither Modern.gov nor Legistar. Open "
            "the council's page of committee meetings in a browser, and give its address."
        )
    return ModernGov(client, base, _service_at(client, base) if base != base_of(address) else None)


def _service_at(client: PoliteClient, base: str) -> Service | None:
    """The web service, if it is on."""
    service = Service(client, base)
    try:
        service.committees()
    except SiteClosedError:
        raise
    except SiteError:
        return None
    return service
