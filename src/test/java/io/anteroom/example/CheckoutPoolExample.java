package io.anteroom.example;

import io.anteroom.Anteroom;
import io.anteroom.scenario.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A test as users write it: a pool of their own is held to an objective. */
class CheckoutPoolExample {
  @Test
  void hardlyAnybodyWaitsForAConnection() throws InterruptedException {
    CheckoutPool pool = new CheckoutPool();
    Scenario scenario =
        Anteroom.scenario()
            .mode(pool)
            .rooms(10)
            .arrivals("poisson:300/s")
            .hold("exponential:20ms")
            .duration(Duration.ofSeconds(3))
            .expect("wait.p99 < 50ms")
            .build();
    Anteroom.run(scenario, pool).requireMet();
  }
}
