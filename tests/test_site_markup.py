from pathlib import Path

import pytest
from lxml import etree

from corpus.errors import SiteError
from corpus.sites.client import Reply
from corpus.sites.markup import fragment_of, page_of, text_of, xml_of

ADDRESS = "https://papers.tarnbrook.example/page"


def reply(body: str, charset: str | None = None) -> Reply:
    return Reply(ADDRESS, body.encode(), charset)


def test_titles_that_were_escaped_twice_are_plain() -> None:
    root = xml_of(reply("<item><title>Children&amp;#39;s &amp;amp; Young</title></item>"))
    assert text_of(root, "title") == "Children's & Young"


def test_names_of_elements_have_no_namespace() -> None:
    root = xml_of(reply('<a xmlns="http://moderngov.co.uk/namespaces"><b>x</b></a>'))
    assert (root.tag, text_of(root, "b")) == ("a", "x")


def test_entities_that_a_site_defines_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("secret")
    address = (tmp_path / "file").as_uri()
    told = f'<!DOCTYPE a [<!ENTITY e SYSTEM "{address}">]><a><b>&e;</b></a>'
    assert text_of(xml_of(reply(told)), "b") == ""


@pytest.mark.parametrize("body", ["", "no XML at all", "\x00"])
def test_what_is_not_xml_is_told(body: str) -> None:
    with pytest.raises(SiteError, match="not XML"):
        xml_of(reply(body))


def test_an_empty_page_is_told() -> None:
    with pytest.raises(SiteError, match="empty"):
        page_of(reply(""))


@pytest.mark.parametrize("charset", [None, "utf-8", "no-such-charset"])
def test_links_of_a_page_are_whole(charset: str | None) -> None:
    page = page_of(reply('<a href="documents/s1/A.pdf">A</a><a href="http://[">B</a>', charset))
    assert page.xpath("//a/@href")[0] == "https://papers.tarnbrook.example/documents/s1/A.pdf"


@pytest.mark.parametrize(
    "field",
    [
        "<m><div><p>RESOLVED</p></div></m>",
        "<m>&lt;div&gt;&lt;p&gt;RESOLVED&lt;/p&gt;&lt;/div&gt;</m>",
        "<m>&amp;lt;div&amp;gt;&amp;lt;p&amp;gt;RESOLVED&amp;lt;/p&amp;gt;&amp;lt;/div&amp;gt;</m>",
        "<m><![CDATA[<div><p style='x'>RESOLVED</p><script>x()</script></div>]]></m>",
    ],
)
def test_minutes_are_read_raw_or_escaped(field: str) -> None:
    assert "<p>RESOLVED</p>" in fragment_of(etree.fromstring(field))
    assert "script" not in fragment_of(etree.fromstring(field))


@pytest.mark.parametrize("field", ["<m/>", "<m> </m>", "<m><div><br/></div></m>"])
def test_minutes_without_words_are_none(field: str) -> None:
    assert fragment_of(etree.fromstring(field)) == ""
