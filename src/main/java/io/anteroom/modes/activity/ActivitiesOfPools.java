package io.anteroom.modes.activity;

import io.anteroom.scenario.Journey;
import io.anteroom.scenario.NamedPool;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What persons do in the rooms of each pool of a journey. */
public final class ActivitiesOfPools implements RoomActivity {
  private final List<RoomActivity> byPool;

  private ActivitiesOfPools(List<RoomActivity> byPool) {
    this.byPool = List.copyOf(byPool);
  }

  /** Makes the activity of a pool. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Makes it.
     *
     * @throws UnsupportedActivityException if this JVM or machine can't run it
     * @throws IOException if the machine refuses what it needs at the start
     */
    RoomActivity open(NamedPool pool) throws UnsupportedActivityException, IOException;
  }

  /** Makes the activities of all pools; where one can't be made, the others are closed again. */
  public static RoomActivity open(Journey journey, Opening opening)
      throws UnsupportedActivityException, IOException {
    List<RoomActivity> opened = new ArrayList<>();
    try {
      for (NamedPool pool : journey.pools()) {
        opened.add(opening.open(pool));
      }
      return new ActivitiesOfPools(opened);
    } catch (UnsupportedActivityException | IOException | RuntimeException failure) {
      try {
        closeAll(opened);
      } catch (IOException | RuntimeException inClosing) {
        failure.addSuppressed(inClosing);
      }
      throw failure;
    }
  }

  /** Closes all of them, whichever fail: the first failure has the others suppressed. */
  private static void closeAll(List<RoomActivity> opened) throws IOException {
    if (opened.isEmpty()) {
      return;
    }
    RoomActivity last = opened.getLast();
    try (last) {
      closeAll(opened.subList(0, opened.size() - 1));
    }
  }

  @Override
  public RoomActivity ofPool(int pool) {
    return byPool.get(pool);
  }

  @Override
  public void perform(long holdNanos) throws InterruptedException, IOException {
    byPool.getFirst().perform(holdNanos);
  }

  @Override
  public @Nullable String lost() {
    return byPool.stream()
        .map(RoomActivity::lost)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() throws IOException {
    closeAll(byPool);
  }
}
