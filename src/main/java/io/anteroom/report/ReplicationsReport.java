package io.anteroom.report;

import io.anteroom.result.Run;
import io.anteroom.study.replication.ReplicationTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A table for other programs: one row a replication with its seed, one column a metric. A run
 * without replications is one row, and so are runs in real time that were merged.
 */
public final class ReplicationsReport implements ReportFormat {
  @Override
  public String name() {
    return "replications";
  }

  @Override
  public String meaning() {
    return "every replication with its metrics, one a line, as CSV";
  }

  @Override
  public void write(Run run, OutputStream out) throws IOException {
    out.write(ReplicationTable.text(run).getBytes(StandardCharsets.UTF_8));
  }
}
