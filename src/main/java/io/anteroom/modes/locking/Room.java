package io.anteroom.modes.locking;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * An exclusive resource that one person occupies at a time, or several readers where the mode lets
 * them share it. It guards nothing: it counts who is inside, apart from whatever lock the mode
 * uses, and so finds every double occupancy. Safe for use by any number of threads.
 */
public final class Room {
  private static final long WRITER = 1L << 32;

  private static final AtomicLongFieldUpdater<Room> OCCUPANTS =
      AtomicLongFieldUpdater.newUpdater(Room.class, "occupants");

  private final int index;

  /** Who entered last, where that was told; written and read as {@code dueNanos} is. */
  private int guest;

  /** Persons inside: those who share the room in the lower half, the others in the upper one. */
  private volatile long occupants;

  /**
   * When the latest person to enter should leave; a clock reading, stale while nobody is inside.
   * Written before {@code occupants} and read after, which makes it visible.
   */
  private long dueNanos;

  /** How often the room was entered; plain, since mostly one person at a time writes it. */
  private long entries;

  /** Keeps what persons write in two neighbouring rooms more than a cache line apart. */
  @SuppressWarnings("unused")
  private long gap1, gap2, gap3, gap4, gap5, gap6;

  /** The connection in the room; plain, since its occupant alone reads and writes it. */
  private @Nullable Connection connection;

  Room(int index) {
    this.index = index;
  }

  /**
   * Stands for a room that does not exist. It is always occupied, so each entry is a violation. It
   * is for persons that a mode lets in when there is no room left.
   */
  public static Room occupiedForEver() {
    Room room = new Room(0);
    boolean unused = room.enter(false, Long.MAX_VALUE);
    return room;
  }

  /** Its place among the rooms, from 0. */
  public int index() {
    return index;
  }

  /** Puts a connection into the room, for its occupant; null takes it out. */
  public void put(@Nullable Connection newConnection) {
    connection = newConnection;
  }

  /** The connection that the occupant of the room has; null where nothing has put one in. */
  public @Nullable Connection connection() {
    return connection;
  }

  /**
   * Notes that a person enters.
   *
   * @param reads whether it shares the room with other readers
   * @param dueNanos when it should leave, as a clock reading
   * @return whether this is a violation: the room was occupied by somebody it can't be shared with
   */
  public boolean enter(boolean reads, long dueNanos) {
    this.dueNanos = dueNanos;
    entries++;
    long before = OCCUPANTS.getAndAdd(this, reads ? 1 : WRITER);
    return reads ? before >= WRITER : before != 0;
  }

  /** Tells who is about to enter, which the person does itself. */
  public void expectGuest(int person) {
    guest = person;
  }

  /** Who entered last: whoever is inside, where that is one person; a racy look. */
  public int guest() {
    return guest;
  }

  /**
   * Notes when the person inside, who calls this, should go on; {@code Long.MAX_VALUE}: it is not
   * known, since it may have to wait for something else.
   */
  public void expect(long newDueNanos) {
    dueNanos = newDueNanos;
  }

  /** Notes that a person leaves; {@code reads} as when it entered. */
  public void leave(boolean reads) {
    long unused = OCCUPANTS.getAndAdd(this, reads ? -1 : -WRITER);
  }

  /** Whether somebody is inside. */
  public boolean occupied() {
    return occupants != 0;
  }

  /** How many persons are inside. */
  public int persons() {
    long now = occupants;
    return (int) (now >>> Integer.SIZE) + (int) now;
  }

  /** Whether several persons are inside who can't share the room. */
  public boolean violated() {
    long now = occupants;
    return now > WRITER;
  }

  /**
   * How often the room was entered: exact as long as persons have the room to themselves and it is
   * read after {@link #persons}; a few may be missing where they share it.
   */
  public long entries() {
    return entries;
  }

  /** Whether somebody is inside who should have left before the clock read {@code nowNanos}. */
  public boolean overdue(long nowNanos) {
    return occupied() && nowNanos - dueNanos > 0;
  }
}
