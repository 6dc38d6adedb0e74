package vn.daihoi.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sees every statement that goes through a data source, on the level of JDBC, where a batch counts as many statements as
 * it has rows. Only the thread that made the meter is watched, so that whatever runs beside it is not counted; where a
 * server's own threads do the work, all are.
 */
final class SqlMeter {

    /** What a statement does. */
    enum Kind {
        SELECT,
        INSERT,
        UPDATE,
        DELETE
    }

    /** One call of a method that sets a parameter, kept so that the statement can be asked for its plan. */
    record Binding(Method method, Object[] arguments) {}

    /**
     * One statement that was sent.
     *
     * @param rows how often, when it was a batch
     * @param bindings its parameters; of a batch none
     */
    record Sent(String sql, int rows, List<Binding> bindings) {

        private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:from|into|update)\\s+\"?([a-z_]+)\"?");

        Kind kind() {
            var word = sql.strip().toLowerCase(Locale.ROOT);
            if (word.startsWith("insert")) {
                return Kind.INSERT;
            }
            if (word.startsWith("update")) {
                return Kind.UPDATE;
            }
            return word.startsWith("delete") ? Kind.DELETE : Kind.SELECT;
        }

        /** Its first table, lower case. */
        String table() {
            var found = TABLE.matcher(sql);
            return found.find() ? found.group(1).toLowerCase(Locale.ROOT) : "-";
        }

        boolean onEngineTable() {
            return table().startsWith("act_");
        }

        /** Kind and table, enough to see what it is for. */
        String shape() {
            return kind().name().toLowerCase(Locale.ROOT) + " " + table();
        }
    }

    private final @Nullable Thread watched;
    private List<Sent> sent = new ArrayList<>();
    private volatile boolean on;

    SqlMeter() {
        this(Thread.currentThread());
    }

    private SqlMeter(@Nullable Thread watched) {
        this.watched = watched;
    }

    /** A meter that sees the statements of all threads. */
    static SqlMeter ofAllThreads() {
        return new SqlMeter(null);
    }

    /** The same data source, watched. */
    DataSource watch(DataSource source) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            var result = call(source, method, arguments);
            return result instanceof Connection connection ? watch(connection) : result;
        });
    }

    /** Begins to count from nothing. */
    void start() {
        sent = Collections.synchronizedList(new ArrayList<>());
        on = true;
    }

    /** Ends counting and gives what was sent. */
    List<Sent> stop() {
        on = false;
        return sent;
    }

    private Connection watch(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            var result = call(connection, method, arguments);
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, new Watched(statement, (String) arguments[0]));
            }
            return result instanceof Statement statement
                    ? proxy(Statement.class, new Watched(statement, null))
                    : result;
        });
    }

    private final class Watched implements InvocationHandler {

        private final Statement statement;
        private final @Nullable String sql;
        private final Map<Integer, Binding> bindings = new LinkedHashMap<>();
        private int batch;

        Watched(Statement statement, @Nullable String sql) {
            this.statement = statement;
            this.sql = sql;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            var name = method.getName();
            if (name.startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer index) {
                bindings.put(index, new Binding(method, arguments));
            } else if (name.equals("addBatch")) {
                batch++;
            } else if (name.startsWith("execute") && on && (watched == null || Thread.currentThread() == watched)) {
                var text = sql == null ? String.valueOf(arguments == null ? "batch" : arguments[0]) : sql;
                boolean inBatch = name.endsWith("Batch");
                sent.add(new Sent(text, inBatch ? batch : 1, inBatch ? List.of() : List.copyOf(bindings.values())));
                batch = inBatch ? 0 : batch;
            }
            return call(statement, method, arguments);
        }
    }

    /** Prepares a statement with the parameters it was sent with, behind a prefix such as {@code explain}. */
    static PreparedStatement prepare(Connection connection, String prefix, Sent sent) throws SQLException {
        var statement = connection.prepareStatement(prefix + sent.sql());
        for (var binding : sent.bindings()) {
            try {
                binding.method().invoke(statement, binding.arguments());
            } catch (ReflectiveOperationException e) {
                throw new SQLException(e);
            }
        }
        return statement;
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(SqlMeter.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
