package io.anteroom.measure.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.anteroom.measure.flight.CarrierHold.Kind;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SitesTest {
  private static final Frame PARK = new Frame("java.lang.VirtualThread", "park", 10);
  private static final Frame ROOM = new Frame("shop.Room", "enter", 20);
  private static final Frame MAIN = new Frame("shop.Main", "run", 30);

  private static CarrierHold hold(long nanos, String reason, Frame... frames) {
    return new CarrierHold(
        Instant.EPOCH,
        nanos,
        Kind.PINNED,
        reason,
        null,
        new CallStack(List.of(frames), false),
        new SeenThread(SeenThread.Kind.VIRTUAL, null, -1),
        null);
  }

  @Test
  void theCauseIsTheFirstFrameOfTheApplication() {
    PinSites sites = new PinSites();
    sites.add(hold(5, "monitor", PARK, ROOM, MAIN));
    sites.add(hold(7, "monitor", PARK, ROOM));
    sites.add(hold(100, "native", PARK, MAIN));
    assertThat(sites.sites())
        .extracting(Site::frame)
        .containsExactly("shop.Main.run:30", "shop.Room.enter:20");
    Site room = sites.sites().get(1);
    assertThat(room.tally()).isEqualTo(new Tally(2, 12, 7));
    assertThat(room.histogram().getTotalCount()).isEqualTo(2);
    assertThat(room.reasons()).hasSize(1);
    assertThat(room.reasons().get(0).paths())
        .extracting(Site.Path::tally)
        .containsExactly(new Tally(1, 7, 7), new Tally(1, 5, 5));
    assertThat(sites.total()).isEqualTo(new Tally(3, 112, 100));
  }

  @Test
  void whatTookEquallyLongIsInOrderOfItsName() {
    PinSites sites = new PinSites();
    for (String way : new String[] {"b", "a", "d", "c"}) {
      Frame caller = new Frame("shop.Main", way, 1);
      sites.add(hold(5, "x", PARK, ROOM, caller));
      sites.add(hold(20, way, PARK, MAIN));
      sites.add(hold(20, "x", PARK, caller));
    }
    List<Site> all = sites.sites();
    assertThat(all)
        .extracting(Site::frame)
        .containsExactly(
            "shop.Main.run:30",
            "shop.Main.a:1",
            "shop.Main.b:1",
            "shop.Main.c:1",
            "shop.Main.d:1",
            "shop.Room.enter:20");
    assertThat(all.getFirst().reasons())
        .extracting(Site.Reason::reason)
        .containsExactly("a", "b", "c", "d");
    assertThat(all.getLast().reasons().getFirst().paths())
        .extracting(path -> path.stack().frames().getLast().method())
        .containsExactly("a", "b", "c", "d");
  }

  @Test
  void skippedPackagesAreNotBlamedUnlessThereIsNobodyElse() {
    PinSites sites = new PinSites("shop.Room");
    sites.add(hold(5, "monitor", PARK, ROOM, MAIN));
    sites.add(hold(3, "monitor", PARK, ROOM));
    assertThat(sites.sites())
        .extracting(Site::frame)
        .containsExactly("shop.Main.run:30", "java.lang.VirtualThread.park:10");
  }

  @Test
  void collapsedStacksAreRootFirstAndSummed() {
    PinSites sites = new PinSites();
    sites.add(hold(5, "a", PARK, ROOM, MAIN));
    sites.add(hold(6, "b", PARK, ROOM, MAIN));
    sites.add(hold(1, "b"));
    assertThat(sites.collapsed())
        .containsExactly(
            "(no stack) 1", "shop.Main.run;shop.Room.enter;java.lang.VirtualThread.park 11");
    assertThat(sites.sites().getLast().frame()).isEqualTo("(no stack)");
  }

  @Test
  void whatDoesNotFitIsCountedAsOther() {
    PinSites sites = new PinSites();
    int stacks = SiteTable.MOST_STACKS + 100;
    for (int line = 0; line < stacks; line++) {
      sites.add(hold(1, "reason " + line, PARK, new Frame("shop.Room", "enter", line), MAIN));
    }
    assertThat(sites.total()).isEqualTo(new Tally(stacks, stacks, 1));
    List<Site> result = sites.sites();
    assertThat(result).hasSize(SiteTable.MOST_SITES + 1);
    assertThat(result.get(0).frame()).isEqualTo(Site.OTHER);
    assertThat(result.stream().mapToLong(site -> site.tally().count()).sum()).isEqualTo(stacks);
    assertThat(result.get(0).reasons()).hasSize(SiteTable.MOST_REASONS + 1);
    assertThat(sites.collapsed()).anyMatch(line -> line.startsWith(Site.OTHER + " "));
    assertThat(
            sites.collapsed().stream()
                .mapToLong(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .sum())
        .isEqualTo(stacks);
  }

  @Test
  void whatIsKnownAlreadyFitsWhenNothingNewDoes() {
    PinSites sites = new PinSites();
    for (int line = 0; line < SiteTable.MOST_STACKS; line++) {
      sites.add(hold(1, "known", PARK, new Frame("shop.Room", "enter", line), MAIN));
    }
    assertThat(sites.collapsed()).as("all stacks fit").noneMatch(line -> line.contains(Site.OTHER));
    sites.add(hold(1_000_000, "known", PARK, new Frame("shop.Room", "enter", 0), MAIN));
    sites.add(hold(9_000, "known", PARK, new Frame("shop.Room", "enter", 0)));
    Site known = sites.sites().getFirst();
    assertThat(known.frame()).isEqualTo("shop.Room.enter:0");
    assertThat(known.tally()).isEqualTo(new Tally(3, 1_009_001, 1_000_000));
    assertThat(known.reasons()).hasSize(1);
    assertThat(known.reasons().getFirst().paths())
        .extracting(path -> path.stack().collapsed(), Site.Path::tally)
        .containsExactly(
            tuple(
                "shop.Main.run;shop.Room.enter;java.lang.VirtualThread.park",
                new Tally(2, 1_000_001, 1_000_000)),
            tuple(Site.OTHER, new Tally(1, 9_000, 9_000)));
  }

  @Test
  void monitorsAreGroupedByPlaceAndClass() {
    MonitorContention contention = new MonitorContention();
    CallStack stack = new CallStack(List.of(ROOM, MAIN), false);
    SeenThread thread = new SeenThread(SeenThread.Kind.PLATFORM, "main", 1);
    contention.add(new MonitorEntry(Instant.EPOCH, 9, "shop.Key", stack, thread));
    contention.add(new MonitorEntry(Instant.EPOCH, 4, "shop.Door", stack, thread));
    Site site = contention.sites().get(0);
    assertThat(contention.sites()).hasSize(1);
    assertThat(site.frame()).isEqualTo("shop.Room.enter:20");
    assertThat(site.reasons())
        .extracting(Site.Reason::reason)
        .containsExactly("monitor of shop.Key", "monitor of shop.Door");
  }

  @Test
  void kindsOfThreadsAreToldByTheStackWhereTheThreadIsUnknown() {
    Frame root = new Frame("jdk.internal.vm.Continuation", "enterSpecial", -1);
    assertThat(new CallStack(List.of(ROOM, root), false).passesThrough(root.type())).isTrue();
    assertThat(new CallStack(List.of(ROOM, MAIN), false).passesThrough(root.type())).isFalse();
  }
}
