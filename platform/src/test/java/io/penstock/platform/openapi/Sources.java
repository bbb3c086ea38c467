package io.penstock.platform.openapi;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

/** Our own sources, read by the JDK's parser: comments, and the bounds of lists. */
final class Sources {

    private static final List<String> MODULES =
            List.of("platform", "core", "wire", "query", "source-api");

    /** One file, or none for a class that is not ours. */
    private record Parsed(CompilationUnitTree unit, DocTrees comments) {}

    private final Map<Class<?>, @Nullable Parsed> files = new HashMap<>();

    Comment of(Class<?> type) {
        var file = file(type);
        var tree = file == null ? null : tree(file.unit(), type);
        return file == null || tree == null ? Comment.NONE : comment(file, tree);
    }

    Comment of(Method method) {
        var file = file(method.getDeclaringClass());
        var tree = file == null ? null : tree(file.unit(), method);
        return file == null || tree == null ? Comment.NONE : comment(file, tree);
    }

    /** The most that {@code Limits.checked} lets a parameter of the method be, or null. */
    @Nullable Integer most(Method method, String parameter) {
        var file = file(method.getDeclaringClass());
        var type = file == null ? null : tree(file.unit(), method.getDeclaringClass());
        var tree = file == null ? null : tree(file.unit(), method);
        return type == null || tree == null ? null : ListBound.in(type, tree, parameter);
    }

    private static Comment comment(Parsed file, Tree tree) {
        var found = file.comments().getDocCommentTree(TreePath.getPath(file.unit(), tree));
        return found == null ? Comment.NONE : CommentText.of(found);
    }

    private static @Nullable MethodTree tree(CompilationUnitTree unit, Method method) {
        var type = tree(unit, method.getDeclaringClass());
        var names = Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
        return type == null
                ? null
                : type.getMembers().stream()
                        .filter(MethodTree.class::isInstance)
                        .map(MethodTree.class::cast)
                        .filter(known -> known.getName().contentEquals(method.getName()))
                        .filter(known -> names(known).equals(names))
                        .findFirst()
                        .orElse(null);
    }

    private static List<String> names(MethodTree method) {
        return method.getParameters().stream()
                .map(parameter -> parameter.getName().toString())
                .toList();
    }

    private static @Nullable ClassTree tree(CompilationUnitTree unit, Class<?> type) {
        var around = type.getDeclaringClass();
        if (around == null) {
            return named(unit.getTypeDecls().stream(), type);
        }
        var outer = tree(unit, around);
        return outer == null ? null : named(outer.getMembers().stream(), type);
    }

    private static @Nullable ClassTree named(Stream<? extends Tree> among, Class<?> type) {
        return among.filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(known -> known.getSimpleName().contentEquals(type.getSimpleName()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Parsed file(Class<?> type) {
        var top = type.isMemberClass() ? type.getNestHost() : type;
        if (!files.containsKey(top)) {
            files.put(top, find(top).map(Sources::parse).findFirst().orElse(null));
        }
        return files.get(top);
    }

    /** Tests run in the module's folder or in the repository's. */
    private static Stream<Path> find(Class<?> top) {
        var root = Files.exists(Path.of("platform")) ? Path.of("") : Path.of("..");
        var name = top.getName().replace('.', '/') + ".java";
        return MODULES.stream()
                .map(module -> root.resolve(module).resolve("src/main/java").resolve(name))
                .filter(Files::exists);
    }

    private static Parsed parse(Path path) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjects(path));
            return new Parsed(task.parse().iterator().next(), DocTrees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
