package io.anteroom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test, or a class of tests, of what a JVM does, with the releases that it does it on. Anteroom
 * says it to its users, so a release that behaves in another way has to be noticed. On other
 * releases the test is skipped. {@code mvn verify -Dgroups=jvm-claim} runs these tests only.
 *
 * <p>Where both a class and its method are marked, both ranges must hold.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag(JvmClaim.TAG)
@ExtendWith(JvmClaimRange.class)
public @interface JvmClaim {
  /** The tag of every such test. */
  String TAG = "jvm-claim";

  /** The first feature release, such as 24. */
  int from() default 21;

  /** The last one. */
  int to() default Integer.MAX_VALUE;
}
