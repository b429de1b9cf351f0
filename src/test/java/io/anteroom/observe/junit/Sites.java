package io.anteroom.observe.junit;

import java.util.concurrent.locks.LockSupport;

/** Seven class initialisers that park, once in a JVM. */
final class Sites {
  private static final long PARK_NANOS = 2_000_000;

  private Sites() {}

  static void initialise() {
    for (Runnable touch : new Runnable[] {A::new, B::new, C::new, D::new, E::new, F::new, G::new}) {
      touch.run();
    }
  }

  private static final class A {
    static {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }

  private static final class B {
    static {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }

  private static final class C {
    static {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }

  private static final class D {
    static {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }

  private static final class E {
    static {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }

  private static final class F {
    static {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }

  private static final class G {
    static {
      LockSupport.parkNanos(PARK_NANOS);
    }
  }
}
