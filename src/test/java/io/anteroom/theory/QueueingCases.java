package io.anteroom.theory;

import io.avaje.jsonb.Jsonb;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The reference results in {@code queueing.json}, as scenarios. */
public final class QueueingCases {
  private static final String MODE = "semaphore-fair";
  private static final List<String> ORDERS = List.of("fifo", "random", "lifo");
  private static final List<QueueingCase> ALL =
      references().stream().flatMap(reference -> cases(reference).stream()).toList();

  private QueueingCases() {}

  /** All of them, in the file's order. */
  public static List<QueueingCase> all() {
    return ALL;
  }

  /** Those that a scenario can express. */
  public static List<QueueingCase> expressible() {
    return ALL.stream().filter(one -> one.settings().isPresent()).toList();
  }

  /** The ids in the file. */
  static List<String> idsInFile() {
    return references().stream().map(Reference::id).toList();
  }

  /** One entry of the file. */
  private record Reference(
      String id,
      String model,
      Map<String, Object> params,
      Map<String, Double> metrics,
      Map<String, Object> published) {
    double number(String name) {
      return ((Number) Objects.requireNonNull(params.get(name), name)).doubleValue();
    }

    double number(String name, double otherwise) {
      return params.containsKey(name) ? number(name) : otherwise;
    }

    /** The case with these settings, given by key and value in turn. */
    QueueingCase as(String... settings) {
      return variant("", metrics, settings);
    }

    /** One of several cases. */
    QueueingCase variant(String suffix, Map<String, Double> its, String... settings) {
      Map<String, String> byKey = new LinkedHashMap<>();
      byKey.put("clock", "simulated");
      byKey.put("mode", MODE);
      for (int i = 0; i < settings.length; i += 2) {
        byKey.put(settings[i], settings[i + 1]);
      }
      byKey.putIfAbsent("visits", "100000");
      return new QueueingCase(
          id + suffix, model, params, its, published, Optional.of(Map.copyOf(byKey)), "");
    }

    QueueingCase inexpressible(String why) {
      return new QueueingCase(id, model, params, metrics, published, Optional.empty(), why);
    }
  }

  private static List<QueueingCase> cases(Reference reference) {
    String id = reference.id();
    return switch (family(id)) {
      case "mm" -> List.of(reference.as(markov(reference)));
      case "mmck" ->
          List.of(reference.as(with(markov(reference), "limit", whole(reference.number("K")))));
      case "erlangb" -> loss(reference);
      case "closed" -> List.of(closed(reference));
      case "burst" -> bursts(reference);
      case "mg1" -> orders(reference, "sd_wait_", "1", mg1Hold(id));
      case "order" -> orders(reference, "sd_", "10", "exponential:1s");
      case "md" ->
          List.of(reference.as(open(poisson(reference), whole(reference.number("c")), "fixed:1s")));
      case "dm" -> List.of(reference.as(renewal(reference, "constant:" + rate(reference))));
      case "e2m2" ->
          List.of(reference.as(renewal(reference, "renewal:erlang:" + gap(reference) + ",k=2")));
      case "ph" -> List.of(phases(reference));
      case "erlanga", "patience" ->
          List.of(
              reference.as(
                  with(
                      markov(reference),
                      "patience",
                      "exponential:" + seconds(reference.number("mean_patience")))));
      case "timed" -> timed(reference);
      case "retrial" ->
          List.of(
              reference.as(
                  with(
                      markov(reference),
                      "mode",
                      "try-park",
                      "line",
                      "shared",
                      "retry",
                      "exponential:" + seconds(1 / reference.number("retry_rate")))));
      default -> List.of(reference.inexpressible(whyNot(id)));
    };
  }

  private static String family(String id) {
    if (id.matches("mm\\d.*|erlangc-14")) {
      return id.startsWith("mmck") ? "mmck" : "mm";
    }
    if (id.matches("[dm]?[dm]\\d.*")) {
      return id.substring(0, 2);
    }
    return id.substring(0, id.indexOf('-'));
  }

  private static String whyNot(String id) {
    return switch (family(id)) {
      case "ross" -> "it is about the time to the first failure of a system with spares";
      case "sjf" -> "no order looks at the holds";
      case "ps3" -> "a room has one person at a time; here those inside share it";
      case "prio", "tandem" -> "it is a journey: see NetworkTest";
      case "plan" -> "it is a search over scenarios";
      default -> throw new IllegalStateException(id + ": neither a scenario nor a reason");
    };
  }

  private static String[] open(String arrivals, String rooms, String hold) {
    return new String[] {"arrivals", arrivals, "rooms", rooms, "hold", hold};
  }

  private static String[] markov(Reference reference) {
    return open(
        poisson(reference),
        whole(reference.number("c")),
        "exponential:" + seconds(1 / reference.number("mu", 1)));
  }

  private static String[] renewal(Reference reference, String arrivals) {
    return open(arrivals, whole(reference.number("c")), "exponential:1s");
  }

  private static String[] with(String[] settings, String... more) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** Persons without patience, and as many places as rooms, with unlike holds. */
  private static List<QueueingCase> loss(Reference reference) {
    String rooms = whole(reference.number("c"));
    Reference givingUp =
        new Reference(
            reference.id(),
            reference.model(),
            reference.params(),
            givingUp(reference.metrics()),
            givingUp(reference.published()));
    return List.of(
        givingUp.variant(
            "/patience",
            givingUp.metrics(),
            with(open(poisson(reference), rooms, "exponential:1s"), "patience", "fixed:0s")),
        reference.variant(
            "/limit",
            reference.metrics(),
            with(open(poisson(reference), rooms, "fixed:1s"), "limit", rooms)));
  }

