"""What the Python peers of Anteroom share: their arguments, their histogram, their output.

Arguments: PERSONS ROOMS VISITS HOLD_NANOS ROUNDS. Every person acquires a room, sleeps in it, gives
it back, and does so VISITS times. One line of JSON a round.
"""

import json
import sys
import time
from dataclasses import dataclass

# A doubling of the value has so many buckets; below twice as many nanoseconds each has its own.
SUB_BITS = 10
SUB_BUCKETS = 1 << SUB_BITS


@dataclass(frozen=True)
class Work:
    persons: int
    rooms: int
    visits: int
    hold_nanos: int
    rounds: int


class Histogram:
    """Durations in buckets at most a thousandth of their value wide; for one thread at a time."""

    def __init__(self):
        self._buckets = [0] * (38 * SUB_BUCKETS)

    def record(self, nanos):
        nanos = max(nanos, 0)
        shift = max(nanos.bit_length() - SUB_BITS - 1, 0)
        index = shift * SUB_BUCKETS + (nanos >> shift)
        self._buckets[min(index, len(self._buckets) - 1)] += 1

    def count(self):
        return sum(self._buckets)

    def quantile(self, share):
        """The highest value of the bucket that holds that share of the records."""
        rank = int(share * (self.count() - 1)) + 1
        for index, count in enumerate(self._buckets):
            rank -= count
            if rank <= 0:
                shift = max(index // SUB_BUCKETS - 1, 0)
                return ((index - shift * SUB_BUCKETS + 1) << shift) - 1
        return 0


def run_rounds(play_round):
    """Plays all rounds: play_round(work, waits, holds) returns when the last person has left."""
    if len(sys.argv) != 6:
        sys.exit("usage: PERSONS ROOMS VISITS HOLD_NANOS ROUNDS")
    work = Work(*map(int, sys.argv[1:]))
    for round_number in range(work.rounds):
        waits, holds = Histogram(), Histogram()
        cpu, began = time.process_time_ns(), time.perf_counter_ns()
        play_round(work, waits, holds)
        wall, cpu_now = time.perf_counter_ns() - began, time.process_time_ns()
        if waits.count() != holds.count():
            sys.exit(f"{waits.count()} waits, but {holds.count()} holds")
        line = {
            "round": round_number,
            "visits": work.persons * work.visits,
            "cpuNanos": cpu_now - cpu,
            "processCpuNanos": cpu_now,
            "wallNanos": wall,
            "waitP50Nanos": waits.quantile(0.50),
            "waitP99Nanos": waits.quantile(0.99),
            "recorded": waits.count(),
        }
        print(json.dumps(line), flush=True)
