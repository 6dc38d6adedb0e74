package vn.daihoi.engine.gate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.daihoi.engine.StartHandler;
import vn.daihoi.engine.TaskHandler;
import vn.daihoi.engine.TaskKey;

/** Finds what stands behind a form. Two handlers for one step are refused at start. */
@Component
public class Handlers {

    private final Map<TaskKey, TaskHandler<?>> tasks;
    private final Map<String, StartHandler<?>> starts;

    Handlers(List<TaskHandler<?>> tasks, List<StartHandler<?>> starts) {
        this.tasks = tasks.stream().collect(Collectors.toMap(TaskHandler::task, Function.identity()));
        this.starts = starts.stream().collect(Collectors.toMap(StartHandler::process, Function.identity()));
    }

    /** The handler of a user task, null when there is none. */
    public @Nullable TaskHandler<?> ofTask(TaskKey key) {
        return tasks.get(key);
    }

    /** The handler of a process's start form, null when there is none. */
    public @Nullable StartHandler<?> ofStart(String process) {
        return starts.get(process);
    }

    /** All start handlers. */
    public Iterable<StartHandler<?>> starts() {
        return starts.values();
    }
}
