package io.anteroom.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Resources that every page carries. They are read when the first page is written: a run that
 * writes none does not pay for them.
 *
 * @param hash of the text, as a Content-Security-Policy names it
 */
record Inlined(String text, String hash) {
  static final Inlined STYLES = of(List.of("page.css"), "", "");

  /** Apache ECharts, as its project ships it. */
  static final Inlined LIBRARY = of(List.of("echarts.min.js"), "", "");

  /** The page's own scripts, one after the other in a scope of their own. */
  static final Inlined SCRIPTS =
      of(
          List.of(
              "pages.js",
              "figures.js",
              "controls.js",
              "charts.js",
              "percentiles.js",
              "series.js",
              "carriers.js",
              "heatmap.js",
              "timeline.js",
              "flame.js",
              "downloads.js",
              "run.js",
              "cells.js",
              "comparison.js",
              "map.js",
              "sweep.js",
              "plan.js",
              "fit.js",
              "start.js"),
          "(() => {\n'use strict';\n",
          "})();\n");

  private static Inlined of(List<String> names, String before, String after) {
    String text =
        names.stream().map(Inlined::read).collect(Collectors.joining("\n", before, after));
    if (text.contains("</") && (text.contains("</script") || text.contains("</style"))) {
      throw new IllegalStateException(names + ": a text in it would end the element around it");
    }
    return new Inlined(text, hash(text));
  }

  private static String read(String name) {
    try (InputStream resource = Inlined.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + ": the resource is missing; build Anteroom again");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every Java platform has SHA-256", every);
    }
  }
}
