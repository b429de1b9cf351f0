package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReusedResourcesTest {
  private static final class Thing implements Closeable {
    private int closed;
    private boolean stuck;

    @Override
    public void close() throws IOException {
      closed++;
      if (stuck) {
        throw new IOException("stuck");
      }
    }
  }

  private final List<Thing> opened = new ArrayList<>();
  private final ReusedResources<Thing> pool = new ReusedResources<>(this::open);

  private Thing open() {
    Thing thing = new Thing();
    opened.add(thing);
    return thing;
  }

  @Test
  void usesAThingAgain() throws Exception {
    pool.use(thing -> {});
    pool.use(thing -> assertThat(thing).isSameAs(opened.get(0)));
    assertThat(opened).hasSize(1);
  }

  @Test
  void opensAsManyAsAreInUseAtOnce() throws Exception {
    pool.use(outer -> pool.use(inner -> assertThat(inner).isNotSameAs(outer)));
    pool.use(outer -> pool.use(inner -> assertThat(inner).isNotSameAs(outer)));
    assertThat(opened).hasSize(2);
  }

  @Test
  void closesAThingWhoseUseFailed() throws Exception {
    assertThatThrownBy(
            () ->
                pool.use(
                    thing -> {
                      thing.stuck = true;
                      throw new InterruptedException();
                    }))
        .isInstanceOf(InterruptedException.class)
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    pool.use(thing -> assertThat(thing).isNotSameAs(opened.get(0)));
    assertThat(opened.get(0).closed).isEqualTo(1);
  }

  @Test
  void usesAThingAgainWhoseUserSaysThatItIsSound() {
    for (boolean sound : new boolean[] {true, false}) {
      assertThatThrownBy(
              () ->
                  pool.use(
                      thing -> {
                        throw new CallFailedException("no such row", null, sound);
                      }))
          .isInstanceOf(CallFailedException.class);
    }
    assertThat(opened).as("the first one twice").hasSize(1);
    assertThat(opened.get(0).closed).isEqualTo(1);
  }

  @Test
  void closesWhatIsIdleAndLaterWhatIsInUse() throws Exception {
    pool.use(
        outer -> {
          pool.use(inner -> {});
          pool.close();
          assertThat(opened.get(1).closed).isEqualTo(1);
          assertThat(outer.closed).isZero();
        });
    assertThat(opened.get(0).closed).isEqualTo(1);
  }

  @Test
  void closesAllThoughSomeFail() throws Exception {
    pool.use(
        outer ->
            pool.use(
                inner -> {
                  outer.stuck = true;
                  inner.stuck = true;
                }));
    assertThatThrownBy(pool::close)
        .isInstanceOf(IOException.class)
        .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
    assertThat(opened).allSatisfy(thing -> assertThat(thing.closed).isEqualTo(1));
  }
}
