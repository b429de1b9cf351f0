// A peer of Anteroom in Kotlin: one coroutine a person, kotlinx's semaphore as the line.
//
// Arguments: PERSONS ROOMS VISITS HOLD_NANOS ROUNDS. Every person acquires a room, sleeps in it,
// gives it back, and does so VISITS times. The semaphore is fair: first come, first served. The
// coroutines run on Dispatchers.Default, a thread a core. One line of JSON a round.

import com.sun.management.OperatingSystemMXBean
import java.lang.management.ManagementFactory
import java.util.concurrent.atomic.AtomicLongArray
import kotlin.time.Duration.Companion.nanoseconds
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Semaphore
import kotlinx.coroutines.sync.withPermit

class Work(val persons: Int, val rooms: Int, val visits: Int, val holdNanos: Long, val rounds: Int)

// A doubling of the value has so many buckets; below twice as many nanoseconds each has its own.
private const val SUB_BITS = 10
private const val SUB_BUCKETS = 1 shl SUB_BITS

/** Durations in buckets at most a thousandth of their value wide. Safe for any number of threads. */
class Histogram {
    private val buckets = AtomicLongArray(38 * SUB_BUCKETS)

    fun record(duration: Long) {
        val nanos = duration.coerceAtLeast(0)
        val shift = (Long.SIZE_BITS - nanos.countLeadingZeroBits() - SUB_BITS - 1).coerceAtLeast(0)
        val index = shift * SUB_BUCKETS + (nanos shr shift).toInt()
        buckets.incrementAndGet(index.coerceAtMost(buckets.length() - 1))
    }

    fun count(): Long = (0 until buckets.length()).sumOf { buckets[it] }

    /** The highest value of the bucket that holds that share of the records. */
    fun quantile(share: Double): Long {
        var rank = (share * (count() - 1)).toLong() + 1
        for (index in 0 until buckets.length()) {
            rank -= buckets[index]
            if (rank <= 0) return highest(index)
        }
        return 0
    }

    private fun highest(index: Int): Long {
        val shift = (index / SUB_BUCKETS - 1).coerceAtLeast(0)
        return ((index - shift * SUB_BUCKETS + 1).toLong() shl shift) - 1
    }
}

/** Lets all persons in at once and returns when the last has left for good. */
suspend fun round(work: Work, waits: Histogram, holds: Histogram) = coroutineScope {
    val rooms = Semaphore(work.rooms)
    // delay() counts in whole milliseconds and rounds up.
    val hold = work.holdNanos.nanoseconds
    val start = System.nanoTime()
    repeat(work.persons) {
        launch {
            var intended = start
            repeat(work.visits) {
                var entered: Long
                var left: Long
                rooms.withPermit {
                    entered = System.nanoTime()
                    if (work.holdNanos > 0) delay(hold)
                    left = System.nanoTime()
                }
                waits.record(entered - intended)
                holds.record(left - entered)
                intended = left
            }
        }
    }
}

fun main(arguments: Array<String>) {
    require(arguments.size == 5) { "usage: PERSONS ROOMS VISITS HOLD_NANOS ROUNDS" }
    val (persons, rooms, visits, holdNanos, rounds) = arguments.map { it.toLong() }
    val work = Work(persons.toInt(), rooms.toInt(), visits.toInt(), holdNanos, rounds.toInt())
    val system = ManagementFactory.getOperatingSystemMXBean() as OperatingSystemMXBean
    repeat(work.rounds) { round ->
        val waits = Histogram()
        val holds = Histogram()
        val cpu = system.processCpuTime
        val began = System.nanoTime()
        runBlocking(Dispatchers.Default) { round(work, waits, holds) }
        val wall = System.nanoTime() - began
        val cpuNow = system.processCpuTime
        check(waits.count() == holds.count()) { "${waits.count()} waits, ${holds.count()} holds" }
        println(
            """{"round":$round,"visits":${persons * visits},"cpuNanos":${cpuNow - cpu},""" +
                """"processCpuNanos":$cpuNow,"wallNanos":$wall,""" +
                """"waitP50Nanos":${waits.quantile(0.50)},""" +
                """"waitP99Nanos":${waits.quantile(0.99)},"recorded":${waits.count()}}""",
        )
    }
}
