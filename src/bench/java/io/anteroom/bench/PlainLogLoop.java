package io.anteroom.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Parses an access log as one would write it down: a line, a date, a number; and adds them up. */
final class PlainLogLoop {
  private PlainLogLoop() {}

  /** The file is the first argument. */
  public static void main(String[] arguments) throws IOException {
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss xx", Locale.ENGLISH);
    long count = 0;
    double seconds = 0;
    try (BufferedReader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int open = line.indexOf('[');
        String stamp = line.substring(open + 1, line.indexOf(']', open));
        seconds += OffsetDateTime.parse(stamp, format).toEpochSecond() * 1e-12;
        seconds += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
        count++;
      }
    }
    System.out.println(count + " " + seconds);
  }
}
