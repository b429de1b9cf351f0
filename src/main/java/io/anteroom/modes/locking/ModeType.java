package io.anteroom.modes.locking;

import io.anteroom.scenario.ModeTraits;
import java.util.function.Function;

/**
 * A locking mode as the catalogue lists it.
 *
 * @param traits what scenarios have to know of it
 * @param factory makes the mode of one run
 */
public record ModeType(ModeTraits traits, Function<Premises, LockingMode> factory) {}
