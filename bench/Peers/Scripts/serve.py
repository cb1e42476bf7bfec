"""What the peers' scripts have in common: they answer lines "name threads seconds" with the mean time of a run in microseconds."""
import sys
import time


def measure(run, seconds):
    start = now = time.perf_counter()
    count = 0
    while now - start < seconds:
        run()
        count += 1
        now = time.perf_counter()
    return (now - start) / count * 1e6


def serve(description, make, set_threads):
    """make(name, threads) gives what is run; its first line tells what answers."""
    print(description, flush=True)
    runs = {}
    for line in sys.stdin:
        name, threads, seconds = line.split()
        set_threads(int(threads))
        key = name, threads
        if key not in runs:
            runs.clear()                                        # large works come one after the other
            runs[key] = make(name, int(threads))
            measure(runs[key], 0.05)
        print(measure(runs[key], float(seconds)), flush=True)


def serve_torch(make):
    import torch

    serve(f"PyTorch {torch.__version__}", lambda name, threads: make(name), torch.set_num_threads)
