"""Kills the real window with -9 in seven scenes and checks that no session is lost.

    kills.py [--command target/eigenscope/bin/eigenscope] [--times 10] [--scene NAME ...] [--display 77]

Needs Linux, numpy, Xvfb, openbox and xdotool; the scenes `samepid` and `fulldisk` need root (unshare, tmpfs). Each scene runs in
folders of its own: a home, a state folder (-Deigenscope.state) and preferences. What must not be lost is looked for on the disk, as
a session that names the matrix, and the next start must ask about it, which shows as a second window. Prints one row a scene.

again     killed, started again, killed before the question is answered: both sessions are there
two       two windows killed: both are there
large     killed 2.5 s after "Open it again" of a matrix that takes longer
samepid   the same process number again, as containers give out
escape    Escape in the question, then killed
drag      killed while a drag goes on: the session has what the drag did, or what was before its last 2 s
fulldisk  no room for a newer session: the old one stays whole; with room again it is written
"""

import argparse
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import numpy

PATIENCE = 300


class Lost(Exception):
    """Something that had to be there is not."""


def wait_for(condition, what, seconds=PATIENCE):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise Lost("waited in vain for " + what)


class Scene:
    """One user: a home, the windows that were started, and what they keep."""

    def __init__(self, command, display, folder, wrap=()):
        self.command, self.display, self.folder, self.wrap = command, display, folder, list(wrap)
        self.state = folder / "state"
        self.home = folder / "home"
        self.home.mkdir()
        self.running = []
        for name, shape, seed in (("real", (100, 200), 1), ("one", (90, 150), 2), ("other", (80, 90), 3)):
            numpy.save(folder / (name + ".npy"), numpy.random.default_rng(seed).standard_normal(shape))

    def start(self, *arguments, wrap=()):
        options = f"-Deigenscope.state={self.state} -Djava.util.prefs.userRoot={self.folder / 'prefs'}"
        environment = dict(os.environ, HOME=str(self.home), DISPLAY=self.display)
        environment["EIGENSCOPE_OPTS"] = environment.get("EIGENSCOPE_OPTS", "") + " " + options
        process = subprocess.Popen(
            list(wrap) + [self.command, "open"] + [str(a) for a in arguments],
            cwd=self.folder, env=environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=open(self.folder / "stderr.txt", "ab"))
        self.running.append(process)
        return process

    def kill(self, process):
        """The whole session of processes: a launcher may have started the virtual machine as a child."""
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self.running.remove(process)

    def kill_all(self):
        for process in list(self.running):
            self.kill(process)

    def sessions(self):
        """What is on the disk: (names of matrices, session, file), each of it readable."""
        found = []
        for file in self.state.glob("windows/*/session.eigenscope"):
            try:
                session = json.loads(file.read_text())
            except FileNotFoundError:
                continue
            found.append(([pathlib.Path(i["path"]).name for i in session["inputs"]], session, file))
        return found

    def kept(self, name):
        return [(session, file) for names, session, file in self.sessions() if name in names]

    def await_kept(self, name):
        return wait_for(lambda: self.kept(name), "a session of " + name)

    def require(self, *names):
        for name in names:
            if not self.kept(name):
                raise Lost(f"no session of {name} is left; there are {[n for n, _, _ in self.sessions()]}")

    def xdotool(self, *arguments):
        environment = dict(os.environ, DISPLAY=self.display)
        done = subprocess.run(["xdotool", *map(str, arguments)], env=environment, capture_output=True, text=True)
        return done.stdout.split()

    def windows(self):
        return self.xdotool("search", "--onlyvisible", "--name", "Eigenscope")

    def question(self):
        """The question's window; the main window is titled before it is shown."""
        found = [w for w in self.windows() if self.xdotool("getwindowname", w) == ["Eigenscope"]]
        return found[-1] if found and len(self.windows()) > 1 else None

    def await_question(self):
        return wait_for(self.question, "the question")

    def key(self, window, key):
        self.xdotool("windowfocus", "--sync", window)
        self.xdotool("key", key)


def leave(scene, name, wrap=()):
    """A window with a matrix that was killed after its session was written."""
    process = scene.start(scene.folder / (name + ".npy"), wrap=wrap)
    scene.await_kept(name + ".npy")
    scene.kill(process)


def again(scene):
    leave(scene, "real")
    second = scene.start(scene.folder / "other.npy")
    scene.await_question()
    scene.await_kept("other.npy")
    scene.kill(second)
    scene.require("real.npy", "other.npy")
    scene.start()
    scene.await_question()
    scene.require("real.npy", "other.npy")


def two(scene):
    first, second = scene.start(scene.folder / "one.npy"), scene.start(scene.folder / "other.npy")
    scene.await_kept("one.npy")
    scene.await_kept("other.npy")
    scene.kill(first)
    scene.kill(second)
    scene.start()
    scene.await_question()
    scene.require("one.npy", "other.npy")


