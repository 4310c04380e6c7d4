"""A small web server for a built site, under a sub-path, with or without a strict policy."""

import contextlib
import functools
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from building import BASE

STRICT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)


class Handler(SimpleHTTPRequestHandler):
    """Files below the sub-path only; anything else is answered with the site's page for it."""

    def __init__(self, *arguments, policy, **options):
        self.policy = policy
        super().__init__(*arguments, **options)

    def do_GET(self):
        below = self.path.startswith(BASE)
        self.path = self.path.removeprefix(BASE[:-1]) if below else "/nothing-outside-the-sub-path"
        super().do_GET()

    def send_error(self, code, message=None, explain=None):
        with open(f"{self.directory}/404.html", "rb") as file:  # noqa: PTH123 - a text path of the base class
            body = file.read()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self):
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *_):
        """Nothing: the tests say what went wrong."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        """Nothing: a browser that leaves a page hangs up."""


@contextlib.contextmanager
def served(folder, policy="", handling=Handler):
    """Serve a folder on a free port of this machine; gives the site's address."""
    handler = functools.partial(handling, directory=str(folder), policy=policy)
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
        thread.join()
