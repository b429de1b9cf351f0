package io.anteroom.report;

import io.anteroom.result.Run;
import io.anteroom.result.store.ResultsFolder;
import io.anteroom.result.store.StoredFile;
import io.anteroom.scenario.ScenarioText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** What the results folder of a run holds. */
public final class RunFiles implements ResultsFolder.Contents {
  private static final Map<StoredFile, ReportFormat> FORMATS =
      new EnumMap<>(
          Map.of(
              StoredFile.RESULT, new JsonReport(),
              StoredFile.WAIT, new HgrmReport(),
              StoredFile.HISTOGRAMS, new HlogReport(),
              StoredFile.VISITS, new VisitsReport(),
              StoredFile.PAGE, new HtmlReport()));

  private final Run run;
  private final boolean page;

  /**
   * @param page whether the page is written too, which is larger than all else, and can be made
   *     from the rest at any time
   */
  public RunFiles(Run run, boolean page) {
    this.run = run;
    this.page = page;
  }

  @Override
  public void writeInto(Path folder) throws IOException {
    ScenarioText.writeWithFiles(StoredFile.SCENARIO.in(folder), run.scenario());
    for (Map.Entry<StoredFile, ReportFormat> file : FORMATS.entrySet()) {
      if (page || file.getKey() != StoredFile.PAGE) {
        try (OutputStream stream = Files.newOutputStream(file.getKey().in(folder))) {
          file.getValue().write(run, stream);
        }
      }
    }
    for (Map.Entry<String, Path> attachment : run.attachments().entrySet()) {
      Files.move(attachment.getValue(), folder.resolve(attachment.getKey()));
    }
  }
}
