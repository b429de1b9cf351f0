package io.anteroom.scenario;

import io.anteroom.scenario.Scenario.Stay;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parses what persons do in their rooms, and refuses what the chosen activity can't do. */
final class StayParser {
  private static final Distribution DEFAULT_HOLD = new Distribution.Fixed(Duration.ofMillis(5));

  /** As drivers take it in a URL: as a parameter, or between the user and the host. */
  private static final Pattern PASSWORD =
      Pattern.compile("(?i)passw(?:or)?d\\s*=|//[^/@]*:[^/@]*@");

  private final ActivityParser activities;
  private final SettingReader settings;
  private final ClockKind clock;

  StayParser(ActivityParser activities, SettingReader settings, ClockKind clock) {
    this.activities = activities;
    this.settings = settings;
    this.clock = clock;
  }

  Stay stay(@Nullable Distribution patience, Arrivals arrivals) {
    DurationList listed = arrivals instanceof Arrivals.Trace trace ? trace.holds() : null;
    ActivityTraits activity = activities.activity(settings);
    Distribution hold =
        settings
            .read(ScenarioKey.HOLD, setting -> hold(setting, listed))
            .orElse(listed == null ? DEFAULT_HOLD : new Distribution.Paired(listed));
    Map<ScenarioKey, String> own = own(List.of(activity));
    own.forEach(
        (key, value) -> {
          if (!CallMark.isIn(key, value)) {
            refuseDrawnHold(key);
          }
        });
    Slowdown slowdown =
        settings
            .read(ScenarioKey.SLOWDOWN, setting -> Slowdown.parse(setting.value()))
            .orElse(null);
    return new Stay(hold, activity, patience, own, slowdown);
  }

  /** The same of a journey: its steps say how long rooms are held. */
  Stay stay(Journey journey) {
    Map<ScenarioKey, String> own =
        own(journey.pools().stream().map(NamedPool::activity).distinct().toList());
    own.forEach(
        (key, value) -> {
          if (!CallMark.isIn(key, value)) {
            throw settings.refused(
                key,
                "the steps of the journey say how long rooms are held; let %s have a %s for it"
                    .formatted(key.word(), CallMark.ALL.get(key)));
          }
        });
    return journey.meanStay(own);
  }

  /**
   * @param listed holds of the arrivals; null: there are none
   */
  private static Distribution hold(Setting setting, @Nullable DurationList listed) {
    if (!setting.value().equals(Distribution.Paired.WORD)) {
      return DistributionText.parse(setting);
    }
    if (listed == null) {
      throw new IllegalArgumentException(
          "allowed with arrivals trace:FILE that lists a hold beside each time, such as 1.5s,20ms");
    }
    return new Distribution.Paired(listed);
  }

  /** The keys that only some activities read, each read by one of these at least. */
  private Map<ScenarioKey, String> own(List<ActivityTraits> chosen) {
    Map<ScenarioKey, String> own = new EnumMap<>(ScenarioKey.class);
    settings.given(ScenarioKey.JDBC_URL).ifPresent(StayParser::requireNoPassword);
    for (ScenarioKey key : ScenarioKey.ofSomeActivities()) {
      if (chosen.stream().noneMatch(activity -> activity.reads(key))) {
        String names =
            chosen.stream().map(ActivityTraits::name).collect(Collectors.joining(" and "));
        settings.refuse(
            key,
            "activity %s %s not read it; %s"
                .formatted(names, chosen.size() == 1 ? "does" : "do", activities.instead(key)));
      }
      settings.read(key, setting -> value(key, setting)).ifPresent(text -> own.put(key, text));
    }
    return own;
  }

  /** The message does not repeat the value: a password is not to be in any output. */
  private static void requireNoPassword(Setting url) {
    if (PASSWORD.matcher(url.value()).find()) {
      throw new InvalidScenarioException(
          url.origin(),
          "jdbc-url can't hold a password; remove it, and set PGPASSWORD or jdbc-password-file");
    }
  }

  private static String value(ScenarioKey key, Setting setting) {
    String text = ((Notation.Form) key.notation()).fitting(setting.value());
    try {
      return switch (key) {
        case JDBC_PASSWORD_FILE -> setting.folder().resolve(text).toString();
        case URL -> requireHost(text);
        default -> text;
      };
    } catch (InvalidPathException | URISyntaxException notOne) {
      throw new IllegalArgumentException("allowed: " + key.allowed());
    }
  }

  /** The form alone accepts what is not a host, such as {@code 1.2.3}. */
  private static String requireHost(String url) throws URISyntaxException {
    if (new URI(url.replace(CallMark.IN_URL, "0")).getHost() == null) {
      throw new URISyntaxException(url, "no host");
    }
    return url;
  }

  /** A call that takes as long as it takes contradicts a drawn hold, and can't be simulated. */
  private void refuseDrawnHold(ScenarioKey call) {
    settings.refuse(
        ScenarioKey.HOLD,
        "a room is held for as long as the call takes; remove it, or let %s have a %s for it"
            .formatted(call.word(), CallMark.ALL.get(call)));
    settings.refuse(
        ScenarioKey.SLOWDOWN,
        "it stretches holds that are drawn, and a room is held for as long as the call"
            + " takes; remove it, or let %s have a %s for the hold"
                .formatted(call.word(), CallMark.ALL.get(call)));
    if (clock == ClockKind.SIMULATED) {
      throw settings.refused(
          call,
          "nobody knows how long it takes, so it can't be simulated; set hold instead, or clock"
              + " wall");
    }
  }
}
