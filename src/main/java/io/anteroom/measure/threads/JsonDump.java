package io.anteroom.measure.threads;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.jsonb.Jsonb;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@code Thread.dump_to_file -format=json} writes: up to JDK 24 names and stacks, from
 * 25 on states, locks and carriers, too; from 27 on (format 2) numbers are numbers.
 */
final class JsonDump {
  private final JsonReader json;
  private final Stacks stacks = new Stacks();
  private final List<DumpedThread> threads = new ArrayList<>();
  private String jdk = "";

  private JsonDump(JsonReader json) {
    this.json = json;
  }

  static ThreadDump read(InputStream text) {
    try (JsonReader json = Jsonb.builder().build().reader(new WholeTexts(text))) {
      JsonDump dump = new JsonDump(json);
      dump.readAll();
      return new ThreadDump(dump.jdk, dump.threads);
    } catch (JsonException broken) {
      String reason = String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
      throw new IllegalArgumentException("no JSON that can be read: " + reason, broken);
    }
  }

  private void readAll() {
    json.beginObject();
    while (json.hasNextField()) {
      switch (json.nextField()) {
        case "threadDump" -> readAll();
        case "threadContainers" -> eachElement(this::readContainer);
        case "runtimeVersion" -> jdk = json.readString();
        default -> json.skipValue();
      }
    }
    json.endObject();
  }

  private void eachElement(Runnable element) {
    json.beginArray();
    while (json.hasNextElement()) {
      element.run();
    }
    json.endArray();
  }

  private void readContainer() {
    json.beginObject();
    while (json.hasNextField()) {
      if (json.nextField().equals("threads")) {
        eachElement(this::readThread);
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  private void readThread() {
    ThreadDraft draft = new ThreadDraft();
    json.beginObject();
    while (json.hasNextField()) {
      switch (json.nextField()) {
        case "tid" -> draft.id = number();
        case "name" -> draft.name = json.readString();
        case "virtual" -> draft.virtual = json.readBoolean();
        case "state" -> draft.state(json.readString());
        case "carrier" -> draft.carrier = number();
        case "blockedOn", "waitingOn" -> draft.awaited = json.readString();
        case "parkBlocker" -> readBlocker(draft);
        case "stack" -> eachElement(() -> draft.frames.add(stacks.frame(json.readString())));
        case "monitorsOwned" -> eachElement(() -> readMonitors(draft));
        default -> json.skipValue();
      }
    }
    json.endObject();
    draft.virtual |= draft.frames.stream().anyMatch(TextDump::isVirtualRoot);
    threads.add(draft.finished(stacks));
  }

  private void readBlocker(ThreadDraft draft) {
    json.beginObject();
    while (json.hasNextField()) {
      switch (json.nextField()) {
        case "object" -> draft.awaited = json.readString();
        case "owner" -> draft.owner = number();
        default -> json.skipValue();
      }
    }
    json.endObject();
  }

  private void readMonitors(ThreadDraft draft) {
    json.beginObject();
    while (json.hasNextField()) {
      if (json.nextField().equals("locks")) {
        eachElement(
            () -> {
              if (json.isNullValue()) {
                json.skipValue();
              } else {
                draft.held.add(json.readString());
              }
            });
      } else {
        json.skipValue();
      }
    }
    json.endObject();
  }

  /** A number, or a text that is one. */
  private long number() {
    if (json.currentToken() == JsonReader.Token.NUMBER) {
      return json.readLong();
    }
    String text = json.readString();
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : DumpedThread.NONE;
  }
}
