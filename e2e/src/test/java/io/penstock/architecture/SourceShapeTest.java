package io.penstock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hard stops of size. There is no list of exceptions: a file that needs one holds two ideas,
 * and a table that needs one is a resource.
 */
class SourceShapeTest {

    private static final int FILE_LINES_MAX = 500;
    private static final int METHOD_LINES_MAX = 70;
    private static final int CONSTRUCTOR_PARAMETERS_MAX = 6;
    private static final int METHODS_MIN = 100;

    @Test
    void noFileIsLongerThanTheStop() {
        var tooLong =
                sources().stream()
                        .map(file ->
                                Checkout.name(file) + " " + Checkout.read(file).lines().count())
                        .filter(line -> lastNumber(line) > FILE_LINES_MAX);
        assertThat(tooLong)
                .as("files over " + FILE_LINES_MAX + " lines; aim for 250, cut by idea")
                .isEmpty();
    }

    @Test
    void noMethodIsLongerThanTheStop() {
        var methods = JavaShape.read(sources());
        assertThat(methods).hasSizeGreaterThan(METHODS_MIN);
        assertThat(methods)
                .as("methods over " + METHOD_LINES_MAX + " lines; aim for 25")
                .noneMatch(method -> method.lines() > METHOD_LINES_MAX);
    }

    @Test
    void noConstructorIsAWall() {
        assertThat(JavaShape.read(sources()))
                .as(
                        "constructors with over "
                                + CONSTRUCTOR_PARAMETERS_MAX
                                + " parameters; group collaborators in a record")
                .noneMatch(
                        method -> method.classConstructorParameters() > CONSTRUCTOR_PARAMETERS_MAX);
    }

    @Test
    void testsAreNamedByTheirKind() {
        var misnamed =
                Checkout.modules().stream()
                        .flatMap(module -> Checkout.javaFiles(module, "test").stream())
                        .filter(file -> Checkout.read(file).contains("@Test\n"))
                        .map(file -> file.getFileName().toString())
                        .filter(name -> !name.matches(".*(?:Test|IT|Contract)\\.java"));
        assertThat(misnamed)
                .as("the build runs *Test, *IT and *E2eTest; a test of another name never runs")
                .isEmpty();
    }

    private static List<Path> sources() {
        return Checkout.modules().stream()
                .flatMap(module ->
                        Stream.of("main", "test")
                                .flatMap(set -> Checkout.javaFiles(module, set).stream()))
                .toList();
    }

    private static long lastNumber(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    }
}
