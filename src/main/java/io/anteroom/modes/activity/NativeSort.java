package io.anteroom.modes.activity;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Binds the C library's {@code qsort} to a comparison in Java, through {@code java.lang.foreign}.
 * Not shared between threads.
 *
 * <p>That package is a preview in Java 21 and final from 22 on. It is reached by reflection, so
 * that one class file serves both without a flag; the names used here are the same in all of them.
 */
final class NativeSort {
  private static final String PACKAGE = "java.lang.foreign.";
  private static final long ELEMENTS = 2;
  private static final long ELEMENT_BYTES = Long.BYTES;

  private final Object linker = callStatic("Linker", "nativeLinker");
  private final Object arena = callStatic("Arena", "ofAuto");
  private final Object address = constant("ADDRESS");
  private final Object size = constant("JAVA_LONG");
  private final Object result = constant("JAVA_INT");

  private NativeSort() throws ReflectiveOperationException {}

  /**
   * A handle of type {@code ()void} that sorts two equal elements, and so calls {@code comparison}
   * from native code. Any number of threads may use it at once. What it needs of native memory goes
   * when the handle is garbage.
   *
   * @param function {@code qsort}
   * @param comparison of type {@code ()int}; nothing may be thrown from it, or the JVM ends
   * @throws UnsupportedActivityException if this JVM or machine can't
   */
  static MethodHandle bind(String function, MethodHandle comparison)
      throws UnsupportedActivityException {
    try {
      return new NativeSort().handle(function, comparison);
    } catch (InvocationTargetException failure) {
      throw unsupported(failure.getTargetException());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError failure) {
      throw unsupported(failure);
    }
  }

  private static UnsupportedActivityException unsupported(Throwable failure) {
    String cause = String.valueOf(failure).lines().findFirst().orElse("");
    return new UnsupportedActivityException(
        "activity native can't run on this JVM (Java "
            + Runtime.version()
            + "): "
            + cause
            + "; allow native access or choose another activity",
        failure);
  }

  private MethodHandle handle(String function, MethodHandle comparison)
      throws ReflectiveOperationException {
    Object parameters = layouts(address, size, size, address);
    MethodHandle sort =
        (MethodHandle)
            call(
                linker,
                "Linker",
                "downcallHandle",
                code(function),
                callStatic("FunctionDescriptor", "ofVoid", parameters),
                noOptions());
    return MethodHandles.insertArguments(
        sort, 0, array(), ELEMENTS, ELEMENT_BYTES, comparator(comparison));
  }

  /** The address of the C library's function. */
  private Object code(String function) throws ReflectiveOperationException {
    Object library = call(linker, "Linker", "defaultLookup");
    return ((Optional<?>) call(library, "SymbolLookup", "find", function))
        .orElseThrow(() -> new NoSuchElementException("no native function " + function));
  }

  /** Native memory for the elements, all zero: sorting them writes what is there already. */
  private Object array() throws ReflectiveOperationException {
    return type("Arena")
        .getMethod("allocate", long.class, long.class)
        .invoke(arena, ELEMENTS * ELEMENT_BYTES, ELEMENT_BYTES);
  }

  /** The address of native code that calls {@code comparison}. */
  private Object comparator(MethodHandle comparison) throws ReflectiveOperationException {
    Class<?> segment = type("MemorySegment");
    return call(
        linker,
        "Linker",
        "upcallStub",
        MethodHandles.dropArguments(comparison, 0, segment, segment),
        callStatic("FunctionDescriptor", "of", result, layouts(address, address)),
        arena,
        noOptions());
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(PACKAGE + name);
  }

  private static Object constant(String name) throws ReflectiveOperationException {
    return type("ValueLayout").getField(name).get(null);
  }

  private static Object layouts(Object... layouts) throws ClassNotFoundException {
    Object array = Array.newInstance(type("MemoryLayout"), layouts.length);
    for (int index = 0; index < layouts.length; index++) {
      Array.set(array, index, layouts[index]);
    }
    return array;
  }

  private static Object noOptions() throws ClassNotFoundException {
    return Array.newInstance(type("Linker$Option"), 0);
  }

  private static Object callStatic(String owner, String name, Object... arguments)
      throws ReflectiveOperationException {
    return method(owner, name, arguments.length).invoke(null, arguments);
  }

  private static Object call(Object target, String owner, String name, Object... arguments)
      throws ReflectiveOperationException {
    return method(owner, name, arguments.length).invoke(target, arguments);
  }

  /** The only method of that name with so many parameters. */
  private static Method method(String owner, String name, int parameters)
      throws ReflectiveOperationException {
    return Arrays.stream(type(owner).getMethods())
        .filter(one -> one.getName().equals(name) && one.getParameterCount() == parameters)
        .findFirst()
        .orElseThrow(() -> new NoSuchMethodException(owner + "." + name));
  }
}
