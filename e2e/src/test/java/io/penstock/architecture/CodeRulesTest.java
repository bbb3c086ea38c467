package io.penstock.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rules that hold in every module's main code. */
class CodeRulesTest {

    /** Programs talk to a person on the terminal; everything else logs. */
    private static final Pattern PROGRAM =
            Pattern.compile("io\\.penstock\\.(?:launcher\\..*|benchmarks\\..*|.*Main(?:\\$.*)?)");

    /** Where a process is put together: mains and wiring classes. */
    private static final Pattern WIRING = Pattern.compile("io\\.penstock\\..*(?:Main|Wiring)");

    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(?:Util|Utils|Manager|Helper|Impl|Base|Common|Processor)");

    private static final Set<String> EMPTY_PACKAGES =
            Set.of("util", "utils", "model", "dto", "impl", "service", "common", "helper");

    private static final Set<String> CLOCK_OWNERS =
            Set.of(
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.OffsetDateTime",
                    "java.time.ZonedDateTime");

    private static final Set<String> CLOCK_MAKERS =
            Set.of("systemUTC", "systemDefaultZone", "system");

    @Test
    void everyPackageIsNullMarked() {
        var marked =
                CompiledCode.all().stream()
                        .filter(type -> type.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        var packages =
                CompiledCode.all().stream()
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        assertThat(marked)
                .as("Nothing is null by accident only where the package is null-marked")
                .containsAll(packages);
    }

    @Test
    void noGenericExceptionIsThrown() {
        noClasses()
                .should(THROW_GENERIC_EXCEPTIONS)
                .because("a caller cannot tell them apart: throw a FaultException with its kind")
                .check(CompiledCode.all());
    }

    @Test
    void onlyProgramsUseStandardStreams() {
        noClasses()
                .that(not(named("programs", PROGRAM)))
                .should(ACCESS_STANDARD_STREAMS)
                .because("a line on a stream has no level, no run and no way to be turned off")
                .check(CompiledCode.all());
    }

    @Test
    void onlyThePlatformTalksToADatabase() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.penstock.platform..",
                        // Makes databases for the platform's tests.
                        "io.penstock.testkit..",
                        // Measures the bound: a bare COPY into the same table.
                        "io.penstock.benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
                .because("the inventory has one owner; everyone else asks it")
                .check(CompiledCode.all());
    }

    @Test
    void onlyThePlatformIsBuiltOnAFramework() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.penstock.platform..")
                .should()
                .dependOnClassesThat(
                        describe(
                                "are Spring's, except its CronExpression",
                                type ->
                                        type.getPackageName().startsWith("org.springframework")
                                                && !type.getPackageName()
                                                        .equals(
                                                                "org.springframework.scheduling.support")))
                .because("the engine is a small jar in 256 MB, and the rest is shared with it")
                .check(CompiledCode.all());
    }

    @Test
    void onlyWiringAsksForTheTime() {
        noClasses()
                .that(not(named("wiring", WIRING)))
                // ServiceLoader makes it without arguments, so it is its own wiring.
                .and()
                .doNotImplement("io.penstock.source.VendorSource")
                .should()
                .callMethodWhere(
                        describe("reads or makes the system clock", CodeRulesTest::isClock))
                .because("a clock that is passed in can be stepped by a test; pass InstantSource")
                .check(CompiledCode.all());
    }

    @Test
    void vendorsReachTheNetworkThroughTheirPortOnly() {
        noClasses()
                .that()
                .resideInAPackage("io.penstock.vendor..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(?:http\\..*|.*Socket.*|.*URLConnection|URL)")
                .because("proxy, TLS, limits and time-outs are the engine's: use HttpPort")
                .check(CompiledCode.all());
    }

    @Test
    void noClassInheritsFromOneOfOurs() {
        noClasses()
                .should(ArchCondition.from(describe("extend ours", CodeRulesTest::extendsOurs)))
                .because(
                        "records, sealed interfaces and composition say the same and can be tested")
                .check(CompiledCode.all());
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(EMPTY_NAME.pattern())
                .orShould()
                .resideInAnyPackage(
                        EMPTY_PACKAGES.stream()
                                .map(part -> ".." + part + "..")
                                .toArray(String[]::new))
                .because("such a name fits everything, so everything ends up there")
                .check(CompiledCode.all().that(describe("ours", CodeRulesTest::isOurs)));
    }

    private static boolean isClock(JavaCall<?> call) {
        var owner = call.getTargetOwner().getName();
        var method = call.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> method.equals("currentTimeMillis");
            case "java.time.Clock", "java.time.InstantSource" -> CLOCK_MAKERS.contains(method);
            default ->
                    CLOCK_OWNERS.contains(owner)
                            && method.equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty();
        };
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("io.penstock");
    }

    private static boolean extendsOurs(JavaClass type) {
        return type.getRawSuperclass()
                .filter(CodeRulesTest::isOurs)
                // The body of an enum's constant.
                .filter(superclass -> !superclass.isEnum())
                .isPresent();
    }

    private static DescribedPredicate<JavaClass> named(String what, Pattern pattern) {
        return describe(what, type -> pattern.matcher(type.getName()).matches());
    }
}