def large(scene):
    numpy.save(scene.folder / "large.npy", numpy.random.default_rng(4).standard_normal((1500, 2000)))
    leave(scene, "large")
    second = scene.start()
    question = scene.await_question()
    time.sleep(0.5)
    scene.key(question, "Return")
    time.sleep(2.5)
    if scene.question():
        raise Lost("the question was not answered")
    scene.kill(second)
    scene.require("large.npy")
    scene.start()
    scene.await_question()
    scene.require("large.npy")


def samepid(scene):
    # each start is the first process but one of a namespace of its own, so the numbers are the same
    inside = ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child"]
    leave(scene, "real", wrap=inside)
    scene.start(wrap=inside)
    scene.await_question()
    scene.require("real.npy")


def escape(scene):
    leave(scene, "real")
    second = scene.start()
    question = scene.await_question()
    time.sleep(0.5)
    scene.key(question, "Escape")
    wait_for(lambda: not scene.question(), "the question to close", 20)
    time.sleep(1)
    scene.kill(second)
    scene.require("real.npy")
    scene.start()
    scene.await_question()
    scene.require("real.npy")


def kappa(session):
    return session["panels"][0]["series"][0]["laws"][0]["parameters"]["kappa"]


def drag(scene):
    process = scene.start(scene.folder / "real.npy")
    before, _ = wait_for(lambda: [k for k in scene.kept("real.npy") if k[0]["panels"][0]["series"][0]["laws"]],
                         "the law")[0]
    time.sleep(2)
    # the track of kappa's slider, in a window that fills 1280 x 800
    scene.xdotool("mousemove", 1200, 154, "mousedown", 1)
    end = time.monotonic() + 5
    x = 1200
    while time.monotonic() < end:
        x = 1110 + (x - 1110 + 3) % 120
        scene.xdotool("mousemove", x, 154)
        time.sleep(0.03)
    session, file = scene.kept("real.npy")[0]
    age = time.time() - file.stat().st_mtime
    scene.kill(process)
    scene.xdotool("mouseup", 1)
    scene.require("real.npy")
    if kappa(session) == kappa(before):
        raise Lost("nothing of the drag was kept")
    if age > 2.5:
        raise Lost(f"what the drag did in the last {age:.1f} s was not kept")
    scene.start()
    scene.await_question()


def fulldisk(scene):
    scene.state.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(scene.state)], check=True)
    filler = scene.state / "filler"
    try:
        process = scene.start(scene.folder / "real.npy")
        _, file = scene.await_kept("real.npy")[0]
        time.sleep(2)
        fill(filler)
        written = file.stat().st_mtime
        scene.xdotool("mousemove", 1200, 154, "click", 1)
        time.sleep(4)
        scene.require("real.npy")
        if file.stat().st_mtime != written:
            raise Lost("the disk was not full")
        filler.unlink()
        wait_for(lambda: file.stat().st_mtime > written, "the session after there was room again", 30)
        fill(filler)
        scene.xdotool("mousemove", 1150, 154, "click", 1)
        time.sleep(3)
        scene.kill(process)
        scene.require("real.npy")
        scene.start()
        scene.await_question()
        scene.require("real.npy")
    finally:
        scene.kill_all()
        subprocess.run(["umount", "-l", str(scene.state)], check=False)


def fill(file):
    with open(file, "wb", buffering=0) as out:
        try:
            while True:
                out.write(b"\0" * 512)
        except OSError:
            return


SCENES = [again, two, large, samepid, escape, drag, fulldisk]


def run(scene, arguments, display):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kills-"))
    stage = Scene(arguments.command, display, folder)
    try:
        scene(stage)
        return ""
    except (Lost, ValueError) as lost:
        shown = folder / "screen.png"
        subprocess.run(["import", "-window", "root", str(shown)], env=dict(os.environ, DISPLAY=display), check=False)
        return f"{lost} ({folder})"
    finally:
        stage.kill_all()
        if not (folder / "screen.png").exists():
            shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--command", default="target/eigenscope/bin/eigenscope")
    parser.add_argument("--times", type=int, default=10)
    parser.add_argument("--scene", action="append", choices=[s.__name__ for s in SCENES])
    parser.add_argument("--display", type=int, default=77)
    arguments = parser.parse_args()
    arguments.command = os.path.abspath(arguments.command)
    display = f":{arguments.display}"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1280x800x24"], stderr=subprocess.DEVNULL)
    time.sleep(1)
    manager = subprocess.Popen(["openbox"], env=dict(os.environ, DISPLAY=display), stderr=subprocess.DEVNULL)
    failures = 0
    try:
        for scene in SCENES:
            if arguments.scene and scene.__name__ not in arguments.scene:
                continue
            kept = 0
            for _ in range(arguments.times):
                reason = run(scene, arguments, display)
                kept += not reason
                if reason:
                    print(f"  {scene.__name__}: {reason}", flush=True)
            failures += arguments.times - kept
            print(f"{scene.__name__:9} {kept} of {arguments.times} kept all", flush=True)
    finally:
        manager.terminate()
        server.terminate()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
