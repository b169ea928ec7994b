"""What the benchmarks of this folder share: running programs and counting what they take."""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("KIOSQUE_DATA", ROOT / "../shared/data"))
INDEXER = ROOT / "build/release/bin/indexer"
SEARCHER = ROOT / "build/release/bin/searcher"


class Run:
    """One run of a command: wall and processor seconds, peak memory of the process in MB.

    Measured by time(1): a child of ours would inherit the peak memory of this interpreter.
    """

    def __init__(self, command, ok=(0,)):
        with tempfile.NamedTemporaryFile() as report:
            timed = ["/usr/bin/time", "-q", "-f", "%e %U %S %M", "-o", report.name, *command]
            status = subprocess.run([str(word) for word in timed], stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL, check=False).returncode
            if status not in ok:
                raise SystemExit(f"{command[0]} failed with status {status}")
            wall, user, system, peak_kb = report.read().split()
        self.wall = max(float(wall), .01)
        self.cpu = max(float(user) + float(system), .01)
        self.peak_mb = int(peak_kb) / 1024


def size_mb(path):
    return sum(file.stat().st_size for file in pathlib.Path(path).rglob("*") if file.is_file()) / 1e6


def workspace():
    """A directory that is removed at the end; KIOSQUE_BENCH_DIR says where (a real disk, not /dev/shm)."""
    return tempfile.TemporaryDirectory(prefix="kiosque-bench-", dir=os.environ.get("KIOSQUE_BENCH_DIR"))


def need(path, how):
    if not pathlib.Path(path).exists() and not shutil.which(str(path)):
        raise SystemExit(f"{path} is missing: {how}")
    return path


def unpack_press(folder, count):
    """The first pages of the shared press, as links in a new folder."""
    press = pathlib.Path("/tmp/press/pages")
    if not press.exists():
        archive = need(DATA / "press/pages.tar.zst", "the shared press pages are needed")
        press.parent.mkdir(exist_ok=True)
        subprocess.run(["tar", "--use-compress-program=zstd -d --long=27", "-xf", archive, "-C",
                        press.parent], check=True)
    folder.mkdir()
    for page in sorted(press.iterdir())[:count]:
        (folder / page.name).hardlink_to(page)


def table(head, rows):
    rows = [head] + [[cell if isinstance(cell, str) else f"{cell:.3g}" if cell < 100 else f"{cell:.0f}"
                      for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    for row in rows:
        print("  ".join(cell.ljust(width) if i == 0 else cell.rjust(width)
                        for i, (cell, width) in enumerate(zip(row, widths))))


def record(name, figures):
    """Appends one line of JSON to build/bench.json."""
    cpu = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line), "?")
    line = {"bench": name, "time": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "cores": os.cpu_count(),
            "processor": cpu, "load": os.getloadavg()[0], **figures}
    with open(ROOT / "build/bench.json", "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


median = statistics.median
