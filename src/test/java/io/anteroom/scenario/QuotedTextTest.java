package io.anteroom.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuotedTextTest {
  @Test
  void whatCannotBeSeenIsEscaped() {
    assertThat(QuotedText.of("a\tb\nc\r\u001b\u202E\u2028\uD800é😀"))
        .isEqualTo("\"a\\tb\\nc\\r\\u001b\\u202e\\u2028\\ud800é😀\"");
  }

  @Test
  void ofALongTextItsBeginningIsShown() {
    assertThat(QuotedText.of("😀".repeat(41))).isEqualTo('"' + "😀".repeat(40) + "...\"");
    assertThat(QuotedText.of("x".repeat(40))).isEqualTo('"' + "x".repeat(40) + '"');
  }

  @Test
  void ofALongPathItsEndIsShown() {
    assertThat(QuotedText.tail("/folder".repeat(9) + "/scenario.yaml"))
        .isEqualTo(".../folder/folder/folder/scenario.yaml".replace("...", "...older"))
        .hasSize(43);
  }
}
