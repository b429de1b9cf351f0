package io.anteroom.teach;

import io.anteroom.study.cell.SimulatedCells;
import java.nio.file.Path;

/**
 * What lessons are run with.
 *
 * @param mainClass the command line, for the JVMs of runs in real time
 * @param keeper writes the results folders of simulations
 * @param folder the lesson's results folder
 */
public record Workshop(String mainClass, SimulatedCells.Keeper keeper, Path folder) {}
