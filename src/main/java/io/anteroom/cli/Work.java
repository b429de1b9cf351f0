package io.anteroom.cli;

import java.io.IOException;

/** Something that takes a while. */
@FunctionalInterface
interface Work<T, E extends Exception> {
  T run() throws E, IOException, InterruptedException;
}
