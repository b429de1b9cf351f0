package io.anteroom.cli;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what rooms cost, as the options of a plan say it. Stateless. */
final class RoomCosts {
  /** A number that is not 0. */
  private static final String AMOUNT = "(?=[0-9.]*[1-9])\\d{1,12}(?:\\.\\d{1,6})?";

  private static final Pattern COST = Pattern.compile("([^=]+)=(" + AMOUNT + ")");

  private RoomCosts() {}

  /**
   * What one room of each pool costs.
   *
   * @throws IllegalArgumentException with the reason
   */
  static Map<String, BigDecimal> byPool(@Nullable List<String> costs) {
    Map<String, BigDecimal> byPool = new LinkedHashMap<>();
    for (String cost : costs == null ? List.<String>of() : costs) {
      Matcher parts = COST.matcher(cost);
      if (!parts.matches() || byPool.put(parts.group(1), new BigDecimal(parts.group(2))) != null) {
        throw new IllegalArgumentException(
            "--cost: can't be \""
                + cost
                + "\"; allowed: each pool once, such as connections=12.50");
      }
    }
    return byPool;
  }

  /**
   * What one room costs; null: that is not asked.
   *
   * @throws IllegalArgumentException with the reason
   */
  static @Nullable BigDecimal of(@Nullable String costPerRoom) {
    if (costPerRoom == null) {
      return null;
    }
    if (!costPerRoom.matches(AMOUNT)) {
      throw new IllegalArgumentException(
          "--cost-per-room: can't be \"" + costPerRoom + "\"; allowed: a number such as 12.50");
    }
    return new BigDecimal(costPerRoom);
  }
}
