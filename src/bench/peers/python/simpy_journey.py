"""A peer of Anteroom's simulator in Python: SimPy, one process for each person.

The journey is that of the scenario worker-and-connection: 300 persons a second by a Poisson
process. Each takes one of 40 workers, works for 2 ms, takes one of 8 connections for 22 ms, gives
it back, works for 1 ms, gives the worker back and leaves after 1 ms more. All holds but the last
one are exponential. Waits, holds and responses of both pools and of the journeys are recorded to
three digits, as Anteroom does and the other peers here do.

Argument: JOURNEYS. Prints one line of JSON.
"""

import json
import random
import sys
import time

import simpy
from protocol import Histogram


class Records:
    """Durations of visits to a pool, or of journeys, given in seconds."""

    def __init__(self):
        self.waits = Histogram()
        self.holds = Histogram()
        self.responses = Histogram()
        self.wait_sum = 0.0
        self.response_sum = 0.0

    def add(self, wait, hold):
        self.waits.record(int(wait * 1e9))
        self.holds.record(int(hold * 1e9))
        self.responses.record(int((wait + hold) * 1e9))
        self.wait_sum += wait
        self.response_sum += wait + hold

    def mean_wait_nanos(self):
        return round(1e9 * self.wait_sum / self.waits.count())

    def mean_response_nanos(self):
        return round(1e9 * self.response_sum / self.responses.count())


def simulate(journeys):
    env = simpy.Environment()
    draws = random.Random(1)
    workers = simpy.Resource(env, capacity=40)
    connections = simpy.Resource(env, capacity=8)
    of_workers, of_connections, of_journeys = Records(), Records(), Records()

    def exponential(mean):
        return env.timeout(draws.expovariate(1 / mean))

    def person():
        came = env.now
        with workers.request() as worker:
            yield worker
            entered = env.now
            yield exponential(0.002)
            asked = env.now
            with connections.request() as connection:
                yield connection
                got = env.now
                yield exponential(0.022)
            gave_back = env.now
            yield exponential(0.001)
        left = env.now
        yield env.timeout(0.001)
        waited = entered - came + got - asked
        of_workers.add(entered - came, left - entered)
        of_connections.add(got - asked, gave_back - got)
        of_journeys.add(waited, env.now - came - waited)

    def arrivals():
        for _ in range(journeys):
            yield env.timeout(draws.expovariate(300))
            env.process(person())

    env.process(arrivals())
    env.run()
    return of_workers, of_connections, of_journeys


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: JOURNEYS")
    began = time.process_time_ns()
    workers, connections, journeys = simulate(int(sys.argv[1]))
    cpu = time.process_time_ns() - began
    figures = {
        "journeys": journeys.waits.count(),
        "cpuNanos": cpu,
        "meanWorkerWaitNanos": workers.mean_wait_nanos(),
        "meanConnectionWaitNanos": connections.mean_wait_nanos(),
        "meanResponseNanos": journeys.mean_response_nanos(),
    }
    print(json.dumps(figures))
