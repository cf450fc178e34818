"""onrecord: from a folder of news articles to a citable site of who said what, when, and where it is written."""

import os

# One thread a process: two processes beat one with two threads, and a sum that is split over threads may differ in
# its last bit from machine to machine, and with it a parse. Read by the libraries when they are first imported.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
