/**
 * A JUnit Jupiter extension: a test fails when virtual threads hold their carriers. It needs
 * nothing but Jupiter and HdrHistogram beside Anteroom's jar.
 *
 * <p>Mark a test, or a class of tests, with {@link io.anteroom.observe.junit.NoPinning} or {@link
 * io.anteroom.observe.junit.MaxPins}. What counts is what {@link
 * io.anteroom.measure.flight.CarrierHolds} finds, so {@code Object.wait} and contended {@code
 * synchronized} count on JDK 21 to 23 too. What no event of the JDK tells, such as a carrier held
 * by a file or a name look-up, counts only if it has not ended when the test ends.
 *
 * <p>The {@code @BeforeEach} and {@code @AfterEach} methods belong to the test, those for all tests
 * do not. Events tell of a held carrier when the blocking has ended. A hold that has not ended when
 * the test ends is seen by looks at the threads if it goes on for a quarter of a second more, and
 * counts; so does one that no event tells of. A test that times out says who holds the carriers.
 * Events do not tell which test started a thread; therefore marked tests run alone where tests run
 * in parallel, as with {@link org.junit.jupiter.api.parallel.Isolated}.
 *
 * <p>Uses {@code measure.flight} and {@code measure.threads}.
 */
@NullMarked
package io.anteroom.observe.junit;

import org.jspecify.annotations.NullMarked;
