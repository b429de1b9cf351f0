package io.anteroom.scenario;

/** A sequence of random numbers that are uniform in (0, 1]. Mutable; confined to one thread. */
@FunctionalInterface
public interface Uniforms {
  /** The next number. */
  double next();
}
