package io.anteroom.report;

import io.anteroom.report.facts.Block.Facts;
import io.anteroom.report.facts.Fact;
import io.anteroom.report.facts.Mark;
import io.anteroom.result.FigureText;
import io.anteroom.study.fit.Fit;
import io.anteroom.study.fit.FitSource;
import io.anteroom.study.fit.reader.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is to say about the files of a fit, and what of them was not used. */
final class FitSourceFacts {
  private static final int MOST_FILES = 3;
  private static final int MOST_LABELS = 5;

  private final FitSource source;

  FitSourceFacts(Fit fit) {
    this.source = fit.source();
  }

  /** The first ones by name. */
  List<String> files() {
    List<String> names = new ArrayList<>();
    source.files().stream()
        .limit(MOST_FILES)
        .forEach(file -> names.add(file.shortName() + " (" + file.format() + ")"));
    if (source.files().size() > MOST_FILES) {
      names.add((source.files().size() - MOST_FILES) + " more files");
    }
    return names;
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>(labels());
    facts.addAll(skipped());
    List<Fact> told = new ArrayList<>();
    source.told().forEach(one -> told.add(Fact.of("taken as", one)));
    facts.addAll(Facts.labelledOnce(told));
    return facts;
  }

  private List<Fact> labels() {
    if (source.labels().size() < 2) {
      return List.of();
    }
    List<String> parts =
        source.labels().entrySet().stream()
            .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
            .limit(MOST_LABELS)
            .map(label -> label.getKey() + " " + FigureText.count(label.getValue()))
            .toList();
    int more = source.labels().size() - parts.size();
    String rest = more > 0 ? ", and " + more + " more" : "";
    return List.of(Fact.of("labels", Fact.parts(parts) + rest + "; --label chooses"));
  }

  private List<Fact> skipped() {
    List<Fact> facts = new ArrayList<>();
    for (Skipped one : source.skipped()) {
      facts.add(Fact.of("skipped", Mark.LIMITED, sentence(one)));
    }
    if (source.leftOut() > 0) {
      facts.add(
          Fact.of("left out", FigureText.count(source.leftOut(), "request") + " of other labels"));
    }
    return facts;
  }

  private static String sentence(Skipped one) {
    String place = one.line() == 0 ? "" : String.format(Locale.ROOT, ", line %,d", one.line());
    return String.format(
        Locale.ROOT,
        "%s: %s; first in %s%s: %s",
        FigureText.count(one.count(), "line"),
        one.reason(),
        one.file(),
        place,
        one.example());
  }
}
