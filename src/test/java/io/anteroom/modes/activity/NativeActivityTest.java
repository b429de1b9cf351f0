package io.anteroom.modes.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class NativeActivityTest {
  private final AtomicInteger comparisons = new AtomicInteger();

  private MethodHandle comparison() throws ReflectiveOperationException {
    return MethodHandles.lookup()
        .bind(comparisons, "incrementAndGet", MethodType.methodType(int.class));
  }

  @Test
  void isCalledBackFromTheNativeFunction() throws Throwable {
    MethodHandle sort = NativeSort.bind("qsort", comparison());
    sort.invokeExact();
    assertThat(comparisons).hasPositiveValue();
  }

  @Test
  void saysInOneLineWhyItCannotRun() throws Exception {
    MethodHandle comparison = comparison();
    assertThatThrownBy(() -> NativeSort.bind("no_such_function", comparison))
        .isInstanceOf(UnsupportedActivityException.class)
        .hasMessageContaining("no_such_function")
        .hasMessageContaining("Java " + Runtime.version())
        .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("\n"));
  }
}
