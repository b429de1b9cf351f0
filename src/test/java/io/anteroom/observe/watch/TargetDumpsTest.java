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

/** Dumps of a JVM, also of one that writes what nobody can read. */
class TargetDumpsTest {
  private static final String JSON =
      """
      {"threadDump": {"threadContainers": [{"threads": [{"tid": 7, "name": "one", "stack": []}]}]}}
      """;

  private static final String CUT = JSON.substring(0, JSON.length() / 2);

  private static final String PLAIN =
      """
      #8 "two" virtual
          shop.Main.buy(Main.java:7)
      """;

  @TempDir private Path folder;

  private TargetDumps writing(String json, String plain) {
    Object beans =
        Proxy.newProxyInstance(
            TargetDumpsTest.class.getClassLoader(),
            new Class<?>[] {MBeanServerConnection.class},
            (proxy, method, arguments) -> {
              Object[] given = (Object[]) arguments[2];
              String text = given[1].equals("JSON") ? json : plain;
              return Files.writeString(Path.of((String) given[0]), text).toString();
            });
    return new TargetDumps(
        JvmThreads.of((MBeanServerConnection) beans),
        new Target(ProcessHandle.current().pid(), 27, "27", "VM", "Main"),
        folder.toString());
  }

  @Test
  void jsonIsRead() throws IOException {
    assertThat(writing(JSON, "").take().threads()).singleElement().matches(one -> one.id() == 7);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whereJsonCanNotBeReadPlainTextIs() throws IOException {
    assertThat(writing(CUT, PLAIN).take().threads())
        .singleElement()
        .matches(one -> one.id() == 8 && one.virtual() && one.stack().size() == 1);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whereNeitherCanItSaysWhatIsWrong() {
    assertThatThrownBy(writing(CUT, "nothing")::take)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no JSON that can be read");
    assertThat(folder).isEmptyDirectory();
  }
}
