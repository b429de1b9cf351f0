"""A peer of Anteroom in Python: one thread a person, threading.Semaphore as the line.

The semaphore lets newcomers barge. The interpreter's lock lets one thread run at a time, so this
uses about one core. See protocol.py for the arguments and the output.
"""

import threading
import time

from protocol import run_rounds

# Small stacks, so that thousands of threads fit.
STACK_BYTES = 256 * 1024


def play_round(work, waits, holds):
    rooms = threading.Semaphore(work.rooms)
    recording = threading.Lock()
    hold_seconds = work.hold_nanos / 1e9
    start = time.perf_counter_ns()

    def person():
        intended = start
        for _ in range(work.visits):
            with rooms:
                entered = time.perf_counter_ns()
                if hold_seconds > 0:
                    time.sleep(hold_seconds)
                left = time.perf_counter_ns()
            # Adding to a list's element is several steps, between which threads may switch.
            with recording:
                waits.record(entered - intended)
                holds.record(left - entered)
            intended = left

    persons = [threading.Thread(target=person) for _ in range(work.persons)]
    for thread in persons:
        thread.start()
    for thread in persons:
        thread.join()


if __name__ == "__main__":
    threading.stack_size(STACK_BYTES)
    run_rounds(play_round)
