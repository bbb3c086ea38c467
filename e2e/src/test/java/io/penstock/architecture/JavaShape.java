package io.penstock.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.tools.ToolProvider;

/**
 * A method or constructor as it stands in the source.
 *
 * @param place file and line
 * @param name the type's and the method's name
 * @param lines from the first modifier or annotation to the closing brace
 * @param classConstructorParameters parameters of a class's constructor; 0 for anything else
 */
record JavaShape(String place, String name, int lines, int classConstructorParameters) {

    /** Reads the files with the compiler's own parser; they are not compiled. */
    static List<JavaShape> read(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            var found = new ArrayList<JavaShape>();
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new Reader(unit, positions, found).scan(unit, null);
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Reader extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<JavaShape> found;

        Reader(CompilationUnitTree unit, SourcePositions positions, List<JavaShape> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            if (getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type
                    && positions.getEndPosition(unit, method) >= 0) {
                found.add(shape(method, type));
            }
            return super.visitMethod(method, null);
        }

        private JavaShape shape(MethodTree method, ClassTree type) {
            var lines = unit.getLineMap();
            var first = lines.getLineNumber(positions.getStartPosition(unit, method));
            var last = lines.getLineNumber(positions.getEndPosition(unit, method));
            var isConstructor = method.getReturnType() == null;
            return new JavaShape(
                    Checkout.name(Path.of(unit.getSourceFile().toUri())) + ":" + first,
                    type.getSimpleName() + "." + method.getName(),
                    Math.toIntExact(last - first + 1),
                    isConstructor && type.getKind() != Tree.Kind.RECORD
                            ? method.getParameters().size()
                            : 0);
        }
    }
}
