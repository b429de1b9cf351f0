package io.anteroom.theory;

/** A model whose wait has a distribution that is made elsewhere. */
interface HasTail extends WaitTail {
  WaitTail tail();

  @Override
  default double exceeds(double time) {
    return tail().exceeds(time);
  }

  @Override
  default WaitTail andExponential(double mean) {
    return tail().andExponential(mean);
  }
}
