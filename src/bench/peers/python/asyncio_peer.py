"""A peer of Anteroom in Python: one asyncio task a person, asyncio.Semaphore as the line.

The semaphore is first come, first served. An event loop is one thread, so this uses one core by
nature. See protocol.py for the arguments and the output.
"""

import asyncio
import time

from protocol import run_rounds


async def play(work, waits, holds):
    rooms = asyncio.Semaphore(work.rooms)
    hold_seconds = work.hold_nanos / 1e9
    start = time.perf_counter_ns()

    async def person():
        intended = start
        for _ in range(work.visits):
            async with rooms:
                entered = time.perf_counter_ns()
                if hold_seconds > 0:
                    await asyncio.sleep(hold_seconds)
                left = time.perf_counter_ns()
            waits.record(entered - intended)
            holds.record(left - entered)
            intended = left

    await asyncio.gather(*(person() for _ in range(work.persons)))


def play_round(work, waits, holds):
    asyncio.run(play(work, waits, holds))


if __name__ == "__main__":
    run_rounds(play_round)
