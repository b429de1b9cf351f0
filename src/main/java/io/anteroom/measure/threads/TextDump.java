package io.anteroom.measure.threads;

import io.anteroom.measure.flight.Frame;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads thread dumps that are text. {@code Thread.print} (and {@code jstack}) lists platform
 * threads, the processor time of each, and with a carrier the id of the virtual thread on it; from
 * JDK 23 on its stack, too (JDK-8330846). {@code Thread.dump_to_file} lists virtual threads as
 * well. Confined to one thread.
 */
final class TextDump {
  private static final Pattern PRINTED = Pattern.compile("^\"(.*)\" #(\\d+)(?: .*)?$");
  private static final Pattern CPU = Pattern.compile(" cpu=([0-9.]+)ms");
  private static final Pattern DUMPED =
      Pattern.compile("^#(\\d+) \"(.*?)\"( virtual)?(?: ([A-Z_]+))?(?: \\S+)?$");
  private static final Pattern STATE =
      Pattern.compile("^\\s+java\\.lang\\.Thread\\.State: ([A-Z_]+).*");
  private static final Pattern CARRYING = Pattern.compile("^\\s+Carrying virtual thread #(\\d+).*");
  private static final Pattern MOUNTED =
      Pattern.compile("^\\s+Mounted virtual thread (?:\"(.*)\" )?#(\\d+).*");
  private static final Pattern FRAME = Pattern.compile("^\\s+(?:at )?(\\S+\\(.*\\))\\s*$");
  private static final Pattern LOCK =
      Pattern.compile(
          "^\\s+- (locked|waiting to lock|waiting to re-lock in wait\\(\\)|waiting on|parking to"
              + " wait for)\\s+(.+?)(?:, owner #(\\d+))?$");
  private static final Pattern ADDRESS = Pattern.compile("<(0x\\p{XDigit}+)> \\(an? (.+)\\)");
  private static final Pattern IDENTITY = Pattern.compile("<(\\S+)>");
  private static final Pattern VERSION =
      Pattern.compile("^\\d[\\w.+-]*$|.*\\(build ([^,)]+).*|^Full thread dump .*\\((\\S+) .*");

  private final Stacks stacks = new Stacks();
  private final List<DumpedThread> threads = new ArrayList<>();
  private @Nullable ThreadDraft draft;
  private long carrier = DumpedThread.NONE;
  private long riding = DumpedThread.NONE;
  private String jdk = "";

  ThreadDump read(BufferedReader text) throws IOException {
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      read(line);
    }
    finish();
    return new ThreadDump(jdk, threads);
  }

  private void read(String line) {
    if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
      readHeader(line);
    } else if (draft != null && !line.isBlank()) {
      readDetail(draft, line);
    }
  }

  private void readHeader(String line) {
    Matcher printed = PRINTED.matcher(line);
    Matcher dumped = DUMPED.matcher(line);
    if (printed.matches()) {
      ThreadDraft next = begin(Long.parseLong(printed.group(2)), printed.group(1));
      Matcher cpu = CPU.matcher(line);
      if (cpu.find()) {
        next.cpuNanos = Math.round(Double.parseDouble(cpu.group(1)) * 1e6);
      }
    } else if (dumped.matches()) {
      ThreadDraft next = begin(Long.parseLong(dumped.group(1)), dumped.group(2));
      next.virtual = dumped.group(3) != null;
      next.state(dumped.group(4));
    } else if (threads.isEmpty() && draft == null) {
      Matcher version = VERSION.matcher(line);
      if (version.matches() && !line.matches("\\d+") && !line.startsWith("20")) {
        jdk = version.group(1) == null ? orEmpty(version.group(2), line) : version.group(1);
      }
    }
  }

  private static String orEmpty(@Nullable String group, String line) {
    return group == null ? line : group;
  }

  private void readDetail(ThreadDraft thread, String line) {
    Matcher frame = FRAME.matcher(line);
    Matcher lock = LOCK.matcher(line);
    Matcher state = STATE.matcher(line);
    Matcher carrying = CARRYING.matcher(line);
    Matcher mounted = MOUNTED.matcher(line);
    if (lock.matches()) {
      readLock(thread, lock);
    } else if (state.matches()) {
      thread.state(state.group(1));
    } else if (carrying.matches()) {
      riding = Long.parseLong(carrying.group(1));
      carrier = thread.id;
    } else if (mounted.matches()) {
      String name = mounted.group(1) == null ? "" : mounted.group(1);
      beginRider(Long.parseLong(mounted.group(2)), name);
    } else if (frame.matches()) {
      thread.frames.add(stacks.frame(frame.group(1)));
    }
  }

  private static void readLock(ThreadDraft thread, Matcher line) {
    String lock = lock(line.group(2));
    if (line.group(1).equals("locked")) {
      thread.held.add(lock);
    } else {
      thread.awaited = lock;
      thread.owner = line.group(3) == null ? DumpedThread.NONE : Long.parseLong(line.group(3));
    }
  }

  /** {@code <0x1> (a T)} to {@code T@0x1}, {@code <T@1>} to {@code T@1}, all else as it is. */
  private static String lock(String text) {
    Matcher address = ADDRESS.matcher(text);
    if (address.matches()) {
      return address.group(2) + "@" + address.group(1);
    }
    Matcher identity = IDENTITY.matcher(text);
    return identity.matches() ? identity.group(1) : text;
  }

  private ThreadDraft begin(long id, String name) {
    finish();
    ThreadDraft next = new ThreadDraft();
    next.id = id;
    next.name = name;
    draft = next;
    return next;
  }

  /** Its stack follows that of its carrier. */
  private void beginRider(long id, String name) {
    long on = carrier;
    riding = DumpedThread.NONE;
    ThreadDraft rider = begin(id, name);
    rider.virtual = true;
    rider.carrier = on;
  }

  private void finish() {
    if (draft != null) {
      draft.virtual |= draft.frames.stream().anyMatch(TextDump::isVirtualRoot);
      threads.add(draft.finished(stacks));
    }
    if (riding != DumpedThread.NONE) {
      ThreadDraft untold = new ThreadDraft();
      untold.id = riding;
      untold.virtual = true;
      untold.carrier = carrier;
      threads.add(untold.finished(stacks));
    }
    draft = null;
    riding = DumpedThread.NONE;
  }

  /** Every virtual thread begins there. */
  static boolean isVirtualRoot(Frame frame) {
    return frame.type().equals("java.lang.VirtualThread") && frame.method().equals("run");
  }
}
