"""A running preview, and what asks it: shared by the browser's test, the soak and the benchmark."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SCRIPT = re.compile(rb"<script src=[^>]*\.dossier/preview\.js[^>]*></script>\n")


def say(line):
    print(line, file=sys.stderr, flush=True)


def built_command():
    """Builds `dossier` as a release, and gives its path; DOSSIER names one that is built already."""
    if given := os.environ.get("DOSSIER"):
        return Path(given)
    command = ["swift", "build", "-c", "release", "--product", "dossier"]
    if sys.platform == "linux":
        command += ["--static-swift-stdlib", "-Xlinker", "-s"]
    say("building")
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(result.stdout + result.stderr)
    shown = subprocess.run([*command, "--show-bin-path"], cwd=ROOT, capture_output=True, text=True, check=True)
    return Path(shown.stdout.strip()) / "dossier"


def fast_folder():
    """A memory file system, where there is one."""
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and os.access(memory, os.W_OK) else tempfile.gettempdir()


class Preview:
    """`dossier serve` on a free port."""

    def __init__(self, dossier, site, *arguments):
        self.log = tempfile.TemporaryFile("w+")
        command = [str(dossier), "serve", "--root", str(site), "--port", "0", *arguments]
        start = time.perf_counter()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.address = self.process.stdout.readline().strip()
        self.seconds_to_start = time.perf_counter() - start
        if not self.address:
            sys.exit("the preview did not start:\n" + self.told())
        self.port = urllib.parse.urlsplit(self.address).port
        self.base = urllib.parse.urlsplit(self.address).path

    def told(self):
        self.log.seek(0)
        return self.log.read()

    def get(self, path, headers=None):
        """Status, headers, body of an address below the base path."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request("GET", self.base + path, headers=headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def published(self, path):
        """A file as a build would publish it: without the preview's own line."""
        return SCRIPT.sub(b"", self.get(path)[2])

    def megabytes(self):
        """Resident memory."""
        status = Path(f"/proc/{self.process.pid}/status")
        if status.exists():
            return int(re.search(r"VmRSS:\s+(\d+)", status.read_text()).group(1)) / 1024
        shown = subprocess.run(["ps", "-o", "rss=", "-p", str(self.process.pid)], capture_output=True, text=True)
        return int(shown.stdout) / 1024

    def stop(self):
        """Seconds until it ended after SIGINT."""
        start = time.perf_counter()
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        return time.perf_counter() - start

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()


class Listener:
    """What a browser that shows a page hears, with the time it heard it."""

    def __init__(self, preview, path):
        digest = re.search(rb'data-digest="([0-9a-f]*)"', preview.get(path)[2]).group(1).decode()
        page = path + "index.html" if path == "" or path.endswith("/") else path
        query = urllib.parse.urlencode({"page": page, "digest": digest}, quote_via=urllib.parse.quote)
        self.socket = socket.create_connection(("127.0.0.1", preview.port))
        request = f"GET {preview.base}.dossier/events?{query} HTTP/1.1\r\nHost: localhost:{preview.port}\r\n\r\n"
        self.socket.sendall(request.encode())
        self.heard = []
        self.condition = threading.Condition()
        threading.Thread(target=self.listen, daemon=True).start()
        self.wait("report", 0)

    def listen(self):
        rest = b""
        while True:
            try:
                part = self.socket.recv(1 << 16)
            except OSError:
                part = b""
            now = time.perf_counter()
            with self.condition:
                if not part:
                    self.heard.append(("end", now, b""))
                    self.condition.notify_all()
                    return
                rest += part
                *events, rest = re.split(rb"(?=event: )", rest)
                if b"\n\n" in rest:
                    events.append(rest)
                    rest = b""
                for event in events:
                    if found := re.match(rb"event: (\w+)\ndata: (.*)", event):
                        self.heard.append((found.group(1).decode(), now, found.group(2)))
                self.condition.notify_all()

    def mark(self):
        with self.condition:
            return len(self.heard)

    def wait(self, kind, mark, seconds=60, number=1):
        """When the first event of the kind after the mark was heard, or the one of a number."""
        with self.condition:
            found = None

            def is_there():
                nonlocal found
                events = [each for each in self.heard[mark:] if each[0] == kind]
                found = events[number - 1] if len(events) >= number else None
                return found is not None

            if not self.condition.wait_for(is_there, seconds):
                sys.exit(f"no event '{kind}' within {seconds} s; heard {[each[0] for each in self.heard[mark:]]}")
            return found[1]
