package io.anteroom.report.facts;

import java.util.List;

/**
 * A part of a report, without what would be empty.
 *
 * @param id letters and dashes, once in a report
 */
public record Section(String id, String heading, List<Block> blocks) {
  public Section {
    blocks = blocks.stream().filter(block -> !block.isEmpty()).toList();
  }

  /** A section of those blocks. */
  public static Section of(String id, String heading, Block... blocks) {
    return new Section(id, heading, List.of(blocks));
  }
}
