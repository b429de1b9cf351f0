// A peer of Anteroom in Go: one goroutine a person, a buffered channel as the line for the rooms.
//
//	go run main.go PERSONS ROOMS VISITS HOLD_NANOS ROUNDS
//
// Every person acquires a room, sleeps in it, gives it back, and does so VISITS times. The runtime
// serves the senders that wait on a channel first come, first served. One line of JSON a round.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"math/bits"
	"os"
	"strconv"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

type work struct {
	persons, rooms, visits int
	hold                   time.Duration
	rounds                 int
}

// histogram counts durations in buckets that are at most a thousandth of their value wide. Any
// number of goroutines may record.
type histogram struct {
	buckets [subBuckets * 38]atomic.Int64
}

// A doubling of the value has so many buckets; below twice as many nanoseconds each has its own.
const (
	subBits    = 10
	subBuckets = 1 << subBits
)

func (h *histogram) record(d time.Duration) {
	nanos := uint64(d)
	if d < 0 {
		nanos = 0
	}
	shift := bits.Len64(nanos) - subBits - 1
	if shift < 0 {
		shift = 0
	}
	index := shift*subBuckets + int(nanos>>shift)
	if index >= len(h.buckets) {
		index = len(h.buckets) - 1
	}
	h.buckets[index].Add(1)
}

func (h *histogram) count() (sum int64) {
	for i := range h.buckets {
		sum += h.buckets[i].Load()
	}
	return sum
}

// quantile is the highest number of nanoseconds in the bucket that holds the share q of the records.
func (h *histogram) quantile(q float64) int64 {
	rank := int64(q*float64(h.count()-1)) + 1
	for i := range h.buckets {
		rank -= h.buckets[i].Load()
		if rank <= 0 {
			return highest(i)
		}
	}
	return 0
}

func highest(index int) int64 {
	shift := index/subBuckets - 1
	if shift < 0 {
		shift = 0
	}
	return int64(index-shift*subBuckets+1)<<shift - 1
}

// round lets all persons in at once and returns when the last has left for good.
func (w work) round() (waits, holds *histogram) {
	waits, holds = new(histogram), new(histogram)
	rooms := make(chan struct{}, w.rooms)
	var present sync.WaitGroup
	present.Add(w.persons)
	start := time.Now()
	for i := 0; i < w.persons; i++ {
		go func() {
			defer present.Done()
			var intended time.Duration
			for v := 0; v < w.visits; v++ {
				rooms <- struct{}{}
				entered := time.Since(start)
				if w.hold > 0 {
					time.Sleep(w.hold)
				}
				left := time.Since(start)
				<-rooms
				waits.record(entered - intended)
				holds.record(left - entered)
				intended = left
			}
		}()
	}
	present.Wait()
	return waits, holds
}

// cpuNanos is the processor time of the process so far, in user mode and in the kernel.
func cpuNanos() int64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatal(err)
	}
	return usage.Utime.Nano() + usage.Stime.Nano()
}

type line struct {
	Round           int   `json:"round"`
	Visits          int   `json:"visits"`
	CPUNanos        int64 `json:"cpuNanos"`
	ProcessCPUNanos int64 `json:"processCpuNanos"`
	WallNanos       int64 `json:"wallNanos"`
	WaitP50Nanos    int64 `json:"waitP50Nanos"`
	WaitP99Nanos    int64 `json:"waitP99Nanos"`
	Recorded        int64 `json:"recorded"`
}

func parse(arguments []string) (work, error) {
	if len(arguments) != 5 {
		return work{}, fmt.Errorf("usage: peer PERSONS ROOMS VISITS HOLD_NANOS ROUNDS")
	}
	var numbers [5]int
	for i, argument := range arguments {
		number, err := strconv.Atoi(argument)
		if err != nil {
			return work{}, err
		}
		numbers[i] = number
	}
	return work{numbers[0], numbers[1], numbers[2], time.Duration(numbers[3]), numbers[4]}, nil
}

func main() {
	log.SetFlags(0)
	w, err := parse(os.Args[1:])
	if err != nil {
		log.Fatal(err)
	}
	out := json.NewEncoder(os.Stdout)
	for round := 0; round < w.rounds; round++ {
		cpu, began := cpuNanos(), time.Now()
		waits, holds := w.round()
		wall, cpuNow := time.Since(began), cpuNanos()
		if waits.count() != holds.count() {
			log.Fatalf("%d waits, but %d holds", waits.count(), holds.count())
		}
		if err := out.Encode(line{
			Round:           round,
			Visits:          w.persons * w.visits,
			CPUNanos:        cpuNow - cpu,
			ProcessCPUNanos: cpuNow,
			WallNanos:       wall.Nanoseconds(),
			WaitP50Nanos:    waits.quantile(0.50),
			WaitP99Nanos:    waits.quantile(0.99),
			Recorded:        waits.count(),
		}); err != nil {
			log.Fatal(err)
		}
	}
}
