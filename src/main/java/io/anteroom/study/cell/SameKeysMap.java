package io.anteroom.study.cell;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A map of which there are thousands with the same keys: they have these in common, and each has no
 * more than its values. It keeps the order of its entries and can't be changed. Thread-safe.
 */
public final class SameKeysMap<V> extends AbstractMap<String, V> {
  /** The keys of earlier maps, by their hash; of two with the same place the later ones. */
  private static final AtomicReferenceArray<@Nullable Keys> EARLIER =
      new AtomicReferenceArray<>(64);

  private final Keys keys;
  private final Object[] values;

  /** Keys in order, each with its place. */
  private record Keys(List<String> inOrder, Map<String, Integer> places) {
    /** Those of earlier maps, where there were the same. */
    static Keys of(Set<String> wanted) {
      List<String> inOrder = List.copyOf(wanted);
      int place = Math.floorMod(inOrder.hashCode(), EARLIER.length());
      Keys earlier = EARLIER.get(place);
      if (earlier != null && earlier.inOrder.equals(inOrder)) {
        return earlier;
      }
      Map<String, Integer> places = new HashMap<>();
      inOrder.forEach(key -> places.put(key, places.size()));
      Keys keys = new Keys(inOrder, places);
      EARLIER.set(place, keys);
      return keys;
    }
  }

  private SameKeysMap(Map<String, V> entries) {
    this.keys = Keys.of(entries.keySet());
    this.values = entries.values().toArray();
  }

  /** A copy of these entries, in their order. */
  public static <V> Map<String, V> copyOf(Map<String, V> entries) {
    return entries instanceof SameKeysMap ? entries : new SameKeysMap<>(entries);
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    Integer place = keys.places.get(key);
    return place == null ? null : value(place);
  }

  @SuppressWarnings("unchecked")
  private V value(int place) {
    return (V) values[place];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return keys.places.containsKey(key);
  }

  @Override
  public Set<Map.Entry<String, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, V>> iterator() {
        return IntStream.range(0, size()).mapToObj(this::entry).iterator();
      }

      private Map.Entry<String, V> entry(int place) {
        return new SimpleImmutableEntry<>(keys.inOrder.get(place), value(place));
      }

      @Override
      public int size() {
        return values.length;
      }
    };
  }
}
