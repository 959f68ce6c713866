"""Files of every format, made in memory from a headline and paragraphs."""

from __future__ import annotations

import json
from html import escape
from io import BytesIO

HEADLINE = "Bridge shut after cracks"
PARAGRAPHS = (
    "The bridge closed on Monday after engineers found deep cracks in two steel girders, the agency said.",
    "Drivers were told to use the “old” tunnel, which carries 12,000 cars a day & more on Fridays.",
)


def html(headline=HEADLINE, paragraphs=PARAGRAPHS, outlet="Harbour Post", day="2024-05-03"):
    about = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": headline,
        "datePublished": f"{day}T10:00:00Z",
        "publisher": {"@type": "Organization", "name": outlet},
    }
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(headline)}</title>'
        f'<script type="application/ld+json">{json.dumps(about)}</script></head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>{escape(headline)}</h1>{body}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def warc(*pages):
    records = []
    for address, page in pages or (("https://www.wire.example/a", html()),):
        body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-05-04T01:02:03Z\r\n"
            "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        records.append(head.encode() + body + b"\r\n\r\n")
    return b"".join(records)


def rss(*items, channel="Harbour Post"):
    told = "".join(
        f"<item><title>{escape(h)}</title><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>"
        f"<content:encoded>{escape(''.join(f'<p>{escape(p)}</p>' for p in ps))}</content:encoded></item>"
        for h, ps in items or ((HEADLINE, PARAGRAPHS),)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>{escape(channel)}</title>{told}</channel></rss>"
    ).encode()


def atom(headline=HEADLINE, paragraphs=PARAGRAPHS):
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><entry>'
        f"<title>{escape(headline)}</title><published>2024-05-03T10:00:00Z</published>"
        f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{body}</div></content></entry></feed>'
    ).encode()


def nitf(headline=HEADLINE, paragraphs=PARAGRAPHS):
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    return (
        '<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf><head><docdata>'
        '<date.issue norm="20240503T100000Z"/></docdata></head><body><body.head>'
        f"<hedline><hl1>{escape(headline)}</hl1></hedline><distributor>Harbour Post</distributor></body.head>"
        f"<body.content><media><media-caption>A picture.</media-caption></media>{body}</body.content></body></nitf>"
    ).encode()


def newsml(headline=HEADLINE, paragraphs=PARAGRAPHS, inner="xhtml"):
    body = "".join(f"<p>{escape(p)}</p>" for p in paragraphs)
    content = {
        "xhtml": f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{body}</body></html></inlineXML>',
        "nitf": f"<inlineXML><nitf xmlns=''><body><body.content>{body}</body.content></body></nitf></inlineXML>",
        "plain": f"<inlineData>{escape(' '.join(paragraphs))}</inlineData>",
    }[inner]
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" version="2"><itemMeta>'
        "<provider><name>Harbour Post</name></provider><versionCreated>2024-05-03T10:00:00Z</versionCreated></itemMeta>"
        f"<contentMeta><headline>{escape(headline)}</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"
    ).encode()


def docx(headline=HEADLINE, paragraphs=PARAGRAPHS):
    from docx import Document

    document = Document()
    document.add_heading(headline, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
