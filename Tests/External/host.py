#!/usr/bin/env python3
"""Another host for the tests of `dossier check --external`.

Prints its address, then each request as a line, until its input ends.
"""
import http.server
import sys
import threading

HEADS = {"/closes": None, "/get-only": 405}
STATUS = {"/gone": 404, "/forbidden": 403, "/broken": 500, "/busy": 503, "/a-slower": 429}
MOVED = {"/old": (301, "/middle"), "/middle": (308, "/new"), "/today": (302, "/new"), "/round": (301, "/round")}


class Host(http.server.BaseHTTPRequestHandler):
    def answer(self):
        print(self.command, self.path, flush=True)
        status, location = MOVED.get(self.path, (STATUS.get(self.path, 200), None))
        if self.command == "HEAD" and self.path in HEADS:
            status = HEADS[self.path]
            if status is None:
                self.close_connection = True
                return
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        size = 300_000_000 if self.path == "/get-only" else 0
        self.send_header("Content-Length", str(size))
        self.end_headers()
        if self.command == "GET" and size:
            self.send_much(size)

    do_GET = do_HEAD = answer

    def send_much(self, size):
        """What nobody is to read."""
        try:
            for _ in range(size // 1_000_000):
                self.wfile.write(bytes(1_000_000))
            print("READ", self.path, flush=True)
        except OSError:
            pass

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
print(f"http://127.0.0.1:{server.server_port}", flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
