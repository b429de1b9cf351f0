package io.anteroom.report.html;

/** A part of a page with a heading of its own. Immutable. */
public interface Section {
  /** What links to it name: letters and dashes, once in a page. */
  String id();

  /** Its heading, in plain text. */
  String heading();

  /** What stands below the heading, as HTML. */
  String html();
}
