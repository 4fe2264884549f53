# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's Chromium, headless, through its own protocol over a pipe: nothing but the standard library.

    with Browser() as browser:
        page = browser.open("file:///tmp/run.html")
        page.evaluate("document.title")
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PATIENCE = 60  # seconds for one answer, on a busy machine


class BrowserError(Exception):
    pass


def program():
    """The browser there is, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


class Browser:
    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="browser.", ignore_cleanup_errors=True)
        theirs, self._out = os.pipe()
        self._in, answers = os.pipe()
        arguments = [program(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
                     "--disable-background-networking", "--disable-component-update", "--force-color-profile=srgb",
                     "--disable-lcd-text", "--remote-debugging-pipe", "--lang=en-US",
                     f"--user-data-dir={self._folder.name}"]
        keep = (os.dup(theirs), os.dup(answers))  # out of the way of 3 and 4
        os.close(theirs)
        os.close(answers)

        def place():
            os.dup2(keep[0], 3)
            os.dup2(keep[1], 4)

        self._process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                         preexec_fn=place, pass_fds=(3, 4, *keep))
        for end in keep:
            os.close(end)
        self._buffer = b""
        self._number = 0
        self.events = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._out)
        os.close(self._in)
        self._folder.cleanup()

    def _read(self, until):
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._in], [], [], max(0, until - time.monotonic()))
            if not ready:
                raise BrowserError("the browser does not answer")
            piece = os.read(self._in, 1 << 20)
            if not piece:
                raise BrowserError("the browser has ended")
            self._buffer += piece
        message, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(message)

    def send(self, method, session=None, **parameters):
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data):]
        until = time.monotonic() + PATIENCE
        while True:
            answer = self._read(until)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, address, width=1280, height=900, media=(), before=""):
        """A page of its own. `media`: pairs like ("prefers-color-scheme", "dark"). `before`: a script that runs first."""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        return Page(self, target, session, address, width, height, media, before)


class Page:
    def __init__(self, browser, target, session, address, width, height, media, before):
        self._browser = browser
        self._target = target
        self._session = session
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")
        self.resize(width, height)
        if media:
            self.send("Emulation.setEmulatedMedia", features=[{"name": n, "value": v} for n, v in media])
        if before:
            self.send("Page.addScriptToEvaluateOnNewDocument", source=before)
        self.send("Page.navigate", url=address)

    def send(self, method, **parameters):
        return self._browser.send(method, self._session, **parameters)

    def resize(self, width, height):
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def evaluate(self, expression):
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise BrowserError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def wait(self, expression, what=None):
        until = time.monotonic() + PATIENCE
        while not self.evaluate(expression):
            if time.monotonic() > until:
                raise BrowserError(f"never: {what or expression}")
            time.sleep(0.02)

    def key(self, key, shift=False, ctrl=False):
        codes = {"ArrowRight": 39, "ArrowLeft": 37, "Home": 36, "End": 35, " ": 32, "PageDown": 34, "PageUp": 33}
        code = codes.get(key, ord(key[0].upper()))
        both = {"key": key, "modifiers": 8 * shift + 2 * ctrl, "windowsVirtualKeyCode": code}
        text = {"text": key} if len(key) == 1 and not ctrl else {}
        self.send("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **both, **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", **both)

    def click(self, selector):
        x, y = self.evaluate(f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView("
                             "{block: 'center'}); const r = e.getBoundingClientRect();"
                             " return [r.x + r.width / 2, r.y + r.height / 2]; })()")
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def picture(self, selector=None):
        """PNG of an element that lies on the screen, or of the whole page."""
        clip = {"captureBeyondViewport": True}
        if selector:
            box = self.evaluate(f"(() => {{ const r = document.querySelector({json.dumps(selector)})"
                                ".getBoundingClientRect(); return [r.x + scrollX, r.y + scrollY, r.width, r.height];"
                                " })()")  # beyond the screen the page would be laid out anew
            clip = {"clip": dict(zip(("x", "y", "width", "height"), box), scale=1)}
        answer = self.send("Page.captureScreenshot", format="png", **clip)
        return base64.b64decode(answer["data"])

    def heard(self):
        """What was said on the console, thrown or logged, and what was asked for beside the document."""
        sentences = []
        for event in self._browser.events:
            if event.get("sessionId") != self._session:
                continue
            parameters = event["params"]
            if event["method"] == "Runtime.consoleAPICalled":
                sentences.append("console: " + json.dumps(parameters["args"]))
            elif event["method"] == "Runtime.exceptionThrown":
                details = parameters["exceptionDetails"]
                sentences.append("thrown: " + details.get("exception", {}).get("description", details["text"]))
            elif event["method"] == "Log.entryAdded":
                sentences.append("log: " + parameters["entry"]["text"])
            elif event["method"] == "Network.requestWillBeSent" and parameters["type"] != "Document":
                sentences.append("request: " + parameters["request"]["url"][:80])
        return sentences

    def close(self):
        self._browser.send("Target.closeTarget", targetId=self._target)
