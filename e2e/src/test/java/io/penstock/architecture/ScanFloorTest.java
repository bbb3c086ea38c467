package io.penstock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rule over nothing always passes; so the scan itself is checked first. */
class ScanFloorTest {

    private static final int SOURCES_MIN = 250;

    @Test
    void theBuildListsEveryModuleOfTheHouse() {
        var built = Checkout.modules().stream().map(Checkout::name).toList();
        assertThat(built).containsAll(Room.FIXED.stream().map(Room::folder).toList());
        assertThat(built)
                .as("at least one vendor")
                .anyMatch(name -> name.matches("vendors/.*/source"));
    }

    @TestFactory
    Stream<DynamicTest> everySourceFileWasScanned() {
        return Checkout.modules().stream()
                .map(module ->
                        DynamicTest.dynamicTest(
                                Checkout.name(module),
                                () ->
                                        assertThat(scanned(module))
                                                .as(
                                                        "Build the module first: mvn verify builds"
                                                                + " e2e last")
                                                .containsAll(expected(module))));
    }

    @TestFactory
    Stream<DynamicTest> everyModuleHasItsFloorOfClasses() {
        return Checkout.modules().stream()
                .filter(module -> !Checkout.javaFiles(module, "main").isEmpty())
                .map(module ->
                        DynamicTest.dynamicTest(
                                Checkout.name(module),
                                () ->
                                        assertThat(CompiledCode.of(module))
                                                .hasSizeGreaterThanOrEqualTo(
                                                        Room.of(module).floor())));
    }

    @Test
    void theHouseHasItsFloorOfSources() {
        var sources =
                Checkout.modules().stream()
                        .mapToInt(module -> Checkout.javaFiles(module, "main").size())
                        .sum();
        assertThat(sources).isGreaterThanOrEqualTo(SOURCES_MIN);
    }

    private static Set<String> scanned(Path module) {
        return CompiledCode.of(module).stream().map(JavaClass::getName).collect(Collectors.toSet());
    }

    private static List<String> expected(Path module) {
        var sources = module.resolve("src/main/java");
        return Checkout.javaFiles(module, "main").stream()
                .map(file -> sources.relativize(file).toString())
                .map(file -> file.substring(0, file.length() - ".java".length()).replace('/', '.'))
                .toList();
    }
}