  private static <T> Map<String, T> givingUp(Map<String, T> blocking) {
    Map<String, T> figures = new TreeMap<>(blocking);
    T blocked = figures.remove("p_block");
    if (blocked != null) {
      figures.put("p_abandon", blocked);
    }
    return figures;
  }

  private static QueueingCase closed(Reference reference) {
    return reference.as(
        "arrivals",
        "closed",
        "persons",
        whole(reference.number("N")),
        "rooms",
        whole(reference.number("c")),
        "hold",
        "exponential:" + seconds(reference.number("mean_hold")),
        "think",
        "exponential:" + seconds(reference.number("mean_think")),
        "visits",
        "10000");
  }

  private static List<QueueingCase> bursts(Reference reference) {
    return List.of(
        burst(reference, "/exponential", "_exp", "exponential:1s"),
        burst(reference, "/fixed", "_det", "fixed:1s"));
  }

  private static QueueingCase burst(
      Reference reference, String suffix, String ending, String hold) {
    Map<String, Double> its = new TreeMap<>();
    reference
        .metrics()
        .forEach(
            (name, value) -> {
              if (name.endsWith(ending)) {
                String plain = name.substring(0, name.length() - ending.length());
                its.put(plain.equals("mean_wait") ? "Wq" : plain, value);
              }
            });
    return reference.variant(
        suffix,
        its,
        "arrivals",
        "at-once",
        "persons",
        whole(reference.number("N")),
        "rooms",
        whole(reference.number("c")),
        "hold",
        hold,
        "visits",
        "1");
  }

  /** One case for each order of service: the same means, another spread. */
  private static List<QueueingCase> orders(
      Reference reference, String prefix, String rooms, String hold) {
    return ORDERS.stream()
        .map(
            order -> {
              Map<String, Double> its = new TreeMap<>(reference.metrics());
              its.keySet().removeIf(name -> name.startsWith(prefix));
              its.put("sd_wait", Objects.requireNonNull(reference.metrics().get(prefix + order)));
              return reference.variant(
                  "/" + order, its, with(open(poisson(reference), rooms, hold), "order", order));
            })
        .toList();
  }

  private static String mg1Hold(String id) {
    return switch (id) {
      case "mg1-d" -> "fixed:1s";
      case "mg1-erlang2" -> "erlang:1s,k=2";
      case "mg1-uniform" -> "uniform:0s..2s";
      case "mg1-h2-balanced-scv-4-" -> "hyperexponential:1s,cv=2";
      default -> throw new IllegalStateException(id);
    };
  }

  private static QueueingCase phases(Reference reference) {
    String[] letters = reference.model().split("/", -1);
    String gap = phase(letters[0], gap(reference));
    return reference.as(
        open("renewal:" + gap, whole(reference.number("c")), phase(letters[1], "1s")));
  }

  private static String phase(String letter, String mean) {
    return switch (letter) {
      case "M" -> "exponential:" + mean;
      case "E2" -> "erlang:" + mean + ",k=2";
      case "H2(scv4)" -> "hyperexponential:" + mean + ",cv=2";
      default -> throw new IllegalStateException(letter);
    };
  }

  /** Patience and timeout are the same to who tries once. */
  private static List<QueueingCase> timed(Reference reference) {
    String timeout = seconds(reference.number("timeout"));
    String[] settings = with(markov(reference), "patience", "fixed:" + timeout);
    return List.of(
        reference.variant("/patience", reference.metrics(), settings),
        reference.variant(
            "/timeout",
            reference.metrics(),
            with(settings, "mode", "timed", "line", "shared", "timeout", timeout)));
  }

  private static String poisson(Reference reference) {
    return "poisson:" + rate(reference);
  }

  private static String rate(Reference reference) {
    return plain(reference.number("lam")) + "/s";
  }

  private static String gap(Reference reference) {
    return seconds(1 / reference.number("lam"));
  }

  private static String seconds(double units) {
    return plain(units) + "s";
  }

  private static String whole(double number) {
    return String.valueOf((long) number);
  }

  private static String plain(double number) {
    return new BigDecimal(String.valueOf(number)).toPlainString();
  }

  @SuppressWarnings("unchecked") // An object of the file.
  private static List<Reference> references() {
    Map<String, Object> file =
        (Map<String, Object>) Jsonb.builder().build().type(Object.class).fromJson(text());
    return ((List<Map<String, Object>>) Objects.requireNonNull(file.get("cases")))
        .stream().map(QueueingCases::reference).toList();
  }

  @SuppressWarnings("unchecked") // Parts of an entry of the file.
  private static Reference reference(Map<String, Object> entry) {
    Map<String, Double> metrics = new TreeMap<>();
    ((Map<String, Number>) Objects.requireNonNull(entry.get("metrics")))
        .forEach((name, value) -> metrics.put(name, value.doubleValue()));
    return new Reference(
        (String) Objects.requireNonNull(entry.get("id")),
        (String) Objects.requireNonNull(entry.get("model")),
        (Map<String, Object>) Objects.requireNonNull(entry.get("params")),
        metrics,
        (Map<String, Object>) Objects.requireNonNull(entry.get("published")));
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(QueueingCases.class.getResourceAsStream("queueing.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
