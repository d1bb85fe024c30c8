#!/usr/bin/env python3
"""Another host for the tests of `dossier check --external`.

Prints its address, then each request as a line, until its input ends.
"""
import http.server
import sys
import threading

STATUS = {"/gone": 404, "/forbidden": 403, "/broken": 500, "/busy": 503}
MOVED = {"/old": (301, "/middle"), "/middle": (308, "/new"), "/today": (302, "/new"), "/round": (301, "/round")}


class Host(http.server.BaseHTTPRequestHandler):
    def answer(self):
        print(self.command, self.path, flush=True)
        status, location = MOVED.get(self.path, (STATUS.get(self.path, 200), None))
        if self.path == "/get-only" and self.command == "HEAD":
            status = 405
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = answer

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
print(f"http://127.0.0.1:{server.server_port}", flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
