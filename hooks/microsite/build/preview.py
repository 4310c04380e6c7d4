"""What a preview's server adds to the answers: mistakes above each page, and no policy.

Plain WSGI (PEP 3333), so that it can be put before whatever server the host uses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from ..core.language import Language

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

# The host writes its script for reloading into each page, which the policy of the pages forbids.
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


def answering(answer: Application, above: Callable[[Language], str]) -> Application:
    """The server's answers, with what ``above`` says (HTML, or nothing) under the header of each page."""

    def answer_in_preview(environ: dict[str, Any], respond: Callable[..., Any]) -> Iterable[bytes]:
        said: list[tuple[Any, ...]] = []
        body = b"".join(answer(environ, lambda *words: said.append(words)))
        status, headers, *_ = said[0]
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            added = above("en" if "/en/" in environ["PATH_INFO"] else "zh").encode()
            body = _POLICY.sub(b"", body).replace(b"</header>", b"</header>" + added, 1)
            headers = [header for header in headers if header[0] != "Content-Length"]
        respond(status, headers)
        return [body]

    return answer_in_preview
