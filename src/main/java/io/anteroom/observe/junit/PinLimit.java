package io.anteroom.observe.junit;

import java.lang.reflect.AnnotatedElement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What an annotation allows.
 *
 * @param annotation as it is written, for messages
 * @param most how many held carriers at most
 * @param threshold a carrier held for a shorter time does not count
 */
record PinLimit(String annotation, int most, Duration threshold) {
  private static final Pattern TIMESPAN = Pattern.compile("(\\d{1,9})\\s*(ns|us|ms|s)");

  /**
   * The limit of the test: of its method, else of its class, else of the nearest enclosing class.
   *
   * @throws ExtensionConfigurationException if a value is not allowed, or two limits stand together
   */
  static Optional<PinLimit> of(ExtensionContext context) {
    List<AnnotatedElement> outward = new ArrayList<>();
    context.getTestMethod().ifPresent(outward::add);
    context.getTestClass().ifPresent(outward::add);
    outward.addAll(context.getEnclosingTestClasses().reversed());
    return outward.stream().map(PinLimit::at).flatMap(Optional::stream).findFirst();
  }

  private static Optional<PinLimit> at(AnnotatedElement element) {
    Optional<PinLimit> none =
        AnnotationSupport.findAnnotation(element, NoPinning.class)
            .map(found -> parse("@NoPinning", 0, found.threshold(), element));
    Optional<PinLimit> some =
        AnnotationSupport.findAnnotation(element, MaxPins.class)
            .map(
                found ->
                    parse(
                        "@MaxPins(" + found.value() + ")",
                        found.value(),
                        found.threshold(),
                        element));
    if (none.isPresent() && some.isPresent()) {
      throw new ExtensionConfigurationException(
          "@NoPinning and @MaxPins stand together on " + element + "; keep one of them.");
    }
    return none.or(() -> some);
  }

  private static PinLimit parse(
      String annotation, int most, String threshold, AnnotatedElement element) {
    if (most < 0) {
      throw new ExtensionConfigurationException(
          annotation + " on " + element + ": the value is negative; write 0 or more.");
    }
    Matcher matcher = TIMESPAN.matcher(threshold);
    if (!matcher.matches()) {
      throw new ExtensionConfigurationException(
          ("%s on %s: threshold is '%s'; write a whole number of up to nine digits and a unit,"
                  + " such as 5 ms (ns, us, ms or s).")
              .formatted(annotation, element, threshold));
    }
    Duration shortest = duration(matcher.group(1), matcher.group(2));
    String written = shortest.isZero() ? annotation : annotation + " with threshold " + threshold;
    return new PinLimit(written, most, shortest);
  }

  private static Duration duration(String amount, String unit) {
    long number = Long.parseLong(amount);
    return switch (unit) {
      case "ns" -> Duration.ofNanos(number);
      case "us" -> Duration.ofNanos(number * 1_000);
      case "ms" -> Duration.ofMillis(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
