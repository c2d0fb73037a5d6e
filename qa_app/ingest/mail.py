"""Takes the attachments out of an e-mail (.eml)."""

from __future__ import annotations

import re
from email import policy
from email.message import MIMEPart
from email.parser import BytesParser
from pathlib import PurePosixPath
from typing import Final

from qa_app.core.errors import UnreadableDocument
from qa_app.ingest.members import Member

# Logos in signatures, contact cards, calendar items and signatures of the mail itself.
_FURNITURE: Final = re.compile(r"\.(?:png|jpe?g|gif|bmp|ics|vcf|p7s|asc)$", re.IGNORECASE)
_MESSAGE_OF_A_PLANS_LENGTH: Final = 250  # words; a covering message is shorter


def open_mail(data: bytes, name: str) -> tuple[Member, ...]:
    """Return the attachments of an e-mail, and its own text when that may be the plan.

    Raises:
        UnreadableDocument: There is neither an attachment nor text.
    """
    message = BytesParser(policy=policy.default).parsebytes(data)
    members = [_attachment(part, name, number) for number, part in enumerate(message.iter_attachments(), start=1)]
    body = message.get_body(("html", "plain"))
    if body is not None:
        content = _content(body)
        words = len(re.sub(rb"<[^>]*>", b" ", content).split())
        suffix = "html" if body.get_content_subtype() == "html" else "txt"
        own_name = f"{name}/message.{suffix}"
        if words > _MESSAGE_OF_A_PLANS_LENGTH or (words and not any(member.data for member in members)):
            members.append(Member(own_name, content))
        elif words:
            members.append(
                Member(own_name, b"", note=f"The e-mail's own text ({words} words) was taken for a covering message.")
            )
    if not members:
        raise UnreadableDocument(
            "The e-mail has no attachment and no text.", "Check that the plan was attached, and save the e-mail again."
        )
    return tuple(members)


def _attachment(part: MIMEPart, name: str, number: int) -> Member:
    leaf = PurePosixPath((part.get_filename() or f"attachment-{number}").replace("\\", "/")).name
    if _FURNITURE.search(leaf):
        return Member(f"{name}/{leaf}", b"", note="A picture or card attached to an e-mail was set aside.")
    content = _content(part)
    if not content:
        return Member(f"{name}/{leaf}", b"", UnreadableDocument("The attachment is empty.", "Ask for the e-mail again."))
    return Member(f"{name}/{leaf}", content)


def _content(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_content()
        return bytes(inner.as_bytes())
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return b""
    charset = part.get_content_charset()
    if part.get_content_maintype() == "text" and charset not in (None, "utf-8", "us-ascii"):
        try:
            return payload.decode(charset, "replace").encode()
        except LookupError:
            return payload
    return payload
