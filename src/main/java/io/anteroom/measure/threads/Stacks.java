package io.anteroom.measure.threads;

import io.anteroom.measure.flight.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Frames and stacks, each kept once: of a million threads most wait in the same few places. */
final class Stacks {
  private final Map<String, Frame> frames = new HashMap<>();
  private final Map<List<Frame>, List<Frame>> stacks = new HashMap<>();

  Frame frame(String text) {
    return frames.computeIfAbsent(text, Frame::parse);
  }

  List<Frame> stack(List<Frame> frames) {
    List<Frame> copy = List.copyOf(frames);
    List<Frame> known = stacks.putIfAbsent(copy, copy);
    return known == null ? copy : known;
  }
}
