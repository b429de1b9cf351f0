package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
  @ParameterizedTest
  @CsvSource({
    "a.B.c(B.java:7), a.B, c, 7",
    "java.base/a.B.c(B.java:7), a.B, c, 7",
    "app//a.B.c(B.java:0), a.B, c, 0",
    "a.B.c(java.base@25/B.java:7), a.B, c, 7",
    "a.B.<init>(B.java:999999999), a.B, <init>, 999999999",
    "a.B.c(B.java:1000000000), a.B, c, -1",
    "a.B.c(Native Method), a.B, c, -1",
    "a.B.c(Unknown Source), a.B, c, -1",
    "a.B.c, a.B, c, -1",
    "a.B:7, a, B:7, -1",
    ".c(B.java:7), '', c, 7",
    "c(B.java:7), (unknown), c, -1",
    "(B.java:7), (unknown), '', -1",
    "a.B$$Lambda/0x00007f19e8158c40.run(B.java), a.B$$Lambda, run, -1",
    "a.B$$Lambda.0x00007f19e8158c40.run(B.java:7), a.B$$Lambda, run, 7"
  })
  void isReadFromALineOfADump(String text, String type, String method, int line) {
    assertThat(Frame.parse(text)).isEqualTo(new Frame(type, method, line));
  }

  @Test
  void isWrittenWithItsLineWhereThatIsKnown() {
    assertThat(new Frame("a.B", "c", 7)).hasToString("a.B.c:7");
    assertThat(new Frame("a.B", "c", 0)).hasToString("a.B.c:0");
    assertThat(new Frame("a.B", "c", -1)).hasToString("a.B.c");
    assertThat(new Frame("(no stack)", "", -1)).hasToString("(no stack)");
  }

  @ParameterizedTest
  @CsvSource({"java.lang.Thread, true", "com.sun.net.A, true", "javas.A, false", "shop.A, false"})
  void isOfTheJdkByItsPackage(String type, boolean platform) {
    assertThat(new Frame(type, "run", 1).isPlatform()).isEqualTo(platform);
  }
}
