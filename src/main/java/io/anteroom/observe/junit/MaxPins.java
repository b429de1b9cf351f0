package io.anteroom.observe.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * The test, or every test of the class by itself, fails when virtual threads block and hold their
 * carriers meanwhile more often than this. The nearest of this and {@link NoPinning} holds: method,
 * class, enclosing class.
 *
 * <p>Where tests run in parallel, a class that has this on itself or on a method runs alone, one
 * test after the other.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(PinningExtension.class)
@ResourceLock(Resources.GLOBAL)
public @interface MaxPins {
  /** How often at most; from 0. */
  int value();

  /**
   * A carrier held for a shorter time does not count: a whole number and a unit, which is {@code
   * ns}, {@code us}, {@code ms} or {@code s}.
   */
  String threshold() default "0 ms";
}
