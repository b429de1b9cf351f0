package io.anteroom.cli;

import io.anteroom.result.store.StoredFile;
import io.anteroom.study.cell.CellRecord;
import java.io.Serial;
import java.nio.file.Path;
import java.util.List;

/** No JVM of a run has left a result; the message says why. */
final class LostForksException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /**
   * @param lost empty: they were told to stop
   * @param folder holds their logs
   */
  LostForksException(List<CellRecord> lost, Path folder) {
    super(
        lost.isEmpty()
            ? "stopped before a fork had a result"
            : "no fork ended with a result; the first one was %s: %s Its log: %s"
                .formatted(
                    lost.getFirst().outcome().word(),
                    lost.getFirst().explanation(),
                    StoredFile.LOG.in(folder.resolve(lost.getFirst().name()))));
  }
}
