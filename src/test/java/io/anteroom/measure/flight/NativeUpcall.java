package io.anteroom.measure.flight;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sleeps in a comparator that the C library's {@code qsort} calls. By reflection: the foreign
 * function interface is a preview in JDK 21 (JEP 442) and final since 22 (JEP 454).
 */
final class NativeUpcall {
  private static final Object NULL_RECEIVER = Optional.empty();

  private final Class<?> segment = foreign("MemorySegment");
  private final Class<?> layout = foreign("MemoryLayout");
  private final Class<?> descriptor = foreign("FunctionDescriptor");
  private final Class<?> linkerType = foreign("Linker");
  private final Class<?> arenaType = foreign("Arena");
  private final Object options = Array.newInstance(foreign("Linker$Option"), 0);
  private final Object linker = call(linkerType, "nativeLinker", NULL_RECEIVER);

  private NativeUpcall() throws ReflectiveOperationException {}

  static void sleepInComparator() throws Throwable {
    new NativeUpcall().sortTwo();
  }

  /** Called by {@code qsort}; by its name, see {@link #comparator}. */
  static int compare(int[] calls) {
    if (calls[0]++ == 0) {
      Blocking.sleep(Cause.BLOCK_MILLIS);
    }
    return 0;
  }

  private void sortTwo() throws Throwable {
    Object address = constant("ADDRESS");
    Object number = constant("JAVA_LONG");
    Object arena = call(arenaType, "ofAuto", NULL_RECEIVER);
    Object comparator =
        linkerType
            .getMethod("upcallStub", MethodHandle.class, descriptor, arenaType, options.getClass())
            .invoke(
                linker,
                comparator(),
                function(constant("JAVA_INT"), address, address),
                arena,
                options);
    Object pair = arenaType.getMethod("allocate", long.class, long.class).invoke(arena, 16L, 8L);
    qsort(function(null, address, number, number, address))
        .invokeWithArguments(pair, 2L, 8L, comparator);
  }

  private MethodHandle qsort(Object function) throws ReflectiveOperationException {
    Object symbols = call(linkerType, "defaultLookup", linker);
    Optional<?> symbol =
        (Optional<?>)
            foreign("SymbolLookup").getMethod("find", String.class).invoke(symbols, "qsort");
    return (MethodHandle)
        linkerType
            .getMethod("downcallHandle", segment, descriptor, options.getClass())
            .invoke(linker, symbol.orElseThrow(), function, options);
  }

  private MethodHandle comparator() throws ReflectiveOperationException {
    MethodHandle compare =
        MethodHandles.lookup()
            .findStatic(
                NativeUpcall.class, "compare", MethodType.methodType(int.class, int[].class))
            .bindTo(new int[1]);
    return MethodHandles.dropArguments(compare, 0, segment, segment);
  }

  /** A function's descriptor; it returns nothing where the result is null. */
  private Object function(@Nullable Object result, Object... parameters)
      throws ReflectiveOperationException {
    Object layouts = Array.newInstance(layout, parameters.length);
    System.arraycopy(parameters, 0, layouts, 0, parameters.length);
    if (result == null) {
      return descriptor.getMethod("ofVoid", layouts.getClass()).invoke(null, layouts);
    }
    return descriptor.getMethod("of", layout, layouts.getClass()).invoke(null, result, layouts);
  }

  private static Object call(Class<?> type, String method, Object receiver)
      throws ReflectiveOperationException {
    return type.getMethod(method).invoke(receiver);
  }

  private static Object constant(String layout) throws ReflectiveOperationException {
    return foreign("ValueLayout").getField(layout).get(NULL_RECEIVER);
  }

  private static Class<?> foreign(String name) throws ClassNotFoundException {
    return Class.forName("java.lang.foreign." + name);
  }
}
