package io.anteroom.run.simulate;

/** A person on a journey, as logs are told of it. Mutable; confined to one thread. */
class JourneyingPerson {
  int person;

  /** Which of the person's visits it is. */
  long visit;

  int personClass;

  /** Whether the visit is measured. */
  boolean counts;

  long intendedNanos;

  /** How long the person has waited in this visit, in all pools together. */
  long waitedNanos;
}
