package io.penstock.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every REST method is covered by the access rules: it answers below a path they guard, and nobody
 * else opens one.
 */
class EndpointsTest {

    private static final String REST = "org.springframework.web.bind.annotation.RestController";
    private static final String MAPPING = "org.springframework.web.bind.annotation.RequestMapping";

    /** The token call is open; the other two are guarded, method by method, by AccessRules. */
    private static final List<String> GUARDED = List.of("/auth", "/api/v1/", "/engine/v1/");

    @Test
    void everyRestMethodAnswersBelowAGuardedPath() {
        assertThat(restMethods()).as("REST methods to look at").hasSizeGreaterThan(5);
        var unguarded =
                restMethods()
                        .flatMap(method ->
                                paths(method)
                                        .filter(path ->
                                                GUARDED.stream().noneMatch(path::startsWith))
                                        .map(path -> method.getFullName() + " at '" + path + "'"));
        assertThat(unguarded)
                .as("platform.security.AccessRules decides by path; these paths it does not know")
                .isEmpty();
    }

    @Test
    void onlyTheAccessRulesOpenAPath() {
        noClasses()
                .that()
                .doNotHaveSimpleName("AccessRules")
                .should()
                .callMethodWhere(
                        describe(
                                "permits everybody",
                                call -> call.getTarget().getName().equals("permitAll")))
                .because("who may call what is read in one place")
                .check(CompiledCode.all());
    }

    private static Stream<JavaMethod> restMethods() {
        return CompiledCode.all().stream()
                .filter(type -> type.isAnnotatedWith(REST))
                .flatMap(type -> type.getMethods().stream())
                .filter(EndpointsTest::isMapped);
    }

    private static boolean isMapped(JavaMethod method) {
        return method.isAnnotatedWith(MAPPING) || method.isMetaAnnotatedWith(MAPPING);
    }

    private static Stream<String> paths(JavaMethod method) {
        var own = mapped(method);
        return mapped(method.getOwner()).stream()
                .flatMap(prefix -> own.stream().map(path -> prefix + path));
    }

    /** The paths a mapping annotation names; one empty path when it names none. */
    private static List<String> mapped(CanBeAnnotated element) {
        var annotations =
                element instanceof JavaClass type
                        ? type.getAnnotations().stream()
                        : ((JavaMethod) element).getAnnotations().stream();
        var paths =
                annotations
                        .filter(annotation -> annotation.getRawType().getName().endsWith("Mapping"))
                        .flatMap(annotation ->
                                Stream.of("path", "value")
                                        .flatMap(member -> texts(annotation, member)))
                        .toList();
        return paths.isEmpty() ? List.of("") : paths;
    }

    private static Stream<String> texts(JavaAnnotation<?> annotation, String member) {
        return annotation
                .get(member)
                .filter(String[].class::isInstance)
                .map(value -> Stream.of((String[]) value))
                .orElse(Stream.of());
    }
}
