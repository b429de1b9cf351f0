package io.anteroom.study.fit.reader;

import java.util.ArrayList;
import java.util.List;

/** A list of numbers that grows without ever holding them twice. Mutable, for one thread. */
final class LongChunks {
  private static final int BITS = 16;
  private static final int SIZE = 1 << BITS;

  private final List<long[]> chunks = new ArrayList<>();
  private int size;

  void add(long number) {
    if (size == chunks.size() << BITS) {
      chunks.add(new long[SIZE]);
    }
    chunks.get(size >> BITS)[size & (SIZE - 1)] = number;
    size++;
  }

  int size() {
    return size;
  }

  long get(int index) {
    return chunks.get(index >> BITS)[index & (SIZE - 1)];
  }

  void set(int index, long number) {
    chunks.get(index >> BITS)[index & (SIZE - 1)] = number;
  }

  /** All of them as an array; afterwards the list is empty. */
  long[] drain() {
    long[] all = new long[size];
    for (int i = 0; i < chunks.size(); i++) {
      int from = i << BITS;
      System.arraycopy(chunks.get(i), 0, all, from, Math.min(SIZE, size - from));
      chunks.set(i, new long[0]);
    }
    chunks.clear();
    size = 0;
    return all;
  }
}
