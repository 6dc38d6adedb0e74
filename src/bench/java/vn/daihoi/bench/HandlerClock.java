package vn.daihoi.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import vn.daihoi.engine.TaskHandler;

/** Tells how much of a completion's CPU goes into our own handler, which stores the record and is no part of the gate. */
final class HandlerClock {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ThreadLocal<Long> USED = ThreadLocal.withInitial(() -> 0L);

    private HandlerClock() {}

    /** The same handler, timed. */
    static TaskHandler<?> watch(TaskHandler<?> handler) {
        return (TaskHandler<?>) Proxy.newProxyInstance(
                HandlerClock.class.getClassLoader(), new Class<?>[] {TaskHandler.class}, (proxy, method, arguments) -> {
                    long begin = THREADS.getCurrentThreadCpuTime();
                    try {
                        return method.invoke(handler, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("submit")) {
                            USED.set(USED.get() + THREADS.getCurrentThreadCpuTime() - begin);
                        }
                    }
                });
    }

    /** Nanoseconds used in handlers by this thread since it was last asked. */
    static long take() {
        long used = USED.get();
        USED.set(0L);
        return used;
    }
}
