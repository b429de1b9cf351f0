package io.anteroom.study.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The catalogue of schedulers. */
public final class JobFormats {
  private static final List<JobFormat> ALL =
      List.of(new SlurmJob(), new KubernetesJob(), new ParallelJob());

  private JobFormats() {}

  /** The one of that name. */
  public static Optional<JobFormat> find(String word) {
    return ALL.stream().filter(format -> format.word().equals(word)).findFirst();
  }

  /** Their names. */
  public static String words() {
    return ALL.stream().map(JobFormat::word).collect(Collectors.joining(", "));
  }
}
