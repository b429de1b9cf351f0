package io.anteroom.observe.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.measure.threads.JvmThreads;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.MBeanServerConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dumps of a JVM that sometimes writes what nobody can read. */
class TargetDumpsTest {
  private static final String DUMP =
      """
      {"threadDump": {"threadContainers": [{"threads": [{"tid": 7, "name": "one", "stack": []}]}]}}
      """;

  @TempDir private Path folder;
  private int dumps;

  /** Dumps that can be read from that one on, counted from 1. */
  private TargetDumps readableFrom(int first) {
    Object beans =
        Proxy.newProxyInstance(
            TargetDumpsTest.class.getClassLoader(),
            new Class<?>[] {MBeanServerConnection.class},
            (proxy, method, arguments) -> {
              dumps++;
              Object[] given = (Object[]) arguments[2];
              String text = dumps < first ? DUMP.substring(0, DUMP.length() / 2) : DUMP;
              return Files.writeString(Path.of((String) given[0]), text).toString();
            });
    return new TargetDumps(
        JvmThreads.of((MBeanServerConnection) beans),
        new Target(ProcessHandle.current().pid(), 27, "27", "VM", "Main"),
        folder.toString());
  }

  @Test
  void aDumpThatCanNotBeReadIsTakenAgain() throws IOException {
    assertThat(readableFrom(3).take().threads()).singleElement().matches(one -> one.id() == 7);
    assertThat(dumps).isEqualTo(3);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void afterThreeTriesItSaysWhatIsWrong() {
    assertThatThrownBy(readableFrom(4)::take)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no JSON that can be read");
    assertThat(dumps).isEqualTo(3);
    assertThat(folder).isEmptyDirectory();
  }
}
