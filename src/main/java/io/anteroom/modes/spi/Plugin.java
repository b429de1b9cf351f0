package io.anteroom.modes.spi;

/**
 * Something of the user's own that Anteroom runs with: a lock, a pool, or what persons do in their
 * rooms. A plugin is found by {@link java.util.ServiceLoader}: its jar names the class in {@code
 * META-INF/services/io.anteroom.modes.spi.LockPlugin} (or {@code PoolPlugin}, {@code
 * ActivityPlugin}). The class is public and has a public constructor without arguments, which does
 * nothing that takes long.
 *
 * <p>One plugin makes what any number of runs need, one run after the other.
 */
public sealed interface Plugin permits ModePlugin, ActivityPlugin {
  /** The version of this package. It goes up when an older plugin could not run with it. */
  int VERSION = 1;

  /**
   * What scenarios call it, such as {@code checkout-pool}: a letter, then letters, digits and
   * hyphens, 40 characters at most, and unlike any name that Anteroom has itself.
   */
  String name();

  /** What it is, in one line without a full stop. */
  String summary();

  /**
   * The version that it was built for: {@code return VERSION}. The compiler copies the number into
   * the plugin's own class, so that an old plugin says so later.
   */
  int version();
}
