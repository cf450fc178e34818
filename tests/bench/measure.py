"""What a command costs: processor time, time by the clock, memory; each in a process of its own."""

import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time and by the clock, and the largest process's memory in megabytes."""

    cpu: float
    clock: float
    memory: float


def cost(folder: Path, *command: str, **world: str) -> Cost:
    """Run a command in a folder and wait for it; it may not fail."""
    environment: Mapping[str, str] = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1", **world}
    before = os.times()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=errors)
        # the usage of this child alone, with its own children: getrusage would give the largest of all so far
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            raise SystemExit(f"{' '.join(command)}: {errors.read().decode(errors='replace')}")
    scale = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Cost(usage.ru_utime + usage.ru_stime, os.times().elapsed - before.elapsed, usage.ru_maxrss / scale)


def python(folder: Path, *arguments: str, **world: str) -> Cost:
    """The cost of a Python command; BLAS gets one thread, as stock spaCy does here."""
    return cost(folder, sys.executable, *arguments, OMP_NUM_THREADS="1", **world)


def onrecord(folder: Path, *arguments: str, **world: str) -> Cost:
    """The cost of a command of the program."""
    return python(folder, "-m", "generator", "--quiet", *arguments, **world)


def machine() -> str:
    """The processor, how many of it, the Python."""
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file() and (found := re.search(r"model name\s*:\s*(.+)", info.read_text())):
        cpu = found.group(1).strip()
    return f"{cpu}, {os.cpu_count()} processors, Python {platform.python_version()}"
