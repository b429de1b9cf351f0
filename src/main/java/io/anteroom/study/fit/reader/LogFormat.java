package io.anteroom.study.fit.reader;

import java.io.IOException;
import java.util.function.Predicate;

/**
 * A layout of log files. Immutable.
 *
 * @param name the word that asks for it
 * @param summary what writes such files, in a few words
 * @param recognises whether a file that begins so has this layout
 * @param reading reads an input
 */
public record LogFormat(
    String name, String summary, Predicate<LogHead> recognises, Reading reading) {
  /** Reads inputs. */
  @FunctionalInterface
  public interface Reading {
    /**
     * Hands every request of the input to the collector, and every line that is none.
     *
     * @throws InvalidLogException if the input as a whole can't be used
     * @throws IOException if it can't be read
     */
    void read(LogInput input, ReadOptions options, RequestCollector requests) throws IOException;
  }
}
