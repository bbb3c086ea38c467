package io.penstock.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Who may import whom: the arrows of ARCHITECTURE.md. */
class ArrowsTest {

    private static final Set<String> JAVA_BASE = Object.class.getModule().getPackages();

    @TestFactory
    Stream<DynamicTest> modulesImportOnlyAlongTheArrows() {
        return Checkout.modules().stream()
                .map(module ->
                        DynamicTest.dynamicTest(
                                Checkout.name(module),
                                () ->
                                        assertThat(wrongImports(module))
                                                .as(
                                                        "A module that imports against the arrows"
                                                            + " can no longer be replaced, shipped"
                                                            + " or tested alone")
                                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> pureModulesNeedNoLibrary() {
        return Checkout.modules().stream()
                .filter(module -> !Room.of(module).libraries().isEmpty())
                .map(module ->
                        DynamicTest.dynamicTest(
                                Checkout.name(module),
                                () ->
                                        assertThat(wrongLibraries(module))
                                                .as(
                                                        "This module stays free of input, output,"
                                                            + " frameworks and libraries, so that"
                                                            + " it can be reasoned about, tested"
                                                            + " and reused without them")
                                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> typesLiveBelowTheirModulesPackage() {
        return Checkout.modules().stream()
                .map(module ->
                        DynamicTest.dynamicTest(
                                Checkout.name(module),
                                () ->
                                        assertThat(CompiledCode.of(module))
                                                .as(
                                                        "A package tells its module; split packages"
                                                                + " hide the arrows")
                                                .allMatch(type ->
                                                        isIn(type, Room.of(module).root()))));
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.penstock.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood and changed all together")
                .check(CompiledCode.all());
    }

    private static Stream<String> wrongImports(Path module) {
        var room = Room.of(module);
        return imports(module)
                .filter(arrow -> isIn(arrow.getTargetClass(), "io.penstock"))
                .filter(arrow -> !isIn(arrow.getTargetClass(), room.root()))
                .filter(arrow -> isInNone(arrow.getTargetClass(), room.imports()))
                .map(Dependency::getDescription);
    }

    private static Stream<String> wrongLibraries(Path module) {
        var room = Room.of(module);
        return imports(module)
                .filter(arrow -> !isIn(arrow.getTargetClass(), "io.penstock"))
                .filter(arrow -> !isInJavaBase(arrow.getTargetClass()))
                .filter(arrow -> isInNone(arrow.getTargetClass(), room.libraries()))
                .map(Dependency::getDescription);
    }

    private static Stream<Dependency> imports(Path module) {
        return CompiledCode.of(module).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    private static boolean isInJavaBase(JavaClass type) {
        var element = type.getBaseComponentType();
        return element.isPrimitive() || JAVA_BASE.contains(element.getPackageName());
    }

    private static boolean isInNone(JavaClass type, Iterable<String> roots) {
        for (var root : roots) {
            if (isIn(type, root)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(JavaClass type, String root) {
        var name = type.getBaseComponentType().getPackageName();
        return name.equals(root) || name.startsWith(root + ".");
    }
}
