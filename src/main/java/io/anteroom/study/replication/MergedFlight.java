package io.anteroom.study.replication;

import io.anteroom.result.FlightReport;
import io.anteroom.result.FlightReport.Blocked;
import io.anteroom.result.FlightReport.Reason;
import io.anteroom.result.FlightReport.RoomWaits;
import io.anteroom.result.FlightReport.Site;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the flight recordings of merged runs showed: counts and times are added, by cause. */
final class MergedFlight {
  private static final int MOST_ROOMS = 100;

  private MergedFlight() {}

  static FlightReport of(List<FlightReport> all) {
    Map<String, Long> events = new TreeMap<>();
    all.forEach(one -> one.events().forEach((name, count) -> events.merge(name, count, Long::sum)));
    return new FlightReport(
        all.getFirst().settings(),
        distinct(all, FlightReport::missing),
        distinct(all, FlightReport::notObservable),
        blocked(all, FlightReport::otherPins),
        blocked(all, FlightReport::contention),
        waitsByRoom(all),
        events,
        all.stream().mapToLong(FlightReport::lost).sum(),
        distinct(all, FlightReport::problems),
        all.stream().mapToLong(FlightReport::lagMaxNanos).max().orElse(0),
        all.stream().mapToLong(FlightReport::stopNanos).max().orElse(0));
  }

  private static List<String> distinct(
      List<FlightReport> all, Function<FlightReport, List<String>> texts) {
    return all.stream().flatMap(one -> texts.apply(one).stream()).distinct().toList();
  }

  /** Null unless all have recorded it. */
  private static @Nullable Blocked blocked(
      List<FlightReport> reports, Function<FlightReport, @Nullable Blocked> part) {
    List<Blocked> all = new ArrayList<>();
    for (FlightReport report : reports) {
      Blocked one = part.apply(report);
      if (one != null) {
        all.add(one);
      }
    }
    return all.size() < reports.size()
        ? null
        : new Blocked(
            all.stream().mapToLong(Blocked::count).sum(),
            all.stream().mapToLong(Blocked::nanos).sum(),
            all.stream().mapToLong(Blocked::largestNanos).max().orElse(0),
            sites(all.stream().map(Blocked::sites).toList()));
  }

  private static List<RoomWaits> waitsByRoom(List<FlightReport> all) {
    Map<Integer, RoomWaits> byRoom = new TreeMap<>();
    all.stream()
        .flatMap(one -> one.waitsByRoom().stream())
        .forEach(waits -> byRoom.merge(waits.room(), waits, MergedFlight::sum));
    return byRoom.values().stream()
        .sorted(Comparator.comparingLong(RoomWaits::nanos).reversed())
        .limit(MOST_ROOMS)
        .toList();
  }

  private static RoomWaits sum(RoomWaits one, RoomWaits other) {
    return new RoomWaits(
        one.room(),
        one.count() + other.count(),
        one.nanos() + other.nanos(),
        Math.max(one.largestNanos(), other.largestNanos()));
  }

  /**
   * Sites by their frame, the most nanoseconds first. Of a place that several runs had, the
   * percentiles of its times are not known: no histogram of them is kept.
   */
  static List<Site> sites(List<List<Site>> all) {
    Map<String, List<Site>> byFrame =
        all.stream()
            .flatMap(List::stream)
            .collect(Collectors.groupingBy(Site::frame, TreeMap::new, Collectors.toList()));
    return byFrame.values().stream()
        .map(MergedFlight::site)
        .sorted(Comparator.comparingLong(Site::nanos).reversed())
        .toList();
  }

  private static Site site(List<Site> same) {
    return new Site(
        same.getFirst().frame(),
        same.stream().mapToLong(Site::count).sum(),
        same.stream().mapToLong(Site::nanos).sum(),
        same.stream().mapToLong(Site::largestNanos).max().orElse(0),
        same.size() == 1 ? same.getFirst().times() : null,
        reasons(same.stream().map(Site::reasons).flatMap(List::stream).toList()));
  }

  private static List<Reason> reasons(Collection<Reason> all) {
    Map<String, List<Reason>> byReason =
        all.stream()
            .collect(Collectors.groupingBy(Reason::reason, TreeMap::new, Collectors.toList()));
    return byReason.values().stream()
        .map(MergedFlight::reason)
        .sorted(Comparator.comparingLong(Reason::nanos).reversed())
        .toList();
  }

  /** The stack is that of the run in which it held carriers longest. */
  private static Reason reason(List<Reason> same) {
    Reason worst = same.getFirst();
    for (Reason one : same) {
      worst = one.nanos() > worst.nanos() ? one : worst;
    }
    return new Reason(
        worst.reason(),
        same.stream().mapToLong(Reason::count).sum(),
        same.stream().mapToLong(Reason::nanos).sum(),
        worst.stack());
  }
}
