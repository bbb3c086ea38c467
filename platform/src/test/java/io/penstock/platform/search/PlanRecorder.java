package io.penstock.platform.search;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

/** A data source that asks for the plan of every query, with its values, before it runs. */
final class PlanRecorder extends DelegatingDataSource {

    private final List<String> plans = new ArrayList<>();

    PlanRecorder(DataSource source) {
        super(source);
    }

    /** Each is the statement and its plan. */
    List<String> plans() {
        return plans;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return proxy(
                Connection.class,
                connection,
                (name, result) ->
                        name.equals("prepareStatement")
                                ? recorded(connection, (PreparedStatement) result)
                                : result);
    }

    private PreparedStatement recorded(Connection connection, PreparedStatement statement) {
        return proxy(
                PreparedStatement.class,
                statement,
                (name, result) -> {
                    if (name.equals("executeQuery")) {
                        plans.add(plan(connection, statement.toString()));
                    }
                    return result;
                });
    }

    private static String plan(Connection connection, String sql) throws SQLException {
        var plan = new StringBuilder(sql).append('\n');
        try (var explain = connection.createStatement();
                var lines = explain.executeQuery("explain " + sql)) {
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private interface Watch {
        Object seen(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T target, Watch watch) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (_, method, arguments) -> {
                            try {
                                return watch.seen(
                                        method.getName(), method.invoke(target, arguments));
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
