package io.anteroom.study.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.scenario.BusyWaiting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmArgumentsTest {
  @Test
  void sizesNumbersAndSwitchesTravel() {
    assertThatCode(
            () ->
                JvmArguments.require(
                    List.of(
                        "-Xmx2g",
                        "-Xss512k",
                        "-XX:+UseZGC",
                        "-XX:-UseCompactObjectHeaders",
                        "-XX:MaxRAMPercentage=50",
                        "-Djdk.virtualThreadScheduler.parallelism=4",
                        BusyWaiting.jvmOption())))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-XX:OnError=rm",
        "-XX:OnOutOfMemoryError=rm",
        "-XX:Flags=file",
        "-XX:+UseZGC\n-XX:OnError=rm",
        "-javaagent:evil.jar",
        "-agentlib:jdwp=server=y",
        "-cp",
        "@file",
        "-Danteroom.plugins=evil",
        "-Djava.class.path=evil",
        "-jar"
      })
  void whatNamesProgramsFilesOrCodeDoesNot(String argument) {
    assertThatThrownBy(() -> JvmArguments.require(List.of("-Xmx1g", argument)))
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("can't go to a worker; allowed: sizes");
  }
}
