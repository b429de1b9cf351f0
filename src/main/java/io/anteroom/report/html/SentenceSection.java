package io.anteroom.report.html;

import io.jstach.jstache.JStache;
import java.util.List;

/** Sentences, in groups that have headings of their own. */
@JStache(path = "io/anteroom/report/html/sentences.mustache")
public record SentenceSection(String id, String heading, List<Group> groups) implements Section {
  public SentenceSection {
    groups = List.copyOf(groups);
  }

  /** What is said about one thing. */
  public record Group(String heading, List<Sentence> sentences) {
    public Group {
      sentences = List.copyOf(sentences);
    }
  }

  @Override
  public String html() {
    return SentenceSectionRenderer.of().execute(this);
  }
}
