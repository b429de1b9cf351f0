package io.anteroom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Networks of Linux, one for each of several programs of a test: each is joined to this machine by
 * a pair of devices of its own, and can be cut off. Takes root and the program {@code ip}.
 */
public final class NetworkNamespaces {
  private static final int SUBNETS = 200;

  /** Tests of several processes may run on this machine. */
  private final long process = ProcessHandle.current().pid();

  private final int count;

  private NetworkNamespaces(int count) {
    this.count = count;
  }

  /** Makes them; null, and says why, where that is not allowed. */
  public static @Nullable NetworkNamespaces create(int count)
      throws IOException, InterruptedException {
    NetworkNamespaces networks = new NetworkNamespaces(count);
    try {
      for (int i = 0; i < count; i++) {
        networks.create(networks.name(i), networks.device(i), i);
      }
      return networks;
    } catch (IOException refused) {
      System.err.println("NOT TESTED: networks of their own for workers: " + refused.getMessage());
      networks.delete();
      return null;
    }
  }

  private void create(String name, String device, int number)
      throws IOException, InterruptedException {
    ip("netns", "add", name);
    ip("link", "add", device, "type", "veth", "peer", "name", "eth0", "netns", name);
    ip("addr", "add", host(number) + "/30", "dev", device);
    ip("link", "set", device, "up");
    ip("-n", name, "addr", "add", host(number).replaceAll("1$", "2") + "/30", "dev", "eth0");
    ip("-n", name, "link", "set", "eth0", "up");
    ip("-n", name, "link", "set", "lo", "up");
  }

  /** This machine's address in each. */
  public List<String> hosts() {
    List<String> hosts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      hosts.add(host(i));
    }
    return hosts;
  }

  private String host(int number) {
    return "10.203.%d.1".formatted((process * 8 + number) % SUBNETS);
  }

  private String name(int number) {
    return "anteroom-" + process + "-" + number;
  }

  /** Names of devices have at most 15 letters. */
  private String device(int number) {
    return "ar" + process + "x" + number;
  }

  /** The command that runs another in a network. */
  public List<String> in(int number, List<String> command) {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", name(number)));
    words.addAll(command);
    return words;
  }

  /** Cuts a network off: what is sent is lost. */
  public void cut(int number) throws IOException, InterruptedException {
    ip("link", "set", device(number), "down");
  }

  /** Joins it again. */
  public void mend(int number) throws IOException, InterruptedException {
    ip("link", "set", device(number), "up");
  }

  private static void ip(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + said.strip());
    }
  }

  /** Takes them away. */
  public void delete() throws InterruptedException {
    for (int i = 0; i < count; i++) {
      try {
        ip("netns", "delete", name(i));
      } catch (IOException none) {
        // It was not made.
      }
    }
  }
}
