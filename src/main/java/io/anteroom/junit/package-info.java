/**
 * A JUnit Jupiter extension: a test fails when virtual threads hold their carriers. It may depend
 * on {@code jfr} only, and needs nothing but Jupiter and HdrHistogram beside Anteroom's jar.
 *
 * <p>Mark a test, or a class of tests, with {@link io.anteroom.junit.NoPinning} or {@link
 * io.anteroom.junit.MaxPins}. What counts is what {@link io.anteroom.jfr.CarrierHolds} finds, so
 * {@code Object.wait} and contended {@code synchronized} count on JDK 21 to 23 too. What no event
 * of the JDK tells, such as a carrier held by a file or a name look-up, does not count.
 *
 * <p>The {@code @BeforeEach} and {@code @AfterEach} methods belong to the test, those for all tests
 * do not. The JDK tells of a held carrier when the blocking has ended, so a test has to join the
 * threads that it starts. Events do not tell which test started a thread; therefore marked tests
 * run alone where tests run in parallel, as with {@link org.junit.jupiter.api.parallel.Isolated}.
 */
@NullMarked
package io.anteroom.junit;

import org.jspecify.annotations.NullMarked;
