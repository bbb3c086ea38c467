package io.penstock.platform.openapi;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;

import org.jspecify.annotations.Nullable;

/** Finds {@code Limits.checked(limit, ROWS_MAX)} in a method, and what the constant is. */
final class ListBound {

    private static final String CHECK = "Limits.checked";

    private ListBound() {}

    static @Nullable Integer in(ClassTree type, MethodTree method, String parameter) {
        return new TreeScanner<@Nullable Integer, @Nullable Void>() {
            @Override
            public @Nullable Integer visitMethodInvocation(
                    MethodInvocationTree call, @Nullable Void none) {
                var arguments = call.getArguments();
                return call.getMethodSelect().toString().equals(CHECK)
                                && arguments.getFirst().toString().equals(parameter)
                        ? number(type, arguments.getLast())
                        : super.visitMethodInvocation(call, null);
            }

            @Override
            public @Nullable Integer reduce(@Nullable Integer one, @Nullable Integer other) {
                return one == null ? other : one;
            }
        }.scan(method, null);
    }

    private static @Nullable Integer number(ClassTree type, @Nullable ExpressionTree written) {
        if (written instanceof LiteralTree literal && literal.getValue() instanceof Integer value) {
            return value;
        }
        return type.getMembers().stream()
                .filter(VariableTree.class::isInstance)
                .map(VariableTree.class::cast)
                .filter(field -> written != null)
                .filter(field -> field.getName().contentEquals(String.valueOf(written)))
                .map(field -> number(type, field.getInitializer()))
                .findFirst()
                .orElse(null);
    }
}
