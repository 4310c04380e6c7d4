"""Python reads this file first: what Windows has not got is taken away, so that whoever needs it fails.

``filelock`` and the standard library keep theirs: on Windows they have their own ways.
"""

import asyncio
import contextlib
import ctypes
import os
import signal
import subprocess
import sys

import filelock

MODULES = ("fcntl", "grp", "pwd", "resource", "syslog", "termios")
FUNCTIONS = (
    "fork",
    "forkpty",
    "getuid",
    "geteuid",
    "getgid",
    "getppid",
    "chown",
    "lchown",
    "mkfifo",
    "sched_getaffinity",
)
SIGNALS = ("SIGALRM", "SIGCHLD", "SIGHUP", "SIGKILL", "SIGUSR1")
CALLS = ("renameat2", "prctl", "flock")
KEPT = (asyncio, filelock, subprocess)

for module in MODULES:
    sys.modules[module] = None
for name in FUNCTIONS:
    with contextlib.suppress(AttributeError):
        delattr(os, name)
for name in SIGNALS:
    delattr(signal, name)


class Library(ctypes.CDLL):
    def __getattr__(self, name):
        if name in CALLS:
            raise AttributeError(name)
        return super().__getattr__(name)


ctypes.CDLL = Library
