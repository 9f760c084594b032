"""Web addresses: which are addresses, and of which host."""

from urllib.parse import urljoin, urlsplit

from corpus.errors import BadRequestError

_USUAL_PORTS = {"http": 80, "https": 443}


def host_of(address: str) -> str:
    """The host, with its port where that is not the usual one, in lower case.

    "" for what is no address of the web: sites link to all sorts of things.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in _USUAL_PORTS:
        return ""
    host = (parts.hostname or "").casefold()
    return host if port in (None, _USUAL_PORTS[parts.scheme]) else f"{host}:{port}"


def joined(address: str, link: str) -> str:
    """Where ``link`` on the page at ``address`` leads; "" if nowhere."""
    try:
        return urljoin(address, link)
    except ValueError:
        return ""


def web_address(typed: str) -> str:
    """The address that a person typed, "https://" before it if they left it out.

    Raises BadRequestError for what is no address of a web page.
    """
    address = typed.strip()
    if "://" not in address:
        address = f"https://{address}"
    host = host_of(address).partition(":")[0]
    is_host = "." in host.strip(".") or host == "localhost"
    if not is_host or set(address) & set(' \t\n<>"\\'):
        raise BadRequestError(
            f"{typed!r} is not the address of a web page. Give one from the council's site, such "
            "as https://democracy.example.gov.uk/ieListMeetings.aspx?CId=12."
        )
    return address
