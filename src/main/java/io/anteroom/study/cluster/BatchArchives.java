package io.anteroom.study.cluster;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The results of batches while their cells take them. Each is fetched once, however many cells wait
 * for it. Thread-safe.
 */
final class BatchArchives implements AutoCloseable {
  private final Map<Integer, FolderArchive> open = new HashMap<>();
  private final Set<Integer> fetched = new HashSet<>();

  /** Fetches the results of a batch. */
  interface Source {
    byte[] fetch() throws IOException, InterruptedException;
  }

  /** The results of a batch, which are fetched if nobody has asked for them before. */
  FolderArchive of(int batch, Source source) throws IOException, InterruptedException {
    synchronized (this) {
      while (fetched.contains(batch) && !open.containsKey(batch)) {
        wait();
      }
      FolderArchive known = open.get(batch);
      if (known != null) {
        return known;
      }
      fetched.add(batch);
    }
    FolderArchive archive = null;
    try {
      archive = FolderArchive.open(source.fetch());
      return archive;
    } finally {
      synchronized (this) {
        if (archive == null) {
          fetched.remove(batch);
        } else {
          open.put(batch, archive);
        }
        notifyAll();
      }
    }
  }

  /** Closes those that nobody needs any more; which ones. */
  synchronized List<Integer> removeIf(IntPredicate done) {
    List<Integer> removed = open.keySet().stream().filter(done::test).toList();
    removed.stream().map(open::get).filter(Objects::nonNull).forEach(FolderArchive::close);
    open.keySet().removeAll(removed);
    return removed;
  }

  @Override
  public synchronized void close() {
    open.values().forEach(FolderArchive::close);
    open.clear();
  }
}
