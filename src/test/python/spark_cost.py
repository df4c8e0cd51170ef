#!/usr/bin/env python3
"""What Spark adds to a survey: the same matrices by the command line and by the Spark job, in turn, whole processes.

    python3 spark_cost.py <eigenscope launcher> <eigenscope-spark.jar> <Spark's folder> [matrices] [turns]

Spark's folder is an unpacked distribution, or one with a folder `jars`. The matrices are float32, 1000 x 3000, of a Student t with 3
degrees of freedom or normal, one in a file. Each way has two processors: `survey --jobs 2`, `local[2]`, and `local-cluster[2,1,...]`, whose
two executors are programs of their own. Prints wall and processor seconds, the ratio to the command line, the seconds that a matrix took, and
how long so many matrices would take on more processors: tasks are taken largest first as processors become free (list scheduling), with the
measured times drawn with replacement, and the measured start and end of the job added. That is arithmetic and no measurement: it leaves out what
a network and a driver of that size cost.
"""

import heapq
import json
import os
import pathlib
import resource
import struct
import subprocess
import sys
import tempfile
import time

import numpy as np

ROWS, COLUMNS = 1000, 3000
OPENS = ("java.lang java.lang.invoke java.lang.reflect java.io java.net java.nio java.util java.util.concurrent "
         "java.util.concurrent.atomic jdk.internal.ref sun.nio.ch sun.nio.cs sun.security.action sun.util.calendar").split()


def write(folder, count):
    draws = np.random.default_rng(0)
    for i in range(count):
        entries = draws.standard_normal((ROWS, COLUMNS)) if i % 2 else draws.standard_t(3, (ROWS, COLUMNS))
        data = entries.astype("<f4").tobytes()
        header = json.dumps({"w": {"dtype": "F32", "shape": [ROWS, COLUMNS], "data_offsets": [0, len(data)]}}).encode()
        (folder / f"m{i:04d}.safetensors").write_bytes(struct.pack("<Q", len(header)) + header + data)


def timed(command, environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    wall = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr[-3000:])
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stderr


def submit(spark, master, jar, source, out):
    settings = {"spark.ui.enabled": "false", "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
                "spark.executor.memory": "1500m"}
    options = ["--master", master, "--class", "org.eigenscope.spark.SurveyJob"]
    for key, value in settings.items():
        options += ["--conf", f"{key}={value}"]
    if (spark / "bin" / "spark-submit").exists():
        start = [str(spark / "bin" / "spark-submit")]
    else:
        start = ["java", "-Xmx2g"] + [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in OPENS]
        start += ["-cp", f"{spark}/jars/*", "org.apache.spark.deploy.SparkSubmit"]
    return start + options + [str(jar), str(source), "--out", str(out)]


def scheduled(times, processors):
    free = [0.0] * processors
    for task in sorted(times, reverse=True):
        heapq.heappush(free, heapq.heappop(free) + task)
    return max(free)


def main():
    launcher, jar, spark = sys.argv[1], pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3]).resolve()
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 500
    turns = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    environment = dict(os.environ, SPARK_HOME=str(spark), SPARK_SCALA_VERSION="2.13", SPARK_LOCAL_IP="127.0.0.1")
    results = {"survey --jobs 2": [], "local[2]": [], "local-cluster[2,1]": []}
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        source = folder / "in"
        source.mkdir()
        write(source, count)
        times = []
        for turn in range(turns):
            study, rows = folder / f"s{turn}.eigenstudy", folder / f"rows{turn}.jsonl"
            results["survey --jobs 2"].append(timed(
                [launcher, "survey", str(source), "--jobs", "2", "--no-spectra", "--study", str(study), "-o", str(rows),
                 "--format", "jsonl"], environment))
            times = [json.loads(line)["milliseconds"] / 1000 for line in rows.read_text().splitlines()]
            results["local[2]"].append(timed(submit(spark, "local[2]", jar, source, folder / f"l{turn}"), environment))
            results["local-cluster[2,1]"].append(timed(
                submit(spark, "local-cluster[2,1,2048]", jar, source, folder / f"c{turn}"), environment))
    alone = min(wall for wall, _, _ in results["survey --jobs 2"])
    print(f"{count} matrices, {ROWS}x{COLUMNS}, load at the end {os.getloadavg()[0]:.1f}")
    for way, found in results.items():
        wall, cpu, said = min(found)
        tasks = [line for line in said.splitlines() if line.startswith("Tasks took")]
        print(f"{way}: {wall:.1f} s wall, {cpu:.1f} s processor, ratio {wall / alone:.2f}; {' '.join(tasks)}")
    print(f"a matrix in the survey: median {np.median(times):.2f} s, longest {max(times):.2f} s")
    overhead = min(results["local-cluster[2,1]"])[0] - sum(times) / 2
    many = np.random.default_rng(1).choice(times, 154 * 100)
    for processors in (2, 10, 100, 1000):
        print(f"15,400 such matrices on {processors} processors: {scheduled(many, processors) + max(overhead, 0):.0f} s")


if __name__ == "__main__":
    main()
