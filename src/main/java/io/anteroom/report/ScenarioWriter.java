package io.anteroom.report;

import io.anteroom.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a scenario's files into a folder. */
@FunctionalInterface
public interface ScenarioWriter {
  /**
   * Writes {@code scenario.yaml} and what it refers to.
   *
   * @throws IOException if the folder can't be written to
   */
  void writeInto(Path folder, Scenario scenario) throws IOException;
}
