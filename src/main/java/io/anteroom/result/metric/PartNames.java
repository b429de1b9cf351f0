package io.anteroom.result.metric;

import io.anteroom.result.PartLabel;
import io.anteroom.scenario.Journey;
import io.anteroom.scenario.PersonClass;
import io.anteroom.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;

/** The pools and the classes of persons that the labels of metrics may name. */
public record PartNames(List<String> pools, List<String> classes) {
  /** Of a scenario with one pool and one class, which have no names. */
  public static final PartNames NONE = new PartNames(List.of(), List.of());

  public PartNames {
    pools = List.copyOf(pools);
    classes = List.copyOf(classes);
  }

  /** Those of a scenario. */
  public static PartNames of(Scenario scenario) {
    Journey journey = scenario.journey();
    return journey == null
        ? NONE
        : new PartNames(
            journey.poolNames(), journey.classes().stream().map(PersonClass::name).toList());
  }

  /** Every part: each pool, each class, and each class in each pool. */
  public List<PartLabel> all() {
    List<PartLabel> all = new ArrayList<>();
    pools.forEach(pool -> all.add(new PartLabel(pool, null)));
    classes.forEach(one -> all.add(new PartLabel(null, one)));
    for (String pool : pools) {
      classes.forEach(one -> all.add(new PartLabel(pool, one)));
    }
    return all;
  }
}
