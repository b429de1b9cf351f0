package io.anteroom.result.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrettyJsonTest {
  @Test
  void keysAndTheElementsOfArraysHaveTheirLines() {
    assertThat(
            PrettyJson.of(
                "{\"a\":1,\"b\":{\"c\":[1,2],\"d\":{}},\"e\":[{\"f\":[3,{}]},{}],\"g\":[]}"))
        .isEqualTo(
            """
            {
              "a": 1,
              "b": {
                "c": [1, 2],
                "d": {}
              },
              "e": [
                {"f": [3, {}]},
                {}
              ],
              "g": []
            }
            """);
  }

  @Test
  void anElementOfAnArrayLooksTheSameByItself() {
    for (String element : List.of("{}", "{\"a\":[1,{}],\"b\":[[2],[]],\"c\":{\"d\":\"[{\"}}")) {
      assertThat("[\n  " + PrettyJson.line(element) + "\n]\n")
          .isEqualTo(PrettyJson.of("[" + element + "]"));
    }
  }

  @Test
  void stringsStayAsTheyAre() {
    String strings = "{\"a\":\"{[,:]}\\\"{\\\\\",\"b\":\"\\\\\"}";
    assertThat(PrettyJson.of(strings))
        .isEqualTo("{\n  \"a\": \"{[,:]}\\\"{\\\\\",\n  \"b\": \"\\\\\"\n}\n");
  }
}
