package io.anteroom.teach;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lessons as a handout: one HTML file without scripts or anything from elsewhere, in light, dark
 * and print. Stateless.
 */
public final class LessonPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#1b1f24;--paper:#fff;--faint:#57606a;--line:#d0d7de;
      --blue:#0550ae;--orange:#953800}
      @media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--faint:#9da7b3;
      --line:#30363d;--blue:#79c0ff;--orange:#ffa657}}
      body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;
      color:var(--ink);background:var(--paper)}
      article{border-top:1px solid var(--line);margin-top:2rem}
      .question{font-size:1.1rem;border-left:4px solid var(--blue);padding-left:1rem}
      .wide{overflow-x:auto}table{border-collapse:collapse;font-variant-numeric:tabular-nums}
      th,td{padding:.2rem .7rem;border-bottom:1px solid var(--line);text-align:right}
      th:first-child,td:nth-child(2),th:nth-child(2),th:last-child,td:last-child{text-align:left}
      tbody th{font-weight:inherit}caption{text-align:left;color:var(--faint)}
      code{font:.85rem/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
      .expected{color:var(--blue)}.surprising,.not-judged,.contradicts{color:var(--orange)}
      footer,.about{color:var(--faint)}
      @media print{body{margin:0;max-width:none;color:#000;background:#fff}
      article{break-before:page;border:0}article:first-of-type{break-before:avoid}}
      """;

  private LessonPage() {}

  /** The page, ending in a line feed. */
  public static String write(List<LessonResult> results) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '%s'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Anteroom: lessons</title>
    <style>%s</style>
    </head>
    <body>
    <main>
    <h1>Anteroom: virtual threads and waiting</h1>
    %s
    </main>
    </body>
    </html>
    """
        .formatted(
            fingerprint(),
            STYLE,
            results.stream().map(LessonPage::article).collect(Collectors.joining("\n")));
  }

  /** Allows this style, and no other. */
  private static String fingerprint() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String article(LessonResult result) {
    String id = "lesson-" + result.number().replace('.', '-');
    return """
    <article aria-labelledby="%s">
    <h2 id="%s">Lesson %s: %s</h2>
    <p class="question">%s</p>
    <h3>What was seen</h3>
    %s
    %s
    <h3>What it means</h3>
    %s
    <h3>Grades</h3>
    %s
    %s
    <h3>Read on</h3>
    <ul>%s</ul>
    <h3>Try</h3>
    <ul>%s</ul>
    <footer>%s</footer>
    </article>\
    """
        .formatted(
            id,
            id,
            escaped(result.number()),
            escaped(result.title()),
            escaped(result.question()),
            table(result.table()),
            problems(result),
            result.interrupted()
                ? paragraphs(List.of("Interrupted: too little was seen to explain it."))
                : paragraphs(result.explanation()),
            result.grades().stream().map(LessonPage::grade).collect(Collectors.joining("\n")),
            paragraphs(result.notShown()),
            items(result.sources().stream().map(LessonPage::source).toList()),
            items(result.tries().stream().map(LessonPage::command).toList()),
            escaped(made(result)));
  }

  private static String made(LessonResult result) {
    return String.format(
        Locale.ROOT,
        "Made by Anteroom %s on %s, %d processors, %s.",
        result.environment().anteroom(),
        result.environment().os(),
        result.environment().processors(),
        result.environment().startedAt());
  }

  private static String problems(LessonResult result) {
    return paragraphs(
        result.observations().stream()
            .filter(seen -> !seen.explanation().isEmpty())
            .map(
                seen ->
                    seen.run()
                        + (seen.jdk().isEmpty() ? "" : " on JDK " + seen.jdk())
                        + ": "
                        + seen.explanation())
            .toList());
  }

  private static String table(List<List<String>> table) {
    String head =
        table.getFirst().stream()
            .map(heading -> "<th scope=\"col\">" + escaped(heading) + "</th>")
            .collect(Collectors.joining());
    String body =
        table.stream()
            .skip(1)
            .map(
                row ->
                    row.stream()
                        .map(cell -> "<td>" + escaped(cell) + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>"))
                        .replaceFirst("<td>(.*?)</td>", "<th scope=\"row\">$1</th>"))
            .collect(Collectors.joining("\n"));
    return """
    <div class="wide" tabindex="0" role="region" aria-label="Runs"><table>
    <caption>Each run, on each JDK</caption>
    <thead><tr>%s</tr></thead>
    <tbody>
    %s
    </tbody></table></div>\
    """
        .formatted(head, body);
  }

  private static String grade(Grade grade) {
    String verdict = grade.verdict().word();
    return "<p><strong>%s: <span class=\"%s\">%s</span></strong></p>\n<ul>%s</ul>"
        .formatted(
            escaped(grade.place()),
            verdict.replace(' ', '-'),
            verdict,
            items(
                grade.claims().stream()
                    .map(claim -> claim.verdict().word() + ": " + claim.sentence())
                    .map(LessonPage::escaped)
                    .toList()));
  }

  private static String source(Source source) {
    return "<cite>%s</cite>: %s".formatted(escaped(source.name()), escaped(source.about()));
  }

  private static String command(Command command) {
    return "<code>%s</code> <span class=\"about\">(%s)</span>"
        .formatted(escaped(command.line()), escaped(command.about()));
  }

  private static String paragraphs(List<String> texts) {
    return texts.stream()
        .map(text -> "<p>" + escaped(text) + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static String items(List<String> html) {
    return html.stream().map(item -> "<li>" + item + "</li>").collect(Collectors.joining("\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
