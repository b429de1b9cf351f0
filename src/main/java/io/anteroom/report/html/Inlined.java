package io.anteroom.report.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Resources that every page carries. They are read when the first page is written: a run that
 * writes none does not pay for them. Immutable. They stay the bytes that they are: to make a text
 * of the library, and bytes of it again, takes a small run a tenth of its time.
 */
final class Inlined {
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

  private final byte[] bytes;
  private final String hash;

  private Inlined(byte[] bytes) {
    this.bytes = bytes;
    this.hash = hash(bytes);
  }

  private static Inlined of(List<String> names, String before, String after) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    for (String name : names) {
      if (!name.equals(names.getFirst())) {
        all.write('\n');
      }
      all.writeBytes(read(name));
    }
    all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
    return new Inlined(all.toByteArray());
  }

  private static byte[] read(String name) {
    try (InputStream resource = Inlined.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException(name + ": the resource is missing; build Anteroom again");
      }
      return resource.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException every) {
      throw new IllegalStateException("every Java platform has SHA-256", every);
    }
  }

  String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  /** Of the text, as a Content-Security-Policy names it. */
  String hash() {
    return hash;
  }
}
