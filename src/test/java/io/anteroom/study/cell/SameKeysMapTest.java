package io.anteroom.study.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SameKeysMapTest {
  private static Map<String, Integer> map(String... keys) {
    Map<String, Integer> entries = new LinkedHashMap<>();
    for (String key : keys) {
      entries.put(key, entries.size());
    }
    return entries;
  }

  @Test
  void equalsWhatItCopiesInTheSameOrder() {
    for (Map<String, Integer> entries : List.of(map(), map("b"), map("b", "a"))) {
      Map<String, Integer> copy = SameKeysMap.copyOf(entries);
      assertThat(copy).isEqualTo(entries).hasSameHashCodeAs(entries);
      assertThat(copy.keySet()).containsExactlyElementsOf(entries.keySet());
      entries.forEach((key, value) -> assertThat(copy.get(key)).isEqualTo(value));
      assertThat(copy.get("other")).isNull();
      assertThat(copy.containsKey("other")).isFalse();
    }
  }

  @Test
  void aValueMayBeNull() {
    Map<String, Integer> entries = map("a", "b");
    entries.put("b", null);
    assertThat(SameKeysMap.copyOf(entries)).isEqualTo(entries);
  }

  @Test
  void doesNotChange() {
    Map<String, Integer> entries = map("a");
    Map<String, Integer> copy = SameKeysMap.copyOf(entries);
    entries.put("b", 2);
    assertThat(copy).containsOnlyKeys("a");
    assertThatThrownBy(() -> copy.put("a", 1)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> copy.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    assertThat(SameKeysMap.copyOf(copy)).isSameAs(copy);
  }

  @Test
  void theSameKeysAreThereOnce() {
    Map<String, Integer> one = SameKeysMap.copyOf(map(new String("a"), new String("b")));
    Map<String, Integer> other = SameKeysMap.copyOf(map(new String("a"), new String("b")));
    assertThat(other.keySet().iterator().next()).isSameAs(one.keySet().iterator().next());
  }

  @Test
  void manyDifferentKeysDoNotMixUp() {
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 1_000; i++) {
        assertThat(SameKeysMap.copyOf(map("key" + i, "same"))).isEqualTo(map("key" + i, "same"));
      }
    }
  }
}
