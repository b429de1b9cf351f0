package io.anteroom.activity;

import java.io.IOException;

public interface RoomActivity extends AutoCloseable {
  void perform(long holdNanos) throws InterruptedException, IOException;

  @Override
  void close();
}
