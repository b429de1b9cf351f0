package io.anteroom.doctor;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * All that the doctor found, in the order in which it is to be read.
 *
 * @param machine processors, memory and limits, of the host and of the container
 * @param jvm the JDK, its collector, heap and carriers
 * @param clock what reading the time and sleeping cost here
 * @param flight what a flight recording can show on this JDK
 */
@Json
public record Examination(
    List<Finding> machine, List<Finding> jvm, List<Finding> clock, List<Finding> flight) {

  /** Looks at this machine and JVM; takes less than two seconds. */
  public static Examination ofThisProcess() throws InterruptedException {
    return new Examination(
        MachineFindings.all(), JvmFindings.all(), ClockFindings.all(), FlightFindings.all());
  }
}
